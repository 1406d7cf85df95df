#pragma once

#include "basemap/poster.h"
#include "core/geo.h"
#include "directory/filter_words.h"
#include "gui/layer_picture.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace repere::app {

/// The command line of the window, as the contract says it:
/// repere [FILE] [--snapshot FILE [--size WxH | --poster A0…A4 [--landscape] [--title T] [--dpi N]] [--theme light|dark]
///        [--layer territories [--by region|departement] [--measure count|per-100k|share [--machine E]]
///        |--layer uncovered [--radius KM]] [--with-places] [--view LAT,LON,ZOOM]] [TEXT] FILTERS
struct CommandLine {
    QString file;     ///< empty = the last one, else the default directory
    QString snapshot; ///< empty = open the window
    QSize size{1200, 900};
    std::optional<basemap::PosterSheet> poster; ///< instead of size
    int dpi = 150;                              ///< of a poster as PNG
    QString title;                              ///< its heading
    basemap::Theme theme = basemap::Theme::Light;
    models::LayerSettings layer; ///< of a picture; its equipment as people wrote it: see `machine`
    QString machine;             ///< whose share the layer tells; empty: the laser cutter
    std::optional<GeoPoint> centre;
    double zoom = 0;
    directory::FilterWords filter;
    bool hasFilter = false;
    QString language; ///< "fr", "en", empty = by the locale
    QString demo;     ///< hidden: folder of the demonstration
};

/// What the arguments ask. `text` is printed and the program leaves with `status` when it is not empty (help, version,
/// wrong usage).
struct ParsedCommandLine {
    CommandLine line;
    QString text;
    int status = 0;
};
/// The first word is a FILE when it ends in .gpkg or names an existing file; else it begins the TEXT.
ParsedCommandLine parseCommandLine(const QStringList &arguments);

} // namespace repere::app
