#include "exchange/table_mapping.h"

#include "core/text.h"
#include "exchange/column_headings.h"
#include "exchange/column_profile.h"
#include "exchange/draft_filler.h"
#include "exchange/position_text.h"
#include "exchange/projector.h"
#include "exchange/table_source.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(ColumnGuess)
};

constexpr int kSampleRows = 200;
/// A field that values alone suggest, or a heading whose words are only contained, is worth showing from here on.
constexpr int kLeastConfidence = 40;

/// One possible use of one column.
struct Candidate {
    std::size_t column = 0;
    QString field;
    int confidence = 0;
    QString why;
};

/// How many of the values fit what a field asks; negative where a field asks nothing of its values.
double fitOf(const QString &field, const ColumnProfile &values)
{
    if (field == u"lat")
        return values.latitude;
    if (field == u"lon")
        return values.longitude;
    if (field == u"lat_lon")
        return values.pair;
    if (field == u"equipment_ticked")
        return values.tick;
    if (field == u"x")
        return values.planeX;
    if (field == u"y")
        return values.planeY;
    if (field == u"postcode")
        return values.postcode;
    if (field == u"insee")
        return values.insee;
    if (field == u"website" || field == u"record_url")
        return values.web;
    if (field == u"email" || field == u"person_email")
        return values.mail;
    if (field == u"phone" || field == u"person_phone")
        return values.phone;
    if (field == u"founded")
        return values.year + values.date;
    if (field == u"as_of")
        return values.date + values.year;
    if (field == u"surface")
        return values.number;
    if (field == u"name" || field == u"city" || field == u"person_name")
        return values.words;
    return -1;
}

QString percent(double share)
{
    return QString::number(qRound(share * 100));
}

class Guess
{
public:
    Guess(const TableDescription &table, const std::vector<TableRow> &rows) : m_table(table)
    {
        m_values.resize(static_cast<std::size_t>(table.headings.size()));
        for (const TableRow &row : rows) {
            if (row.problem)
                continue;
            ++m_rows;
            for (std::size_t i = 0; i < m_values.size(); ++i)
                m_values[i].append(row.cells.value(static_cast<qsizetype>(i)));
        }
        for (const QStringList &values : m_values)
            m_profiles.push_back(profileOf(values));
    }

    ColumnMapping mapping()
    {
        ColumnMapping mapping;
        mapping.encoding = m_table.encoding;
        mapping.separator = m_table.separator;
        mapping.hasHeadings = m_table.hasHeadings;
        mapping.layer = m_table.layer;
        mapping.crs = m_table.crs;
        mapping.sourceName = m_table.title;
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            mapping.columns.push_back({.heading = m_table.headings[static_cast<qsizetype>(i)],
                                       .field = {},
                                       .confidence = 0,
                                       .why = {},
                                       .samples = samplesOf(m_values[i])});
        }
        if (m_table.hasGeometry)
            m_taken += {QStringLiteral("lat"), QStringLiteral("lon"), QStringLiteral("lat_lon"), QStringLiteral("x"),
                        QStringLiteral("y")};
        else
            takePosition(mapping);
        takeRest(mapping);
        takeName(mapping);
        if (!m_table.hasHeadings)
            takeNeighbours(mapping);
        mapping.listSeparator = listSeparator(mapping);
        return mapping;
    }

