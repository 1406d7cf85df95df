#include "exchange/connection.h"

#include <QRegularExpression>

namespace repere::exchange {

bool isConnection(const QString &path)
{
    return path.startsWith(QStringLiteral("PG:"), Qt::CaseInsensitive);
}

QString withoutPassword(const QString &path)
{
    if (!isConnection(path))
        return path;
    // As libpq reads it: key = value, the value in single quotes where it holds spaces, \' within them.
    static const QRegularExpression password(QStringLiteral(R"(\s*\bpassword\s*=\s*('(?:[^'\\]|\\.)*('|$)|\S*))"),
                                             QRegularExpression::CaseInsensitiveOption);
    return QString(path).remove(password);
}

} // namespace repere::exchange
