#pragma once

#include "core/filter.h"
#include "models/words.h"

#include <QGeoCoordinate>
#include <QList>
#include <QObject>
#include <QtQmlIntegration/qqmlintegration.h>

namespace repere::models {

/// What is drawn on the map to choose places: a rectangle or a lasso, and the circle of "within X km". It shows the
/// filter and says what was drawn; it changes no filter itself. GUI thread.
class MapSelection final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the map pane owns it")
    Q_PROPERTY(Tool tool READ tool WRITE setTool NOTIFY toolChanged)
    Q_PROPERTY(QList<QGeoCoordinate> area READ area NOTIFY filterChanged)
    Q_PROPERTY(QList<QGeoCoordinate> circle READ circle NOTIFY filterChanged)
    Q_PROPERTY(QGeoCoordinate centre READ centre NOTIFY filterChanged)
    Q_PROPERTY(QGeoCoordinate edge READ edge NOTIFY filterChanged)
    Q_PROPERTY(QString radiusText READ radiusText NOTIFY filterChanged)

public:
    enum class Tool { None, Rectangle, Lasso, Circle };
    Q_ENUM(Tool)

    explicit MapSelection(Words words, QObject *parent = nullptr) : QObject(parent), m_words(std::move(words)) {}

    Tool tool() const { return m_tool; }
    QList<QGeoCoordinate> area() const { return m_area; }     ///< empty: none
    QList<QGeoCoordinate> circle() const { return m_circle; } ///< points of a circle on the ground; empty: none
    QGeoCoordinate centre() const;                            ///< what distances are measured from; invalid: none
    QGeoCoordinate edge() const;                              ///< where the circle is taken to change its radius: east
    QString radiusText() const;

    void setTool(Tool tool);
    void setFilter(const Filter &filter);

    /// A rectangle or a lasso was closed; the tool is put down. `tolerance`: how many metres of detail may be lost.
    Q_INVOKABLE void closeArea(const QList<QGeoCoordinate> &corners, double tolerance);
    /// A circle around `centre` through `edge`, told as long as the pointer moves. Radii are whole kilometres.
    Q_INVOKABLE void drawCircle(const QGeoCoordinate &centre, const QGeoCoordinate &edge);

    /// The circle, or the point that distances are measured from, goes to `centre`.
    Q_INVOKABLE void moveCentre(const QGeoCoordinate &centre);

signals:
    void toolChanged();
    void filterChanged();
    void areaDrawn(const repere::GeoRing &area);
    void circleDrawn(const repere::GeoPoint &centre, double radiusMetres);

private:
    const Words m_words;
    Tool m_tool = Tool::None;
    QList<QGeoCoordinate> m_area;
    QList<QGeoCoordinate> m_circle;
    std::optional<Near> m_near;
};

} // namespace repere::models
