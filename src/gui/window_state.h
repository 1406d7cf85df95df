#pragma once

#include "core/atelier.h"
#include "core/filter.h"
#include "gui/ground_actions.h"
#include "gui/theme.h"
#include "models/layer_settings.h"
#include "models/words.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace repere::gui {

/// What the window remembers between two starts, in $XDG_STATE_HOME/repere/window.ini. Written beside and renamed into
/// place (QSettings), so that a killed window never leaves half a state.
struct WindowState {
    QByteArray geometry;
    QByteArray docks;
    QByteArray splitter;
    bool table = false;
    ThemeChoice theme = ThemeChoice::System;
    QString lastFile;
    QStringList recentFiles; ///< newest first
    QString exportFolder;
    QString importFolder;
    Filter filter;
    SortKey sortKey = SortKey::Name;
    SortOrder sortOrder = SortOrder::Ascending;
    AtelierId selected = 0;
    models::LayerSettings layer;
    std::optional<GeoPoint> mapCentre;
    double mapZoom = 0;
    models::CoordinateForm coordinates = models::CoordinateForm::Decimal;
    GroundChoice ground;

    static WindowState load();
    void save() const;
    /// $XDG_STATE_HOME/repere/window.ini, ~/.local/state when not set.
    static QString path();
};

} // namespace repere::gui
