#pragma once

#include "basemap/snapshot.h"
#include "directory/search_result.h"
#include "models/words.h"

#include <functional>

class QObject;

namespace repere::gui {

/// The picture of a result as the map shows it: same clusters, a title that counts, the legend of the types present.
basemap::SnapshotRequest pictureOf(const directory::SearchResult &result, const basemap::MapView &view,
                                   basemap::Theme theme, const models::Words &words);

/// Writes it in a thread of the pool; `done` comes in the GUI thread while `receiver` lives.
void writePicture(const QString &path, std::shared_ptr<const basemap::MapPainter> painter,
                  basemap::SnapshotRequest request, QObject *receiver, std::function<void(Result<void>)> done);

} // namespace repere::gui
