#include "exchange/csv_record.h"

#include "core/atelier_json.h"
#include "core/text.h"
#include "exchange/json_fields.h"
#include "exchange/json_text.h"
#include "exchange/own_readers.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

QStringList wordsOf(const QString &cell)
{
    QStringList words;
    for (const QStringView word : QStringView(cell).tokenize(u'|')) {
        if (const QStringView trimmed = word.trimmed(); !trimmed.isEmpty())
            words.append(trimmed.toString());
    }
    return words;
}

/// Words for the precision of a position in our own files, in both languages, and in the starter file.
std::optional<PositionPrecision> precisionOfWord(const QString &word)
{
    const QString folded = fold(word);
    static const std::pair<QStringList, PositionPrecision> table[] = {
        {{QStringLiteral("exact"), QStringLiteral("exacte"), QStringLiteral("adresse")}, PositionPrecision::Exact},
        {{QStringLiteral("approx"), QStringLiteral("approximate"), QStringLiteral("approximative"),
          QStringLiteral("source")},
         PositionPrecision::Approximate},
        {{QStringLiteral("commune"), QStringLiteral("suspect"), QString()}, PositionPrecision::Commune},
        {{QStringLiteral("none"), QStringLiteral("aucune")}, PositionPrecision::None},
    };
    for (const auto &[words, precision] : table) {
        if (words.contains(folded))
            return precision;
    }
    return std::nullopt;
}

/// Our own words say nothing of the source's.
bool isOwnPrecisionWord(const QString &word)
{
    const QString folded = fold(word);
    return folded.isEmpty() || precisionFromString(folded) || folded == u"exacte" || folded == u"approximative"
           || folded == u"approximate" || folded == u"aucune";
}

/// Why a text cannot be the value of a column.
using Problem = std::optional<QString>;

/// False when the cell holds something else than a number within the limits.
bool readNumber(const QString &cell, double least, double greatest, std::optional<double> &number)
{
    const QStringView trimmed = QStringView(cell).trimmed();
    number.reset();
    if (trimmed.isEmpty())
        return true;
    bool valid = false;
    double value = trimmed.toDouble(&valid);
    if (!valid) {
        QString text = trimmed.toString();
        for (char16_t space : {u' ', u'\u00A0', u'\u202F'})
            text.remove(QChar(space));
        text.replace(u',', u'.');
        value = text.toDouble(&valid);
    }
    if (!valid || !(value >= least && value <= greatest))
        return false;
    number = value;
    return true;
}

/// Latitude and longitude come one by one: the half not yet known is NaN.
bool readCoordinate(const QString &cell, double limit, double GeoPoint::*half, Atelier &atelier)
{
    std::optional<double> number;
    if (!readNumber(cell, -limit, limit, number))
        return false;
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    GeoPoint point = atelier.point.value_or(GeoPoint{unknown, unknown});
    point.*half = number.value_or(unknown);
    const bool nothing = std::isnan(point.latitude) && std::isnan(point.longitude);
    atelier.point = nothing ? std::nullopt : std::optional(point);
    return true;
}

Problem readYear(const QString &cell, std::optional<int> &year)
{
    std::optional<double> number;
    if (!readNumber(cell, 1, 9999, number) || (number && *number != std::floor(*number)))
        return Sentences::tr("a year was expected");
    year = number ? std::optional(static_cast<int>(*number)) : std::nullopt;
    return {};
}

Problem readDate(const QString &cell, QString &date)
{
    const std::optional<QString> iso = isoDate(cell.trimmed());
    if (!iso && !cell.trimmed().isEmpty())
        return Sentences::tr("this is no year and no date");
    date = iso.value_or(QString());
    return {};
}

Problem readPrecision(const QString &cell, PositionPrecision &precision)
{
    const std::optional<PositionPrecision> known = precisionOfWord(cell);
    if (!known)
        return Sentences::tr("none, commune, approx or exact was expected");
    precision = *known;
    return {};
}

template <typename Items> Problem readJson(const QString &cell, Result<Items> (*parse)(const QString &), Items &items)
{
    Result<Items> parsed = parse(cell);
    if (!parsed)
        return parsed.error().message;
    items = std::move(*parsed);
    return {};
}

std::vector<Provenance> provenanceOfSources(const QString &cell)
{
    std::vector<Provenance> records;
    for (const QString &words : wordsOf(cell)) {
        if (words == kByHandFrench || words == kByHandEnglish)
            continue; // says nothing without what was typed
        Provenance record;
        const bool isAddress =
            words.startsWith(QStringLiteral("http://")) || words.startsWith(QStringLiteral("https://"));
        (isAddress ? record.url : record.source) = words;
        records.push_back(std::move(record));
    }
    return records;
}

