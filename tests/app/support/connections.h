#pragma once

#include <QString>
#include <QStringList>

namespace repere::testing {

/// What a log of `strace -f -e trace=network` says of the connections of a process and its children.
struct Connections {
    int local = 0;       ///< UNIX sockets: X server, session bus
    int own = 0;         ///< to a port of 127.0.0.1 on which one of the processes listens itself
    QStringList strange; ///< the calls that name any other address, as the log has them
};

/// Every connect, and every sendto or sendmsg that names an address. Netlink (the list of interfaces) is no connection.
Connections connectionsOf(const QString &log);

} // namespace repere::testing
