#pragma once

#include "core/result.h"
#include "directory/directory.h"
#include "directory/search_result.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace repere::models {

/// What the window works on: one directory in a worker thread, the filter, its answer, the selection. The one place
/// where list, map, facets and fiche meet. Lives in the GUI thread; never waits. Newer questions replace older ones.
class Workspace : public QObject
{
    Q_OBJECT
public:
    Workspace(directory::Knowledge knowledge, directory::Clock clock, QObject *parent = nullptr);
    ~Workspace() override;

    const directory::Knowledge &knowledge() const;
    const directory::Clock &clock() const;

    /// Opens (or creates, or seeds) a file and asks the current filter; opened() or failed() follows.
    void open(const directory::OpenRequest &request);
    /// The same after `work` in the directory's thread, while no file is open there: it may put another file in its place.
    /// What `work` gave comes to `receiver` while it lives; when it failed, a file that was open is opened again.
    void reopen(const directory::OpenRequest &request, std::function<Result<QString>()> work, QObject *receiver,
                std::function<void(const Result<QString> &)> done);
    QString path() const;          ///< empty before the first file is open
    QString requestedPath() const; ///< of the newest open(), whether it could be opened or not
    QString readOnlyReason() const;
    /// The open file is only read from now on, for this translated reason; readOnlyChanged() follows.
    void forbidChanges(const QString &reason);

    const Filter &filter() const;
    /// filterChanged() and resultChanged() follow. A place to measure from orders the list by distance, until setSort() says otherwise.
    void setFilter(const Filter &filter);
    SortKey sortKey() const;
    SortOrder sortOrder() const;
    void setSort(SortKey key, SortOrder order);

    /// Null before the first file is open. Immutable: may be kept.
    std::shared_ptr<const directory::SearchResult> result() const;

    AtelierId selected() const; ///< 0 = none
    void select(AtelierId id);
    AtelierId hovered() const;
    void hover(AtelierId id);

    /// Runs `work` in the directory's thread; the answer comes to `receiver` in the GUI thread while it lives. When the work
    /// has changed the directory and the answer does not refresh(), this does.
    template <typename T>
    void ask(QObject *receiver, std::function<T(directory::Directory &)> work, std::function<void(T)> answer)
    {
        post([work = std::move(work)](directory::Directory &directory) { return std::make_shared<T>(work(directory)); },
             receiver,
             [answer = std::move(answer)](std::shared_ptr<void> value) {
                 answer(std::move(*std::static_pointer_cast<T>(value)));
             });
    }
    /// After a change of the directory (import, edit, undo): asks the filter again and announces directoryChanged().
    void refresh();

signals:
    void opened();
    void readOnlyChanged();
    /// A file could not be opened; failed() comes too.
    void openFailed(const QString &path, const repere::Error &error);
    /// The open file was moved, deleted or replaced: nothing is written any more. Once, until it is back.
    void fileLost(const repere::Error &error);
    void failed(const repere::Error &error); ///< opening or answering failed; the former state stands
    /// Comes with the answer, so that chips, list and map are painted once; alone when the answer takes longer than a
    /// person would not notice.
    void filterChanged();
    void resultChanged();
    void selectedChanged(qint64 id);
    void hoveredChanged(qint64 id);
    void directoryChanged(); ///< the content of the file has changed (by us or by another program)
    void changedByOthers();  ///< another program changed the file; directoryChanged() comes too

private:
    void openAfter(const directory::OpenRequest &request, std::function<bool()> prepare);
    void askFilter();
    void tellFilter();
    void post(std::function<std::shared_ptr<void>(directory::Directory &)> work, QObject *receiver,
              std::function<void(std::shared_ptr<void>)> answer);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace repere::models
