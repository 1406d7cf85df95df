#pragma once

#include "basemap/tile_service.h"

#include <QActionGroup>
#include <QMenu>
#include <QUrl>

namespace repere::gui {

/// What lies under the places, as remembered between two starts.
struct GroundChoice {
    QString online; ///< id of a provider; empty: none
    bool fromFile = false;
    QString file;       ///< the last MBTiles file, also while it is not shown
    QStringList agreed; ///< "id host host…" of each provider that may be contacted

    bool operator==(const GroundChoice &) const = default;
};

/// The menu Map › Ground: drawn by Repère, an MBTiles file, or an online map, which is connected to only after the user has
/// agreed. Messages go out as news for the banner.
class GroundActions final : public QObject
{
    Q_OBJECT
public:
    GroundActions(QString dataFolder, bool french, GroundChoice choice, QWidget *window);

    QMenu *menu;

    /// The map is there: shows what was chosen the last time. `tiles` must live as long as this.
    void setTiles(basemap::TileService &tiles);
    const GroundChoice &choice() const { return m_choice; }
    /// Who is connected to at the moment: "data.geopf.fr"; empty: nobody.
    QString onlineHosts() const;
    void openFile(const QString &path);
    void showPainted(); ///< the ground of Repère, without network

signals:
    void changed(); ///< the choice, or who is connected to
    void said(const QString &text);
    void linkRequested(const QUrl &url);

private:
    void takeProviders(const Result<std::vector<basemap::TileProvider>> &providers);
    void makeMenu();
    void askFile();
    void showFile(const QString &path);
    void askOnline(const basemap::TileProvider &provider);
    void showOnline(const basemap::TileProvider &provider);
    void withdraw();
    void mark();

    const QString m_dataFolder;
    GroundChoice m_choice;
    QWidget *m_window;
    QActionGroup *m_group;
    QAction *m_painted = nullptr;
    QAction *m_file = nullptr;
    QAction *m_withdraw = nullptr;
    std::vector<std::pair<QAction *, basemap::TileProvider>> m_online;
    std::vector<basemap::TileProvider> m_providers;
    bool m_listed = false; ///< the providers have been read
    basemap::TileService *m_tiles = nullptr;
    int m_asked = 0; ///< counts the files asked for: only the newest is shown
};

} // namespace repere::gui
