#include "gui/window_state.h"

#include "models/filter_json.h"

#include <QJsonDocument>
#include <QSettings>
#include <QStandardPaths>

namespace repere::gui {

QString WindowState::path()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation)
           + QStringLiteral("/repere/window.ini");
}

WindowState WindowState::load()
{
    const QSettings ini(path(), QSettings::IniFormat);
    WindowState state;
    state.geometry = ini.value("window/geometry").toByteArray();
    state.docks = ini.value("window/docks").toByteArray();
    state.splitter = ini.value("window/splitter").toByteArray();
    state.table = ini.value("window/table").toBool();
    state.theme = static_cast<ThemeChoice>(std::clamp(ini.value("window/theme").toInt(), 0, 2));
    state.lastFile = ini.value("files/last").toString();
    state.recentFiles = ini.value("files/recent").toStringList();
    state.exportFolder = ini.value("files/export").toString();
    state.importFolder = ini.value("files/import").toString();
    state.filter = models::filterFromJson(QJsonDocument::fromJson(ini.value("work/filter").toByteArray()).object());
    state.sortKey = static_cast<SortKey>(std::clamp(ini.value("work/sort").toInt(), 0, 4));
    state.sortOrder = ini.value("work/descending").toBool() ? SortOrder::Descending : SortOrder::Ascending;
    state.coordinates = static_cast<models::CoordinateForm>(std::clamp(ini.value("map/coordinates").toInt(), 0, 2));
    state.selected = ini.value("work/selected").toLongLong();
    state.layer = models::layerFromJson(QJsonDocument::fromJson(ini.value("map/layer").toByteArray()).object());
    const GeoPoint centre{ini.value("map/latitude", 1000).toDouble(), ini.value("map/longitude", 1000).toDouble()};
    if (centre.isValid() && ini.value("map/zoom").toDouble() > 0) {
        state.mapCentre = centre;
        state.mapZoom = ini.value("map/zoom").toDouble();
    }
    state.ground = {.online = ini.value("ground/online").toString(),
                    .fromFile = ini.value("ground/fromFile").toBool(),
                    .file = ini.value("ground/file").toString(),
                    .agreed = ini.value("ground/agreed").toStringList()};
    return state;
}

void WindowState::save() const
{
    QSettings ini(path(), QSettings::IniFormat);
    ini.setValue("window/geometry", geometry);
    ini.setValue("window/docks", docks);
    ini.setValue("window/splitter", splitter);
    ini.setValue("window/table", table);
    ini.setValue("window/theme", static_cast<int>(theme));
    ini.setValue("files/last", lastFile);
    ini.setValue("files/recent", recentFiles);
    ini.setValue("files/export", exportFolder);
    ini.setValue("files/import", importFolder);
    ini.setValue("work/filter", QJsonDocument(models::filterToJson(filter)).toJson(QJsonDocument::Compact));
    ini.setValue("work/sort", static_cast<int>(sortKey));
    ini.setValue("work/descending", sortOrder == SortOrder::Descending);
    ini.setValue("map/coordinates", static_cast<int>(coordinates));
    ini.setValue("work/selected", QVariant::fromValue<qlonglong>(selected));
    ini.setValue("map/layer", QJsonDocument(models::layerToJson(layer)).toJson(QJsonDocument::Compact));
    if (mapCentre) {
        ini.setValue("map/latitude", mapCentre->latitude);
        ini.setValue("map/longitude", mapCentre->longitude);
        ini.setValue("map/zoom", mapZoom);
    }
    ini.setValue("ground/online", ground.online);
    ini.setValue("ground/fromFile", ground.fromFile);
    ini.setValue("ground/file", ground.file);
    ini.setValue("ground/agreed", ground.agreed);
    ini.sync();
}

} // namespace repere::gui
