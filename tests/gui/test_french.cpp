// Every text that a person meets in the French window and its map is French and written as the conventions say: spaces,
// quotes, dates, thousands, "0 lieu". The rules themselves: test_french_rules.cpp; dialogs: test_french_dialogs.cpp.
#include "gui/fiche.h"
#include "gui/ground_consent.h"
#include "gui/layer_panel.h"
#include "gui/map_pane.h"
#include "gui/place_field.h"
#include "gui/result_list.h"
#include "gui/result_pane.h"
#include "gui/support/french_test.h"
#include "models/map_fan.h"
#include "models/map_selection.h"
#include "support/geocoder_answers.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QQuickItem>
#include <QQuickWidget>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>

using namespace repere;
using namespace repere::testing;

namespace {

const QString kFiche = QStringLiteral("repere::gui::Fiche");
const QString kChips = QStringLiteral("repere::gui::ChipRow");
const QString kBanner = QStringLiteral("repere::gui::Banner");

Filter choice(Facet facet, const char *id)
{
    Filter filter;
    filter[facet].values = {QString::fromLatin1(id)};
    return filter;
}

} // namespace

class TestFrench : public FrenchTest
{
    Q_OBJECT

    /// The tip of each of the parts of an item, which lie one under the other.
    void lookAtTips(const char *type, int parts)
    {
        QQuickItem *item = m_french.mapItem(type);
        QVERIFY(item && item->isVisible());
        QQuickItem *tip = m_french.mapItem("Tip");
        for (int part = 0; part < parts; ++part) {
            const QPointF at = item->mapToScene({item->width() / 2, item->height() * (part + 0.5) / parts});
            QMouseEvent move(QEvent::MouseMove, at, m_french.map()->mapToGlobal(at), Qt::NoButton, {}, {});
            QApplication::sendEvent(m_french.map(), &move);
            QTRY_VERIFY_WITH_TIMEOUT(tip->isVisible(), kPatience);
            look("a tip of the map");
        }
    }

private slots:
    void everything()
    {
        look("everything");
        QVERIFY(m_french.walk().count() > 400);
        QVERIFY(saw("lieux sur "));
        QVERIFY(saw("Fichier"));               // menus
        QVERIFY(saw("Découpe laser"));         // facets
        QVERIFY(saw("Seulement dans la vue")); // the map
        QVERIFY(saw("Échelle\u00a0: "));       // what a screen reader says
    }

    void aFilter()
    {
        Filter filter = choice(Facet::Region, "53");
        filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
        QVERIFY(m_french.setFilter(filter));
        QTRY_VERIFY_WITH_TIMEOUT(
            m_french.window().findChild<QToolButton *>(QStringLiteral("honestUnknown"))->isVisible(), kPatience);
        look("Bretagne and laser cutters");
        QVERIFY(saw(" en Bretagne en ont une"));
        QVERIFY(saw("ne disent rien de leurs machines"));

        filter.anyEquipment = true;
        filter.text = QStringLiteral("fabrique");
        filter[Facet::Equipment].values << QStringLiteral("3d-printer");
        filter[Facet::Status].excluded = {QStringLiteral("closed")};
        filter[Facet::Public].values = {QString(kUnknown)};
        filter.asOfAfter = 2010;
        QVERIFY(m_french.setFilter(filter));
        m_french.walk().setData(kChips, {filter.text});
        look("every sort of choice");

        filter = {};
        filter.text = FrenchWindow::kFull;
        QVERIFY(m_french.setFilter(filter));
        look("one place");
        QVERIFY(saw("1 lieu sur "));
    }

