// The layers of the map: figures, classes, choice and coverage, against plain loops; its settings and its tables.
#include "directory/territories.h"
#include "models/map_layers.h"
#include "models/support/sample_directory.h"
#include "models/territory_model.h"
#include "models/uncovered_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace repere;
using namespace repere::models;
using testing::SampleWorkspace;
using Kind = LayerSettings::Kind;

class TestMapLayers : public QObject
{
    Q_OBJECT

    SampleWorkspace m_sample;
    Words m_words{m_sample.workspace.knowledge(), true};

    static LayerSettings territories(TerritoryLevel level, TerritoryMeasure measure)
    {
        LayerSettings settings;
        settings.kind = Kind::Territories;
        settings.level = level;
        settings.measure = measure;
        return settings;
    }

    const TerritoryFigure &figure(const MapLayers &layers, const char *code) const
    {
        return *std::ranges::find(layers.figures(), QString::fromLatin1(code), &TerritoryFigure::code);
    }

private slots:
    void cleanup()
    {
        QSignalSpy answered(&m_sample.workspace, &Workspace::resultChanged);
        if (m_sample.workspace.filter() != Filter{}) {
            m_sample.workspace.setFilter({});
            QVERIFY(answered.wait());
        }
    }

    void countsTheResult()
    {
        MapLayers layers(m_sample.workspace, m_words);
        QVERIFY(layers.overlay().isEmpty());
        layers.setSettings(territories(TerritoryLevel::Region, TerritoryMeasure::Share));
        QCOMPARE(layers.figures().size(), m_sample.workspace.knowledge().gazetteer().regions().size());
        QCOMPARE(figure(layers, "53").ateliers, 4); // see samplePlaces()
        QCOMPARE(figure(layers, "53").having, 2);
        QCOMPARE(figure(layers, "53").silent, 1);
        QCOMPARE(figure(layers, "84").ateliers, 3);
        QCOMPARE(layers.valueText(figure(layers, "53").value(TerritoryMeasure::Share)), QStringLiteral("50\u00a0%"));
        QCOMPARE(layers.stepOf(figure(layers, "11")), MapOverlay::kNoData); // no place: no share
        layers.setSettings(territories(TerritoryLevel::Region, TerritoryMeasure::Count));
        QCOMPARE(layers.stepOf(figure(layers, "11")), MapOverlay::kNothing);
    }

    void everyTerritoryIsInOneClass_data()
    {
        QTest::addColumn<int>("measure");
        QTest::addColumn<int>("method");
        for (int measure = 0; measure < 3; ++measure) {
            for (int method = 0; method < 3; ++method)
                QTest::addRow("measure %d, method %d", measure, method) << measure << method;
        }
    }
    void everyTerritoryIsInOneClass()
    {
        QFETCH(int, measure);
        QFETCH(int, method);
        MapLayers layers(m_sample.workspace, m_words);
        LayerSettings settings = territories(TerritoryLevel::Departement, static_cast<TerritoryMeasure>(measure));
        settings.method = static_cast<ClassMethod>(method);
        settings.classes = 4;
        settings.bounds = {0.4, 1, 2};
        layers.setSettings(settings);
        QStringList inClasses;
        for (const MapLayerClass &each : layers.classes()) {
            QVERIFY(!each.text.isEmpty() && !each.detail.isEmpty());
            inClasses << each.codes;
            for (const QString &code : each.codes)
                QCOMPARE(layers.stepOf(*std::ranges::find(layers.figures(), code, &TerritoryFigure::code)), each.step);
        }
        QCOMPARE(inClasses.size(), static_cast<qsizetype>(layers.figures().size()));
        inClasses.removeDuplicates();
        QCOMPARE(inClasses.size(), static_cast<qsizetype>(layers.figures().size()));
        QVERIFY(layers.overlay().territories);
        QCOMPARE(layers.overlay().territories->shades.size(), layers.figures().size());
    }

