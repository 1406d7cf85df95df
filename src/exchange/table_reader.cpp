#include "exchange/table_mapping.h"

#include "core/text.h"
#include "exchange/connection.h"
#include "exchange/delimited_text.h"
#include "exchange/draft_filler.h"
#include "exchange/json_fields.h"
#include "exchange/own_readers.h"
#include "exchange/position_text.h"
#include "exchange/projector.h"
#include "exchange/table_source.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// Drafts of a table through a mapping.
class TableReader final : public Reader
{
public:
    explicit TableReader(std::unique_ptr<TableSource> source) : m_source(std::move(source)) {}

    /// With the mapping of the request, or a guess.
    Result<void> prepare(const ReadRequest &request)
    {
        m_path = withoutPassword(request.paths.front());
        const TableDescription &table = m_source->description();
        if (request.mapping && !request.mapping->columns.empty()) {
            Result<ColumnMapping> fitted = fittedMapping(*request.mapping, table.headings, table.hasHeadings, m_path);
            if (!fitted)
                return std::unexpected(fitted.error());
            m_mapping = std::move(*fitted);
        } else {
            Result<std::vector<TableRow>> sample = sampleRows(*m_source);
            if (!sample)
                return std::unexpected(sample.error());
            m_mapping = guessMapping(*m_source, *sample);
            m_sample = std::move(*sample);
        }
        const bool named = std::ranges::any_of(
            m_mapping.columns, [](const ColumnMapping::Column &column) { return column.field == u"name"; });
        if (!named) {
            return failure(
                ErrorCode::Unreadable,
                Sentences::tr(
                    "%1: no column could be taken for the names of places. Say which one it is with a mapping. "
                    "Nothing was imported.")
                    .arg(m_path));
        }
        if (m_mapping.sourceName.isEmpty())
            m_mapping.sourceName = table.title;
        const bool plane = std::ranges::any_of(m_mapping.columns, [](const ColumnMapping::Column &column) {
            return column.field == u"x" || column.field == u"y";
        });
        if (plane && !m_mapping.crs.isEmpty()) {
            Result<Projector> projector = Projector::make(m_mapping.crs);
            if (!projector)
                return std::unexpected(projector.error());
            m_projector.emplace(std::move(*projector));
        }
        return {};
    }

    SourceInfo source() const override
    {
        return {.name = m_mapping.sourceName, .licence = m_mapping.licence, .url = {}, .asOf = {}};
    }

    QStringList remarks() const override
    {
        QStringList lines;
        const TableDescription &table = m_source->description();
        if (table.layers.size() > 1) {
            lines.append(Sentences::tr("Of the layers %1, %2 was read.")
                             .arg(table.layers.join(QStringLiteral(", ")), table.layer));
        }
        for (const ColumnMapping::Column &column : m_mapping.columns) {
            if (column.field.isEmpty() && column.samples.isEmpty())
                continue; // nothing in it, nothing lost
            lines.append(column.field.isEmpty()
                             ? Sentences::tr("%1: left aside").arg(column.heading)
                             : Sentences::tr("%1 → %2 (%3)").arg(column.heading, column.field, column.why));
        }
        return lines;
    }

