#include "app/demo.h"

#include "gui/export_dialog.h"
#include "gui/facet_panel.h"
#include "gui/facet_section.h"
#include "gui/map_pane.h"
#include "gui/result_list.h"
#include "gui/result_pane.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QTextStream>
#include <QTimer>

namespace repere::app {

namespace {

constexpr int kTick = 100;         // ms between two looks
constexpr int kStepLimit = 60'000; // ms that one step may take, on a slow machine without a graphics card
constexpr int kStill = 1500;       // ms without change: tiles and signs are there

/// A press and a release of the left button at the middle of the place, as the window system would send them.
void clickAt(QWidget *widget, QPoint at)
{
    for (const auto &[type, buttons] :
         {std::pair{QEvent::MouseButtonPress, Qt::LeftButton}, std::pair{QEvent::MouseButtonRelease, Qt::NoButton}})
        QCoreApplication::postEvent(
            widget, new QMouseEvent(type, at, widget->mapToGlobal(at), Qt::LeftButton, buttons, Qt::NoModifier));
}

void clickIndex(QAbstractItemView *view, const QModelIndex &index)
{
    view->scrollTo(index);
    clickAt(view->viewport(), view->visualRect(index).center());
}

} // namespace

Demo::Demo(gui::MainWindow &window, models::Workspace &workspace, QString folder)
    : QObject(&window), m_window(window), m_workspace(workspace), m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    m_sinceStep.start();
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &Demo::advance);
    timer->start(kTick);
}

Demo::~Demo() = default;

void Demo::next(Step step)
{
    m_step = step;
    m_sinceStep.restart();
}

void Demo::advance()
{
    if (m_sinceStep.elapsed() > kStepLimit) {
        giveUp();
        return;
    }
    const auto result = m_workspace.result();
    const auto answered = [&](Facet facet) { return result && !result->filter()[facet].values.isEmpty(); };
    switch (m_step) {
    case Step::Open:
        if (result && m_window.map()) {
            clickFacet(Facet::Region,
                       m_workspace.knowledge().gazetteer().regionNamed(QStringLiteral("Auvergne-Rhône-Alpes")));
            next(Step::Region);
        }
        break;
    case Step::Region:
        if (answered(Facet::Region)) {
            clickFacet(Facet::Equipment, QStringLiteral("laser-cutter"));
            next(Step::Equipment);
        }
        break;
    case Step::Equipment:
        if (answered(Facet::Equipment) && result->count() > 0) {
            clickIndex(m_window.results()->list(), m_window.results()->list()->model()->index(0, 0));
            next(Step::Select);
        }
        break;
    case Step::Select:
        if (m_workspace.selected() != 0) {
            m_sinceChange.start();
            next(Step::Settle);
        }
        break;
    case Step::Settle: {
        const QImage now = m_window.grab().toImage();
        if (now != m_last) {
            m_last = now;
            m_sinceChange.restart();
        } else if (m_sinceChange.elapsed() > kStill) {
            const QString picture = QDir(m_folder).absoluteFilePath(QStringLiteral("window.png"));
            if (!now.save(picture)) {
                giveUp();
                return;
            }
            QTextStream(stdout) << picture << Qt::endl;
            clickAt(m_window.exportButton(), m_window.exportButton()->rect().center());
            next(Step::Export);
        }
        break;
    }
    case Step::Export: startExport(); break;
    case Step::Done: break;
    }
}

void Demo::clickFacet(Facet facet, const QString &id)
{
    gui::FacetSection *section = m_window.facets()->section(facet);
    const QModelIndex index = section->reveal(id);
    if (!index.isValid())
        return; // the step will not come, and the time says so
    m_window.facets()->ensureWidgetVisible(section);
    clickIndex(section->list(), index);
}

void Demo::startExport()
{
    auto *dialog = m_window.findChild<gui::ExportDialog *>();
    if (!dialog || m_exporting)
        return;
    m_exporting = true;
    auto *path = dialog->findChild<QLineEdit *>(QStringLiteral("path"));
    path->setText(QDir(m_folder).absoluteFilePath(QFileInfo(dialog->path()).fileName()));
    connect(dialog, &gui::ExportDialog::exported, this, [this](const QString &csv) { finish(csv); });
    auto *go = dialog->findChild<QPushButton *>(QStringLiteral("go"));
    clickAt(go, go->rect().center());
}

void Demo::finish(const QString &csv)
{
    next(Step::Done);
    QTextStream(stdout) << csv << Qt::endl;
    QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(0); });
}

void Demo::giveUp()
{
    QTextStream(stderr) << "repere: the demonstration stopped at step " << static_cast<int>(m_step) << Qt::endl;
    m_sinceStep.restart();
    QCoreApplication::exit(3);
}

} // namespace repere::app
