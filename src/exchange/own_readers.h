#pragma once

#include "exchange/reader.h"

#include <QByteArray>
#include <QString>

namespace repere::exchange {

int recogniseOwnCsv(const QByteArray &head, const QString &fileName);
Result<std::unique_ptr<Reader>> openOwnCsv(const ReadRequest &request);

int recogniseOwnGeoJson(const QByteArray &head, const QString &fileName);
Result<std::unique_ptr<Reader>> openOwnGeoJson(const ReadRequest &request);

/// "not imported"
QString notImported();

} // namespace repere::exchange
