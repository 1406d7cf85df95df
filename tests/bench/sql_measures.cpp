#include "bench/sql_measures.h"

#include "bench/generator.h"
#include "bench/usual.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QHash>

namespace repere::bench {

using namespace Qt::StringLiterals;
using catalogue::Catalogue;

namespace {

/// What a facet is called in the tables here.
constexpr std::array<const char *, kFacetCount> kNames = {"region", "departement", "type",   "equipment",
                                                          "status", "public",      "service"};
constexpr std::array kInRow = {Facet::Region, Facet::Departement, Facet::Status}; // one value an atelier: a column
constexpr std::array kApart = {Facet::Type, Facet::Equipment, Facet::Public, Facet::Service};

std::string nameOf(Facet facet)
{
    return kNames[static_cast<std::size_t>(facet)];
}

/// The same ateliers in SQLite, as well as it can: small numbers instead of words, every question with an index.
class SqlCatalogue
{
public:
    explicit SqlCatalogue(const catalogue::Dictionaries &dictionaries)
        : m_database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
    {
        for (const Facet facet : kFacets) {
            for (const QString &value : dictionaries.values[static_cast<std::size_t>(facet)])
                number(facet, value);
        }
        m_database.exec("CREATE TABLE atelier(id INTEGER PRIMARY KEY, region INT, departement INT, status INT,"
                        " latitude REAL, longitude REAL, year INT);"
                        "CREATE VIRTUAL TABLE position USING rtree(id, west, east, south, north)");
        for (const Facet facet : kApart)
            m_database.exec("CREATE TABLE " + nameOf(facet)
                            + "(value INT, atelier INT, PRIMARY KEY(value, atelier)) WITHOUT ROWID");
        m_database.exec("BEGIN");
    }

    void add(const Atelier &atelier)
    {
        SQLite::Statement &row = statement("INSERT INTO atelier VALUES(?, ?, ?, ?, ?, ?, ?)");
        row.bind(1, atelier.id);
        bindValue(row, 2, Facet::Region, atelier.region);
        bindValue(row, 3, Facet::Departement, atelier.departement);
        bindValue(row, 4, Facet::Status, atelier.status);
        if (atelier.point) {
            row.bind(5, atelier.point->latitude);
            row.bind(6, atelier.point->longitude);
            SQLite::Statement &position = statement("INSERT INTO position VALUES(?, ?, ?, ?, ?)");
            position.bind(1, atelier.id);
            position.bind(2, atelier.point->longitude);
            position.bind(3, atelier.point->longitude);
            position.bind(4, atelier.point->latitude);
            position.bind(5, atelier.point->latitude);
            position.exec();
        }
        if (const auto year = atelier.asOfYear())
            row.bind(7, *year);
        row.exec();
        addValues(Facet::Type, atelier.id, atelier.types);
        addValues(Facet::Equipment, atelier.id, atelier.equipmentIds());
        addValues(Facet::Public, atelier.id, atelier.publics);
        addValues(Facet::Service, atelier.id, atelier.services);
    }

    void finish()
    {
        m_statements.clear();
        for (const Facet facet : kInRow)
            m_database.exec("CREATE INDEX atelier_" + nameOf(facet) + " ON atelier(" + nameOf(facet) + ")");
        for (const Facet facet : kApart)
            m_database.exec("CREATE INDEX " + nameOf(facet) + "_atelier ON " + nameOf(facet) + "(atelier, value)");
        m_database.exec("COMMIT; ANALYZE");
    }

