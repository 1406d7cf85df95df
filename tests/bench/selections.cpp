#include "bench/selections.h"

#include "bench/generator.h"
#include "bench/usual.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <bit>

namespace repere::bench {

using namespace Qt::StringLiterals;
using catalogue::Catalogue;

static_assert(std::endian::native == std::endian::little);

namespace {

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return failure(ErrorCode::Unwritable, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace

Result<void> writeSelections(const std::shared_ptr<const geography::Gazetteer> &gazetteer,
                             const std::shared_ptr<const Vocabularies> &vocabularies, int size, const QString &folder)
{
    Generator generator(gazetteer, vocabularies);
    Catalogue::Builder builder(dictionariesOf(*gazetteer, *vocabularies));
    for (int i = 0; i < size; ++i)
        builder.add(generator.next());
    const auto catalogue = builder.build();

    QByteArray points;
    for (std::size_t row = 0; row < catalogue->size(); ++row) {
        if (const auto point = catalogue->point(row)) {
            const std::array pair{point->longitude, point->latitude};
            points.append(reinterpret_cast<const char *>(pair.data()), sizeof pair);
        }
    }
    if (auto done = write(folder + u"/points.bin"_s, points); !done)
        return done;
    int number = 0;
    for (const Filter &filter : usualFilters(*vocabularies)) {
        const auto selection = catalogue->select(filter, {});
        QByteArray passes;
        for (std::size_t row = 0; row < catalogue->size(); ++row) {
            if (catalogue->point(row))
                passes.append(selection.rows.test(row) ? '\1' : '\0');
        }
        if (auto done = write(folder + u"/filter-%1.bin"_s.arg(number++), passes); !done)
            return done;
    }
    QJsonArray views;
    for (const View &view : usualViews())
        views.append(QJsonObject{{u"west"_s, view.box.west},
                                 {u"south"_s, view.box.south},
                                 {u"east"_s, view.box.east},
                                 {u"north"_s, view.box.north},
                                 {u"zoom"_s, view.zoom}});
    return write(folder + u"/views.json"_s, QJsonDocument(views).toJson());
}

} // namespace repere::bench
