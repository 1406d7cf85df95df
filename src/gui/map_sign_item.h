#pragma once

#include "gui/map_palette.h"
#include "models/map_cluster_model.h"

#include <QPointer>
#include <QQuickPaintedItem>

namespace repere::gui {

/// A sign of the map on the screen, painted by the same function as in pictures and posters. It is as wide as the sign
/// with its selection ring; `diameter` is that of the sign alone.
class MapSignItem : public QQuickPaintedItem
{
    Q_OBJECT
    QML_NAMED_ELEMENT(SignItem)
    Q_PROPERTY(repere::models::MapFigure figure READ figure WRITE setFigure NOTIFY figureChanged)
    Q_PROPERTY(bool selected READ isSelected WRITE setSelected NOTIFY selectedChanged)
    Q_PROPERTY(repere::gui::MapPalette *colours READ colours WRITE setColours NOTIFY coloursChanged)
    Q_PROPERTY(double shrunk READ shrunk WRITE setShrunk NOTIFY shrunkChanged)
    Q_PROPERTY(double diameter READ diameter NOTIFY figureChanged)

public:
    explicit MapSignItem(QQuickItem *parent = nullptr);

    models::MapFigure figure() const { return m_figure; }
    void setFigure(const models::MapFigure &figure);
    bool isSelected() const { return m_selected; }
    void setSelected(bool selected);
    MapPalette *colours() const { return m_colours; }
    void setColours(MapPalette *colours);
    double shrunk() const { return m_shrunk; } ///< drawn smaller, as in a legend; 1 = as on the map
    void setShrunk(double shrunk);
    double diameter() const;

    void paint(QPainter *painter) override;

signals:
    void figureChanged();
    void selectedChanged();
    void shrunkChanged();
    void coloursChanged();

private:
    models::MapFigure m_figure;
    bool m_selected = false;
    double m_shrunk = 1;
    QPointer<MapPalette> m_colours;
};

} // namespace repere::gui
