#include "core/text.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace repere {

namespace {

/// Folded forms of U+00A0–U+017F, which hold every letter of French and of its neighbours: no Unicode look-up for
/// them. Two UTF-16 units each, 0 = nothing; an entry of two zeros is a separator.
struct LatinFold {
    char16_t first = 0;
    char16_t second = 0;
};
constexpr char16_t kSlow = 0xFFFF; // first unit of what the table cannot say
constexpr char16_t kLatinBegin = 0xA0;
constexpr char16_t kLatinEnd = 0x180;
using LatinTable = std::array<LatinFold, kLatinEnd - kLatinBegin>;

/// Letters that Unicode does not decompose but that readers take for the plain one.
void appendPlain(QString &out, char32_t c)
{
    switch (c) {
    case U'œ': out += QStringLiteral("oe"); return;
    case U'æ': out += QStringLiteral("ae"); return;
    case U'ß': out += QStringLiteral("ss"); return;
    case U'ø': out += u'o'; return;
    case U'ł': out += u'l'; return;
    case U'đ': out += u'd'; return;
    case U'ð': out += u'd'; return;
    case U'ı': out += u'i'; return;
    default: out += QString::fromUcs4(&c, 1);
    }
}

/// Folds any text through Unicode's tables; compatibility forms count as what they look like (CO₂ → co2, ﬁ → fi).
QString foldUnicode(const QString &text)
{
    QString out;
    out.reserve(text.size());
    bool pendingSpace = false;
    const QList<uint> codePoints = text.normalized(QString::NormalizationForm_KD).toUcs4();
    for (char32_t c : codePoints) {
        if (QChar::isMark(c) || c == 0xAD) // soft hyphen
            continue;
        const bool modifier = c >= 0x2B0 && c <= 0x2FF; // ʼ and its like
        const bool kept = !modifier && (QChar::isLetter(c) || QChar::isDigit(c));
        if (!kept) {
            pendingSpace = !out.isEmpty();
            continue;
        }
        if (pendingSpace)
            out += u' ';
        pendingSpace = false;
        appendPlain(out, QChar::toLower(c));
    }
    return out;
}

LatinTable makeLatinTable()
{
    LatinTable table;
    for (char16_t c = kLatinBegin; c < kLatinEnd; ++c) {
        // Between two letters, so that a character that also separates ("½", "ŉ") is seen to do so.
        const QString folded = foldUnicode(u'a' + QString(QChar(c)) + u'a');
        const qsizetype units = folded.size() - 2;
        if (folded == QStringLiteral("a a"))
            continue;
        if (units < 1 || units > 2 || folded.contains(u' '))
            table[c - kLatinBegin] = {kSlow, 0};
        else
            table[c - kLatinBegin] = {folded[1].unicode(), units == 2 ? folded[2].unicode() : char16_t(0)};
    }
    return table;
}

bool isPlural(QStringView word)
{
    if (word.size() < 4 || (word.back() != u's' && word.back() != u'x'))
        return false;
    return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
}

QStringView singular(QStringView word)
{
    return isPlural(word) ? word.chopped(1) : word;
}

/// Most words begin no compound: told by length and letter, before strings are compared.
bool isWord(const QString &part, QStringView word)
{
    return part.size() == word.size() && part.front() == word.front() && part == word;
}

} // namespace

QString fold(const QString &text)
{
    static const LatinTable latin = makeLatinTable();
    QString out(text.size() * 2, Qt::Uninitialized);
    QChar *const begin = out.data();
    QChar *end = begin;
    bool pendingSpace = false;
    for (const QChar unit : text) {
        char16_t first = unit.unicode();
        char16_t second = 0;
        if (first >= u'A' && first <= u'Z') {
            first = char16_t(first + (u'a' - u'A'));
        } else if (first < 0x80) {
            if (!((first >= u'a' && first <= u'z') || (first >= u'0' && first <= u'9')))
                first = 0;
        } else if (first >= kLatinBegin && first < kLatinEnd) {
            const LatinFold folded = latin[first - kLatinBegin];
            if (folded.first == kSlow)
                return foldUnicode(text);
            first = folded.first;
            second = folded.second;
        } else if ((first >= 0x2010 && first <= 0x2022) || (first >= 0x80 && first < kLatinBegin) || first == 0x202F
                   || first == 0x2009) {
            first = 0; // typographic hyphens, dashes, quotes and narrow spaces
        } else {
            return foldUnicode(text);
        }
        if (first == 0) {
            pendingSpace = end != begin;
            continue;
        }
        if (pendingSpace) {
            // Never beyond the buffer: this space stands for at least one unit that gave nothing.
            *end++ = u' ';
            pendingSpace = false;
        }
        *end++ = QChar(first);
        if (second != 0)
            *end++ = QChar(second);
    }
    out.truncate(end - begin);
    return out;
}

Compounds::Compounds(QList<QStringList> compounds)
{
    for (const QStringList &parts : std::as_const(compounds)) {
        if (parts.size() < 2)
            continue;
        QStringList entry;
        for (const QString &part : parts)
            entry.append(singular(part).toString());
        entry.append(singular(parts.join(QString())).toString());
        m_compounds.append(entry);
    }
    std::stable_sort(m_compounds.begin(), m_compounds.end(),
                     [](const QStringList &a, const QStringList &b) { return a.size() > b.size(); });
}

QStringList Compounds::tokens(const QString &foldedText) const
{
    QVarLengthArray<QStringView, 32> words;
    for (const QStringView word : QStringView(foldedText).tokenize(u' ', Qt::SkipEmptyParts))
        words.append(singular(word));

    QStringList tokens;
    tokens.reserve(words.size());
    for (qsizetype i = 0; i < words.size();) {
        qsizetype taken = 1;
        const QString *compound = nullptr;
        for (const QStringList &entry : m_compounds) {
            const qsizetype parts = entry.size() - 1;
            if (isWord(entry.front(), words[i]) && i + parts <= words.size()
                && std::equal(entry.begin() + 1, entry.end() - 1, words.begin() + i + 1)) {
                taken = parts;
                compound = &entry.last();
                break;
            }
        }
        tokens.append(compound ? *compound : words[i].toString());
        i += taken;
    }
    return tokens;
}

int editDistance(const QString &a, const QString &b, int limit)
{
    const int rows = static_cast<int>(a.size());
    const int columns = static_cast<int>(b.size());
    if (std::abs(rows - columns) > limit)
        return limit + 1;
    // Words are short: three rows that need no allocation.
    using Row = QVarLengthArray<int, 32>;
    Row buffers[3] = {Row(columns + 1), Row(columns + 1), Row(columns + 1)};
    int *beforeLast = buffers[0].data();
    int *last = buffers[1].data();
    int *current = buffers[2].data();
    for (int j = 0; j <= columns; ++j)
        last[j] = j;
    for (int i = 1; i <= rows; ++i) {
        current[0] = i;
        int smallest = i;
        for (int j = 1; j <= columns; ++j) {
            const int substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            int best = std::min({last[j] + 1, current[j - 1] + 1, substitution});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = std::min(best, beforeLast[j - 2] + 1);
            current[j] = best;
            smallest = std::min(smallest, best);
        }
        // Two rows decide the next one because of transpositions; one row above the limit plus one is enough to stop.
        if (smallest > limit + 1)
            return limit + 1;
        std::swap(beforeLast, last);
        std::swap(last, current);
    }
    return std::min(last[columns], limit + 1);
}

} // namespace repere
