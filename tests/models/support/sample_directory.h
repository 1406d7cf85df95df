#pragma once

#include "directory/directory.h"
#include "models/words.h"
#include "models/workspace.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace repere::testing {

/// The words and places that ship, read once a process.
inline const directory::Knowledge &shippedKnowledge()
{
    static const directory::Knowledge knowledge = *directory::Knowledge::load(QStringLiteral(REPERE_SOURCE_DATA));
    return knowledge;
}

/// A clock that stands still: nothing in a test depends on the day it runs.
inline directory::Clock stillClock()
{
    return {[] { return QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::UTC); }, QStringLiteral("test")};
}

inline Atelier place(const QString &name, const QString &postcode, const QString &city, const QStringList &types,
                     const QStringList &equipment)
{
    Atelier atelier;
    atelier.name = name;
    atelier.postcode = postcode;
    atelier.city = city;
    atelier.types = types;
    atelier.status = QStringLiteral("open");
    atelier.asOf = QStringLiteral("2024");
    for (const QString &id : equipment)
        atelier.equipment.push_back({id, id, {}, {}, {}, false});
    return atelier;
}

/// Seven places that were written by hand: Bretagne has four, of which two have a laser cutter and one says nothing.
inline std::vector<Atelier> samplePlaces()
{
    const QStringList fablab{QStringLiteral("fablab")};
    const QString laser = QStringLiteral("laser-cutter");
    const QString printer = QStringLiteral("3d-printer");
    std::vector<Atelier> places{
        place(QStringLiteral("Zeste"), QStringLiteral("35000"), QStringLiteral("Rennes"), fablab, {laser, printer}),
        place(QStringLiteral("École du faire"), QStringLiteral("29200"), QStringLiteral("Brest"), fablab,
              {printer, laser}),
        place(QStringLiteral("Atelier 10"), QStringLiteral("56100"), QStringLiteral("Lorient"),
              {QStringLiteral("makerspace")}, {printer}),
        place(QStringLiteral("Atelier 2"), QStringLiteral("22000"), QStringLiteral("Saint-Brieuc"),
              {QStringLiteral("makerspace")}, {}),
        place(QStringLiteral("SIGMAke"), QStringLiteral("63170"), QStringLiteral("Aubière"), fablab, {laser}),
        place(QStringLiteral("Hall32"), QStringLiteral("63000"), QStringLiteral("Clermont-Ferrand"), {}, {printer}),
        place(QStringLiteral("LOL"), QStringLiteral("69001"), QStringLiteral("Lyon"), {QStringLiteral("hackerspace")},
              {})};
    places[4].equipment[0].raw = QStringLiteral("découpe/gravure laser");
    places[6].status = QStringLiteral("closed");
    return places;
}

/// A workspace over a new file with those places, already open.
class SampleWorkspace
{
public:
    explicit SampleWorkspace(const directory::Knowledge &knowledge = shippedKnowledge())
        : workspace(knowledge, stillClock())
    {
        const QString path = folder.filePath(QStringLiteral("annuaire.gpkg"));
        {
            auto opened = directory::Directory::open({.path = path, .mode = store::OpenMode::Create, .seed = false},
                                                     shippedKnowledge(), stillClock());
            if (!opened)
                qFatal("%s", qPrintable(opened.error().message));
            for (const Atelier &atelier : samplePlaces()) {
                auto completed = (*opened)->completed(atelier);
                if (!completed || !(*opened)->add(*completed))
                    qFatal("the sample cannot be written");
            }
        }
        QSignalSpy answered(&workspace, &models::Workspace::resultChanged);
        workspace.open({.path = path, .mode = store::OpenMode::ReadWrite, .seed = false});
        if (!answered.wait())
            qFatal("the sample did not open");
    }

    /// Sets the filter and waits for its answer.
    bool filter(const Filter &filter)
    {
        if (workspace.filter() == filter)
            return true;
        workspace.setFilter(filter);
        return answered();
    }
    /// Waits until the answer is that of the present filter.
    bool answered()
    {
        return QTest::qWaitFor(
            [this] { return workspace.result() && workspace.result()->filter() == workspace.filter(); });
    }
    AtelierId idOf(const QString &name) const
    {
        for (int i = 0; i < workspace.result()->count(); ++i)
            if (workspace.result()->at(i).name == name)
                return workspace.result()->idAt(i);
        return 0;
    }

    QTemporaryDir folder;
    models::Workspace workspace;
    models::Words words{shippedKnowledge(), true};
};

} // namespace repere::testing
