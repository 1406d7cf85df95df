#pragma once

#include "exchange/writer.h"

#include <QString>

#include <optional>
#include <span>

namespace repere::exchange {

/// The columns of all tables in and out: one list for writers and readers.
enum class ColumnId {
    Id,
    Uid,
    Name,
    Types,
    Status,
    Address,
    Postcode,
    City,
    Insee,
    Departement,
    Region,
    Latitude,
    Longitude,
    Position,
    PositionSource,
    Distance,
    Equipment,
    EquipmentRaw,
    Services,
    Publics,
    Website,
    Email,
    Phone,
    OpeningHours,
    Founded,
    Surface,
    Organisation,
    Notes,
    AsOf,
    Evidence,
    Sources,
    EquipmentDetails,
    Provenance,
    Personal ///< only where people asked for it
};
inline constexpr std::size_t kColumnCount = static_cast<std::size_t>(ColumnId::Personal) + 1;

enum class ColumnKind { Text, Integer, Real };

struct ColumnSpec {
    ColumnId id;
    const char *key;    ///< JSON key
    const char *french; ///< heading, UTF-8
    const char *english;
    ColumnKind kind;
};
std::span<const ColumnSpec> columnSpecs();
const ColumnSpec &specOf(ColumnId id);
/// By key.
std::optional<ColumnId> columnNamed(const QString &key);
/// By key or by heading in either language; case, accents and punctuation do not matter.
std::optional<ColumnId> columnOfHeading(const QString &heading);

/// Excel-fr or open-data, in a word: how values are written.
struct CellStyle {
    bool labels = true; ///< words of the vocabularies rather than ids and codes
    bool french = true;
    bool decimalComma = true;
    bool frenchDates = true; ///< 31/05/2024 for a full date
};
CellStyle styleOf(const ExportOptions &options);

QString cellText(ColumnId column, const ExportedAtelier &line, const CellStyle &style, const LabelSource &labels);

/// The value of a column of kind Integer or Real; nullopt when unknown.
std::optional<double> cellNumber(ColumnId column, const ExportedAtelier &line);

/// The columns asked for, or all; an unknown key is an error of usage that names it. Personal comes with
/// options.personal only.
Result<std::vector<ColumnId>> chosenColumns(const ExportOptions &options);

QString headingOf(ColumnId column, const CellStyle &style);

/// How the column of sources names what a person typed.
inline const QString kByHandFrench = QStringLiteral("saisi à la main");
inline const QString kByHandEnglish = QStringLiteral("typed by hand");

/// Words for how a position is known, as written under a style.
QString precisionText(PositionPrecision precision, const CellStyle &style);

} // namespace repere::exchange
