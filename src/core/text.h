#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace repere {

/// French folding, the one function for index and query alike: lower case, no accents, œ → oe, æ → ae, ß → ss;
/// every run of anything else than letters and digits becomes one space; trimmed.
/// "L'Œuvre – Ébéniste" → "l oeuvre ebeniste".
QString fold(const QString &text);

/// Compounds that people write in one word, two words or with a hyphen ("fab lab", "tiers lieu", "3 d").
class Compounds
{
public:
    Compounds() = default;
    /// Each entry: the parts, folded. Longest match wins.
    explicit Compounds(QList<QStringList> compounds);

    /// Folded text → tokens, with compounds joined ("fab lab" → "fablab") and a final plural s or x of words of four
    /// letters and more taken off ("imprimantes" → "imprimante").
    QStringList tokens(const QString &foldedText) const;

private:
    QList<QStringList> m_compounds;
};

/// Levenshtein distance with transposition of neighbours (optimal string alignment); stops at `limit` + 1.
int editDistance(const QString &a, const QString &b, int limit);

} // namespace repere
