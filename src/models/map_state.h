#pragma once

#include "directory/search_result.h"
#include "models/map_camera.h"
#include "models/map_cluster_model.h"
#include "models/map_territories.h"
#include "models/map_values.h"
#include "models/words.h"

#include <QGeoCoordinate>
#include <QObject>
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
    Q_PROPERTY(double maximumZoom READ maximumZoom NOTIFY groundChanged)
    Q_PROPERTY(QGeoCoordinate centre READ centre NOTIFY viewChanged)
    Q_PROPERTY(double zoom READ zoom NOTIFY viewChanged)
    Q_PROPERTY(QString scaleText READ scaleText NOTIFY viewChanged)
    Q_PROPERTY(double scaleWidth READ scaleWidth NOTIFY viewChanged)
    Q_PROPERTY(QString territoryName READ territoryName NOTIFY viewChanged)
    Q_PROPERTY(QString tileHost READ tileHost NOTIFY tileHostChanged)
    Q_PROPERTY(QString cacheFolder READ cacheFolder CONSTANT)
    Q_PROPERTY(QString attribution READ attribution NOTIFY groundChanged)
    Q_PROPERTY(QString awaited READ awaited NOTIFY awaitedChanged)
    Q_PROPERTY(QList<repere::models::MapLegendEntry> legend READ legend NOTIFY resultChanged)
    Q_PROPERTY(QList<repere::models::MapTerritory> territories READ territories NOTIFY resultChanged)
    Q_PROPERTY(QList<repere::models::MapChoice> choices READ choices NOTIFY choicesChanged)
    Q_PROPERTY(QGeoCoordinate choicesAt READ choicesAt NOTIFY choicesChanged)
    Q_PROPERTY(bool fanned READ isFanned NOTIFY choicesChanged)
    Q_PROPERTY(double fanHole READ fanHole NOTIFY choicesChanged)
    Q_PROPERTY(int fanFocus READ fanFocus NOTIFY focusChanged)
    Q_PROPERTY(qint64 selected READ selected NOTIFY selectedChanged)
    Q_PROPERTY(qint64 hovered READ hovered NOTIFY hoveredChanged)
    Q_PROPERTY(QPointF choicesSpot READ choicesSpot NOTIFY choicesSpotChanged)
    Q_PROPERTY(bool onlyInView READ onlyInView WRITE setOnlyInView NOTIFY onlyInViewChanged)
    Q_PROPERTY(bool motion READ motion NOTIFY motionChanged)
    Q_PROPERTY(bool gliding READ isGliding NOTIFY glidingChanged)
    Q_PROPERTY(int focusedRow READ focusedRow NOTIFY focusChanged)
    Q_PROPERTY(QString focusedText READ focusedText NOTIFY focusChanged)

