#pragma once

#include "basemap/tile_provider.h"
#include "basemap/tile_store.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QNetworkAccessManager;
class QNetworkReply;

namespace repere::basemap {

/// Fetches tiles from an online provider that the user agreed to: a few at a time, only those that are asked for, with a
/// name of our own. Slow, failing, straying and lying answers are failures. The thread of its event loop.
class TileRelay final : public QObject
{
    Q_OBJECT
public:
    struct Patience {
        std::chrono::milliseconds answer{10'000}; ///< for one tile
        std::chrono::milliseconds rest{30'000};   ///< after three failures in a row, nothing is asked for so long
        std::chrono::milliseconds slow{2'000};    ///< without any answer, people are told that they wait
    };
    using Now = std::function<qint64()>; ///< seconds since 1970
    /// A tile, with the time until which it is fresh, or why there is none (a sentence).
    using Take = std::function<void(const Result<TilePicture> &)>;
    /// Whether anybody still waits for it: asked before the provider is.
    using Still = std::function<bool()>;

    TileRelay(TileProvider provider, Patience patience, Now now, QObject *parent = nullptr);
    ~TileRelay() override;

    const TileProvider &provider() const { return m_provider; }
    /// `take` is called once, unless `still` says no or the relay goes before.
    void fetch(int z, int x, int y, Still still, Take take);
    /// It has answered nothing for a while; until all that it is asked for has come or failed.
    bool waits() const { return m_waits; }

signals:
    void waitsChanged();

private:
    struct Wanted {
        QUrl url;
        QString family; ///< of hosts, where redirections may lead
        int redirections = 0;
        Still still;
        Take take;
    };
    void next();
    void ask(Wanted wanted);
    void finished(QNetworkReply *reply, Wanted wanted);
    void fail(const Wanted &wanted, const QString &reason);
    void answered();
    void setWaits(bool waits);

    const TileProvider m_provider;
    const Patience m_patience;
    const Now m_now;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::vector<Wanted> m_waiting; // newest last, asked for first
    int m_asked = 0;
    int m_failures = 0; ///< in a row
    QTimer m_slow;      ///< since the last answer, while something is asked
    bool m_waits = false;
    std::chrono::steady_clock::time_point m_restUntil{};
};

} // namespace repere::basemap
