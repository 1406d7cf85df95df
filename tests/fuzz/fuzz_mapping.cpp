// Profiles of column mappings: what is read is written and read again alike, and a table can be read through it.
#include "exchange/table_mapping.h"
#include "fuzz/fuzzing.h"

using namespace repere;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray content(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString name = QStringLiteral("profile.json");
    const auto mapping = exchange::mappingFromJson(content, name);
    if (!mapping) {
        fuzz::require(!mapping.error().message.isEmpty(), "an error has a message");
        return 0;
    }
    const auto again = exchange::mappingFromJson(exchange::mappingToJson(*mapping), name);
    fuzz::require(again && *again == *mapping, "a profile comes back as it was", again ? name : again.error().message);
    const QByteArray table = "nom;ville;latitude;longitude\nLe Tour;Pau;43,3;-0,37\n;;;\nL'Anvers;Foix;;\n";
    fuzz::readToTheEnd({{fuzz::inputFile(table, QStringLiteral("csv"))}, *mapping}, QStringLiteral("table"), 10);
    return 0;
}
