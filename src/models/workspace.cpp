#include "models/workspace.h"

#include <QPointer>
#include <QThread>
#include <QTimer>

#include <atomic>

namespace repere::models {

namespace {

using SharedResult = std::shared_ptr<const directory::SearchResult>;

/// What one question brought back.
struct Answer {
    Result<SharedResult> result = failure(ErrorCode::Internal, {});
    std::optional<QString> path; ///< set when a file was opened
    QString readOnlyReason;
};

/// Owns the directory; lives and dies in the worker thread.
class Worker : public QObject
{
public:
    std::unique_ptr<directory::Directory> directory;
};

constexpr int kPollMilliseconds = 2000; // how soon changes of another program are seen
constexpr int kLateMilliseconds = 25;

} // namespace

struct Workspace::Private {
    directory::Knowledge knowledge;
    directory::Clock clock;
    QThread thread;
    Worker *worker = nullptr;            // deleted by its own thread at its end
    std::atomic<quint64> generation = 0; // of the newest question
    std::atomic<bool> stopping = false;
    QTimer poll;
    QTimer late; // running while filterChanged() is owed

    Filter filter;
    SortKey key = SortKey::Name;
    SortOrder order = SortOrder::Ascending;
    SharedResult result;
    QString path;
    QString requestedPath;
    QString readOnlyReason;
    bool lost = false; // the file, and it was said
    quint64 refreshes = 0;
    AtelierId selected = 0;
    AtelierId hovered = 0;

    void run(std::function<void(Worker &)> work)
    {
        QMetaObject::invokeMethod(
            worker,
            [this, work = std::move(work)] {
                if (!stopping)
                    work(*worker);
            },
            Qt::QueuedConnection);
    }
};

Workspace::Workspace(directory::Knowledge knowledge, directory::Clock clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->knowledge = std::move(knowledge);
    d->clock = std::move(clock);
    d->worker = new Worker;
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);
    d->thread.setObjectName(QStringLiteral("directory"));
    d->thread.start();

    d->late.setSingleShot(true);
    d->late.setInterval(kLateMilliseconds);
    connect(&d->late, &QTimer::timeout, this, &Workspace::filterChanged);
    d->poll.setInterval(kPollMilliseconds);
    connect(&d->poll, &QTimer::timeout, this, [this] {
        ask<Result<bool>>(
            this, [](directory::Directory &directory) { return directory.reloadIfChanged(); },
            [this](const Result<bool> &changed) {
                if (!changed) {
                    const bool lost =
                        changed.error().code == ErrorCode::Missing || changed.error().code == ErrorCode::Conflict;
                    if (lost && !d->lost)
                        emit fileLost(changed.error());
                    d->lost = d->lost || lost;
                    return;
                }
                d->lost = false;
                if (!*changed)
                    return;
                refresh();
                emit changedByOthers();
            });
    });
}

Workspace::~Workspace()
{
    d->poll.stop();
    d->stopping = true;
    d->thread.quit();
    d->thread.wait();
}

const directory::Knowledge &Workspace::knowledge() const
{
    return d->knowledge;
}
const directory::Clock &Workspace::clock() const
{
    return d->clock;
}
QString Workspace::requestedPath() const
{
    return d->requestedPath;
}
QString Workspace::path() const
{
    return d->path;
}
QString Workspace::readOnlyReason() const
{
    return d->readOnlyReason;
}
const Filter &Workspace::filter() const
{
    return d->filter;
}
SortKey Workspace::sortKey() const
{
    return d->key;
}
SortOrder Workspace::sortOrder() const
{
    return d->order;
}
SharedResult Workspace::result() const
{
    return d->result;
}
AtelierId Workspace::selected() const
{
    return d->selected;
}
AtelierId Workspace::hovered() const
{
    return d->hovered;
}

void Workspace::forbidChanges(const QString &reason)
{
    if (!d->readOnlyReason.isEmpty())
        return;
    d->readOnlyReason = reason;
    d->run([reason](Worker &worker) {
        if (worker.directory)
            worker.directory->forbidChanges(reason);
    });
    emit readOnlyChanged();
}

void Workspace::open(const directory::OpenRequest &request)
{
    openAfter(request, [] { return true; });
}

void Workspace::reopen(const directory::OpenRequest &request, std::function<Result<QString>()> work, QObject *receiver,
                       std::function<void(const Result<QString> &)> done)
{
    openAfter(request, [this, work = std::move(work), guard = QPointer<QObject>(receiver), done = std::move(done)] {
        const bool wasOpen = d->worker->directory != nullptr;
        d->worker->directory.reset();
        const auto result = work();
        QMetaObject::invokeMethod(
            this,
            [guard, done, result] {
                if (guard)
                    done(result);
            },
            Qt::QueuedConnection);
        return result.has_value() || wasOpen;
    });
}