    void nothingMatches()
    {
        Filter words = choice(Facet::Region, "53");
        words.text = QStringLiteral("hydromel");
        words[Facet::Type].excluded = {QStringLiteral("fablab")};
        Filter choices = choice(Facet::Departement, "22");
        choices[Facet::Equipment].values = {QStringLiteral("laser-cutter"), QStringLiteral("bookbinding")};
        choices[Facet::Public].values = {QStringLiteral("seniors")};
        for (const Filter &filter : {words, choices}) {
            using Answer = Result<directory::Suggestion>;
            const auto suggestion = m_french.ask<Answer>(
                [filter](directory::Directory &directory) -> Answer { return directory.suggest(filter); });
            QVERIFY(suggestion.has_value());
            QStringList data{filter.text};
            if (suggestion->nearest)
                data << suggestion->nearest->name << suggestion->nearest->city;
            m_french.walk().setData(QStringLiteral("repere::gui::EmptyState"), data);
            m_french.walk().setData(kChips, data);
            QVERIFY(m_french.setFilter(filter));
            QCOMPARE(m_french.workspace().result()->count(), 0);
            QTRY_VERIFY_WITH_TIMEOUT(m_french.window().findChild<QPushButton *>(QStringLiteral("dropAll")), kPatience);
            look("nothing matches");
        }
        QVERIFY(saw("0 lieu sur "));
        QVERIFY(saw("Aucun lieu ne correspond"));
    }