    /// How many satisfy the filter, and the known values of every facet.
    struct Counts {
        int count = 0;
        std::array<QHash<QString, int>, kFacetCount> facets;
    };
    Counts counts(const Filter &filter)
    {
        Counts counts;
        const std::string all = condition(filter, std::nullopt);
        if (all.empty()) {
            counts.count = integer("SELECT count(*) FROM atelier");
        } else { // what satisfies everything is found once
            m_database.exec("CREATE TEMP TABLE hit(id INTEGER PRIMARY KEY);"
                            "INSERT INTO hit SELECT id FROM atelier WHERE "
                            + all);
            counts.count = integer("SELECT count(*) FROM hit");
        }
        for (const Facet facet : kFacets) {
            const bool inRow = std::ranges::contains(kInRow, facet);
            const bool ownIgnored = facet != Facet::Equipment || filter.anyEquipment;
            std::string which;
            if (!filter[facet].isEmpty() && ownIgnored)
                which = condition(filter, facet);
            else if (!all.empty())
                which = "id IN hit";
            std::string sql = inRow ? "SELECT " + nameOf(facet) + ", count(*) FROM atelier"
                                    : "SELECT value, count(*) FROM " + nameOf(facet);
            if (!which.empty())
                sql += inRow ? " WHERE " + which
                             : " WHERE atelier IN "
                                   + (which == "id IN hit" ? "hit" : "(SELECT id FROM atelier WHERE " + which + ")");
            SQLite::Statement rows(m_database, sql + " GROUP BY 1");
            while (rows.executeStep()) {
                if (!rows.getColumn(0).isNull())
                    counts.facets[static_cast<std::size_t>(facet)].insert(
                        m_values[static_cast<std::size_t>(facet)].at(rows.getColumn(0).getInt()), rows.getColumn(1));
            }
        }
        m_database.exec("DROP TABLE IF EXISTS temp.hit");
        return counts;
    }

    /// How many lie in the box, by the R*Tree and then exactly: its numbers have 32 bits.
    int within(GeoBox box) { return integer("SELECT count(*) FROM atelier WHERE " + inBox(box)); }

private:
    int number(Facet facet, const QString &value)
    {
        QStringList &values = m_values[static_cast<std::size_t>(facet)];
        QHash<QString, int> &numbers = m_numbers[static_cast<std::size_t>(facet)];
        const auto found = numbers.constFind(value);
        if (found != numbers.cend())
            return *found;
        values.append(value);
        numbers.insert(value, static_cast<int>(values.size()) - 1);
        return static_cast<int>(values.size()) - 1;
    }

    SQLite::Statement &statement(const std::string &sql)
    {
        auto &made = m_statements[sql];
        if (!made)
            made = std::make_unique<SQLite::Statement>(m_database, sql);
        made->reset();
        made->clearBindings();
        return *made;
    }

    int integer(const std::string &sql) { return m_database.execAndGet(sql).getInt(); }

    void bindValue(SQLite::Statement &row, int index, Facet facet, const QString &value)
    {
        if (!value.isEmpty())
            row.bind(index, number(facet, value));
    }

    void addValues(Facet facet, AtelierId id, const QStringList &values)
    {
        for (const QString &value : values) {
            SQLite::Statement &row = statement("INSERT OR IGNORE INTO " + nameOf(facet) + " VALUES(?, ?)");
            row.bind(1, number(facet, value));
            row.bind(2, id);
            row.exec();
        }
    }

    /// One of the values of a facet; kUnknown: none.
    std::string has(Facet facet, const QString &value)
    {
        const bool inRow = std::ranges::contains(kInRow, facet);
        if (value == kUnknown)
            return inRow ? nameOf(facet) + " IS NULL" : "id NOT IN (SELECT atelier FROM " + nameOf(facet) + ")";
        const std::string wanted = std::to_string(number(facet, value));
        return inRow ? nameOf(facet) + " = " + wanted
                     : "id IN (SELECT atelier FROM " + nameOf(facet) + " WHERE value = " + wanted + ")";
    }

    static std::string inBox(GeoBox box)
    {
        const auto number = [](double value) { return QString::number(value, 'g', 17).toStdString(); };
        const std::string west = number(box.west), east = number(box.east), south = number(box.south),
                          north = number(box.north);
        return "id IN (SELECT id FROM position WHERE east >= " + west + " AND west <= " + east
               + " AND north >= " + south + " AND south <= " + north + ") AND longitude BETWEEN " + west + " AND "
               + east + " AND latitude BETWEEN " + south + " AND " + north;
    }

