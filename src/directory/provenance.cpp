#include "directory/provenance.h"

#include "directory/atelier_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <optional>

namespace repere::directory {

namespace {

QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString jsonOf(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// A record with its values parsed once.
struct Statement {
    const Provenance *record = nullptr;
    QJsonObject values;
};

std::vector<Statement> statementsOf(const Atelier &atelier)
{
    std::vector<Statement> statements;
    for (const Provenance &record : atelier.provenance) {
        if (!record.values.isEmpty())
            statements.push_back({&record, objectOf(record.values)});
    }
    return statements;
}

bool isList(const QString &field)
{
    return field == u"types" || field == u"services" || field == u"publics" || field == u"equipment";
}

/// Whether a record says this, alone or (a list) together with others.
bool isExplained(const Atelier &atelier, const QString &field, const std::vector<Statement> &statements)
{
    const QString text = fieldText(atelier, field);
    if (text.isEmpty())
        return true;
    const auto says = [&](const Statement &statement) { return statement.values.value(field).toString() == text; };
    return std::ranges::any_of(statements, says);
}

template <typename Item, typename Same> void unite(std::vector<Item> &into, const std::vector<Item> &more, Same same)
{
    for (const Item &item : more) {
        if (std::ranges::none_of(into, [&](const Item &known) { return same(known, item); }))
            into.push_back(item);
    }
}

void uniteField(Atelier &into, const Atelier &from, const QString &field)
{
    if (field == u"equipment") {
        unite(into.equipment, from.equipment, [](const EquipmentItem &a, const EquipmentItem &b) {
            return a.id.isEmpty() && b.id.isEmpty() ? a.raw == b.raw : a.id == b.id;
        });
        return;
    }
    QStringList &list = field == u"types" ? into.types : field == u"services" ? into.services : into.publics;
    const QStringList &more = field == u"types" ? from.types : field == u"services" ? from.services : from.publics;
    for (const QString &id : more) {
        if (!list.contains(id))
            list.append(id);
    }
}

/// The records that say something of a field, most believed first.
std::vector<const Statement *> ranked(const std::vector<Statement> &statements, const QString &field,
                                      const SourcePriorities &priorities)
{
    std::vector<const Statement *> speaking;
    for (const Statement &statement : statements) {
        if (statement.values.contains(field))
            speaking.push_back(&statement);
    }
    const auto precision = [&field](const Statement *statement) {
        if (field != u"position")
            return 0;
        Atelier atelier;
        setFieldText(atelier, field, statement->values.value(field).toString());
        return -static_cast<int>(atelier.precision);
    };
    std::ranges::stable_sort(speaking, [&](const Statement *a, const Statement *b) {
        const bool goneA = !a->record->goneSince.isEmpty();
        const bool goneB = !b->record->goneSince.isEmpty();
        if (goneA != goneB)
            return goneB;
        if (const int pa = precision(a), pb = precision(b); pa != pb)
            return pa < pb;
        const int ra = priorities.rank(field, a->record->source);
        const int rb = priorities.rank(field, b->record->source);
        if (ra != rb)
            return ra < rb;
        return a->record->asOf > b->record->asOf; // ISO dates; unknown last
    });
    return speaking;
}

void settle(Atelier &atelier, const QString &field, const std::vector<Statement> &statements,
            const SourcePriorities &priorities)
{
    for (const Statement &statement : statements) {
        if (statement.record->source == kByHand && statement.values.contains(field)) {
            setFieldText(atelier, field, statement.values.value(field).toString());
            return;
        }
    }
    const std::vector<const Statement *> speaking = ranked(statements, field, priorities);
    if (speaking.empty())
        return;
    setFieldText(atelier, field, speaking.front()->values.value(field).toString());
    if (!isList(field))
        return;
    // A source may have the same machine twice, and means two; only what others add is compared.
    for (const Statement *statement : speaking) {
        Atelier one;
        if (setFieldText(one, field, statement->values.value(field).toString()))
            uniteField(atelier, one, field);
    }
}

/// What the fields would be by the records alone: the test for values that a person left behind without a record.
QStringList unexplainedFields(const Atelier &atelier, const SourcePriorities &priorities)
{
    const std::vector<Statement> statements = statementsOf(atelier);
    QStringList fields;
    for (const QString &field : mergedFields()) {
        if (isExplained(atelier, field, statements))
            continue;
        // A list may be the sum of what several records say.
        const bool said = std::ranges::any_of(
            statements, [&field](const Statement &statement) { return statement.values.contains(field); });
        Atelier settled = atelier;
        settle(settled, field, statements, priorities);
        if (!isList(field) || !said || !sameField(settled, atelier, field))
            fields.append(field);
    }
    return fields;
}

void settleAll(Atelier &atelier, const QStringList &kept, const SourcePriorities &priorities)
{
    const std::vector<Statement> statements = statementsOf(atelier);
    for (const QString &field : mergedFields()) {
        if (!kept.contains(field))
            settle(atelier, field, statements, priorities);
    }
}

/// The sources whose lists together hold every item of a list; none when an item comes from elsewhere.
QStringList sourcesTogether(const Atelier &atelier, const QString &field)
{
    QStringList sources;
    if (!isList(field))
        return sources;
    Atelier all;
    for (const Statement &statement : statementsOf(atelier)) {
        Atelier one;
        if (!statement.values.contains(field) || !setFieldText(one, field, statement.values.value(field).toString()))
            continue;
        uniteField(all, one, field);
        if (!sources.contains(statement.record->source))
            sources.append(statement.record->source);
    }
    const QString known = fieldText(all, field);
    uniteField(all, atelier, field);
    return fieldText(all, field) == known ? sources : QStringList();
}

bool isSameRecord(const Provenance &a, const Provenance &b)
{
    return a.source == b.source && a.recordKey == b.recordKey && (!a.recordKey.isEmpty() || a.url == b.url);
}

} // namespace

SourcePriorities SourcePriorities::fromJson(const QString &json)
{
    SourcePriorities priorities;
    const QJsonObject object = objectOf(json);
    for (auto it = object.begin(); it != object.end(); ++it) {
        QStringList sources;
        for (const QJsonValue &source : it->toArray())
            sources.append(source.toString());
        priorities.set(it.key(), sources);
    }
    return priorities;
}

QString SourcePriorities::toJson() const
{
    QJsonObject object;
    for (auto it = m_sources.begin(); it != m_sources.end(); ++it)
        object.insert(it.key(), QJsonArray::fromStringList(*it));
    return jsonOf(object);
}

void SourcePriorities::set(const QString &field, const QStringList &sources)
{
    if (sources.isEmpty())
        m_sources.remove(field);
    else
        m_sources.insert(field, sources);
}

int SourcePriorities::rank(const QString &field, const QString &source) const
{
    for (const QString &key : {field, QString()}) {
        const auto found = m_sources.constFind(key);
        if (found == m_sources.constEnd())
            continue;
        const qsizetype at = found->indexOf(source);
        return at < 0 ? std::numeric_limits<int>::max() : static_cast<int>(at);
    }
    return std::numeric_limits<int>::max();
}

QString valuesToJson(const Atelier &atelier)
{
    QJsonObject values;
    for (const QString &field : mergedFields()) {
        const QString text = fieldText(atelier, field);
        if (!text.isEmpty())
            values.insert(field, text);
    }
    return jsonOf(values);
}

Atelier withRecord(Atelier atelier, const Provenance &record, const SourcePriorities &priorities)
{
    const QStringList kept = unexplainedFields(atelier, priorities);
    const auto known = std::ranges::find_if(atelier.provenance,
                                            [&record](const Provenance &other) { return isSameRecord(other, record); });
    QJsonObject withdrawn;
    if (known == atelier.provenance.end()) {
        atelier.provenance.push_back(record);
    } else {
        withdrawn = objectOf(known->values);
        *known = record;
    }
    settleAll(atelier, kept, priorities);
    // What only the former record said, and nobody says any more, is no longer known.
    const std::vector<Statement> statements = statementsOf(atelier);
    for (auto it = withdrawn.begin(); it != withdrawn.end(); ++it) {
        const bool said =
            std::ranges::any_of(statements, [&it](const Statement &one) { return one.values.contains(it.key()); });
        if (!said && !kept.contains(it.key()) && mergedFields().contains(it.key()))
            copyField(atelier, Atelier{}, it.key());
    }
    return atelier;
}

Atelier united(Atelier kept, const Atelier &other, const SourcePriorities &priorities)
{
    const QStringList own = unexplainedFields(kept, priorities);
    const QStringList others = unexplainedFields(other, priorities);
    for (const Provenance &record : other.provenance) {
        const auto known = std::ranges::find_if(
            kept.provenance, [&record](const Provenance &mine) { return isSameRecord(mine, record); });
        if (known == kept.provenance.end()) {
            kept.provenance.push_back(record);
        } else if (record.source == kByHand) {
            // Both were edited: what a person said of the kept one stands, what was said only of the other joins it.
            QJsonObject values = objectOf(record.values);
            const QJsonObject mine = objectOf(known->values);
            for (auto it = mine.begin(); it != mine.end(); ++it)
                values.insert(it.key(), *it);
            known->values = jsonOf(values);
        }
    }
    settleAll(kept, own, priorities);
    for (const QString &field : mergedFields()) {
        if (fieldText(kept, field).isEmpty())
            copyField(kept, other, field);
        else if (isList(field) && others.contains(field) && !own.contains(field))
            uniteField(kept, other, field);
    }
    for (const PersonalDatum &datum : other.personal) {
        if (std::ranges::find(kept.personal, datum) == kept.personal.end())
            kept.personal.push_back(datum);
    }
    return kept;
}

Atelier resettled(Atelier atelier, const SourcePriorities &before, const SourcePriorities &after)
{
    settleAll(atelier, unexplainedFields(atelier, before), after);
    return atelier;
}

void noteByHand(const Atelier &before, Atelier &after, const QString &date)
{
    QJsonObject changed;
    for (const QString &field : mergedFields()) {
        if (!sameField(before, after, field))
            changed.insert(field, fieldText(after, field));
    }
    if (changed.isEmpty())
        return;
    auto known = std::ranges::find(after.provenance, kByHand, &Provenance::source);
    if (known == after.provenance.end()) {
        after.provenance.push_back(
            {.source = kByHand, .recordKey = {}, .url = {}, .licence = {}, .asOf = {}, .values = {}});
        known = std::prev(after.provenance.end());
    }
    QJsonObject values = objectOf(known->values);
    for (auto it = changed.begin(); it != changed.end(); ++it)
        values.insert(it.key(), *it);
    known->values = jsonOf(values);
    known->asOf = date;
}

std::vector<FieldValue> valuesOf(const Atelier &atelier, const QString &field)
{
    const QString present = fieldText(atelier, field);
    std::vector<FieldValue> values;
    bool explained = present.isEmpty();
    for (const Statement &statement : statementsOf(atelier)) {
        if (!statement.values.contains(field))
            continue;
        const bool byHand = statement.record->source == kByHand;
        const QString text = statement.values.value(field).toString();
        values.push_back({.source = byHand ? QString() : statement.record->source,
                          .text = text,
                          .asOf = statement.record->asOf,
                          .licence = statement.record->licence,
                          .byHand = byHand,
                          .present = text == present,
                          .gone = !statement.record->goneSince.isEmpty()});
        explained = explained || text == present;
    }
    if (explained)
        return values;
    const QStringList together = sourcesTogether(atelier, field);
    values.insert(values.begin(), {.source = together.join(QStringLiteral(" + ")),
                                   .text = present,
                                   .asOf = {},
                                   .licence = {},
                                   .byHand = together.isEmpty(),
                                   .present = true});
    return values;
}

} // namespace repere::directory
