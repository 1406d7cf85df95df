#pragma once

#include "gui/main_window.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>

namespace repere::app {

/// The demonstration: clicks the région Auvergne-Rhône-Alpes and "laser cutter" with the mouse in the real window, waits
/// until the picture stands still, grabs it, exports through the dialog, and prints both files. Leaves with 0, or with 3
/// and a sentence when a step does not come.
class Demo : public QObject
{
    Q_OBJECT
public:
    Demo(gui::MainWindow &window, models::Workspace &workspace, QString folder);
    ~Demo() override;

private:
    enum class Step { Open, Region, Equipment, Select, Settle, Export, Done };
    void advance();
    void next(Step step);
    void clickFacet(Facet facet, const QString &id);
    void startExport();
    void finish(const QString &csv);
    void giveUp();

    gui::MainWindow &m_window;
    models::Workspace &m_workspace;
    QString m_folder;
    Step m_step = Step::Open;
    QElapsedTimer m_sinceStep;
    QElapsedTimer m_sinceChange;
    QImage m_last;
    bool m_exporting = false;
};

} // namespace repere::app