/// Puts the text of one cell into a draft.
Problem readCell(Draft &draft, ColumnId column, const QString &cell)
{
    Atelier &atelier = draft.atelier;
    switch (column) {
    case ColumnId::Id:
    case ColumnId::Distance: return {}; // the number belongs to the file it came from, the distance to a question
    case ColumnId::Uid:
        atelier.uid = cell.trimmed().toLower();
        return atelier.uid.isEmpty() || isUid(atelier.uid) ? Problem()
                                                           : Sentences::tr("32 hexadecimal digits were expected");
    case ColumnId::Name:
        atelier.name = cell;
        return cell.trimmed().isEmpty() ? Sentences::tr("the name is missing") : Problem();
    case ColumnId::Types: draft.typeWords = wordsOf(cell); return {};
    case ColumnId::Status: draft.statusWord = cell.trimmed(); return {};
    case ColumnId::Address: atelier.address = cell; return {};
    case ColumnId::Postcode: atelier.postcode = cell; return {};
    case ColumnId::City: atelier.city = cell; return {};
    case ColumnId::Insee: atelier.insee = cell; return {};
    case ColumnId::Departement: atelier.departement = cell; return {};
    case ColumnId::Region: atelier.region = cell; return {};
    case ColumnId::Latitude:
        return readCoordinate(cell, 90, &GeoPoint::latitude, atelier)
                   ? Problem()
                   : Sentences::tr("a latitude from -90 to 90 was expected");
    case ColumnId::Longitude:
        return readCoordinate(cell, 180, &GeoPoint::longitude, atelier)
                   ? Problem()
                   : Sentences::tr("a longitude from -180 to 180 was expected");
    case ColumnId::Position: return readPrecision(cell, atelier.precision);
    case ColumnId::PositionSource: atelier.positionSource = cell; return {};
    case ColumnId::Equipment:
    case ColumnId::EquipmentRaw: draft.equipmentWords = wordsOf(cell); return {};
    case ColumnId::Services: draft.serviceWords = wordsOf(cell); return {};
    case ColumnId::Publics: draft.publicWords = wordsOf(cell); return {};
    case ColumnId::Website: atelier.website = cell; return {};
    case ColumnId::Email: atelier.email = cell; return {};
    case ColumnId::Phone: atelier.phone = cell; return {};
    case ColumnId::OpeningHours: atelier.openingHours = cell; return {};
    case ColumnId::Founded: return readYear(cell, atelier.founded);
    case ColumnId::Surface:
        return readNumber(cell, 0, std::numeric_limits<double>::max(), atelier.surface)
                   ? Problem()
                   : Sentences::tr("a surface in square metres was expected");
    case ColumnId::Organisation: atelier.organisation = cell; return {};
    case ColumnId::Notes: atelier.notes = cell; return {};
    case ColumnId::AsOf: return readDate(cell, atelier.asOf);
    case ColumnId::Evidence: atelier.evidence = cell; return {};
    case ColumnId::Sources: atelier.provenance = provenanceOfSources(cell); return {};
    case ColumnId::EquipmentDetails: return readJson(cell, &equipmentFromJson, atelier.equipment);
    case ColumnId::Provenance: return readJson(cell, &provenanceFromJson, atelier.provenance);
    case ColumnId::Personal: return readJson(cell, &personalFromJson, draft.personal);
    }
    return {};
}

/// Reads the cells of one record into a draft.
class RecordReader
{
public:
    RecordReader(const CsvRecord &record, const CsvLayout &layout) : m_record(record), m_layout(layout) {}

