// What GDAL opens, with the name that its first bytes ask for: sheets, KML, GPX, GeoPackage.
#include "fuzz/fuzzing.h"

using namespace repere;

namespace {

QString suffixOf(const QByteArray &content)
{
    if (content.startsWith("PK")) {
        if (content.contains("xl/"))
            return QStringLiteral("xlsx");
        return content.contains("opendocument") ? QStringLiteral("ods") : QStringLiteral("zip");
    }
    if (content.startsWith("SQLite format 3"))
        return QStringLiteral("gpkg");
    return content.contains("<gpx") ? QStringLiteral("gpx") : QStringLiteral("kml");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray content(reinterpret_cast<const char *>(data), qsizetype(size));
    constexpr std::size_t kRowsOfASheet = 1 << 20; // a cell may say that it is in the last one
    fuzz::readToTheEnd({{fuzz::inputFile(content, suffixOf(content))}, {}}, QStringLiteral("ogr"),
                       kRowsOfASheet + size);
    return 0;
}
