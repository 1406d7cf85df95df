#pragma once

#include "basemap/poster.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QDate>
#include <QDialog>

class QPushButton;

namespace Ui {
class PosterDialog;
}

namespace repere::gui {

/// A poster of the results: paper, area, heading, colours, format; then the poster itself, painted in a thread, with
/// progress and cancel.
class PosterDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `view`: what the map shows.
    PosterDialog(models::Workspace &workspace, const models::Words &words,
                 std::shared_ptr<const basemap::MapPainter> painter, GeoBox view, const QString &folder,
                 const QDate &today, QWidget *parent = nullptr);
    ~PosterDialog() override;

    /// Called for each poster when it is asked for; adds what the map has between ground and signs.
    void setLayer(std::function<void(basemap::SnapshotRequest &)> layer) { m_layer = std::move(layer); }

    QString path() const;
    basemap::PosterRequest request() const; ///< as chosen now
    void start();
    void reject() override; ///< while painting: cancels

signals:
    void written(const QString &path);

private:
    struct Area {
        GeoBox box;
        Facet facet = Facet::Region;
        QString code; ///< INSEE; empty: no territory
    };
    const Area &area() const; ///< as chosen now
    void showFormat();        ///< in the name of the file
    void takeFormat();        ///< from the name of the file
    void showState();
    void browse();

    models::Workspace &m_workspace;
    models::Words m_words;
    std::shared_ptr<const basemap::MapPainter> m_painter;
    std::shared_ptr<const directory::SearchResult> m_result;
    QDate m_today;
    std::function<void(basemap::SnapshotRequest &)> m_layer;
    std::vector<Area> m_areas; // as listed
    std::unique_ptr<Ui::PosterDialog> m_ui;
    QPushButton *m_go;
    std::shared_ptr<JobContext> m_job; // set while painting
};

} // namespace repere::gui