    Draft read()
    {
        m_draft.line = m_record.line;
        m_draft.fields = m_layout.fields;
        if (isWellFormed())
            readCells();
        return std::move(m_draft);
    }

private:
    bool isWellFormed()
    {
        if (m_record.brokenQuote) {
            const auto cell = static_cast<std::size_t>(m_record.brokenCell);
            const bool known = m_record.brokenCell < m_layout.headings.size() && cell < m_record.cells.size();
            reject(known ? m_layout.headings[m_record.brokenCell] : QString(),
                   known ? QString::fromUtf8(m_record.cells[cell]) : QString(),
                   Sentences::tr("a quote is never closed, or closed before more text"));
        } else if (static_cast<qsizetype>(m_record.cells.size()) != m_layout.headings.size()) {
            reject(QString(), QString::number(m_record.cells.size()),
                   Sentences::tr("%1 cells were expected as in the headings").arg(m_layout.headings.size()));
        } else {
            for (std::size_t i = 0; i < m_record.cells.size(); ++i)
                checkBytes(m_record.cells[i], m_layout.headings[static_cast<qsizetype>(i)]);
        }
        return m_draft.rejections.empty();
    }
    void checkBytes(const QByteArray &cell, const QString &heading)
    {
        if (cell.isEmpty())
            return;
        if (cell.contains('\0'))
            reject(heading, QString::fromUtf8(cell).remove(QChar(u'\0')), Sentences::tr("the cell holds a NUL byte"));
        else if (!cell.isValidUtf8())
            reject(heading, QString::fromUtf8(cell), Sentences::tr("the cell is no valid UTF-8"));
    }
    void readCells()
    {
        // What says most wins: details over the words of the source over the readable list, and likewise for sources.
        const bool details = !isBlank(ColumnId::EquipmentDetails);
        const bool rawWords = !isBlank(ColumnId::EquipmentRaw);
        const bool provenance = !isBlank(ColumnId::Provenance);
        for (const ColumnSpec &spec : columnSpecs()) {
            const bool skipped =
                (spec.id == ColumnId::Equipment && (details || rawWords))
                || (spec.id == ColumnId::EquipmentRaw && (details || !rawWords))
                || (spec.id == ColumnId::Sources && provenance) || (spec.id == ColumnId::Provenance && !provenance)
                || (spec.id == ColumnId::Personal && isBlank(ColumnId::Personal))
                // What an empty cell says of a place is what a new draft says, except of these.
                || (bytes(spec.id).isEmpty() && spec.id != ColumnId::Name && spec.id != ColumnId::Position);
            if (!has(spec.id) || skipped)
                continue;
            const QString text = cell(spec.id);
            if (const Problem problem = readCell(m_draft, spec.id, text))
                reject(spec.id, text, *problem);
        }
        finishPosition();
    }
    void finishPosition()
    {
        Atelier &atelier = m_draft.atelier;
        if (atelier.point && !atelier.point->isValid()) {
            const ColumnId known = std::isnan(atelier.point->latitude) ? ColumnId::Longitude : ColumnId::Latitude;
            if (m_draft.rejections.empty()) // else the other one is wrong, which was said
                reject(known, cell(known), Sentences::tr("the other coordinate is missing"));
            atelier.point.reset();
        }
        if (!has(ColumnId::Position))
            atelier.precision = PositionPrecision::Exact;
        if (!atelier.point)
            atelier.precision = PositionPrecision::None;
        const QString word = cell(ColumnId::Position).trimmed();
        if (!has(ColumnId::PositionSource) && !isOwnPrecisionWord(word))
            atelier.positionSource = word;
    }
    void reject(const QString &column, const QString &value, const QString &cause)
    {
        m_draft.rejections.push_back({m_layout.file, m_record.line, column, shortened(value), cause, notImported()});
    }
    void reject(ColumnId column, const QString &value, const QString &cause)
    {
        reject(m_layout.headings[m_layout.cellOf[static_cast<std::size_t>(column)]], value, cause);
    }
    bool has(ColumnId column) const { return m_layout.cellOf[static_cast<std::size_t>(column)] >= 0; }
    QByteArrayView bytes(ColumnId column) const
    {
        const int index = m_layout.cellOf[static_cast<std::size_t>(column)];
        return index < 0 ? QByteArrayView() : m_record.cells[static_cast<std::size_t>(index)];
    }
    QString cell(ColumnId column) const { return withoutGuard(decoded(bytes(column))); }
    bool isBlank(ColumnId column) const
    {
        const QByteArrayView text = bytes(column);
        return text.isEmpty() || ((text.front() <= ' ' || text.front() > '~') && cell(column).trimmed().isEmpty());
    }

    const CsvRecord &m_record;
    const CsvLayout &m_layout;
    Draft m_draft;
};

} // namespace

Draft readRecord(const CsvRecord &record, const CsvLayout &layout)
{
    return RecordReader(record, layout).read();
}

Result<void> setField(Draft &draft, const QString &key, const QString &text)
{
    const std::optional<ColumnId> column = columnNamed(key);
    if (!column || column == ColumnId::Id || column == ColumnId::Uid || column == ColumnId::Distance
        || column == ColumnId::Personal) {
        return failure(ErrorCode::Usage,
                       Sentences::tr("\"%1\" is no field that can be set. Nothing was changed.").arg(key));
    }
    if (const Problem problem = readCell(draft, *column, text)) {
        return failure(ErrorCode::Usage,
                       Sentences::tr("%1, value \"%2\": %3. Nothing was changed.").arg(key, shortened(text), *problem));
    }
    if (!draft.fields.contains(key))
        draft.fields.append(key);
    return {};
}

} // namespace repere::exchange