    void aRegionIsShadedByItsDepartements()
    {
        MapLayers layers(m_sample.workspace, m_words);
        layers.setSettings(territories(TerritoryLevel::Region, TerritoryMeasure::Count));
        QStringList bretagne;
        for (const MapOverlay::Shade &shade : layers.overlay().territories->shades) {
            if (QStringList{QStringLiteral("22"), QStringLiteral("29"), QStringLiteral("35"), QStringLiteral("56")}
                    .contains(shade.departement)) {
                bretagne << shade.departement;
                QCOMPARE(shade.step, layers.stepOf(figure(layers, "53")));
            }
        }
        QCOMPARE(bretagne.size(), 4);
    }

    void choosingFiltersAndKeepsTheNeighbours()
    {
        MapLayers layers(m_sample.workspace, m_words);
        connect(&layers, &MapLayers::filterWanted, &m_sample.workspace, &Workspace::setFilter);
        layers.setSettings(territories(TerritoryLevel::Region, TerritoryMeasure::Count));
        const auto before = layers.figures();
        QSignalSpy shown(&layers, &MapLayers::overlayChanged);
        layers.choose({48.1, -2.8}); // in the middle of Bretagne
        QTRY_COMPARE(m_sample.workspace.result()->count(), 4);
        QCOMPARE(m_sample.workspace.filter()[Facet::Region].values, QStringList{QStringLiteral("53")});
        QVERIFY(!shown.isEmpty() || shown.wait());
        QTRY_COMPARE(layers.overlay().territories->outlined.size(), 4); // the chosen one is framed
        QCOMPARE(layers.figures(), before);
        layers.choose({48.1, -2.8}); // once more gives it up
        QTRY_COMPARE(m_sample.workspace.result()->count(), 7);
        layers.choose({47.0, -8.0}); // the open sea
        QCOMPARE(m_sample.workspace.filter(), Filter{});
    }

    void aClassOfTheLegendChoosesItsTerritories()
    {
        MapLayers layers(m_sample.workspace, m_words);
        connect(&layers, &MapLayers::filterWanted, &m_sample.workspace, &Workspace::setFilter);
        layers.setSettings(territories(TerritoryLevel::Departement, TerritoryMeasure::Count));
        qsizetype densest = layers.classes().size() - 1;
        QCOMPARE(layers.classes()[densest].codes, QStringList{QStringLiteral("63")}); // two places there
        layers.chooseClass(static_cast<int>(densest));
        QTRY_COMPARE(m_sample.workspace.result()->count(), 2);
    }

    void hoveringSaysTheFigures()
    {
        MapLayers layers(m_sample.workspace, m_words);
        layers.setSettings(territories(TerritoryLevel::Region, TerritoryMeasure::Share));
        QSignalSpy outlined(&layers, &MapLayers::outlineChanged);
        layers.hover({48.1, -2.8});
        QCOMPARE(outlined.size(), 1);
        QVERIFY2(layers.hoverText().startsWith(QStringLiteral("Bretagne\n4 ")), qPrintable(layers.hoverText()));
        QCOMPARE(layers.overlay().territories->outlined.size(), 4);
        layers.hover({48.1, -2.9}); // still there: nothing to do
        QCOMPARE(outlined.size(), 1);
        layers.hover({});
        QVERIFY(layers.hoverText().isEmpty() && layers.overlay().territories->outlined.isEmpty());
        layers.outline(QStringLiteral("53")); // by the table: the figures stand there
        QVERIFY(layers.hoverText().isEmpty());
        QCOMPARE(layers.overlay().territories->outlined.size(), 4);
    }