void Workspace::openAfter(const directory::OpenRequest &request, std::function<bool()> prepare)
{
    d->requestedPath = request.path;
    const quint64 generation = ++d->generation;
    d->run([this, request, generation, prepare = std::move(prepare), filter = d->filter, key = d->key,
            order = d->order](Worker &worker) {
        if (!prepare())
            return;
        auto directory = directory::Directory::open(request, d->knowledge, d->clock);
        Answer answer;
        if (!directory) {
            answer.result = std::unexpected(directory.error());
        } else {
            worker.directory = std::move(*directory);
            answer.path = worker.directory->path();
            answer.readOnlyReason = worker.directory->readOnlyReason();
            answer.result = worker.directory->search(filter, key, order);
        }
        QMetaObject::invokeMethod(
            this,
            [this, answer = std::move(answer), generation, path = request.path] {
                if (answer.path) {
                    d->lost = false;
                    d->path = *answer.path;
                    d->readOnlyReason = answer.readOnlyReason;
                    d->result.reset();
                    d->poll.start();
                    select(0);
                    emit opened();
                }
                if (!answer.result) {
                    if (!answer.path)
                        emit openFailed(path, answer.result.error());
                    emit failed(answer.result.error());
                } else if (generation == d->generation) {
                    d->result = *answer.result;
                    tellFilter();
                    emit resultChanged();
                    emit directoryChanged();
                } else {
                    refresh(); // asked again while opening
                }
            },
            Qt::QueuedConnection);
    });
}

void Workspace::setFilter(const Filter &filter)
{
    if (d->filter == filter)
        return;
    // A place to measure from orders the list by distance; without one there is none to order by.
    if (filter.near && !d->filter.near) {
        d->key = SortKey::Distance;
        d->order = SortOrder::Ascending;
    } else if (!filter.near && d->key == SortKey::Distance) {
        d->key = SortKey::Name;
        d->order = SortOrder::Ascending;
    }
    d->filter = filter;
    askFilter();
    d->late.start();
}

void Workspace::tellFilter()
{
    if (!d->late.isActive())
        return;
    d->late.stop();
    emit filterChanged();
}

void Workspace::setSort(SortKey key, SortOrder order)
{
    if (d->key == key && d->order == order)
        return;
    d->key = key;
    d->order = order;
    askFilter();
}

void Workspace::askFilter()
{
    const quint64 generation = ++d->generation;
    d->run([this, generation, filter = d->filter, key = d->key, order = d->order](Worker &worker) {
        // A newer question waits behind this one: its answer is the one that counts.
        if (!worker.directory || d->generation != generation)
            return;
        auto result = worker.directory->search(filter, key, order);
        QMetaObject::invokeMethod(
            this,
            [this, result = std::move(result), generation] {
                if (d->generation != generation)
                    return;
                if (!result) {
                    tellFilter();
                    emit failed(result.error());
                    return;
                }
                d->result = *result;
                tellFilter();
                emit resultChanged();
            },
            Qt::QueuedConnection);
    });
}

void Workspace::refresh()
{
    if (d->path.isEmpty())
        return;
    ++d->refreshes;
    askFilter();
    emit directoryChanged();
}

void Workspace::select(AtelierId id)
{
    if (d->selected == id)
        return;
    d->selected = id;
    emit selectedChanged(id);
}

void Workspace::hover(AtelierId id)
{
    if (d->hovered == id)
        return;
    d->hovered = id;
    emit hoveredChanged(id);
}

void Workspace::post(std::function<std::shared_ptr<void>(directory::Directory &)> work, QObject *receiver,
                     std::function<void(std::shared_ptr<void>)> answer)
{
    d->run([this, work = std::move(work), guard = QPointer<QObject>(receiver),
            answer = std::move(answer)](Worker &worker) {
        if (!worker.directory)
            return;
        const quint64 before = worker.directory->changesMade();
        auto value = work(*worker.directory);
        const bool changed = worker.directory->changesMade() != before;
        QMetaObject::invokeMethod(
            this,
            [this, guard, answer, value = std::move(value), changed] {
                const quint64 refreshes = d->refreshes;
                if (guard)
                    answer(value);
                if (changed && d->refreshes == refreshes)
                    refresh(); // whoever asked is gone: what was done is seen all the same
            },
            Qt::QueuedConnection);
    });
}

} // namespace repere::models
