#pragma once

#include "core/map_overlay.h"
#include "core/territory.h"
#include "directory/coverage.h"
#include "models/layer_settings.h"
#include "models/map_values.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QGeoCoordinate>
#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

#include <memory>
#include <optional>

namespace repere::models {

/// The layer between the ground and the places: territories compared, or what no place covers, of the present result.
/// One for map, legend, table and pictures, so that they say the same. GUI thread; coverage is computed in the pool.
class MapLayers final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the window owns it")
    Q_PROPERTY(bool shown READ isShown NOTIFY settingsChanged)
    Q_PROPERTY(bool showsPlaces READ showsPlaces WRITE setShowsPlaces NOTIFY settingsChanged)
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY settingsChanged)
    Q_PROPERTY(QString title READ title NOTIFY overlayChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY overlayChanged)
    Q_PROPERTY(QList<repere::models::MapLayerClass> classes READ classes NOTIFY overlayChanged)
    Q_PROPERTY(QString hoverText READ hoverText NOTIFY hoverChanged)

public:
    MapLayers(Workspace &workspace, Words words, QObject *parent = nullptr);

    const LayerSettings &settings() const { return m_settings; }
    void setSettings(const LayerSettings &settings);
    bool isShown() const { return m_settings.kind != LayerSettings::Kind::None; }
    bool showsPlaces() const { return m_settings.places || !isShown(); }
    void setShowsPlaces(bool shown);
    int kind() const { return static_cast<int>(m_settings.kind); } ///< of LayerSettings::Kind
    void setKind(int kind);

    const MapOverlay &overlay() const { return m_overlay; }
    /// "Ateliers pour 100 000 habitants, par département · Découpe laser": what is shown, and of which places.
    QString title() const;
    QString summary() const; ///< what the whole says: "1 234 communes, 2,3 M habitants (3 %)"
    QList<MapLayerClass> classes() const { return m_classes; }
    QString hoverText() const { return m_hoverText; }

    /// Of the level chosen, as if nothing of that level were chosen; empty unless territories are shown.
    const std::vector<TerritoryFigure> &figures() const { return m_figures; }
    const std::vector<double> &breaks() const { return m_breaks; }
    int stepOf(const TerritoryFigure &figure) const; ///< see MapOverlay::Shade
    QString nameOf(const TerritoryFigure &figure) const;
    /// "1,74", "15 %", "60"; empty where there is nothing to say.
    QString valueText(std::optional<double> value) const;
    /// Null until computed, and unless uncovered areas are shown.
    std::shared_ptr<const directory::Coverage> coverage() const { return m_coverage; }

    /// The pointer is over this spot; invalid: it left.
    Q_INVOKABLE void hover(const QGeoCoordinate &at);
    /// Chooses the territory at a spot in the filter, or gives it up when it is the one chosen.
    Q_INVOKABLE void choose(const QGeoCoordinate &at);
    void chooseTerritories(const QStringList &codes);
    /// Chooses the territories of a class of the legend.
    Q_INVOKABLE void chooseClass(int index);
    /// Frames a territory; empty: none, but for those chosen.
    void outline(const QString &code);
    /// Name and figures of a territory, one a line; empty for none.
    QString describe(const QString &code) const;

signals:
    void settingsChanged();
    void overlayChanged(); ///< figures, classes and coverage, too
    void outlineChanged(); ///< the frame around a territory
    void hoverChanged();
    void filterWanted(const repere::Filter &filter);

private:
    void compute();
    void computeTerritories();
    void compareTerritories(const directory::SearchResult &result);
    void computeCoverage();
    void describeClasses();
    void show(std::shared_ptr<const MapOverlay::Territories> territories,
              std::shared_ptr<const MapOverlay::Uncovered> uncovered);
    QString subject() const;
    QString territoryAt(const QGeoCoordinate &at) const;
    void frame(const QString &code);
    void setHoverText(const QString &text);
    Facet facet() const;
    QStringList framed() const; ///< codes of the départements under the pointer, else of those chosen
    QStringList departementsOf(const QString &code) const;

    Workspace &m_workspace;
    const Words m_words;
    LayerSettings m_settings;
    MapOverlay m_overlay;
    std::vector<TerritoryFigure> m_figures;
    std::vector<double> m_breaks;
    QList<MapLayerClass> m_classes;
    std::shared_ptr<const directory::Coverage> m_coverage;
    std::shared_ptr<const directory::SearchResult> m_covered; // what m_coverage is, or will be, about
    int m_coveredRadius = 0;
    quint64 m_generation = 0;
    QString m_outlined;
    QString m_hoverText;
};

} // namespace repere::models