    Result<std::unique_ptr<Draft>> next() override
    {
        TableRow row;
        if (m_nextSample < m_sample.size()) {
            row = std::move(m_sample[m_nextSample++]);
        } else {
            const Result<bool> more = m_source->next(row);
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                return nullptr;
        }
        DraftFiller draft(m_path, row.line);
        const bool blank = std::ranges::all_of(row.cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (blank && (!row.problem || row.cells.size() <= 1))
            return draft.take();
        if (row.problem)
            return rejectedDraft(std::move(*row.problem));
        fill(row, draft);
        return draft.take();
    }

    double progress() const override { return m_source->progress(); }

private:
    QStringList words(const QString &cell) const
    {
        return m_mapping.listSeparator.isEmpty() ? QStringList(cell) : listOf(cell, m_mapping.listSeparator.front());
    }

    void fill(const TableRow &row, DraftFiller &draft)
    {
        QStringList address;
        QStringList more;
        QString latitude;
        QString longitude;
        QString x;
        QString y;
        QString position;
        QString key;
        QString url;
        for (std::size_t i = 0; i < m_mapping.columns.size(); ++i) {
            const QString &field = m_mapping.columns[i].field;
            const QString cell = row.cells.value(static_cast<qsizetype>(i)).trimmed();
            if (field.isEmpty() || cell.isEmpty())
                continue;
            if (field == u"address" || field == u"address_2") {
                if (!address.contains(cell) && !more.contains(cell))
                    (field == u"address" ? address : more).append(cell);
            } else if (field == u"equipment_ticked") {
                if (tickOf(cell) == true)
                    draft.equipment({m_mapping.columns[i].heading});
            } else if (field == u"country") {
                if (isForeignCountry(cell))
                    draft.reject(m_mapping.columns[i].heading, cell, notInFrance());
            } else if (field == u"lat") {
                latitude = cell;
            } else if (field == u"lon") {
                longitude = cell;
            } else if (field == u"lat_lon") {
                takePair(cell, latitude, longitude, x, y);
            } else if (field == u"x") {
                x = cell;
            } else if (field == u"y") {
                y = cell;
            } else if (field == u"position") {
                position = cell;
            } else if (field == u"record_key") {
                key = cell;
            } else if (field == u"record_url") {
                url = cell;
            } else {
                fillField(field, cell, draft);
            }
        }
        draft.key(key, url);
        draft.text("address", (QStringList(streetOf(std::move(address))) + more).join(QStringLiteral(", ")));
        const PositionPrecision precision = precisionOf(position);
        if (row.point) {
            draft.point(QString::number(row.point->latitude, 'g', 12), QString::number(row.point->longitude, 'g', 12),
                        precision, position);
        } else if (!latitude.isEmpty() || !longitude.isEmpty()) {
            draft.point(latitude, longitude, precision, position);
        } else if (const std::optional<GeoPoint> point = planePoint(x, y, draft)) {
            draft.point(QString::number(point->latitude, 'f', 7), QString::number(point->longitude, 'f', 7), precision,
                        position);
        }
    }

    /// An address in several columns, in one line: the house number first, then "rue", then its name.
    static QString streetOf(QStringList parts)
    {
        static const QRegularExpression number(
            QRegularExpression::anchoredPattern(QStringLiteral("[0-9]+\\s*(?:bis|ter|quater|[a-d])?")),
            QRegularExpression::CaseInsensitiveOption);
        static const QStringList ways = {
            QStringLiteral("rue"),      QStringLiteral("avenue"), QStringLiteral("place"), QStringLiteral("boulevard"),
            QStringLiteral("chemin"),   QStringLiteral("allee"),  QStringLiteral("quai"),  QStringLiteral("impasse"),
            QStringLiteral("route"),    QStringLiteral("cours"),  QStringLiteral("bd"),    QStringLiteral("square"),
            QStringLiteral("passage"),  QStringLiteral("av"),     QStringLiteral("pl"),    QStringLiteral("all"),
            QStringLiteral("imp"),      QStringLiteral("che"),    QStringLiteral("rte"),   QStringLiteral("zone"),
            QStringLiteral("faubourg"), QStringLiteral("ter"),    QStringLiteral("bis")};
        std::ranges::stable_partition(parts, [](const QString &part) { return number.match(part).hasMatch(); });
        QString street;
        bool goesOn = true;
        for (const QString &part : std::as_const(parts)) {
            street += (street.isEmpty() ? QString() : goesOn ? QStringLiteral(" ") : QStringLiteral(", ")) + part;
            goesOn = number.match(part).hasMatch() || ways.contains(fold(part));
        }
        return street;
    }

    /// A table seldom says how precise its positions are: then about there.
    static PositionPrecision precisionOf(const QString &word)
    {
        const QString folded = fold(word);
        if (folded == u"exact" || folded == u"exacte" || folded == u"adresse" || folded == u"housenumber")
            return PositionPrecision::Exact;
        return folded == u"commune" || folded == u"municipality" ? PositionPrecision::Commune
                                                                 : PositionPrecision::Approximate;
    }

    void fillField(const QString &field, const QString &cell, DraftFiller &draft) const
    {
        if (field == u"types")
            draft.types(words(cell));
        else if (field == u"equipment")
            draft.equipment(words(cell));
        else if (field == u"services")
            draft.services(words(cell));
        else if (field == u"publics")
            draft.publics(words(cell));
        else if (field == u"status")
            draft.status(cell);
        else if (field == u"founded")
            draft.founded(cell);
        else if (field == u"surface")
            draft.surface(cell);
        else if (field == u"as_of")
            draft.asOf(cell);
        else if (field == u"notes")
            draft.note(cell);
        else if (field == u"person_name")
            draft.person(PersonalDatum::Kind::Name, cell);
        else if (field == u"person_email")
            draft.person(PersonalDatum::Kind::Email, cell);
        else if (field == u"person_phone")
            draft.person(PersonalDatum::Kind::Phone, cell);
        else
            draft.text(field.toUtf8().constData(), cell);
    }

    /// Through the system of the mapping, or the one that the numbers have the size of.
    std::optional<GeoPoint> projected(double easting, double northing)
    {
        if (m_projector)
            return m_projector->toWgs84(easting, northing);
        const QString system = planeSystemOf(easting, northing);
        if (system.isEmpty())
            return GeoPoint{northing, easting};
        if (Result<Projector> projector = Projector::make(system))
            m_projector.emplace(std::move(*projector));
        return m_projector ? m_projector->toWgs84(easting, northing) : std::nullopt;
    }

    /// Both halves in one cell: degrees, or metres of a plane system.
    static void takePair(const QString &cell, QString &latitude, QString &longitude, QString &x, QString &y)
    {
        const std::optional<PositionPair> pair = positionPairOf(cell);
        if (!pair) {
            latitude = cell; // and so it is told
            return;
        }
        const bool isPlane = std::abs(pair->east.toDouble()) > 180 || std::abs(pair->north.toDouble()) > 90;
        (isPlane ? y : latitude) = pair->north;
        (isPlane ? x : longitude) = pair->east;
    }

    std::optional<GeoPoint> planePoint(const QString &x, const QString &y, DraftFiller &draft)
    {
        if (x.isEmpty() && y.isEmpty())
            return std::nullopt;
        const std::optional<double> easting = numberOf(x);
        const std::optional<double> northing = numberOf(y);
        std::optional<GeoPoint> point;
        if (easting && northing)
            point = projected(*easting, *northing);
        const bool isNothing = easting == 0.0 && northing == 0.0;
        if (point && point->isValid() && !isNothing)
            return point;
        draft.repair(QStringLiteral("lat"), shortened(x + u' ' + y), {},
                     Sentences::tr("this is no position of the system of coordinates"));
        return std::nullopt;
    }

    QString m_path;
    std::unique_ptr<TableSource> m_source;
    ColumnMapping m_mapping;
    std::optional<Projector> m_projector;
    std::vector<TableRow> m_sample; ///< rows read for the guess
    std::size_t m_nextSample = 0;
};

using OpenSource = Result<std::unique_ptr<TableSource>> (*)(const ReadRequest &);

Result<std::unique_ptr<Reader>> openMapped(const ReadRequest &request, OpenSource openSource)
{
    Result<std::unique_ptr<TableSource>> source = openSource(request);
    if (!source)
        return std::unexpected(source.error());
    auto reader = std::make_unique<TableReader>(std::move(*source));
    if (Result<void> prepared = reader->prepare(request); !prepared)
        return std::unexpected(prepared.error());
    return reader;
}

/// The source of a format that takes mappings.
Result<std::unique_ptr<TableSource>> openSourceOf(const ReadRequest &request, const QString &formatId)
{
    const Result<const InputFormat *> format = formatOf(request.paths.front(), formatId);
    if (!format)
        return std::unexpected(format.error());
    if ((*format)->open == &openTable)
        return openDelimitedSource(request);
    if ((*format)->open == &openForeignGeoJson)
        return openGeoJsonSource(request);
    if ((*format)->open == &openForeignJson)
        return openJsonSource(request);
    if ((*format)->open == &openWithOgr)
        return openOgrSource(request);
    return failure(ErrorCode::Usage, Sentences::tr("%1: the format \"%2\" has columns of its own and takes no mapping.")
                                         .arg(withoutPassword(request.paths.front()), (*format)->id));
}

} // namespace

