#include "exchange/json_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

namespace repere::exchange {

TextPosition positionOf(const QByteArray &text, qsizetype byte)
{
    TextPosition position;
    const qsizetype end = std::clamp<qsizetype>(byte, 0, text.size());
    for (qsizetype i = 0; i < end; ++i) {
        if (text[i] == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) { // continuation bytes are no characters
            ++position.column;
        }
    }
    return position;
}

QString decoded(QByteArrayView utf8)
{
    if (!utf8.startsWith("\xEF\xBB\xBF"))
        return QString::fromUtf8(utf8);
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(utf8);
}

Result<nlohmann::ordered_json> parseJson(const QByteArray &text, const QString &fileName)
{
    try {
        return nlohmann::ordered_json::parse(text.cbegin(), text.cend());
    } catch (const nlohmann::json::parse_error &error) {
        // The library's position is the number of bytes read, the offending one included.
        const TextPosition position = positionOf(text, static_cast<qsizetype>(error.byte) - 1);
        return failure(
            ErrorCode::Unreadable,
            QCoreApplication::translate("Exchange", "%1, line %2, column %3: this is no valid JSON. Nothing was read.")
                .arg(fileName, QString::number(position.line), QString::number(position.column)));
    } catch (const std::exception &error) {
        return failure(ErrorCode::Unreadable,
                       QCoreApplication::translate("Exchange", "%1: cannot be read as JSON (%2). Nothing was read.")
                           .arg(fileName, QString::fromUtf8(error.what())));
    }
}

Result<nlohmann::ordered_json> readJsonFile(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return failure(ErrorCode::Missing,
                       QCoreApplication::translate("Exchange", "%1: this file does not exist.").arg(path));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorCode::Unreadable,
            QCoreApplication::translate("Exchange", "%1: cannot be opened (%2).").arg(path, file.errorString()));
    }
    return parseJson(file.readAll(), path);
}

} // namespace repere::exchange
