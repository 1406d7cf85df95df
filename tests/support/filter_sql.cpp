#include "support/filter_sql.h"

#include "core/geo_ring.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <set>

namespace repere::testing {

namespace {

const std::map<Facet, QString> kColumns = {
    {Facet::Region, QStringLiteral("region")},           {Facet::Departement, QStringLiteral("departement")},
    {Facet::Status, QStringLiteral("status")},           {Facet::Type, QStringLiteral("types")},
    {Facet::Equipment, QStringLiteral("equipment_ids")}, {Facet::Service, QStringLiteral("services")},
    {Facet::Public, QStringLiteral("publics")},
};

bool isList(Facet facet)
{
    return facet != Facet::Region && facet != Facet::Departement && facet != Facet::Status;
}

QString has(Facet facet, const QString &value)
{
    const QString &column = kColumns.at(facet);
    if (value == kUnknown)
        return QStringLiteral("(%1 IS NULL)").arg(column);
    return isList(facet) ? QStringLiteral("coalesce(instr(%1, '|%2|') > 0, 0)").arg(column, value)
                         : QStringLiteral("coalesce(%1 = '%2', 0)").arg(column, value);
}

QString condition(Facet facet, const Filter &filter)
{
    const FacetChoice &choice = filter[facet];
    QStringList wanted;
    for (const QString &value : choice.values)
        wanted.append(has(facet, value));
    const bool all = facet == Facet::Equipment && !filter.anyEquipment;
    QString sql = wanted.isEmpty() ? QStringLiteral("1")
                                   : u'(' + wanted.join(all ? QStringLiteral(" AND ") : QStringLiteral(" OR ")) + u')';
    for (const QString &value : choice.excluded)
        sql += QStringLiteral(" AND NOT ") + has(facet, value);
    return u'(' + sql + u')';
}

/// Everything but the facets.
QString otherConditions(const Filter &filter, const std::vector<SearchWord> &words)
{
    QStringList parts = {QStringLiteral("1")};
    for (const SearchWord &word : words) {
        QString sql =
            QStringLiteral("id IN (SELECT rowid FROM atelier_text WHERE atelier_text MATCH '%1')").arg(word.match);
        if (!word.also.isEmpty())
            sql += QStringLiteral(" OR coalesce(%1, 0)").arg(word.also);
        parts.append(u'(' + sql + u')');
    }
    if (!filter.communes.isEmpty()) {
        QStringList any;
        for (const QString &code : filter.communes)
            any.append(code == kUnknown ? QStringLiteral("insee IS NULL")
                                        : QStringLiteral("coalesce(insee = '%1', 0)").arg(code));
        parts.append(u'(' + any.join(QStringLiteral(" OR ")) + u')');
    }
    if (filter.near && filter.near->radiusMetres > 0) {
        parts.append(
            QStringLiteral("(lat IS NOT NULL AND 2 * 6371008.8 * asin(sqrt(pow(sin(radians(lat - %1) / 2), 2) + "
                           "cos(radians(%1)) * cos(radians(lat)) * pow(sin(radians(lon - %2) / 2), 2))) <= %3)")
                .arg(filter.near->centre.latitude, 0, 'g', 17)
                .arg(filter.near->centre.longitude, 0, 'g', 17)
                .arg(filter.near->radiusMetres, 0, 'g', 17));
    }
    if (filter.box) {
        parts.append(QStringLiteral("(lat BETWEEN %1 AND %2 AND lon BETWEEN %3 AND %4)")
                         .arg(filter.box->south, 0, 'g', 17)
                         .arg(filter.box->north, 0, 'g', 17)
                         .arg(filter.box->west, 0, 'g', 17)
                         .arg(filter.box->east, 0, 'g', 17));
    }
    if (filter.asOfAfter)
        parts.append(
            QStringLiteral("(as_of IS NOT NULL AND CAST(substr(as_of, 1, 4) AS INTEGER) > %1)").arg(*filter.asOfAfter));
    return parts.join(QStringLiteral(" AND "));
}

QString whereAllBut(std::optional<Facet> left, const Filter &filter, const QString &others)
{
    QString sql = others;
    for (const Facet facet : kFacets) {
        if (facet != left)
            sql += QStringLiteral(" AND ") + condition(facet, filter);
    }
    return sql;
}

std::map<QString, int> countsBySql(SQLite::Database &db, Facet facet, const QString &where)
{
    std::map<QString, int> counts;
    SQLite::Statement rows(
        db, QStringLiteral("SELECT %1 FROM atelier WHERE %2").arg(kColumns.at(facet), where).toStdString());
    while (rows.executeStep()) {
        if (rows.getColumn(0).isNull()) {
            ++counts[QString::fromUtf16(kUnknown)];
            continue;
        }
        const QString cell = QString::fromStdString(rows.getColumn(0).getString());
        for (const QString &value : cell.split(u'|', Qt::SkipEmptyParts))
            ++counts[value];
    }
    return counts;
}

std::set<AtelierId> idsBySql(SQLite::Database &db, const QString &where)
{
    std::set<AtelierId> ids;
    SQLite::Statement rows(db, QStringLiteral("SELECT id FROM atelier WHERE %1").arg(where).toStdString());
    while (rows.executeStep())
        ids.insert(rows.getColumn(0).getInt64());
    return ids;
}

/// The ids in an area, which SQL cannot draw: point by point.
QString insideOf(SQLite::Database &db, const GeoRing &area)
{
    const RingTest ring(area);
    QStringList ids;
    SQLite::Statement rows(db, "SELECT id, lat, lon FROM atelier WHERE lat IS NOT NULL");
    while (rows.executeStep()) {
        if (ring.holds(GeoPoint{rows.getColumn(1).getDouble(), rows.getColumn(2).getDouble()}))
            ids << QString::number(rows.getColumn(0).getInt64());
    }
    return QStringLiteral("id IN (%1)").arg(ids.join(u','));
}

QStringList facetDifferences(SQLite::Database &db, const FilterCounts &counts, const Filter &filter,
                             const QString &others)
{
    QStringList wrong;
    for (const Facet facet : kFacets) {
        const bool ownChoiceCounts = facet == Facet::Equipment && !filter.anyEquipment;
        auto bySql =
            countsBySql(db, facet, whereAllBut(ownChoiceCounts ? std::nullopt : std::optional(facet), filter, others));
        for (const FacetCount &value : counts[facet]) {
            if (value.count != bySql[value.id])
                wrong << QStringLiteral("%1 %2: %3, SQL %4")
                             .arg(facetKey(facet), value.id)
                             .arg(value.count)
                             .arg(bySql[value.id]);
            bySql.erase(value.id);
        }
        for (const auto &[id, count] : bySql)
            if (count != 0)
                wrong << QStringLiteral("%1 %2: not counted, SQL %3").arg(facetKey(facet), id).arg(count);
    }
    const auto base = countsBySql(db, Facet::Equipment, whereAllBut(Facet::Equipment, filter, others));
    const auto unknown = base.find(QString::fromUtf16(kUnknown));
    if (counts.unknownEquipmentAmong != (unknown == base.end() ? 0 : unknown->second))
        wrong << QStringLiteral("unknown equipment: %1").arg(counts.unknownEquipmentAmong);
    return wrong;
}

} // namespace

const std::vector<SearchWord> &searchWords()
{
    static const std::vector<SearchWord> words = {
        {QStringLiteral("Brodeuse "), QStringLiteral("brodeuse"),
         QStringLiteral("instr(equipment_ids, '|embroidery-machine|')")},
        {QStringLiteral("li"), QStringLiteral("li*"), QString()},
        {QStringLiteral("Trotec "), QStringLiteral("trotec"), QStringLiteral("instr(equipment_ids, '|laser-cutter|')")},
        {QStringLiteral("Bretagne "), QStringLiteral("bretagne"), QStringLiteral("region = '53'")},
        {QStringLiteral("Saint "), QStringLiteral("saint"),
         QStringLiteral("departement IN ('93', '975', '977', '978')")},
    };
    return words;
}

Filter randomFilter(QRandomGenerator &random, const FilterCounts &all, std::vector<SearchWord> &words)
{
    Filter filter;
    const auto pick = [&](Facet facet) {
        const auto &values = all[facet];
        // Often a frequent value, so that answers are not always empty.
        auto best = static_cast<std::size_t>(random.bounded(static_cast<int>(values.size())));
        for (int tries = 0; tries < 3 && values[best].count == 0; ++tries)
            best = static_cast<std::size_t>(random.bounded(static_cast<int>(values.size())));
        return values[best].id;
    };
    for (const Facet facet : kFacets) {
        if (random.bounded(3) != 0)
            continue;
        for (int left = random.bounded(4); left > 0; --left)
            filter[facet].values.append(pick(facet));
        if (random.bounded(4) == 0)
            filter[facet].excluded.append(pick(facet));
    }
    filter.anyEquipment = random.bounded(2) == 0;
    if (random.bounded(3) == 0) {
        words.push_back(
            searchWords()[static_cast<std::size_t>(random.bounded(static_cast<int>(searchWords().size())))]);
        filter.text = words.back().typed;
    }
    if (random.bounded(4) == 0)
        filter.near = Near{
            {43 + random.generateDouble() * 7, -2 + random.generateDouble() * 8}, 20000.0 + random.bounded(300000), {}};
    if (random.bounded(6) == 0)
        filter.box = GeoBox{-1 - random.generateDouble() * 4, 43, 2 + random.generateDouble() * 5,
                            46 + random.generateDouble() * 4};
    if (random.bounded(6) == 0)
        filter.asOfAfter = 2014 + random.bounded(12);
    if (random.bounded(12) == 0)
        filter.communes = {QString::fromUtf16(kUnknown), QStringLiteral("01004")};
    return filter;
}

QStringList differencesFromSql(SQLite::Database &database, const directory::SearchResult &result,
                               const std::vector<SearchWord> &words)
{
    const Filter &filter = result.filter();
    QString others = otherConditions(filter, words);
    if (filter.area)
        others += QStringLiteral(" AND ") + insideOf(database, *filter.area);
    const QString where = whereAllBut({}, filter, others);
    const std::set<AtelierId> expected = idsBySql(database, where);
    const auto found = result.ids();
    QStringList wrong;
    if (std::set<AtelierId>(found.begin(), found.end()) != expected)
        wrong << QStringLiteral("%1 ids, SQL %2: %3").arg(found.size()).arg(expected.size()).arg(where);
    if (result.count() != static_cast<int>(expected.size()))
        wrong << QStringLiteral("count %1, SQL %2").arg(result.count()).arg(expected.size());
    const int total = database.execAndGet("SELECT count(*) FROM atelier").getInt();
    if (result.counts().total != total)
        wrong << QStringLiteral("total %1, SQL %2").arg(result.counts().total).arg(total);
    return wrong + facetDifferences(database, result.counts(), filter, others);
}

} // namespace repere::testing
