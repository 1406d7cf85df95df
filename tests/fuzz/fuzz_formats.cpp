// The publishers' formats: the one that is recognised, and one that is forced on it (`--as`), chosen by the length of the
// input so that corpora are plain files.
#include "fuzz/fuzzing.h"

using namespace repere;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray content(reinterpret_cast<const char *>(data), qsizetype(size));
    const exchange::ReadRequest request{{fuzz::inputFile(content, QStringLiteral("txt"))}, {}};
    const auto recognised = exchange::formatOf(request.paths.front());
    fuzz::require(recognised || !recognised.error().message.isEmpty(), "an error has a message");
    if (recognised && (*recognised)->id != u"ogr") // fuzz_ogr's
        fuzz::readToTheEnd(request, (*recognised)->id, size + 1);
    const auto &formats = exchange::inputFormats();
    const exchange::InputFormat &forced = formats[size % formats.size()];
    if (forced.id != u"ogr" && (!recognised || *recognised != &forced))
        fuzz::readToTheEnd(request, forced.id, size + 1);
    return 0;
}