private:
    void take(ColumnMapping &mapping, const Candidate &candidate)
    {
        ColumnMapping::Column &column = mapping.columns[candidate.column];
        column.field = candidate.field;
        column.confidence = candidate.confidence;
        column.why = candidate.why;
        m_taken.insert(candidate.field);
    }

    /// Latitude and longitude, whatever they are called: "Coord. X" is the latitude in one département's file. Columns whose
    /// values can be both halves of a position in France are tried both ways round; the better one wins, headings decide
    /// where both are as good.
    void takePosition(ColumnMapping &mapping)
    {
        double best = 0;
        std::optional<std::pair<Candidate, Candidate>> chosen;
        std::vector<std::size_t> numbers;
        for (std::size_t i = 0; i < m_profiles.size() && numbers.size() < 12; ++i) {
            const QString meaning = meaningOf(mapping.columns[i].heading).field;
            const bool isOther = !meaning.isEmpty() && !isCoordinate(meaning);
            // A column that calls itself latitude may hold words where the position is not known.
            const double wanted = isCoordinate(meaning) ? 0.2 : 0.8;
            if (m_profiles[i].filled > 0 && m_profiles[i].number > wanted && !isOther)
                numbers.push_back(i);
        }
        for (const std::size_t north : numbers) {
            for (const std::size_t east : numbers) {
                if (north == east)
                    continue;
                const double share = shareInFrance(north, east);
                const int heading =
                    headingScore(mapping, north, u"lat", u"y") + headingScore(mapping, east, u"lon", u"x");
                // Without headings only numbers with decimals are degrees.
                const bool degrees = m_profiles[north].fraction > 0.5 && m_profiles[east].fraction > 0.5;
                const double score = share + heading * 0.001;
                if (share < 0.5 || (heading <= 0 && !degrees) || score <= best)
                    continue;
                best = score;
                chosen = {candidate(mapping, north, u"lat", u"y", share),
                          candidate(mapping, east, u"lon", u"x", share)};
                if (meaningOf(mapping.columns[north].heading).field == u"lon"
                    || meaningOf(mapping.columns[east].heading).field == u"lat") {
                    // X and Y are used either way; "latitude" is a statement: each record then proposes the swap.
                    const QString why = Sentences::tr("the heading says it; the other way round %1 % of the positions "
                                                      "would be in France")
                                            .arg(percent(share));
                    chosen = {Candidate{east, QStringLiteral("lat"), 70, why},
                              Candidate{north, QStringLiteral("lon"), 70, why}};
                }
            }
        }
        if (chosen) {
            take(mapping, chosen->first);
            take(mapping, chosen->second);
            return;
        }
        takePlane(mapping, numbers);
    }

    static bool isCoordinate(const QString &field)
    {
        return field == u"lat" || field == u"lon" || field == u"x" || field == u"y";
    }

    /// The share of the rows whose two numbers are a position in France.
    double shareInFrance(std::size_t north, std::size_t east) const
    {
        int inside = 0;
        int filled = 0;
        for (qsizetype i = 0; i < m_values[north].size(); ++i) {
            const std::optional<double> latitude = degreesOf(m_values[north][i]);
            const std::optional<double> longitude = degreesOf(m_values[east][i]);
            if (!latitude || !longitude || (*latitude == 0 && *longitude == 0))
                continue;
            ++filled;
            inside += mayBeInFrance({*latitude, *longitude}) ? 1 : 0;
        }
        return filled == 0 ? 0 : double(inside) / filled;
    }

    int headingScore(const ColumnMapping &mapping, std::size_t column, QStringView degrees, QStringView plane) const
    {
        const HeadingMeaning meaning = meaningOf(mapping.columns[column].heading);
        if (!isCoordinate(meaning.field))
            return 0;
        return meaning.field == degrees ? 3 : meaning.field == plane ? 2 : 1;
    }

    Candidate candidate(const ColumnMapping &mapping, std::size_t column, QStringView degrees, QStringView plane,
                        double share) const
    {
        const int heading = headingScore(mapping, column, degrees, plane);
        const QString places = percent(share);
        if (heading >= 2) {
            return {column, degrees.toString(), share > 0.9 ? 95 : 80,
                    Sentences::tr("the heading says it, and %1 % of the positions are in France").arg(places)};
        }
        if (heading == 1) {
            return {
                column, degrees.toString(), 75,
                Sentences::tr("the heading says the other coordinate, but only so %1 % of the positions are in France")
                    .arg(places)};
        }
        return {column, degrees.toString(), 60, Sentences::tr("%1 % of the positions are in France").arg(places)};
    }

    static QString nameOf(const QString &system)
    {
        return system == u"EPSG:2154"    ? QStringLiteral("Lambert-93")
               : system == u"EPSG:27572" ? QStringLiteral("Lambert II")
               : system == u"EPSG:3857"  ? QStringLiteral("Web Mercator")
                                         : system;
    }

    /// Eastings and northings of a plane system, known by their size.
    void takePlane(ColumnMapping &mapping, const std::vector<std::size_t> &numbers)
    {
        for (const std::size_t x : numbers) {
            for (const std::size_t y : numbers) {
                if (x == y)
                    continue;
                std::vector<std::pair<double, double>> positions;
                for (qsizetype i = 0; i < m_values[x].size(); ++i) {
                    const std::optional<double> easting = numberOf(m_values[x][i]);
                    const std::optional<double> northing = numberOf(m_values[y][i]);
                    if (easting && northing)
                        positions.emplace_back(*easting, *northing);
                }
                const bool isNamed = meaningOf(mapping.columns[x].heading).field == u"x"
                                     && meaningOf(mapping.columns[y].heading).field == u"y";
                const QString system = planeSystemOf(positions, isNamed);
                if (system.isEmpty())
                    continue;
                const QString why = Sentences::tr("most values have the size of coordinates of %1").arg(nameOf(system));
                mapping.crs = system;
                take(mapping, {x, QStringLiteral("x"), isNamed ? 90 : 85, why});
                take(mapping, {y, QStringLiteral("y"), isNamed ? 90 : 85, why});
                return;
            }
        }
    }

    /// Words of these come from several columns at once.
    static bool isGathered(const QString &field)
    {
        static const QStringList several = {QStringLiteral("equipment"), QStringLiteral("equipment_ticked"),
                                            QStringLiteral("services"), QStringLiteral("notes"),
                                            QStringLiteral("person_name")};
        return several.contains(field);
    }

    /// All other fields: what headings say and values do not contradict, then what values alone suggest.
    void takeRest(ColumnMapping &mapping)
    {
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < m_profiles.size(); ++i) {
            addByHeading(mapping, i, candidates);
            addByValues(i, candidates);
        }
        std::ranges::stable_sort(candidates, std::greater(), &Candidate::confidence);
        for (const Candidate &candidate : candidates) {
            if (candidate.confidence < kLeastConfidence || !mapping.columns[candidate.column].field.isEmpty())
                continue;
            const bool again = m_taken.contains(candidate.field);
            const bool isPart = candidate.field == u"address" && isStreetIn(mapping, candidate.column);
            if (again && !isPart && !(isGathered(candidate.field) && candidate.confidence >= 80))
                continue;
            take(mapping, candidate);
        }
    }

    /// An address in several columns: this one or one already taken is a house number or "rue".
    static bool isStreetIn(const ColumnMapping &mapping, std::size_t column)
    {
        bool isPart = meaningOf(mapping.columns[column].heading).isStreetPart;
        for (const ColumnMapping::Column &taken : mapping.columns)
            isPart = isPart || (taken.field == u"address" && meaningOf(taken.heading).isStreetPart);
        return isPart;
    }

    /// What a heading means beside the others: in a list of contacts ("Nom;Prénom;Structure") the name is a person's.
    HeadingMeaning meaningIn(const ColumnMapping &mapping, std::size_t column) const
    {
        HeadingMeaning meaning = meaningOf(mapping.columns[column].heading);
        static const QStringList firstNames = {QStringLiteral("prenom"), QStringLiteral("prenoms"),
                                               QStringLiteral("first name"), QStringLiteral("firstname")};
        static const QStringList surnames = {QStringLiteral("nom"), QStringLiteral("name"), QStringLiteral("last name"),
                                             QStringLiteral("nom de famille")};
        static const QStringList mobiles = {QStringLiteral("portable"), QStringLiteral("mobile")};
        bool hasFirstName = false;
        bool hasOtherName = false;
        for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
            const QString heading = fold(mapping.columns[i].heading);
            hasFirstName = hasFirstName || firstNames.contains(heading);
            hasOtherName = hasOtherName
                           || (i != column && !surnames.contains(heading) && m_profiles[i].words > 0.5
                               && meaningOf(mapping.columns[i].heading).field == u"name");
        }
        if (!hasFirstName || !hasOtherName)
            return meaning;
        const QString heading = fold(mapping.columns[column].heading);
        if (surnames.contains(heading))
            meaning = {QStringLiteral("person_name"), 95};
        else if (mobiles.contains(heading))
            meaning = {QStringLiteral("person_phone"), 90};
        return meaning;
    }

    void addByHeading(const ColumnMapping &mapping, std::size_t column, std::vector<Candidate> &candidates) const
    {
        const HeadingMeaning meaning = meaningIn(mapping, column);
        const ColumnProfile &values = m_profiles[column];
        if (!m_table.hasHeadings || meaning.field.isEmpty() || isCoordinate(meaning.field))
            return;
        if (values.filled == 0 && m_rows > 0
            && !isGathered(meaning.field)) { // it yields to a column that says something
            candidates.push_back({column, meaning.field, kLeastConfidence, Sentences::tr("the heading says it")});
            return;
        }
        const double fit = values.filled == 0 ? -1 : fitOf(meaning.field, values);
        const bool isNamedSo = meaning.confidence >= 95; // "nom", "name": a chain has one name in many towns
        if (meaning.field == u"name" && !isNamedSo && values.filled > 2 && values.distinct < 0.3) {
            // "structure" and "fablab" with a few words that come again and again say the type, not the name.
            candidates.push_back({column, QStringLiteral("types"), 70,
                                  Sentences::tr("few different words, which come again and again")});
            return;
        }
        if (meaning.field == u"equipment_ticked" && fit < 0.8) { // "Laser: Trotec Speedy"
            if (values.words > 0.5)
                candidates.push_back({column, QStringLiteral("equipment"), 85, Sentences::tr("the heading says it")});
            return;
        }
        if (fit >= 0 && fit < 0.3)
            return; // the values contradict
        if (fit < 0) {
            candidates.push_back({column, meaning.field, meaning.confidence, Sentences::tr("the heading says it")});
            return;
        }
        const int confidence = fit >= 0.8 ? std::min(98, meaning.confidence + 3) : meaning.confidence - 15;
        candidates.push_back(
            {column, meaning.field, confidence,
             Sentences::tr("the heading says it, and %1 % of the values look like it").arg(percent(fit))});
    }

    void addByValues(std::size_t column, std::vector<Candidate> &candidates) const
    {
        const ColumnProfile &values = m_profiles[column];
        if (values.filled == 0)
            return;
        static const std::pair<const char *, double ColumnProfile::*> kinds[] = {
            {"email", &ColumnProfile::mail},
            {"website", &ColumnProfile::web},
            {"phone", &ColumnProfile::phone},
            {"lat_lon", &ColumnProfile::pair},
            {"postcode", &ColumnProfile::postcode}};
        for (const auto &[field, share] : kinds) {
            if (values.*share < 0.8)
                continue;
            candidates.push_back({column, QString::fromUtf8(field), 65,
                                  Sentences::tr("%1 % of the values look like it").arg(percent(values.*share))});
        }
    }

    /// A table without a heading for it still has names: the first column of words that are nearly all different, not too
    /// long, beside no other use.
    void takeName(ColumnMapping &mapping)
    {
        if (m_taken.contains(QStringLiteral("name")))
            return;
        std::optional<std::size_t> found;
        double best = 0;
        for (std::size_t i = 0; i < m_profiles.size(); ++i) {
            const ColumnProfile &values = m_profiles[i];
            const QString &field = mapping.columns[i].field;
            const bool isFree = field.isEmpty() || (field == u"record_key" && values.words > 0.9);
            if (!isFree || values.filled == 0 || values.words < 0.8 || values.length < 2 || values.length > 80)
                continue;
            // Earlier columns first: names stand before addresses and descriptions.
            const double score = values.distinct - 0.02 * double(i) - (values.length > 50 ? 0.2 : 0);
            if (score > best && (values.distinct > 0.7 || values.filled < 4)) {
                best = score;
                found = i;
            }
        }
        if (found) {
            take(mapping, {*found, QStringLiteral("name"), 50,
                           Sentences::tr("the first column of words that are nearly all different")});
        }
    }

    /// Without headings: words after the postcode are the commune, words before it the address.
    void takeNeighbours(ColumnMapping &mapping)
    {
        const auto postcode =
            std::ranges::find(mapping.columns, QStringLiteral("postcode"), &ColumnMapping::Column::field);
        if (postcode == mapping.columns.end())
            return;
        const auto at = static_cast<std::size_t>(postcode - mapping.columns.begin());
        const auto isFreeText = [&](std::size_t column) {
            return mapping.columns[column].field.isEmpty() && m_profiles[column].words > 0.8
                   && m_profiles[column].length < 60;
        };
        if (at + 1 < mapping.columns.size() && isFreeText(at + 1))
            take(mapping, {at + 1, QStringLiteral("city"), 50, Sentences::tr("words after the postcode")});
        if (at > 0 && isFreeText(at - 1))
            take(mapping, {at - 1, QStringLiteral("address"), 50, Sentences::tr("words before the postcode")});
    }

    QString listSeparator(const ColumnMapping &mapping) const
    {
        static const QStringList lists = {QStringLiteral("types"), QStringLiteral("equipment"),
                                          QStringLiteral("services"), QStringLiteral("publics")};
        for (const QChar separator : {u'|', u';'}) {
            for (std::size_t i = 0; i < m_values.size(); ++i) {
                if (lists.contains(mapping.columns[i].field) && m_values[i].join(QString()).contains(separator))
                    return QString(separator);
            }
        }
        return {};
    }

    const TableDescription &m_table;
    std::vector<QStringList> m_values; // by column
    std::vector<ColumnProfile> m_profiles;
    QSet<QString> m_taken;
    int m_rows = 0; ///< looked at
};

} // namespace

ColumnMapping guessMapping(TableSource &source, const std::vector<TableRow> &sample)
{
    return Guess(source.description(), sample).mapping();
}

Result<std::vector<TableRow>> sampleRows(TableSource &source)
{
    std::vector<TableRow> rows;
    while (std::ssize(rows) < kSampleRows) {
        TableRow row;
        const Result<bool> more = source.next(row);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace repere::exchange
