#include "gui/map_picture.h"

#include "models/chips.h"
#include "models/sentences.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <algorithm>

namespace repere::gui {

basemap::SnapshotRequest pictureOf(const directory::SearchResult &result, const basemap::MapView &view,
                                   basemap::Theme theme, const models::Words &words)
{
    basemap::SnapshotRequest request;
    request.view = view;
    request.theme = theme;
    request.clusters = result.clusters(view.bounds(), view.zoom);
    QStringList title{models::countSentence(result.counts(), words)};
    for (const models::Chip &chip : models::chipsOf(result.filter(), words))
        title << chip.text;
    request.title = title.join(QStringLiteral(" · "));

    // Types by how many places show them, the unknown last.
    std::vector<std::pair<QString, int>> counts;
    for (const Cluster &cluster : request.clusters) {
        for (const Cluster::TypeCount &type : cluster.types) {
            const auto known = std::ranges::find(counts, type.type, &std::pair<QString, int>::first);
            if (known == counts.end())
                counts.emplace_back(type.type, type.count);
            else
                known->second += type.count;
        }
    }
    std::ranges::stable_sort(counts, [](const auto &a, const auto &b) {
        const bool aUnknown = a.first == kUnknown;
        const bool bUnknown = b.first == kUnknown;
        return aUnknown != bUnknown ? bUnknown : a.second > b.second;
    });
    for (const auto &[type, count] : counts)
        request.legend.push_back({type, words.label(Facet::Type, type)});
    return request;
}

void writePicture(const QString &path, std::shared_ptr<const basemap::MapPainter> painter,
                  basemap::SnapshotRequest request, QObject *receiver, std::function<void(Result<void>)> done)
{
    auto *watcher = new QFutureWatcher<Result<void>>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run([path, painter = std::move(painter), request = std::move(request)] {
        return basemap::writeSnapshot(path, *painter, request);
    }));
}

} // namespace repere::gui
