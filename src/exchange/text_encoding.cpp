#include "exchange/text_encoding.h"

#include <algorithm>
#include <array>

namespace repere::exchange {

namespace {

/// 0x80–0x9F of windows-1252 (the table of the WHATWG Encoding Standard).
constexpr std::array<char16_t, 32> kWindowsUpper = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

/// 0x80–0xFF of Mac OS Roman (Apple's ROMAN.TXT, with the euro): what a spreadsheet on a Mac may still call CSV.
constexpr std::array<char16_t, 128> kMacUpper = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5,
    0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4,
    0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6,
    0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8, 0x221E, 0x00B1, 0x2264, 0x2265,
    0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF,
    0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044,
    0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
    0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9,
    0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
};

/// In French, é à è ç ù ê É of a Mac are bytes that windows-1252 uses for hardly any letter, and its own lie where a Mac has
/// capitals and signs that a text seldom has within a word.
bool looksLikeMacRoman(const QByteArray &head)
{
    static const QByteArray mac("\x83\x88\x8D\x8E\x8F\x90\x9D");
    static const QByteArray windows("\xE0\xE2\xE7\xE8\xE9\xEA\xEB\xEE\xEF\xF4\xF9\xFB");
    const auto at = [&head](qsizetype i) {
        return i >= 0 && i < head.size() ? static_cast<unsigned char>(head[i]) : static_cast<unsigned char>(' ');
    };
    const auto isLetter = [](unsigned char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    qsizetype ofMac = 0;
    qsizetype ofWindows = 0;
    for (qsizetype i = 0; i < head.size(); ++i) {
        // Alone among ASCII: of two in a row, one may be the lead of UTF-8 that is broken elsewhere.
        const unsigned char before = at(i - 1);
        const unsigned char after = at(i + 1);
        if (at(i) < 0x80 || before >= 0x80 || after >= 0x80 || !(isLetter(before) || isLetter(after)))
            continue;
        ofMac += mac.contains(head[i]);
        ofWindows += windows.contains(head[i]);
    }
    return ofMac > 2 * ofWindows;
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8: return QStringLiteral("UTF-8");
    case TextEncoding::Utf16: return QStringLiteral("UTF-16");
    case TextEncoding::Windows1252: return QStringLiteral("windows-1252");
    case TextEncoding::MacRoman: return QStringLiteral("macintosh");
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
    if (key == u"macintosh" || key == u"macroman" || key == u"mac")
        return TextEncoding::MacRoman;
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
    return looksLikeMacRoman(head) ? TextEncoding::MacRoman : TextEncoding::Windows1252;
}

QString fromWindows1252(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::transform(bytes.begin(), bytes.end(), text.begin(), [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return QChar(code >= 0x80 && code < 0xA0 ? kWindowsUpper[code - 0x80] : char16_t(code));
    });
    return text;
}

QString fromMacRoman(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::transform(bytes.begin(), bytes.end(), text.begin(), [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return QChar(code >= 0x80 ? kMacUpper[code - 0x80] : char16_t(code));
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
    case TextEncoding::MacRoman: return fromMacRoman(chunk).toUtf8();
    }
    return chunk;
}

} // namespace repere::exchange
