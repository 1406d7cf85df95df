#include "connections.h"

#include <QRegularExpression>
#include <QSet>

namespace repere::testing {

Connections connectionsOf(const QString &log)
{
    static const QRegularExpression call(QStringLiteral(R"re(\b(connect|sendto|sendmsg|sendmmsg)\()re"));
    static const QRegularExpression family(QStringLiteral(R"re(sa_family=(AF_\w+))re"));
    static const QRegularExpression internet(
        QStringLiteral(R"re(sa_family=AF_INET, sin_port=htons\((\d+)\), sin_addr=inet_addr\("([\d.]+)"\))re"));
    // The port of a listening socket is told by getsockname, asked because 0 was bound.
    static const QRegularExpression named(QStringLiteral(
        R"re(\b(?:bind|getsockname)\(.*sin_port=htons\((\d+)\), sin_addr=inet_addr\("127\.0\.0\.1"\))re"));

    QSet<QString> ports;
    const QStringList lines = log.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (const auto match = named.match(line); match.hasMatch() && match.captured(1) != u"0")
            ports << match.captured(1);
    }
    Connections found;
    for (const QString &line : lines) {
        const auto begin = call.match(line);
        const auto kind = family.match(line);
        if (!begin.hasMatch() || !kind.hasMatch() || kind.captured(1) == u"AF_UNSPEC"
            || kind.captured(1) == u"AF_NETLINK")
            continue;
        const auto address = internet.match(line);
        if (kind.captured(1) == u"AF_UNIX")
            ++found.local;
        else if (address.hasMatch() && address.captured(2) == u"127.0.0.1" && ports.contains(address.captured(1)))
            ++found.own;
        else
            found.strange << line;
    }
    return found;
}

} // namespace repere::testing
