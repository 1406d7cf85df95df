#pragma once

#include "core/atelier.h"
#include "core/field_value.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace repere::directory {

/// Which source is believed first, for all fields and for single ones; sources not named come after those named.
class SourcePriorities
{
public:
    /// As kept in the file: {"": ["CGET 2019", …], "name": […]}. Anything unreadable is no priority.
    static SourcePriorities fromJson(const QString &json);
    QString toJson() const;

    void set(const QString &field, const QStringList &sources); ///< field empty = all fields
    QStringList sources(const QString &field) const { return m_sources.value(field); }
    /// Smaller = believed before. Sources without priority have the same, greatest rank.
    int rank(const QString &field, const QString &source) const;

private:
    QHash<QString, QStringList> m_sources;
};

/// What a source gave for every merged field, as JSON for Provenance::values.
QString valuesToJson(const Atelier &atelier);

/// Adds a source's record or puts it in the place of its former one, and settles every field anew:
/// what a person typed or chose stays; so does a value that no record explains. Otherwise lists (types, machines,
/// services, publics) are united, of positions the most precise is taken, and of all else the value of the source of the
/// highest priority, then of the newest statement, then of the record that came first.
Atelier withRecord(Atelier atelier, const Provenance &record, const SourcePriorities &priorities);

/// Two ateliers as one: the records of both, the values of `kept` first.
Atelier united(Atelier kept, const Atelier &other, const SourcePriorities &priorities);

/// The atelier as another order of belief settles it. What a person typed or chose and what no record explains stay.
Atelier resettled(Atelier atelier, const SourcePriorities &before, const SourcePriorities &after);

/// Notes the fields in which `after` differs from `before` as typed by a person on this ISO date.
void noteByHand(const Atelier &before, Atelier &after, const QString &date);

/// Every value known of a field, with where it comes from; the present one is marked.
std::vector<FieldValue> valuesOf(const Atelier &atelier, const QString &field);

} // namespace repere::directory
