#include "app/window_session.h"

#include "app/snapshot_command.h"
#include "directory/recovery.h"
#include "directory/versions.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>
#include <QtConcurrentRun>

namespace repere::app {

namespace {

QStringList versions()
{
    return directory::libraryVersions() << QSysInfo::prettyProductName();
}

} // namespace

WindowSession::WindowSession(CommandLine line, bool french, gui::WindowState state)
    : m_line(std::move(line)), m_french(french), m_state(std::move(state))
{
    const QString data = directory::findDataFolder();
    const auto painter = QtConcurrent::run([data] { return basemap::MapPainter::load(data); });
    QtConcurrent::run([data] {
        return directory::Knowledge::load(data);
    }).then(this, [this, painter](const Result<directory::Knowledge> &knowledge) {
        takeKnowledge(knowledge);
        if (!m_window)
            return;
        auto waiting = painter;
        waiting.then(this, [this](const Result<std::shared_ptr<const basemap::MapPainter>> &loaded) {
            emit stepDone(QStringLiteral("painter"));
            if (loaded)
                m_window->setMap(*loaded);
            else
                m_window->setNoMap(loaded.error().message);
            emit stepDone(QStringLiteral("map"));
            emit windowReady(m_window.get(), m_workspace.get());
        });
    });
}

WindowSession::~WindowSession() = default;

void WindowSession::takeKnowledge(const Result<directory::Knowledge> &knowledge)
{
    if (!knowledge) {
        QCoreApplication::exit(reportError(knowledge.error()));
        return;
    }
    emit stepDone(QStringLiteral("knowledge"));
    m_workspace = std::make_unique<models::Workspace>(*knowledge, directory::Clock::system());
    QStringList remarks;
    if (m_line.hasFilter) {
        auto understood = directory::filterFromWords(m_line.filter, *knowledge);
        if (!understood) {
            QCoreApplication::exit(reportError(understood.error()));
            return;
        }
        m_state.filter = understood->filter;
        m_state.mapCentre.reset();
        if (understood->filter.near)
            m_state.sortKey = SortKey::Distance;
        remarks = understood->remarks;
    }
    if (m_line.centre) {
        m_state.mapCentre = m_line.centre;
        m_state.mapZoom = m_line.zoom;
    }
    if (m_state.sortKey == SortKey::Distance && !m_state.filter.near)
        m_state.sortKey = SortKey::Name;
    m_workspace->setFilter(m_state.filter);
    m_workspace->setSort(m_state.sortKey, m_state.sortOrder);
    m_window =
        std::make_unique<gui::MainWindow>(*m_workspace, models::Words(*knowledge, m_french), m_state, versions());
    m_window->show();
    emit stepDone(QStringLiteral("window"));
    if (!remarks.isEmpty())
        m_window->say(remarks.join(u'\n'));
    open();
}

void WindowSession::open()
{
    connect(m_workspace.get(), &models::Workspace::failed, this, [this](const Error &error) {
        if (!m_workspace->path().isEmpty() || directory::recoveryHelps(m_workspace->requestedPath(), error))
            return;                   // the window says it
        if (!m_line.file.isEmpty()) { // the file that was asked for: the shell wants to know
            QCoreApplication::exit(reportError(error));
        } else if (!m_fallenBack) {
            m_fallenBack = true;
            m_workspace->open({.path = directory::defaultDirectoryPath(), .seed = true});
        }
    });
    connect(
        m_workspace.get(), &models::Workspace::resultChanged, this, [this] { emit stepDone(QStringLiteral("file")); },
        Qt::SingleShotConnection);
    directory::OpenRequest request;
    if (!m_line.file.isEmpty())
        request.path = m_line.file;
    else if (!m_state.lastFile.isEmpty() && QFileInfo::exists(m_state.lastFile))
        request.path = m_state.lastFile;
    else
        request.path = directory::defaultDirectoryPath();
    // Where a file was that is gone, a new one is begun only when its copies have been refused.
    request.seed = request.path == directory::defaultDirectoryPath() && m_line.file.isEmpty()
                   && (QFileInfo::exists(request.path) || directory::safeCopies(request.path).empty());
    m_workspace->open(request);
}

} // namespace repere::app
