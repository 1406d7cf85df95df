#pragma once

#include "models/map_layers.h"

#include <QWidget>

#include <memory>

class QModelIndex;
class QSortFilterProxyModel;

namespace Ui {
class LayerPanel;
}

namespace repere::models {
class TerritoryModel;
class UncoveredModel;
} // namespace repere::models

namespace repere::gui {

/// What the layer of the map shows and how, and its figures as a table: a click on a line chooses the territory, or goes
/// to the commune; the table goes to a spreadsheet.
class LayerPanel final : public QWidget
{
    Q_OBJECT
public:
    LayerPanel(models::MapLayers &layers, const models::Workspace &workspace, const models::Words &words,
               QWidget *parent = nullptr);
    ~LayerPanel() override;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Where the table is first proposed to be saved.
    void setFolder(const QString &folder) { m_folder = folder; }

signals:
    void said(const QString &message);
    void placeWanted(const repere::GeoPoint &point); ///< show it on the map

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void follow();
    void takeSettings();
    void showSettings();
    void showFigures();
    void showNote();
    void fitNumbers();                                   ///< columns as wide as their numbers, the name has the rest
    QString territoryAt(const QModelIndex &index) const; ///< of a line of the table; empty: none
    void frameCurrent();
    void activate(const QModelIndex &index);
    void exportTable();
    void writeTo(const QString &path);

    models::MapLayers &m_layers;
    const models::Workspace &m_workspace;
    const models::Words m_words;
    std::unique_ptr<Ui::LayerPanel> m_ui;
    models::TerritoryModel *m_territories;
    models::UncoveredModel *m_uncovered;
    QSortFilterProxyModel *m_sorted;
    QString m_folder;
    bool m_showing = false; // the settings move the controls, not the person
};

} // namespace repere::gui
