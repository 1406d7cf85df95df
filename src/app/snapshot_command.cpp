#include "app/snapshot_command.h"

#include "directory/directory.h"
#include "gui/map_picture.h"

#include <QCoreApplication>
#include <QTextStream>

namespace repere::app {

namespace {

/// Metropolitan France: what a map without places shows.
constexpr GeoBox kFrance{-5.2, 41.3, 9.7, 51.2};

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
    if (line.poster) {
        basemap::PosterRequest poster = gui::posterOf(**result, *line.poster, gui::posterArea(**result, *knowledge),
                                                      line.title, line.theme, QDate::currentDate(), words);
        if (line.centre) {
            const basemap::MapView view{*line.centre, line.zoom, line.poster->mapRect().size()};
            poster.picture = gui::pictureOf(**result, view, line.theme, words);
        }
        poster.dpi = line.dpi;
        JobContext job;
        return basemap::writePoster(line.snapshot, **painter, poster, job);
    }
    const basemap::MapView view = line.centre
                                      ? basemap::MapView{*line.centre, line.zoom, line.size}
                                      : basemap::MapView::fitting((*result)->bounds().value_or(kFrance), line.size);
    return basemap::writeSnapshot(line.snapshot, **painter, gui::pictureOf(**result, view, line.theme, words));
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