    void theTitleSaysOfWhichPlaces()
    {
        MapLayers layers(m_sample.workspace, m_words);
        LayerSettings settings;
        settings.kind = Kind::Uncovered;
        settings.radiusKilometres = 40;
        layers.setSettings(settings);
        const QString all = layers.title();
        QVERIFY(!all.contains(u'·'));
        Filter filter;
        filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
        filter[Facet::Region].values = {QStringLiteral("53")};
        filter.near = Near{{48, -2}, 0, QStringLiteral("Rennes (35)")}; // orders the list only
        m_sample.workspace.setFilter(filter);
        QTRY_COMPARE(layers.title(), all + QStringLiteral(" · Bretagne · Découpe laser"));
        // The région is no condition where régions are compared.
        layers.setSettings(territories(TerritoryLevel::Region, TerritoryMeasure::Count));
        QVERIFY2(layers.title().endsWith(QStringLiteral(" · Découpe laser")) && layers.title().count(u'·') == 1,
                 qPrintable(layers.title()));
    }

    void followsTheFilter()
    {
        MapLayers layers(m_sample.workspace, m_words);
        layers.setSettings(territories(TerritoryLevel::Region, TerritoryMeasure::Count));
        Filter filter;
        filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
        m_sample.workspace.setFilter(filter);
        QTRY_COMPARE(figure(layers, "53").ateliers, 2);
        QCOMPARE(layers.figures(), directory::territoryFigures(m_sample.workspace.knowledge().gazetteer(),
                                                               *m_sample.workspace.result(), TerritoryLevel::Region));
    }

    /// What another choice leaves out is not compared: neither painted as empty, nor pointed at, nor chosen.
    void leavesOutWhatTheFilterDoes()
    {
        MapLayers layers(m_sample.workspace, m_words);
        layers.setSettings(territories(TerritoryLevel::Departement, TerritoryMeasure::Count));
        Filter filter;
        filter[Facet::Region].values = {QStringLiteral("53")};
        m_sample.workspace.setFilter(filter);
        QTRY_COMPARE(layers.figures().size(), std::size_t(4));
        QCOMPARE(figure(layers, "35").ateliers, 1);
        QCOMPARE(layers.overlay().territories->shades.size(), std::size_t(4));
        QSignalSpy wanted(&layers, &MapLayers::filterWanted);
        layers.hover({45.76, 4.83}); // Lyon
        layers.choose({45.76, 4.83});
        QVERIFY(layers.hoverText().isEmpty());
        QCOMPARE(wanted.count(), 0);
        layers.choose({48.11, -1.68}); // Rennes
        QCOMPARE(wanted.count(), 1);
        // A région of which a département is chosen.
        filter = {};
        filter[Facet::Departement].values = {QStringLiteral("35"), QStringLiteral("69")};
        layers.setSettings(territories(TerritoryLevel::Region, TerritoryMeasure::Count));
        m_sample.workspace.setFilter(filter);
        QTRY_COMPARE(layers.figures().size(), std::size_t(2));
    }