public:
    MapState(Words words, std::vector<MapTerritory> territories, MapMeasures measures, QString attribution,
             QObject *parent = nullptr);

    MapClusterModel *clusters() { return &m_clusters; }
    double minimumZoom() const { return 4; }
    double maximumZoom() const { return m_maximumZoom; }
    const MapCamera &camera() const { return m_camera; }
    QGeoCoordinate centre() const { return {m_camera.centre.latitude, m_camera.centre.longitude}; }
    double zoom() const { return m_camera.zoom; }
    QString scaleText() const;
    double scaleWidth() const;
    QString territoryName() const;
    QString tileHost() const { return m_tileHost; }
    QString cacheFolder() const;
    QString attribution() const { return m_attribution; }
    /// The online map that has sent nothing for a while; empty: there is none.
    QString awaited() const { return m_awaited; }
    QList<MapLegendEntry> legend() const { return m_legend; }
    QList<MapTerritory> territories() const; ///< those worth offering
    QList<MapChoice> choices() const { return m_choices; }
    QGeoCoordinate choicesAt() const { return m_choicesAt; }
    QPointF choicesSpot() const;                ///< where that is in the view, pixels
    bool isFanned() const { return m_fanned; }  ///< the choices stand around their spot instead of in a list
    double fanHole() const;                     ///< radius of the sign in the middle of the fan, pixels
    int fanFocus() const { return m_fanFocus; } ///< the choice where the keyboard is; -1: none
    qint64 selected() const { return m_selected; }
    qint64 hovered() const { return m_hovered; }
    bool onlyInView() const { return m_onlyInView; }
    bool motion() const { return m_motion; }
    bool isGliding() const { return m_gliding; } ///< signs that change their place now, glide there
    /// The sign where the keyboard is; -1 when there is none, or when the map is still on its way to it.
    int focusedRow() const { return m_focus ? m_clusters.rowOf(*m_focus) : -1; }
    std::optional<GeoPoint> focusPoint() const { return m_focus ? std::optional(m_focus->centre) : std::nullopt; }
    /// Where the names of the signs stand in a view of this zoom, pixels.
    std::vector<QRectF> nameBoxes(const MapCamera &camera) const;
    /// What a screen reader says of it: see MapClusterModel::spoken. Empty when there is none.
    QString focusedText() const { return m_focusedText; }

    /// Where tiles of 512 pixels for 256 logical ones come from.
    void setTileHost(const QString &host);
    /// Whose data the ground is made of, and how close it can be seen: the view follows.
    void setGround(const QString &attribution, double maximumZoom);
    void setAwaited(const QString &name);
    void setOnlyInView(bool on);
    /// Whether anything may move by itself; people who ask their system for less motion get none.
    void setMotion(bool on);
    /// A new answer. The signs are new rows when its filter is another one.
    void setResult(std::shared_ptr<const directory::SearchResult> result);
    void setSelected(AtelierId id);
    void setHovered(AtelierId id);
    /// Goes there; QML follows through viewRequested.
    void setView(GeoPoint centre, double zoom, bool animated = false);
    void setSize(QSizeF size);
    /// Fans out the places at the spot of a sign, or opens their list when there are too many: see map_fan.h.
    void offer(QList<MapChoice> choices, GeoPoint at);

    /// The map has moved: told by QML as often as it likes. `settled` is false during an animation or a pinch: the signs
    /// wait for its end.
    Q_INVOKABLE void reportView(const QGeoCoordinate &centre, double zoom, double width, double height, bool settled);
    /// A zoom begins that will end with `anchor` at `x`, `y` (pixels): its signs part, or come together, on the way.
    Q_INVOKABLE void foresee(const QGeoCoordinate &anchor, double x, double y, double zoom);
    /// How many pixels below `at` something may stand to be clear of the sign that covers it; 0: nothing covers it.
    Q_INVOKABLE double clearanceBelow(const QGeoCoordinate &at) const;
    Q_INVOKABLE void reportPointer(const QGeoCoordinate &at); ///< invalid when it left
    Q_INVOKABLE void activate(int row);                       ///< a sign was clicked
    Q_INVOKABLE void hover(int row);                          ///< -1: none
    Q_INVOKABLE void choose(int choice);                      ///< -1 closes the list, or the fan
    Q_INVOKABLE void hoverChoice(int choice);                 ///< -1: none
    /// Shows all results, or what they were asked within: a circle, an area.
    Q_INVOKABLE void fit();
    Q_INVOKABLE void panBy(double dx, double dy); ///< pixels
    Q_INVOKABLE void zoomBy(int levels) { emit zoomRequested(levels); }
    Q_INVOKABLE void useOwnGround() { emit ownGroundWanted(); }
    Q_INVOKABLE void goTo(int territory); ///< index in territories
    /// The keyboard goes to the nearest sign to the right (1, 0), below (0, 1)…, also beyond the view: the map follows.
    /// False when there is none that way in the whole world. In an open fan right and down go round with the clock.
    Q_INVOKABLE bool moveFocus(int dx, int dy);
    Q_INVOKABLE void clearFocus();
    Q_INVOKABLE void activateFocus(); ///< as a click on that sign

signals:
    void viewChanged();   ///< at most once a frame
    void signsComputed(); ///< for the view where the map rests
    void viewRequested(const QGeoCoordinate &centre, double zoom, bool animated);
    void zoomRequested(int levels); ///< to whole zooms around the middle: QML knows what its animations are at
    void tileHostChanged();
    void groundChanged();
    void awaitedChanged();
    void ownGroundWanted(); ///< instead of the one that is awaited
    void resultChanged();
    void choicesChanged();
    void choicesSpotChanged();
    void selectedChanged();
    void hoveredChanged();
    void onlyInViewChanged(bool on);
    void motionChanged();
    void glidingChanged();
    void focusChanged();
    void placeActivated(qint64 id);
    void placeHovered(qint64 id); ///< 0 = none
    /// Answer with offer(): the `count` places in `bounds` that are nearest to `at`.
    void membersWanted(const repere::GeoBox &bounds, const repere::GeoPoint &at, int count);
    void pointerMoved(const QGeoCoordinate &at);

private:
    void scheduleFrame();
    void announceView();
    void computeClusters();
    void glideTo(const MapCamera &target);
    void glide(const std::function<bool()> &step);
    void describeResult();
    std::vector<MapSign> signsOf(std::vector<Cluster> clusters, const MapCamera &camera) const;
    QString describe(const Cluster &cluster, const QString &name) const;
    std::optional<GeoPoint> pointOf(AtelierId id) const;
    void activateSign(const Cluster &cluster);
    std::optional<GeoBox> drawnFrame() const;
    void zoomInto(const Cluster &cluster);
    std::optional<Cluster> nextSign(int dx, int dy) const;
    void closeChoices();
    void layFan();
    void moveInFan(int step);
    void setFocus(std::optional<Cluster> sign);
    void followFocus();
    void speakSigns();
    QString spokenOf(const Cluster &cluster, const QString &name, int rank, int among) const;

    const Words m_words;
    const MapMeasures m_measures;
    QString m_attribution;
    QString m_awaited;
    double m_maximumZoom = 12;
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
    bool m_motion = true;
    bool m_gliding = false;
    QTimer m_gone;  // the glide is over
    QTimer m_glide; // a frame of it
    bool m_fanned = false;
    int m_fanFocus = -1;
    bool m_onlyInView = false;
    std::optional<Cluster> m_focus;
    QString m_focusedText;
    QTimer m_rest; // the view has come to rest: what is said of each sign depends on it
    AtelierId m_selected = 0;
    AtelierId m_hovered = 0;
};

} // namespace repere::models
