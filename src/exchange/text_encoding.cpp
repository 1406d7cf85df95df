#include "exchange/text_encoding.h"

#include <algorithm>
#include <array>

namespace repere::exchange {

namespace {

/// 0x80–0x9F of windows-1252 (the table of the WHATWG Encoding Standard).
constexpr std::array<char16_t, 32> kUpper = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

} // namespace

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return QStringLiteral("UTF-8");
    case TextEncoding::Utf16: return QStringLiteral("UTF-16");
    case TextEncoding::Windows1252: return QStringLiteral("windows-1252");
    }
    return {};
}

std::optional<TextEncoding> encodingNamed(const QString &name)
{
    QString key = name.toLower();
    key.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    if (key == u"utf8" || key == u"utf8bom" || key == u"ascii" || key == u"usascii")
        return TextEncoding::Utf8;
    if (key == u"utf16" || key == u"utf16le" || key == u"utf16be")
        return TextEncoding::Utf16;
    if (key == u"windows1252" || key == u"cp1252" || key == u"iso88591" || key == u"latin1" || key == u"iso885915")
        return TextEncoding::Windows1252;
    return std::nullopt;
}

TextEncoding detectEncoding(const QByteArray &head)
{
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF"))
        return TextEncoding::Utf16;
    QByteArrayView text = head;
    // A character of up to four bytes may be cut where the head ends.
    for (qsizetype cut = 0; cut < 4 && cut <= head.size(); ++cut) {
        if (text.chopped(cut).isValidUtf8())
            return TextEncoding::Utf8;
        const auto last = static_cast<unsigned char>(head.at(head.size() - cut - 1));
        if (last < 0x80)
            break;
    }
    return TextEncoding::Windows1252;
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::transform(bytes.begin(), bytes.end(), text.begin(), [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return QChar(code >= 0x80 && code < 0xA0 ? kUpper[code - 0x80] : char16_t(code));
    });
    return text;
}

Utf8Stream::Utf8Stream(TextEncoding encoding) : m_encoding(encoding), m_utf16(QStringDecoder::Utf16) {}

QByteArray Utf8Stream::converted(const QByteArray &chunk)
{
    switch (m_encoding) {
    case TextEncoding::Utf8: return chunk;
    case TextEncoding::Utf16: return QString(m_utf16.decode(chunk)).toUtf8();
    case TextEncoding::Windows1252: return fromWindows1252(chunk).toUtf8();
    }
    return chunk;
}

} // namespace repere::exchange
