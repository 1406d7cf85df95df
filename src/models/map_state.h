#pragma once

#include "directory/search_result.h"
#include "models/map_camera.h"
#include "models/map_cluster_model.h"
#include "models/map_territories.h"
#include "models/map_values.h"
#include "models/words.h"

#include <QGeoCoordinate>
#include <QObject>
#include <QPersistentModelIndex>
#include <QTimer>
#include <QtQmlIntegration/qqmlintegration.h>

#include <memory>

namespace repere::models {

/// What the map shows and what people do with it: the meeting point of QML and the window. GUI thread.
class MapState final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the map pane owns it")
    Q_PROPERTY(repere::models::MapClusterModel *clusters READ clusters CONSTANT)
    Q_PROPERTY(double minimumZoom READ minimumZoom CONSTANT)
    Q_PROPERTY(double maximumZoom READ maximumZoom CONSTANT)
    Q_PROPERTY(QGeoCoordinate centre READ centre NOTIFY viewChanged)
    Q_PROPERTY(double zoom READ zoom NOTIFY viewChanged)
    Q_PROPERTY(QString scaleText READ scaleText NOTIFY viewChanged)
    Q_PROPERTY(double scaleWidth READ scaleWidth NOTIFY viewChanged)
    Q_PROPERTY(QString territoryName READ territoryName NOTIFY viewChanged)
    Q_PROPERTY(QString tileHost READ tileHost NOTIFY tileHostChanged)
    Q_PROPERTY(QString cacheFolder READ cacheFolder CONSTANT)
    Q_PROPERTY(QString attribution READ attribution CONSTANT)
    Q_PROPERTY(QList<repere::models::MapLegendEntry> legend READ legend NOTIFY resultChanged)
    Q_PROPERTY(QList<repere::models::MapTerritory> territories READ territories NOTIFY resultChanged)
    Q_PROPERTY(QList<repere::models::MapChoice> choices READ choices NOTIFY choicesChanged)
    Q_PROPERTY(QGeoCoordinate choicesAt READ choicesAt NOTIFY choicesChanged)
    Q_PROPERTY(bool onlyInView READ onlyInView WRITE setOnlyInView NOTIFY onlyInViewChanged)
    Q_PROPERTY(int focusedRow READ focusedRow NOTIFY focusedRowChanged)

public:
    MapState(Words words, std::vector<MapTerritory> territories, MapMeasures measures, QString attribution,
             QObject *parent = nullptr);

    MapClusterModel *clusters() { return &m_clusters; }
    double minimumZoom() const { return 4; }
    double maximumZoom() const { return 12; }
    const MapCamera &camera() const { return m_camera; }
    QGeoCoordinate centre() const { return {m_camera.centre.latitude, m_camera.centre.longitude}; }
    double zoom() const { return m_camera.zoom; }
    QString scaleText() const;
    double scaleWidth() const;
    QString territoryName() const;
    QString tileHost() const { return m_tileHost; }
    QString cacheFolder() const;
    QString attribution() const { return m_attribution; }
    QList<MapLegendEntry> legend() const { return m_legend; }
    QList<MapTerritory> territories() const; ///< those worth offering
    QList<MapChoice> choices() const { return m_choices; }
    QGeoCoordinate choicesAt() const { return m_choicesAt; }
    bool onlyInView() const { return m_onlyInView; }
    int focusedRow() const { return m_focused.isValid() ? m_focused.row() : -1; }

    /// Where tiles of 512 pixels for 256 logical ones come from.
    void setTileHost(const QString &host);
    void setOnlyInView(bool on);
    /// A new answer. The signs are new rows when its filter is another one.
    void setResult(std::shared_ptr<const directory::SearchResult> result);
    void setSelected(AtelierId id);
    void setHovered(AtelierId id);
    /// Goes there; QML follows through viewRequested.
    void setView(GeoPoint centre, double zoom, bool animated = false);
    void setSize(QSizeF size);
    /// Opens the list of places at the spot of a sign.
    void offer(QList<MapChoice> choices, GeoPoint at);

    /// The map has moved: told by QML as often as it likes. `settled` is false during an animation or a pinch: the signs
    /// wait for its end.
    Q_INVOKABLE void reportView(const QGeoCoordinate &centre, double zoom, double width, double height, bool settled);
    Q_INVOKABLE void reportPointer(const QGeoCoordinate &at); ///< invalid when it left
    Q_INVOKABLE void activate(int row);                       ///< a sign was clicked
    Q_INVOKABLE void hover(int row);                          ///< -1: none
    Q_INVOKABLE void choose(int choice);                      ///< -1 closes the list
    Q_INVOKABLE void fit();
    Q_INVOKABLE void goTo(int territory); ///< index in territories
    /// The keyboard goes to the nearest sign to the right (1, 0), below (0, 1)…; false when there is none.
    Q_INVOKABLE bool moveFocus(int dx, int dy);
    Q_INVOKABLE void clearFocus();

signals:
    void viewChanged(); ///< at most once a frame
    void viewRequested(const QGeoCoordinate &centre, double zoom, bool animated);
    void tileHostChanged();
    void resultChanged();
    void choicesChanged();
    void onlyInViewChanged(bool on);
    void focusedRowChanged();
    void placeActivated(qint64 id);
    void placeHovered(qint64 id);                                                 ///< 0 = none
    void membersWanted(const repere::GeoBox &bounds, const repere::GeoPoint &at); ///< answer with offer()
    void pointerMoved(const QGeoCoordinate &at);

private:
    void scheduleFrame();
    void announceView();
    void computeClusters();
    void describeResult();
    std::vector<MapSign> signsOf(std::vector<Cluster> clusters) const;
    QString describe(const Cluster &cluster, const QString &name) const;
    std::optional<GeoPoint> pointOf(AtelierId id) const;
    void zoomInto(const Cluster &cluster);

    const Words m_words;
    const MapMeasures m_measures;
    const QString m_attribution;
    MapClusterModel m_clusters{nullptr};
    std::shared_ptr<const directory::SearchResult> m_result;
    std::vector<MapTerritory> m_territories;
    QList<MapLegendEntry> m_legend;
    MapCamera m_camera;
    bool m_settled = true;
    bool m_fitPending = false; // asked before the size was known
    QTimer m_frame;
    QString m_tileHost;
    QList<MapChoice> m_choices;
    QGeoCoordinate m_choicesAt;
    bool m_onlyInView = false;
    QPersistentModelIndex m_focused;
    AtelierId m_selected = 0;
};

} // namespace repere::models
