#include "exchange/reader.h"

#include "exchange/connection.h"
#include "exchange/delimited_text.h"
#include "exchange/formats/registry.h"
#include "exchange/no_data.h"
#include "exchange/own_readers.h"
#include "exchange/table_mapping.h"

#include <QCoreApplication>
#include <QHash>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

QString idsOfFormats()
{
    QStringList ids;
    for (const InputFormat &format : inputFormats())
        ids.append(format.id);
    return ids.join(QStringLiteral(", "));
}

} // namespace

QString notImported()
{
    return Sentences::tr("not imported");
}

const std::vector<InputFormat> &inputFormats()
{
    static const std::vector<InputFormat> formats = {
        {QStringLiteral("repere-csv"), Sentences::tr("Repère CSV"), recogniseOwnCsv, openOwnCsv},
        {QStringLiteral("repere-geojson"), Sentences::tr("Repère GeoJSON"), recogniseOwnGeoJson, openOwnGeoJson},
#define REPERE_FORMAT_ROW(name) name(),
        REPERE_INPUT_FORMATS(REPERE_FORMAT_ROW)
#undef REPERE_FORMAT_ROW
            {QStringLiteral("table"), Sentences::tr("Table (CSV)"), recogniseTable, openTable},
        {QStringLiteral("geojson"), Sentences::tr("GeoJSON"), recogniseForeignGeoJson, openForeignGeoJson},
        {QStringLiteral("json"), Sentences::tr("JSON, a list of objects"), recogniseForeignJson, openForeignJson},
        {QStringLiteral("ogr"), Sentences::tr("Spreadsheet, GIS file or database"), recogniseForOgr, openWithOgr},
    };
    return formats;
}

Result<const InputFormat *> formatOf(const QString &path, const QString &formatId)
{
    if (!formatId.isEmpty()) {
        for (const InputFormat &format : inputFormats()) {
            if (format.id == formatId)
                return &format;
        }
        return failure(
            ErrorCode::Usage,
            Sentences::tr("\"%1\" is no format that can be read; known are %2.").arg(formatId, idsOfFormats()));
    }
    const Result<QByteArray> head = isConnection(path) ? QByteArray() : readHead(path);
    if (!head)
        return std::unexpected(head.error());
    const InputFormat *chosen = nullptr;
    int best = 0;
    for (const InputFormat &format : inputFormats()) {
        const int score = format.recognise(*head, path);
        if (score > best) {
            best = score;
            chosen = &format;
        }
    }
    // A publisher's own page ("overloaded") is his format's to explain, a zip may be a spreadsheet or a shape.
    constexpr int kSure = 60;
    if (best < kSure) {
        if (const QString why = whyNoData(*head, path); !why.isEmpty())
            return failure(ErrorCode::Unreadable, why);
    }
    if (!chosen) {
        return failure(
            ErrorCode::Unreadable,
            Sentences::tr("%1: no known format was recognised: no table, no JSON of a known publisher, nothing "
                          "that GDAL opens. Nothing was imported.")
                .arg(path));
    }
    return chosen;
}

Result<QList<QStringList>> joinedPaths(const QStringList &paths, const QString &formatId)
{
    QList<QStringList> groups;
    QHash<const InputFormat *, qsizetype> groupOf;
    for (const QString &path : paths) {
        const Result<const InputFormat *> format = formatOf(path, formatId);
        if (!format)
            return std::unexpected(format.error());
        if ((*format)->joinsFiles && groupOf.contains(*format)) {
            groups[groupOf.value(*format)].append(path);
            continue;
        }
        if ((*format)->joinsFiles)
            groupOf.insert(*format, groups.size());
        groups.append({path});
    }
    return groups;
}

Result<std::unique_ptr<Reader>> openReader(const ReadRequest &request, const QString &formatId)
{
    const QString &path = request.paths.front();
    const Result<const InputFormat *> format = formatOf(path, formatId);
    if (!format)
        return std::unexpected(format.error());
    if (!formatId.isEmpty() && !isConnection(path)) {
        if (const Result<QByteArray> head = readHead(path); !head)
            return std::unexpected(head.error());
    }
    return (*format)->open(request);
}

} // namespace repere::exchange
