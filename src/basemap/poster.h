#pragma once

#include "basemap/snapshot.h"
#include "core/job.h"

#include <QPageSize>

namespace repere::basemap {

/// The sheet of a poster. Everything on it is drawn in logical pixels, of which a larger paper has more, and larger ones:
/// from A4 to A0 names and signs grow to twice their size, and the map shows twice as much of them.
struct PosterSheet {
    QPageSize::PageSizeId paper = QPageSize::A4;
    bool landscape = false;

    QSizeF millimetres() const;
    /// Millimetres of a logical pixel: 25.4/96 on A4, twice that on A0.
    double millimetresPerPixel() const;
    QSizeF size() const;   ///< of the sheet, logical pixels
    QRect mapRect() const; ///< where the map stands on it, logical pixels
};

/// "A0" … "A4", any case; nullopt for other papers.
std::optional<QPageSize::PageSizeId> paperNamed(const QString &name);

struct PosterRequest {
    PosterSheet sheet;
    /// Its view must have the size of PosterSheet::mapRect(); its title is the second line. devicePixelRatio is not used.
    SnapshotRequest picture;
    QString heading; ///< in large letters; empty: the title alone
    QString date;    ///< as people read it
    int dpi = 150;   ///< of a PNG
};

/// A sheet with heading, map, legend, scale, attribution and date. Format by extension: pdf and svg are vectors, png has
/// `dpi`. Errors: Usage for a format that is none, or a PNG that would need more than kMostPosterBytes of memory (it is
/// said what would do); Cancelled; Unwritable. Any thread.
Result<void> writePoster(const QString &path, const MapPainter &painter, const PosterRequest &request, JobContext &job);
inline constexpr qint64 kMostPosterBytes = 300'000'000; // A1 at 300 dpi

} // namespace repere::basemap
