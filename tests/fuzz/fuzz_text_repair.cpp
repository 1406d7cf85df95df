// Texts mended: what was mended needs no more mending, and no markup or script address gets through.
#include "core/text_repair.h"
#include "fuzz/fuzzing.h"

using namespace repere;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString plain = htmlToText(text);
    fuzz::require(plain.size() <= text.size() * 4 + 16, "plain text is no longer than its markup", plain);
    const QString mended = withoutMojibake(text);
    fuzz::require(mended.size() <= text.size(), "mojibake only shrinks", mended);
    const QString address = webAddress(text);
    fuzz::require(address.isEmpty() || address.startsWith(QStringLiteral("http://"), Qt::CaseInsensitive)
                      || address.startsWith(QStringLiteral("https://"), Qt::CaseInsensitive),
                  "a web address is one of the web", address);
    fuzz::require(webAddress(address) == address, "a web address stays", address);
    const QString phone = frenchPhone(text);
    fuzz::require(frenchPhone(phone) == phone, "a phone number stays", phone);
    (void)isPersonalEmail(text, plain);
    return 0;
}
