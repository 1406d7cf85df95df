// GeoJSON of our own and of others.
#include "fuzz/fuzzing.h"

using namespace repere;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray content(reinterpret_cast<const char *>(data), qsizetype(size));
    const exchange::ReadRequest request{{fuzz::inputFile(content, QStringLiteral("geojson"))}, {}};
    for (const char *format : {"geojson", "repere-geojson", "maplab-bzh"})
        fuzz::readToTheEnd(request, QString::fromLatin1(format), size + 1);
    return 0;
}