    void showsWhatNoPlaceCovers()
    {
        MapLayers layers(m_sample.workspace, m_words);
        LayerSettings settings;
        settings.kind = Kind::Uncovered;
        settings.radiusKilometres = 40;
        layers.setSettings(settings);
        QTRY_VERIFY(layers.coverage());
        const auto wanted =
            directory::coverage(m_sample.workspace.knowledge().gazetteer(), *m_sample.workspace.result(), 40'000);
        QCOMPARE(layers.coverage()->uncovered.size(), wanted.uncovered.size());
        QCOMPARE(layers.coverage()->uncoveredPopulation, wanted.uncoveredPopulation);
        QCOMPARE(layers.overlay().uncovered->ateliers.size(), 7U);
        QCOMPARE(layers.overlay().uncovered->communes.size(), wanted.uncovered.size());
        QVERIFY(layers.summary().contains(m_words.number(wanted.uncoveredPopulation)));

        settings.radiusKilometres = 80; // the newer question is the one that is answered
        layers.setSettings(settings);
        settings.radiusKilometres = 20;
        layers.setSettings(settings);
        QTRY_VERIFY(layers.overlay().uncovered && layers.overlay().uncovered->radiusMetres == 20'000);
        QTest::qWait(100);
        QCOMPARE(layers.overlay().uncovered->radiusMetres, 20'000.0);
        settings.kind = Kind::None;
        layers.setSettings(settings);
        QVERIFY(layers.overlay().isEmpty() && !layers.coverage());
    }

    void tablesAreModels()
    {
        MapLayers layers(m_sample.workspace, m_words);
        TerritoryModel table(layers, m_words);
        UncoveredModel communes(layers, m_words);
        QAbstractItemModelTester first(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester second(&communes, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.rowCount(), 0);
        layers.setSettings(territories(TerritoryLevel::Region, TerritoryMeasure::Per100k));
        QCOMPARE(table.rowCount(), static_cast<int>(layers.figures().size()));
        const int bretagne = table.rowOf(QStringLiteral("53"));
        QCOMPARE(table.index(bretagne, TerritoryModel::Places).data().toString(), QStringLiteral("4"));
        const QString spoken = table.index(bretagne, TerritoryModel::Name).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(QStringLiteral("Bretagne, 4 ")) && spoken.count(u',') > 2, qPrintable(spoken));
        QCOMPARE(table.index(bretagne, TerritoryModel::Value).data(Qt::UserRole).toDouble(),
                 *figure(layers, "53").value(TerritoryMeasure::Per100k));
        layers.setSettings(territories(TerritoryLevel::Departement, TerritoryMeasure::Share));
        QVERIFY(table.rowCount() > 90);

        LayerSettings settings;
        settings.kind = Kind::Uncovered;
        layers.setSettings(settings);
        QTRY_VERIFY(communes.rowCount() > 20'000);
        QCOMPARE(communes.index(0, UncoveredModel::Inhabitants).data(Qt::UserRole).toLongLong(),
                 layers.coverage()->uncovered.front().population);
        QCOMPARE(table.rowCount(), 0);
    }

    void settingsComeBack()
    {
        LayerSettings settings = territories(TerritoryLevel::Region, TerritoryMeasure::Share);
        settings.equipment = QStringLiteral("3d-printer");
        settings.method = ClassMethod::Custom;
        settings.classes = 6;
        settings.bounds = {0.1, 0.25};
        settings.radiusKilometres = 45;
        settings.places = true;
        QCOMPARE(layerFromJson(layerToJson(settings)), settings);
        QCOMPARE(layerFromJson({}), LayerSettings{});
        QCOMPARE(layerFromJson({{QStringLiteral("kind"), 7},
                                {QStringLiteral("level"), QStringLiteral("planet")},
                                {QStringLiteral("classes"), QStringLiteral("x")},
                                {QStringLiteral("bounds"), QStringLiteral("none")}}),
                 LayerSettings{});
        QCOMPARE(layerFromJson({{QStringLiteral("classes"), 900}}).classes, LayerSettings::kMostClasses);
        QCOMPARE(layerFromJson({{QStringLiteral("radius"), -4}}).radiusKilometres, 1);
    }

    void boundsAreReadAsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("unit");
        QTest::addColumn<std::vector<double>>("bounds");
        QTest::newRow("plain") << QStringLiteral("1; 2.5;10") << 1.0 << std::vector<double>{1, 2.5, 10};
        QTest::newRow("any order, twice") << QStringLiteral("5;1;5") << 1.0 << std::vector<double>{1, 5};
        QTest::newRow("percent") << QStringLiteral("10 %; 50%") << 0.01 << std::vector<double>{0.1, 0.5};
        QTest::newRow("no numbers") << QStringLiteral("1; much") << 1.0 << std::vector<double>{};
        QTest::newRow("nothing") << QString() << 1.0 << std::vector<double>{};
        QTest::newRow("not finite") << QStringLiteral("1; inf") << 1.0 << std::vector<double>{};
    }
    void boundsAreReadAsTyped()
    {
        QFETCH(QString, text);
        QFETCH(double, unit);
        QFETCH(std::vector<double>, bounds);
        QCOMPARE(boundsFromText(text, unit), bounds);
        QCOMPARE(boundsFromText(boundsToText(bounds, unit), unit), bounds);
    }
};

QTEST_MAIN(TestMapLayers)
#include "test_map_layers.moc"
