#pragma once

#include <QByteArray>
#include <QString>
#include <QStringDecoder>

#include <optional>

namespace repere::exchange {

/// The encodings of tables met in the wild. ISO 8859-1 is read as windows-1252, which has it but for control characters.
enum class TextEncoding { Utf8, Utf16, Windows1252, MacRoman };

/// "UTF-8", "UTF-16", "windows-1252", "macintosh": as ColumnMapping::encoding says them.
QString encodingName(TextEncoding encoding);
/// Also "latin1", "iso-8859-1", "cp1252", "utf8", "utf-16le", "macroman"…; nullopt for any other.
std::optional<TextEncoding> encodingNamed(const QString &name);

/// By byte-order mark, else UTF-8 where it is valid (a character cut at the end counts as such), else Mac OS Roman where French words say so, else
/// windows-1252.
TextEncoding detectEncoding(const QByteArray &head);

/// windows-1252 → text; the five bytes that it leaves undefined become the control characters of ISO 8859-1.
QString fromWindows1252(QByteArrayView bytes);

/// Mac OS Roman → text.
QString fromMacRoman(QByteArrayView bytes);

/// Turns a stream of any of the encodings into UTF-8, chunk by chunk.
class Utf8Stream
{
public:
    explicit Utf8Stream(TextEncoding encoding = TextEncoding::Utf8);
    /// A byte-order mark stays where UTF-8 has one; that of UTF-16 is taken off.
    QByteArray converted(const QByteArray &chunk);

private:
    TextEncoding m_encoding;
    QStringDecoder m_utf16;
};

} // namespace repere::exchange
