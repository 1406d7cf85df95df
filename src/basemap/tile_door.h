#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace repere::basemap {

/// Who may stand before the loopback service, and for how long: so many connections, so many bytes before an answer, so
/// long without a word. It also tells who has left, so that nobody works for him. The thread of its event loop.
class TileDoor final : public QTcpServer
{
    Q_OBJECT
public:
    explicit TileDoor(QObject *parent = nullptr);

    /// How long a connection may stay silent while nothing is owed to it.
    void setPatience(std::chrono::milliseconds patience);
    /// Something is owed to the connection from this port, until the next call with false.
    void setOwed(quint16 port, bool owed);
    /// This was the last request of the connection ("Connection: close"): it ends with the answer.
    void setLast(quint16 port);
    bool isHere(quint16 port) const { return m_guests.contains(port); }
    qsizetype guests() const { return m_guests.size(); }

signals:
    void left(quint16 port);

protected:
    void incomingConnection(qintptr handle) override;

private:
    struct Guest {
        QPointer<QTcpSocket> socket;
        qint64 received = 0; ///< bytes since the last answer
        bool owed = false;
        bool last = false;
        bool quiet = false; ///< has said nothing since the last round
    };
    void makeRound();
    void makeRoom();
    void dismiss(quint16 port);

    QHash<quint16, Guest> m_guests;
    QTimer m_round;
};

} // namespace repere::basemap
