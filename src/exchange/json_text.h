#pragma once

#include "core/result.h"

#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QString>

#include <string>

namespace repere::exchange {

/// A whole JSON text. Errors name `fileName`, line and column of what cannot be read.
Result<nlohmann::ordered_json> parseJson(const QByteArray &text, const QString &fileName);
Result<nlohmann::ordered_json> readJsonFile(const QString &path);

/// 1-based line and column (in characters) of a byte of UTF-8 text.
struct TextPosition {
    std::int64_t line = 1;
    std::int64_t column = 1;
};
TextPosition positionOf(const QByteArray &text, qsizetype byte);

/// UTF-8 as it is: QString::fromUtf8 would drop a byte-order mark at the start of a value.
QString decoded(QByteArrayView utf8);
inline QString toQString(const std::string &text)
{
    return decoded(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
}
inline std::string toStdString(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return {utf8.constData(), static_cast<std::size_t>(utf8.size())};
}

} // namespace repere::exchange
