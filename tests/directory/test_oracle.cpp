// 300 random filters answered by the directory and by SQL on the same file: every count of every facet, the total, the ids.
#include "directory/support/fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QRandomGenerator>
#include <QTest>

#include <map>
#include <set>

using namespace repere;

namespace {

/// A word of the search text and, written by hand, what it means besides the full text.
struct Word {
    QString typed;
    QString match; ///< FTS5 expression
    QString also;  ///< SQL condition
};

const std::vector<Word> kWords = {
    {QStringLiteral("Brodeuse "), QStringLiteral("brodeuse"),
     QStringLiteral("instr(equipment_ids, '|embroidery-machine|')")},
    {QStringLiteral("li"), QStringLiteral("li*"), QString()},
    {QStringLiteral("Trotec "), QStringLiteral("trotec"), QStringLiteral("instr(equipment_ids, '|laser-cutter|')")},
    {QStringLiteral("Bretagne "), QStringLiteral("bretagne"), QStringLiteral("region = '53'")},
    {QStringLiteral("Saint "), QStringLiteral("saint"), QStringLiteral("departement IN ('93', '975', '977', '978')")},
};

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
QString otherConditions(const Filter &filter, const std::vector<Word> &words)
{
    QStringList parts = {QStringLiteral("1")};
    for (const Word &word : words) {
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

} // namespace

class TestOracle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void filtersAgreeWithSql_data();
    void filtersAgreeWithSql();

private:
    Filter randomFilter(QRandomGenerator &random, std::vector<Word> &words);

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<directory::Directory> m_directory;
    std::unique_ptr<SQLite::Database> m_db;
};

void TestOracle::initTestCase()
{
    m_path = m_folder.filePath(QStringLiteral("oracle.gpkg"));
    m_directory = test::newStarterFile(m_path);
    const QString csv = m_folder.filePath(QStringLiteral("random.csv"));
    test::writeRandomCsv(csv, 1500, 7);
    JobContext job;
    const ImportReport report = test::orDie(m_directory->import({.files = {csv}}, job));
    for (const ImportReport::Rejection &r : report.rejections)
        qWarning() << r.line << r.column << r.value << r.cause;
    QCOMPARE(report.added, 1500);
    m_db = std::make_unique<SQLite::Database>(m_path.toStdString(), SQLite::OPEN_READONLY);
}

Filter TestOracle::randomFilter(QRandomGenerator &random, std::vector<Word> &words)
{
    Filter filter;
    const FilterCounts all = test::orDie(m_directory->search({}))->counts();
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
        words.push_back(kWords[static_cast<std::size_t>(random.bounded(static_cast<int>(kWords.size())))]);
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

void TestOracle::filtersAgreeWithSql_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 300; ++seed)
        QTest::addRow("filter %u", seed) << seed;
}

void TestOracle::filtersAgreeWithSql()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    std::vector<Word> words;
    const Filter filter = randomFilter(random, words);
    const auto result = test::orDie(m_directory->search(filter));
    const FilterCounts &counts = result->counts();

    const QString others = otherConditions(filter, words);
    std::set<AtelierId> expected;
    SQLite::Statement ids(
        *m_db, QStringLiteral("SELECT id FROM atelier WHERE %1").arg(whereAllBut({}, filter, others)).toStdString());
    while (ids.executeStep())
        expected.insert(ids.getColumn(0).getInt64());
    const auto found = result->ids();
    if (std::set<AtelierId>(found.begin(), found.end()) != expected)
        qWarning().noquote() << "SQL:" << whereAllBut({}, filter, others) << found.size() << expected.size();
    QCOMPARE(std::set<AtelierId>(found.begin(), found.end()), expected);
    QCOMPARE(counts.count, static_cast<int>(expected.size()));
    QCOMPARE(counts.total, m_db->execAndGet("SELECT count(*) FROM atelier").getInt());

    for (const Facet facet : kFacets) {
        const bool ownChoiceCounts = facet == Facet::Equipment && !filter.anyEquipment;
        auto bySql = countsBySql(*m_db, facet,
                                 whereAllBut(ownChoiceCounts ? std::nullopt : std::optional(facet), filter, others));
        for (const FacetCount &value : counts[facet]) {
            QVERIFY2(value.count == bySql[value.id], qPrintable(QStringLiteral("%1 %2: %3, SQL %4")
                                                                    .arg(facetKey(facet), value.id)
                                                                    .arg(value.count)
                                                                    .arg(bySql[value.id])));
            bySql.erase(value.id);
        }
        for (const auto &[id, count] : bySql)
            QVERIFY2(count == 0, qPrintable(facetKey(facet) + u' ' + id));
    }
    const auto base = countsBySql(*m_db, Facet::Equipment, whereAllBut(Facet::Equipment, filter, others));
    const auto unknown = base.find(QString::fromUtf16(kUnknown));
    QCOMPARE(counts.unknownEquipmentAmong, unknown == base.end() ? 0 : unknown->second);
}

QTEST_GUILESS_MAIN(TestOracle)
#include "test_oracle.moc"
