#pragma once

#include <QCollator>
#include <QString>

namespace repere {

/// Sorts as French readers expect: École before Zèbre, "Atelier 2" before "Atelier 10", word by word, punctuation like
/// a space ("Tiers-lieu A" before "Tiers lieu B") and ignored at both ends, lower case before upper case at last.
/// Not thread-safe: one per thread.
class FrenchCollation
{
public:
    FrenchCollation();
    bool less(const QString &a, const QString &b) const;
    QCollatorSortKey key(const QString &text) const;

private:
    QCollator m_collator;
};

} // namespace repere
