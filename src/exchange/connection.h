#pragma once

#include <QString>

namespace repere::exchange {

/// A database rather than a file: "PG:dbname=lieux".
bool isConnection(const QString &path);

/// What messages, reports and the history may show of a path: a connection without its password, everything else as it is.
QString withoutPassword(const QString &path);

} // namespace repere::exchange