    /// All of the filter but the choice of one facet; empty: everything.
    std::string condition(const Filter &filter, std::optional<Facet> ignored)
    {
        std::vector<std::string> parts;
        for (const Facet facet : kFacets) {
            if (facet == ignored)
                continue;
            std::string any;
            const bool every = facet == Facet::Equipment && !filter.anyEquipment;
            for (const QString &value : filter[facet].values)
                any += (any.empty() ? "" : every ? " AND " : " OR ") + has(facet, value);
            if (!any.empty())
                parts.push_back("(" + any + ")");
            for (const QString &value : filter[facet].excluded)
                parts.push_back("(" + has(facet, value) + ") IS NOT TRUE");
        }
        if (filter.box)
            parts.push_back(inBox(*filter.box));
        if (filter.asOfAfter)
            parts.push_back("year > " + std::to_string(*filter.asOfAfter));
        std::string all;
        for (const std::string &part : parts)
            all += (all.empty() ? "" : " AND ") + part;
        return all;
    }

    SQLite::Database m_database;
    std::map<std::string, std::unique_ptr<SQLite::Statement>> m_statements;
    std::array<QStringList, kFacetCount> m_values;
    std::array<QHash<QString, int>, kFacetCount> m_numbers;
};

/// The first difference, for people; empty when there is none.
QString difference(const FilterCounts &ours, const SqlCatalogue::Counts &theirs)
{
    if (ours.count != theirs.count)
        return u"%1 ateliers, SQLite says %2"_s.arg(ours.count).arg(theirs.count);
    for (const Facet facet : kFacets) {
        for (const auto &[id, count] : ours[facet]) {
            const int other = theirs.facets[static_cast<std::size_t>(facet)].value(id);
            if (id != kUnknown && other != count)
                return u"%1 %2: %3 ateliers, SQLite says %4"_s.arg(facetKey(facet), id).arg(count).arg(other);
        }
    }
    return {};
}

} // namespace

Result<std::vector<Measure>> measureBesideSql(std::shared_ptr<const geography::Gazetteer> gazetteer,
                                              std::shared_ptr<const Vocabularies> vocabularies, int size,
                                              int repetitions)
try {
    const catalogue::Dictionaries dictionaries = dictionariesOf(*gazetteer, *vocabularies);
    Generator generator(gazetteer, vocabularies);
    Catalogue::Builder builder(dictionaries);
    SqlCatalogue sql(dictionaries);
    for (int i = 0; i < size; ++i) {
        const Atelier atelier = generator.next();
        builder.add(atelier);
        sql.add(atelier);
    }
    const auto ours = builder.build();
    sql.finish();

    std::vector<Sample> counting;
    std::vector<Sample> grouping;
    const Effort effort(repetitions);
    for (const Stopwatch all; effort.wantsMore(static_cast<int>(counting.size()), all);) {
        for (const Filter &filter : usualFilters(*vocabularies)) {
            if (filter.near)
                continue; // SQLite has no distances of its own
            const Stopwatch watch;
            const auto selection = ours->select(filter, {});
            counting.push_back(watch.read());
            const Stopwatch second;
            const auto counts = sql.counts(filter);
            grouping.push_back(second.read());
            if (const QString wrong = difference(selection.counts, counts); !wrong.isEmpty())
                return failure(ErrorCode::Internal, u"a filter of %1: %2"_s.arg(size).arg(wrong));
        }
    }
    std::vector<Measure> measures{summarise(u"counts of all facets"_s, size, counting, std::nullopt)};
    measures.back().peer = summarisePeer(u"SQLite GROUP BY"_s, grouping);

    for (const View &view : usualViews()) {
        Filter filter;
        filter.box = view.box;
        std::vector<Sample> own;
        const auto tree = effort.repeat([&, expected = ours->select(filter, {}).counts.count] {
            if (sql.within(view.box) != expected)
                throw std::runtime_error("the R*Tree finds other places in a view");
        });
        own = effort.repeat([&] { ours->select(filter, {}); });
        measures.push_back(
            summarise(u"places of a view at zoom %1, with all counts"_s.arg(view.zoom), size, own, std::nullopt));
        measures.back().peer = summarisePeer(u"SQLite R*Tree, only how many"_s, tree);
    }
    return measures;
} catch (const std::exception &error) {
    return failure(ErrorCode::Internal, u"SQLite: %1"_s.arg(QString::fromUtf8(error.what())));
}

} // namespace repere::bench
