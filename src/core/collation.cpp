#include "core/collation.h"

#include <QLocale>

#include <algorithm>

namespace repere {

namespace {

/// Punctuation and symbols become one space, so that « L'Atelier » and "L’Atelier" fall together.
QString withoutPunctuation(const QString &text)
{
    const auto counts = [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); };
    if (std::all_of(text.begin(), text.end(), counts))
        return text;
    QString words;
    words.reserve(text.size());
    bool pendingSpace = false;
    for (QChar c : text) {
        if (!counts(c)) {
            pendingSpace = !words.isEmpty();
            continue;
        }
        if (pendingSpace)
            words += u' ';
        pendingSpace = false;
        words += c;
    }
    return words;
}

} // namespace

FrenchCollation::FrenchCollation() : m_collator(QLocale(QLocale::French, QLocale::France))
{
    m_collator.setNumericMode(true);
}

bool FrenchCollation::less(const QString &a, const QString &b) const
{
    return m_collator.compare(withoutPunctuation(a), withoutPunctuation(b)) < 0;
}

QCollatorSortKey FrenchCollation::key(const QString &text) const
{
    return m_collator.sortKey(withoutPunctuation(text));
}

} // namespace repere
