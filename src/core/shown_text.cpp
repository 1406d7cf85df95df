#include "core/shown_text.h"

#include <algorithm>

namespace repere {

namespace {

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\t' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

/// LRE RLE PDF LRO RLO, LRI RLI FSI PDI; the marks LRM, RLM and ALM act on nothing but themselves.
bool turnsText(QChar c)
{
    return (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

/// By number: lists ask for many texts, and QChar::category() looks it up.
bool isControl(QChar c)
{
    return c < u' ' || (c >= QChar(0x7F) && c <= QChar(0x9F));
}

bool isDropped(QChar c)
{
    return turnsText(c) || (isControl(c) && !isLineEnd(c));
}

QString shown(const QString &text, qsizetype most, bool oneLine)
{
    const auto changes = [oneLine](QChar c) { return isDropped(c) || (oneLine && isLineEnd(c)); };
    if (text.size() <= most && std::ranges::none_of(text, changes))
        return text;
    QString kept;
    kept.reserve(std::min(text.size(), most) + 1);
    for (const QChar c : text) {
        if (isDropped(c))
            continue;
        if (kept.size() == most) {
            if (kept.back().isHighSurrogate())
                kept.chop(1);
            return kept + u'…';
        }
        kept += oneLine && isLineEnd(c) ? QChar(u' ') : c;
    }
    return kept;
}

} // namespace

QString shownText(const QString &text, qsizetype most)
{
    return shown(text, most, false);
}

QString shownLine(const QString &text, qsizetype most)
{
    return shown(text, most, true);
}

} // namespace repere