    void nearAPlace()
    {
        QVERIFY(m_french.setFilter({}));
        QLineEdit *edit = m_french.window().place()->edit();
        QCompleter *candidates = m_french.window().place()->findChild<QCompleter *>();
        for (const char *words : {"Xyzzy", "Bussy", "Saint-Denis"}) {
            const QString text = QString::fromUtf8(words);
            edit->setText(text);
            QTest::keyClick(edit, Qt::Key_Return);
            m_french.walk().setData(kBanner, {text});
            QTRY_VERIFY_WITH_TIMEOUT(m_french.label(QStringLiteral("bannerText"))->text().contains(text), kPatience);
            look("words for a place");
        }
        QTRY_VERIFY_WITH_TIMEOUT(candidates->popup()->isVisible(), kPatience); // which of them?
        look("candidates");
        QVERIFY(saw("habitants"));
        hidePopups();
        for (const char *label : {"Murat (15)", "Le Havre (76)", "Aubière (63)"}) {
            Filter filter = choice(Facet::Equipment, "laser-cutter");
            filter.near = Near{{45.11, 2.87}, 100'000, QString::fromUtf8(label)};
            QVERIFY(m_french.setFilter(filter));
            look("near a place");
        }
        QVERIFY(saw("à moins de 100\u00a0km d’Aubière (63)"));
    }

    void theTable()
    {
        gui::ResultList *list = m_french.window().results()->list();
        list->setTable(true);
        look("the table, with distances");
        QVERIFY(saw("Vu en"));
        list->setTable(false);
    }

    void fiches()
    {
        Filter words;
        words.text = QStringLiteral("laser quai");
        std::vector<AtelierId> ids;
        QVERIFY(m_french.setFilter({}));
        for (int i = 0; i < m_french.workspace().result()->count(); i += 25)
            ids.push_back(m_french.workspace().result()->idAt(i));
        ids.push_back(m_french.idOf(FrenchWindow::kBare));
        ids.push_back(m_french.idOf(FrenchWindow::kFull));
        for (const Filter &filter : {Filter{}, choice(Facet::Equipment, "laser-cutter"), words}) {
            QVERIFY(m_french.setFilter(filter));
            m_french.walk().setData(kChips, {filter.text});
            for (const AtelierId id : ids) {
                m_french.workspace().select(id);
                const gui::Fiche *fiche = m_french.window().fiche();
                QTRY_COMPARE_WITH_TIMEOUT(fiche->atelier().id, id, kPatience);
                m_french.walk().setData(kFiche, dataOf(fiche->atelier()) + filter.text.split(u' '));
                look("a fiche");
                QCOMPARE(clashingMnemonics(m_french.window()).join(u'\n'), QString());
            }
        }
        QVERIFY(saw("vu le 31/05/2024"));
        QVERIFY(saw("environ 1\u202f250\u00a0m²"));
        QVERIFY(saw("position inconnue\u00a0: pas sur la carte"));
        QVERIFY(saw("Pourquoi ce lieu"));
    }

    void tipsAndMenusOfTheMap()
    {
        QVERIFY(m_french.setFilter({}));
        models::MapState *state = m_french.mapState();
        QQuickItem *territories = m_french.mapItem("TerritoryMenu");
        territories->setProperty("open", true);
        look("territories");
        QVERIFY(saw("Guadeloupe, "));
        territories->setProperty("open", false);

        lookAtTips("MapButtons", 3);
        QVERIFY(saw("Montrer tous les résultats (0)"));
        lookAtTips("SelectionTools", 3);
        QVERIFY(saw("à main levée (L)"));
        lookAtTips("JumpBar", 6);

        // Several places at one spot, which no zoom parts.
        const auto clusters = m_french.workspace().result()->clusters({-180, -85, 180, 85}, state->maximumZoom());
        const auto several = std::ranges::find_if(clusters, [](const Cluster &cluster) { return cluster.count > 1; });
        QVERIFY(several != clusters.end());
        m_french.window().map()->setView(several->centre, state->maximumZoom());
        const auto row = [state] {
            for (int i = 0; i < state->clusters()->rowCount(); ++i)
                if (state->clusters()->at(i).cluster.count > 1)
                    return i;
            return -1;
        };
        QTRY_VERIFY_WITH_TIMEOUT(row() >= 0, kPatience);
        look("signs close by");
        state->activate(row());
        QTRY_VERIFY_WITH_TIMEOUT(!state->choices().isEmpty(), kPatience);
        look("places fanned out");
        QVERIFY(saw(", 1 sur "));
        state->offer(QList<models::MapChoice>(models::kMostFanned + 1, state->choices().first()), several->centre);
        look("places at one spot");
        QVERIFY(saw("Lieux à cet endroit"));
        state->choose(-1);

        emit m_french.window().map()->menuRequested({46.5, 3}, {});
        look("the menu of a spot");
        QVERIFY(saw("Distance depuis ici") || saw("&Distance depuis ici"));
        hidePopups();

        m_french.window().map()->setOnlyInView(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_french.workspace().result()->filter().box.has_value(), kPatience);
        look("only in view");
        m_french.window().map()->setOnlyInView(false);
        QTRY_VERIFY_WITH_TIMEOUT(!m_french.workspace().result()->filter().box.has_value(), kPatience);
    }

    void drawingOnTheMap()
    {
        auto *selection = m_french.map()->rootObject()->property("selection").value<models::MapSelection *>();
        using Tool = models::MapSelection::Tool;
        for (const auto &[tool, hint] :
             {std::pair(Tool::Rectangle, "rectangle"), {Tool::Lasso, "ligne"}, {Tool::Circle, "centre"}}) {
            selection->setTool(tool);
            look("drawing");
            QVERIFY2(saw(hint), hint);
        }
        QVERIFY(saw("Échap pour"));
        selection->setTool(Tool::None);
        selection->drawCircle({46.5, 3}, {46.5, 4.5});
        QTRY_VERIFY_WITH_TIMEOUT(m_french.workspace().filter().near.has_value(), kPatience);
        look("a circle");
        QVERIFY(m_french.setFilter({}));
    }

    void theLayers()
    {
        action(QKeySequence(Qt::CTRL | Qt::Key_3))->trigger();
        auto *panel = m_french.window().findChild<gui::LayerPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(panel->isVisible(), kPatience);
        const auto box = [panel](const char *name) { return panel->findChild<QComboBox *>(QString::fromLatin1(name)); };
        const auto take = [](QComboBox *combo, int line) {
            combo->setCurrentIndex(line);
            emit combo->activated(line);
        };
        QQuickItem *menu = m_french.mapItem("LayerMenu");
        menu->setProperty("open", true);
        look("no layer, and the menu of the layers");
        QVERIFY(saw("Zones non couvertes"));
        menu->setProperty("open", false);

        Filter filter;
        filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
        QQuickItem *legend = m_french.mapItem("LayerLegend");
        auto *table = panel->findChild<QTreeView *>();
        take(box("kind"), 1);
        for (int level = 0; level < box("level")->count(); ++level) {
            take(box("level"), level);
            for (int measure = 0; measure < box("measure")->count(); ++measure) {
                take(box("measure"), measure);
                QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kPatience);
                QVERIFY(legend->isVisible());
                look("territories");
            }
        }
        QVERIFY(m_french.setFilter(filter));
        look("territories of a filter");
        QVERIFY(saw("Lieux par région"));
        QVERIFY(saw(", par département · Découpe laser"));
        QVERIFY(saw(". Les choisir"));
        for (int method = 0; method < box("method")->count(); ++method) {
            take(box("method"), method);
            look("classes");
        }
        m_french.window().activateWindow(); // no window manager does it here
        table->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(table->hasFocus(), kPatience);
        QTest::keyClick(table, Qt::Key_Home);
        look("a line of the table");
        QCOMPARE(clashingMnemonics(m_french.window()).join(u'\n'), QString());
        QVERIFY(saw(" pour 100\u202f000 habitants · "));
        m_french.map()->rootObject()->property("layers").value<models::MapLayers *>()->hover({48.1, -2.8});
        look("the pointer over a territory");
        take(box("method"), 0);

        take(box("kind"), 2);
        auto *radius = panel->findChild<QSpinBox *>(QStringLiteral("radius"));
        radius->setValue(60);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, kPatience);
        look("uncovered areas");
        QVERIFY(saw("À plus de 60\u00a0km de tout lieu · Découpe laser"));
        QVERIFY(m_french.setFilter({}));
        take(box("kind"), 0);
        panel->parentWidget()->hide();
    }

    void onlineGrounds()
    {
        auto *ground = m_french.window().findChild<QMenu *>(QStringLiteral("ground"));
        QAction *online = nullptr;
        const auto offered = [&] {
            for (QAction *each : ground->actions())
                if (each->text().contains(QStringLiteral("IGN")))
                    online = each;
            return online != nullptr;
        };
        QVERIFY(QTest::qWaitFor(offered, kPatience));
        online->trigger();
        auto *consent = m_french.shown<gui::GroundConsent>();
        QVERIFY(consent);
        look("before the first connection");
        QVERIFY(saw("Se connecter à"));
        QVERIFY(FrenchWindow::close(consent));
    }

    void menusOfPlaces()
    {
        QMenu *sort = m_french.window().findChild<QToolButton *>(QStringLiteral("sort"))->menu();
        sort->popup({});
        look("order of the list");
        QVERIFY(saw("Ordre inverse") || saw("Ordre &inverse"));
        hidePopups();
        for (QListView *list : m_french.window().findChildren<QListView *>(QStringLiteral("facet"))) {
            emit list->customContextMenuRequested(list->visualRect(list->model()->index(0, 0)).center());
            look("menu of a facet");
            hidePopups();
        }
        QVERIFY(saw("(Alt+clic)"));
        const std::unique_ptr<QMenu> menu(m_french.window().search()->createStandardContextMenu());
        menu->popup({});
        look("menu of a field");
    }

    void manyPlaces()
    {
        m_french.window().results()->list()->setFocus();
        action(QKeySequence::Copy)->trigger();
        QVERIFY(m_french.bannerSays(QStringLiteral("copié")));
        look("after a copy");
        m_french.window().results()->list()->selectAll();
        action(QKeySequence(Qt::CTRL | Qt::Key_Delete))->trigger();
        QVERIFY(m_french.bannerSays(QStringLiteral("supprimés")));
        QAction *undo = action(QKeySequence::Undo);
        QTRY_VERIFY_WITH_TIMEOUT(undo->text().contains(QStringLiteral("Suppression de 381 lieux")), kPatience);
        look("after a removal");
        undo->trigger();
        QVERIFY(m_french.bannerSays(QStringLiteral("Annulé")));
        QTRY_COMPARE_WITH_TIMEOUT(m_french.workspace().result()->count(), 381, kPatience);
    }
};

int main(int argc, char **argv)
{
    return runFrenchTest<TestFrench>(argc, argv);
}
#include "test_french.moc"