Result<std::unique_ptr<Reader>> openTable(const ReadRequest &request)
{
    return openMapped(request, &openDelimitedSource);
}

Result<std::unique_ptr<Reader>> openForeignGeoJson(const ReadRequest &request)
{
    return openMapped(request, &openGeoJsonSource);
}

Result<std::unique_ptr<Reader>> openForeignJson(const ReadRequest &request)
{
    return openMapped(request, &openJsonSource);
}

Result<std::unique_ptr<Reader>> openWithOgr(const ReadRequest &request)
{
    return openMapped(request, &openOgrSource);
}

Result<ColumnMapping> guessMapping(const ReadRequest &request, const QString &formatId)
{
    ReadRequest fresh = request;
    if (fresh.mapping && fresh.mapping->columns.empty() && !fresh.mapping->hasHeadings)
        fresh.mapping->columns.push_back({}); // people said that there are no headings
    else if (fresh.mapping)
        fresh.mapping->columns.clear();
    const Result<std::unique_ptr<TableSource>> source = openSourceOf(fresh, formatId);
    if (!source)
        return std::unexpected(source.error());
    const Result<std::vector<TableRow>> rows = sampleRows(**source);
    if (!rows)
        return std::unexpected(rows.error());
    return guessMapping(**source, *rows);
}

Result<QStringList> layersOf(const QString &path)
{
    const Result<std::unique_ptr<TableSource>> source = openSourceOf({{path}, {}}, {});
    if (!source)
        return std::unexpected(source.error());
    return (*source)->description().layers;
}

Result<std::vector<Draft>> firstDrafts(const ReadRequest &request, int most, const QString &formatId)
{
    const Result<std::unique_ptr<Reader>> reader = openReader(request, formatId);
    if (!reader)
        return std::unexpected(reader.error());
    std::vector<Draft> drafts;
    while (std::ssize(drafts) < most) {
        Result<std::unique_ptr<Draft>> draft = (*reader)->next();
        if (!draft)
            return std::unexpected(draft.error());
        if (!*draft)
            break;
        drafts.push_back(std::move(**draft));
    }
    return drafts;
}

int recogniseTable(const QByteArray &head, const QString &)
{
    const bool utf16 = detectEncoding(head) == TextEncoding::Utf16;
    if (head.isEmpty() || (!utf16 && head.first(std::min<qsizetype>(head.size(), 512)).contains('\0')))
        return 0;
    const QByteArray text = head.trimmed();
    if (text.startsWith('{') || text.startsWith('[') || text.startsWith('<') || text.startsWith("PK\x03\x04"))
        return 0;
    const SniffedText sniffed = sniffText(head);
    if (sniffed.rows.empty())
        return 0;
    return sniffed.rows.front().size() > 1 ? 50 : 20;
}

} // namespace repere::exchange
