#include "app/snapshot_command.h"

#include "directory/directory.h"
#include "gui/layer_picture.h"
#include "gui/map_picture.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTextStream>

namespace repere::app {

namespace {

/// The layer that the window would show of this filter, by the same code: it is waited for here, before any other loop.
Result<std::optional<gui::LayerPicture>> layerOf(const CommandLine &line, const directory::Knowledge &knowledge,
                                                 const models::Words &words, const Filter &filter, const QString &file)
{
    using Kind = models::LayerSettings::Kind;
    if (line.layer.kind == Kind::None)
        return std::nullopt;
    models::LayerSettings settings = line.layer;
    if (!line.machine.isEmpty()) {
        directory::FilterWords asked;
        asked.equipment = {line.machine};
        auto machine = directory::filterFromWords(asked, knowledge);
        if (!machine)
            return std::unexpected(machine.error());
        settings.equipment = machine->filter[Facet::Equipment].values.value(0);
    }
    models::Workspace workspace(knowledge, directory::Clock::system());
    models::MapLayers layers(workspace, words);
    QEventLoop loop;
    std::optional<Error> failed;
    QObject::connect(&layers, &models::MapLayers::overlayChanged, &loop, [&] {
        if (!layers.overlay().isEmpty())
            loop.quit();
    });
    QObject::connect(&workspace, &models::Workspace::failed, &loop, [&](const Error &error) {
        failed = error;
        loop.quit();
    });
    workspace.setFilter(filter);
    layers.setSettings(settings);
    workspace.open({.path = file});
    loop.exec();
    if (failed)
        return std::unexpected(*failed);
    return gui::LayerPicture(layers, knowledge.dataFolder());
}

Result<void> writeMap(const CommandLine &line, bool french)
{
    const QString data = directory::findDataFolder();
    auto knowledge = directory::Knowledge::load(data);
    if (!knowledge)
        return std::unexpected(knowledge.error());
    auto understood = directory::filterFromWords(line.filter, *knowledge);
    if (!understood)
        return std::unexpected(understood.error());
    for (const QString &remark : understood->remarks)
        QTextStream(stderr) << remark << Qt::endl;
    if (!understood->filter.text.isEmpty())
        understood->filter.text += u' '; // the last word is whole: nobody is typing

    directory::OpenRequest request;
    request.path = line.file.isEmpty() ? directory::defaultDirectoryPath() : line.file;
    request.seed = line.file.isEmpty();
    auto opened = directory::Directory::open(request, *knowledge, directory::Clock::system());
    if (!opened)
        return std::unexpected(opened.error());
    auto result = (*opened)->search(understood->filter);
    if (!result)
        return std::unexpected(result.error());
    auto painter = basemap::MapPainter::load(data);
    if (!painter)
        return std::unexpected(painter.error());

    const models::Words words(*knowledge, french);
    const auto layer = layerOf(line, *knowledge, words, understood->filter, request.path);
    if (!layer)
        return std::unexpected(layer.error());
    const GeoBox area = gui::posterArea(**result, *knowledge);
    if (line.poster) {
        basemap::PosterRequest poster =
            gui::posterOf(**result, *line.poster, area, line.title, line.theme, QDate::currentDate(), words);
        if (line.centre) {
            const basemap::MapView view{*line.centre, line.zoom, line.poster->mapRect().size()};
            poster.picture = gui::pictureOf(**result, view, line.theme, words);
        }
        if (*layer)
            (*layer)->addTo(poster.picture);
        poster.dpi = line.dpi;
        JobContext job;
        return basemap::writePoster(line.snapshot, **painter, poster, job);
    }
    const basemap::MapView view =
        line.centre ? basemap::MapView{*line.centre, line.zoom, line.size} : basemap::MapView::fitting(area, line.size);
    basemap::SnapshotRequest picture = gui::pictureOf(**result, view, line.theme, words);
    if (*layer)
        (*layer)->addTo(picture);
    return basemap::writeSnapshot(line.snapshot, **painter, picture);
}

} // namespace

int reportError(const Error &error)
{
    QTextStream(stderr) << "repere: " << error.message << Qt::endl;
    switch (error.code) {
    case ErrorCode::Usage:
    case ErrorCode::Ambiguous: return 2;
    case ErrorCode::NotFound: return 1;
    default: return 3;
    }
}

int runSnapshot(const CommandLine &line, bool french)
{
    const auto written = writeMap(line, french);
    return written ? 0 : reportError(written.error());
}

} // namespace repere::app
