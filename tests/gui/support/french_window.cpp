#include "gui/support/french_window.h"

#include "basemap/map_painter.h"
#include "gui/map_pane.h"
#include "gui/theme.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QQuickItem>
#include <QQuickWidget>

namespace repere::testing {

const QString FrenchWindow::kFull = QStringLiteral("Fabrique du Bout du Quai");
const QString FrenchWindow::kBare = QStringLiteral("Chez Ondine");

namespace {

Atelier fullPlace()
{
    Atelier atelier = place(FrenchWindow::kFull, QStringLiteral("29200"), QStringLiteral("Brest"),
                            {QStringLiteral("fablab"), QStringLiteral("tiers-lieu")},
                            {QStringLiteral("laser-cutter"), QStringLiteral("3d-printer")});
    atelier.address = QStringLiteral("3 quai du Commerce");
    atelier.point = GeoPoint{48.38, -4.48};
    atelier.precision = PositionPrecision::Approximate;
    EquipmentItem &laser = atelier.equipment.front();
    laser.raw = QStringLiteral("découpe/gravure laser");
    laser.model = QStringLiteral("Speedy 100");
    laser.count = 2;
    laser.conditions = QStringLiteral("sur rendez-vous");
    laser.guessed = true;
    EquipmentItem unread;
    unread.raw = QStringLiteral("bidule à souder");
    atelier.equipment.push_back(unread);
    atelier.services = {QStringLiteral("training"), QStringLiteral("repair")};
    atelier.publics = {QStringLiteral("everyone"), QStringLiteral("schools")};
    atelier.openingHours = QStringLiteral("mar-sam 10:00-18:30");
    atelier.website = QStringLiteral("https://www.example.org/lab");
    atelier.email = QStringLiteral("bonjour@example.org");
    atelier.phone = QStringLiteral("02 98 00 00 00");
    atelier.organisation = QStringLiteral("Association du Quai");
    atelier.founded = 2013;
    atelier.surface = 1250;
    atelier.notes = QStringLiteral("Deux étages; sonner au 12.");
    atelier.asOf = QStringLiteral("2024-05-31");
    Provenance record;
    record.source = QStringLiteral("Relevé du port");
    record.asOf = atelier.asOf;
    atelier.provenance = {record};
    return atelier;
}

Atelier barePlace()
{
    Atelier atelier;
    atelier.name = FrenchWindow::kBare;
    return atelier;
}

/// The official lists write "Côtes-d'Armor", and so do we.
QStringList officialNames(const geography::Gazetteer &gazetteer)
{
    QStringList names;
    for (const Region &region : gazetteer.regions())
        if (region.name.contains(u'\''))
            names << region.name;
    for (const Departement &departement : gazetteer.departements())
        if (departement.name.contains(u'\''))
            names << departement.name;
    return names;
}

} // namespace

void FrenchWindow::teachRules()
{
    m_rules.add(readMessages(QStringLiteral(REPERE_SOURCE "/resources/translations/repere_fr.ts")));
    for (const Facet facet : kFacets)
        if (const Vocabulary *vocabulary = m_knowledge.vocabularies().of(facet))
            for (const VocabularyEntry &entry : vocabulary->entries()) {
                m_rules.add(entry.label.english, entry.label.french);
                m_rules.add(entry.definition.english, entry.definition.french);
            }
    for (const exchange::Column &column : exchange::columns())
        m_rules.add(column.label.english, column.label.french);
    QFile credits(m_knowledge.dataFolder() + QStringLiteral("/credits.json"));
    if (!credits.open(QIODevice::ReadOnly))
        qFatal("no credits");
    const QJsonArray sets = QJsonDocument::fromJson(credits.readAll()).array();
    for (const QJsonValue &set : sets)
        for (const QString &key : {QStringLiteral("title"), QStringLiteral("credit")})
            m_rules.add(set[key][u"en"].toString(), set[key][u"fr"].toString());
    // Qt's own words, which come with Qt's own translation.
    for (const char *word : {"Close", "Cancel", "OK", "Save", "Open", "Yes", "No", "Undo", "Redo", "Cut", "Copy",
                             "Paste", "Delete", "Select All", "More", "Space", "Del", "Shift", "Esc"})
        m_rules.add(QString::fromLatin1(word), QString());
}

bool FrenchWindow::open()
{
    teachRules();
    gui::applyTheme(*qApp, gui::ThemeChoice::Light);
    const QString file = QStringLiteral("annuaire.gpkg");
    m_walk.setData({}, QStringList{m_folder.path(), file, kFull, kBare} + officialNames(m_knowledge.gazetteer()));
    m_workspace = std::make_unique<models::Workspace>(m_knowledge, stillClock());
    m_window = std::make_unique<gui::MainWindow>(*m_workspace, models::Words(m_knowledge, true), gui::WindowState{},
                                                 QStringList{QStringLiteral("Qt 6.8.2"), QStringLiteral("Debian 13")});
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get(), kPatience))
        return false;
    look(QStringLiteral("opening"));
    m_workspace->open({.path = m_folder.filePath(file), .seed = true});
    if (!QTest::qWaitFor([this] { return m_workspace->result() != nullptr; }, kPatience) || !addPlaces())
        return false;
    const auto painter = basemap::MapPainter::load(m_knowledge.dataFolder());
    if (!painter)
        return false;
    m_window->setMap(*painter);

    QStringList lines;
    const models::Words words(m_knowledge, true);
    for (int i = 0; i < m_workspace->result()->count(); ++i) {
        const AtelierSummary atelier = m_workspace->result()->at(i);
        lines << atelier.name << words.place(atelier.city, atelier.departement);
    }
    lines.removeAll(words.place({}, {})); // these are our words
    m_walk.setMapLines(lines);
    return QTest::qWaitFor([this] { return mapItem("ClusterSign") && mapItem("Legend")->isVisible(); }, kPatience);
}

