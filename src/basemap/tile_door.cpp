#include "basemap/tile_door.h"

#include <algorithm>

namespace repere::basemap {

namespace {

// A process may open 1024 files in all; a map opens six connections.
constexpr qsizetype kMostGuests = 640;
constexpr qint64 kMostBytes = 64 * 1024; // a request for a tile has less than one kilobyte
constexpr std::chrono::milliseconds kPatience{60'000};
constexpr std::chrono::milliseconds kBreath{500}; // when the system has no more connections

} // namespace

TileDoor::TileDoor(QObject *parent) : QTcpServer(parent)
{
    setListenBacklogSize(1024);
    setMaxPendingConnections(static_cast<int>(kMostGuests));
    m_round.setInterval(kPatience / 2);
    connect(&m_round, &QTimer::timeout, this, &TileDoor::makeRound);
    connect(this, &QTcpServer::acceptError, this, [this] {
        pauseAccepting();
        QTimer::singleShot(kBreath, this, &QTcpServer::resumeAccepting);
    });
}

void TileDoor::setPatience(std::chrono::milliseconds patience)
{
    m_round.setInterval(patience / 2);
}

void TileDoor::setOwed(quint16 port, bool owed)
{
    const auto guest = m_guests.find(port);
    if (guest == m_guests.end())
        return;
    guest->owed = owed;
    guest->received = 0;
    guest->quiet = false;
}

void TileDoor::setLast(quint16 port)
{
    const auto guest = m_guests.find(port);
    if (guest != m_guests.end())
        guest->last = true;
}

void TileDoor::incomingConnection(qintptr handle)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(handle)) {
        delete socket;
        return;
    }
    socket->setReadBufferSize(kMostBytes);
    const quint16 port = socket->peerPort();
    makeRoom();
    m_guests.insert(port, {.socket = socket});
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, port] {
        const auto guest = m_guests.find(port);
        if (guest == m_guests.end() || guest->socket != socket)
            return;
        guest->quiet = false;
        guest->received += socket->bytesAvailable();
        if (guest->received >= kMostBytes)
            QMetaObject::invokeMethod(socket, &QTcpSocket::abort, Qt::QueuedConnection);
    });
    connect(socket, &QTcpSocket::bytesWritten, this, [this, socket, port] {
        setOwed(port, false);
        const auto guest = m_guests.constFind(port);
        if (guest != m_guests.cend() && guest->last && socket->bytesToWrite() == 0)
            socket->disconnectFromHost();
    });
    connect(
        socket, &QTcpSocket::disconnected, this,
        [this, socket, port] {
            const auto guest = m_guests.constFind(port);
            if (guest == m_guests.cend() || guest->socket != socket)
                return;
            m_guests.erase(guest);
            if (m_guests.isEmpty())
                m_round.stop();
            emit left(port);
        },
        Qt::QueuedConnection); // the server first
    if (!m_round.isActive())
        m_round.start();
    addPendingConnection(socket);
}

void TileDoor::dismiss(quint16 port)
{
    const Guest guest = m_guests.take(port);
    if (guest.socket)
        guest.socket->abort();
    QMetaObject::invokeMethod(this, [this, port] { emit left(port); }, Qt::QueuedConnection);
}

void TileDoor::makeRound()
{
    QList<quint16> silent;
    for (auto guest = m_guests.begin(); guest != m_guests.end(); ++guest) {
        if (guest->quiet && !guest->owed)
            silent << guest.key();
        guest->quiet = true;
    }
    for (quint16 port : std::as_const(silent))
        dismiss(port);
}

void TileDoor::makeRoom()
{
    if (m_guests.size() < kMostGuests)
        return;
    // Who is owed nothing goes first; a map that loses an idle connection opens another one.
    auto guest = std::find_if(m_guests.begin(), m_guests.end(), [](const Guest &g) { return !g.owed; });
    if (guest == m_guests.end())
        guest = m_guests.begin();
    dismiss(guest.key());
}

} // namespace repere::basemap
