#pragma once

#include "basemap/poster.h"
#include "directory/search_result.h"
#include "models/words.h"

#include <QDate>

#include <functional>

class QObject;

namespace repere::gui {

/// "9 of 379 places · Laser cutter": how many there are, the filter in words.
QString pictureTitle(const FilterCounts &counts, const Filter &filter, const models::Words &words);
/// The picture of a result as the map shows it: same clusters, names where there is room, the area or distance that was
/// drawn, a title that counts, the legend of the types present.
basemap::SnapshotRequest pictureOf(const directory::SearchResult &result, const basemap::MapView &view,
                                   basemap::Theme theme, const models::Words &words);

/// Where a poster, or a picture without a view, looks: at the régions or départements that the filter chooses, whole; without any as the map of
/// the window, at its results on the mainland, or where most of them are.
GeoBox posterArea(const directory::SearchResult &result, const directory::Knowledge &knowledge);
/// The poster of a result: heading (empty: the places chosen, "Bretagne"), the filter in words, date, names where there
/// is room.
basemap::PosterRequest posterOf(const directory::SearchResult &result, const basemap::PosterSheet &sheet, GeoBox area,
                                const QString &heading, basemap::Theme theme, const QDate &date,
                                const models::Words &words);

/// Writes it in a thread of the pool; `done` comes in the GUI thread while `receiver` lives.
void writePicture(const QString &path, std::shared_ptr<const basemap::MapPainter> painter,
                  basemap::SnapshotRequest request, QObject *receiver, std::function<void(Result<void>)> done);

} // namespace repere::gui
