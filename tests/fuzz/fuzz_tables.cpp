// Separated text: our own CSV, and anything through a guessed mapping.
#include "fuzz/fuzzing.h"

using namespace repere;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray content(reinterpret_cast<const char *>(data), qsizetype(size));
    const exchange::ReadRequest request{{fuzz::inputFile(content, QStringLiteral("csv"))}, {}};
    for (const char *format : {"table", "repere-csv"})
        fuzz::readToTheEnd(request, QString::fromLatin1(format), size + 1);
    return 0;
}