bool FrenchWindow::addPlaces()
{
    using Added = Result<AtelierId>;
    for (const Atelier &atelier : {fullPlace(), barePlace()}) {
        const auto added = ask<Added>([atelier](directory::Directory &directory) -> Added {
            const auto whole = directory.completed(atelier);
            return whole ? directory.add(*whole) : std::unexpected(whole.error());
        });
        if (!added)
            return false;
    }
    m_workspace->refresh();
    return QTest::qWaitFor([this] { return idOf(kBare) != 0; }, kPatience);
}

void FrenchWindow::look(const QString &state)
{
    m_walk.walkShownWindows(state);
    if (m_window->map())
        m_walk.walkItem(map()->rootObject(), state);
    const auto texts = m_walk.take();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        if (const QStringList why = m_rules.complaints(it.key()); !why.isEmpty())
            m_faults << QStringLiteral("%1\n    %2: %3").arg(it.key(), it.value(), why.join(QStringLiteral("; ")));
}

QString FrenchWindow::takeFaults()
{
    return std::exchange(m_faults, {}).join(u'\n');
}

AtelierId FrenchWindow::idOf(const QString &name) const
{
    const auto result = m_workspace->result();
    for (int i = 0; i < result->count(); ++i)
        if (result->at(i).name == name)
            return result->idAt(i);
    return 0;
}

bool FrenchWindow::setFilter(const Filter &filter)
{
    m_workspace->setFilter(filter);
    return QTest::qWaitFor([this] { return m_workspace->result()->filter() == m_workspace->filter(); }, kPatience);
}

bool FrenchWindow::bannerSays(const QString &part)
{
    const QLabel *banner = label(QStringLiteral("bannerText"));
    return QTest::qWaitFor([&] { return banner->isVisible() && banner->text().contains(part); }, kPatience);
}

QAction *FrenchWindow::action(const QKeySequence &keys) const
{
    for (QAction *action : m_window->findChildren<QAction *>())
        if (action->shortcut() == keys)
            return action;
    return nullptr;
}

QLabel *FrenchWindow::label(const QString &name) const
{
    return m_window->findChild<QLabel *>(name);
}

QQuickWidget *FrenchWindow::map() const
{
    return m_window->map()->findChild<QQuickWidget *>();
}

QQuickItem *FrenchWindow::mapItem(const char *type, QQuickItem *from) const
{
    if (!from)
        from = map()->rootObject();
    if (QByteArrayView(from->metaObject()->className()).startsWith(type))
        return from;
    for (QQuickItem *child : from->childItems())
        if (QQuickItem *found = mapItem(type, child))
            return found;
    return nullptr;
}

models::MapState *FrenchWindow::mapState() const
{
    return map()->rootObject()->property("mapState").value<models::MapState *>();
}

bool FrenchWindow::close(QDialog *dialog)
{
    const QPointer<QDialog> open(dialog);
    dialog->reject();
    return QTest::qWaitFor([&open] { return !open; }, kPatience);
}

} // namespace repere::testing
