// The file is a GeoPackage that other programs read.

#include "support/sample.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace repere;
using namespace repere::store;
using namespace Qt::StringLiterals;

class TestGeopackage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"annuaire é.gpkg"_s);
    }

    void headerAndTables()
    {
        sample::open(m_path, OpenMode::Create).reset();
        // Creating leaves nothing else behind.
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"annuaire é.gpkg"_s});
        QCOMPARE(sample::value(m_path, u"PRAGMA application_id"_s), QString::number(0x47504B47));
        QCOMPARE(sample::value(m_path, u"PRAGMA user_version"_s), u"10300"_s);
        QCOMPARE(
            sample::value(m_path,
                          u"SELECT group_concat(srs_id) FROM (SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1)"_s),
            u"-1,0,4326"_s);
        QCOMPARE(sample::value(m_path, u"PRAGMA integrity_check"_s), u"ok"_s);
        // Our own tables are STRICT.
        QCOMPARE(sample::value(m_path,
                               u"SELECT group_concat(name) FROM pragma_table_list WHERE type = 'table' AND NOT strict "
                               "AND name NOT LIKE 'gpkg%' AND name NOT LIKE 'sqlite%'"_s),
                 QString());
    }

    void ogrListsOneLayerOfPoints_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("empty directory") << 0;
        QTest::newRow("two ateliers") << 2;
    }
    void ogrListsOneLayerOfPoints()
    {
        QFETCH(int, count);
        auto store = sample::open(m_path, OpenMode::Create);
        if (count > 0) {
            Atelier nowhere = sample::namedAtelier(u"Nulle part"_s);
            VERIFY_RESULT(store->apply(sample::label(u"Add"_s),
                                       {.inserts = {sample::fullAtelier(), nowhere}, .updates = {}, .removals = {}}));
        }
        // While it is open here.
        const QString layers = sample::run(u"ogrinfo"_s, {m_path});
        QVERIFY2(layers.contains(u"ateliers (Point)"_s), qPrintable(layers));
        QVERIFY2(layers.contains(u"provenance (None)"_s), qPrintable(layers));
        QVERIFY2(!layers.contains(u"change"_s) && !layers.contains(u"repere_meta"_s), qPrintable(layers));
        QVERIFY2(!layers.contains(u"Warning"_s), qPrintable(layers));
        const QString summary = sample::run(u"ogrinfo"_s, {u"-so"_s, u"-nomd"_s, m_path, u"ateliers"_s});
        QVERIFY2(summary.contains(u"Feature Count: %1"_s.arg(count)), qPrintable(summary));
        if (count > 0) // OGR finds the key of a view by reading a row
            QVERIFY(summary.contains(u"FID Column = fid"_s));
        QVERIFY(summary.contains(u"Geometry Column = geom"_s));
        QVERIFY(summary.contains(u"ID[\"EPSG\",4326]"_s));
    }

    void ogr2ogrReadsValuesAndPositions()
    {
        auto store = sample::open(m_path, OpenMode::Create);
        const Atelier full = sample::fullAtelier();
        VERIFY_RESULT(
            store->apply(sample::label(u"Add"_s),
                         {.inserts = {full, sample::namedAtelier(u"Nulle part"_s)}, .updates = {}, .removals = {}}));
        const QString out = m_folder->filePath(u"out.geojson"_s);
        sample::run(u"ogr2ogr"_s,
                    {u"-f"_s, u"GeoJSON"_s, u"-lco"_s, u"COORDINATE_PRECISION=15"_s, out, m_path, u"ateliers"_s});
        const QJsonArray features =
            QJsonDocument::fromJson(sample::bytesOf(out)).object().value("features"_L1).toArray();
        QCOMPARE(features.size(), 2);
        const QJsonObject first = features[0].toObject();
        const QJsonArray xy = first["geometry"_L1].toObject()["coordinates"_L1].toArray();
        QCOMPARE(xy[0].toDouble(), full.point->longitude);
        QCOMPARE(xy[1].toDouble(), full.point->latitude);
        const QJsonObject properties = first["properties"_L1].toObject();
        QCOMPARE(properties["name"_L1].toString(), full.name);
        QCOMPARE(properties["types"_L1].toString(), u"fablab|tiers-lieu"_s);
        QCOMPARE(properties["postcode"_L1].toString(), u"01500"_s);
        QCOMPARE(properties["equipment"_L1].toString(), u"découpe Trotec | une \"plotter\" | imprimantes 3D"_s);
        QCOMPARE(properties["equipment_ids"_L1].toString(), u"laser-cutter|3d-printer"_s);
        QCOMPARE(properties["position"_L1].toString(), u"exact"_s);
        QCOMPARE(properties["evidence"_L1].toString(), u"A"_s);
        QCOMPARE(properties["founded"_L1].toInt(), 2013);
        const QJsonObject second = features[1].toObject();
        QVERIFY(second["geometry"_L1].isNull());
        QVERIFY(second["properties"_L1].toObject()["types"_L1].isNull());
    }

    void othersCannotWriteTheLayer()
    {
        sample::open(m_path, OpenMode::Create).reset();
        bool refused = false;
        try {
            sample::execute(m_path, u"INSERT INTO ateliers(fid, name) VALUES (1, 'x')"_s);
        } catch (const std::exception &) {
            refused = true;
        }
        QVERIFY(refused);
    }

    void plainSqliteVerifiesTheFile()
    {
        auto store = sample::open(m_path, OpenMode::Create);
        QRandomGenerator random(7);
        ChangeSet changes;
        for (int i = 0; i < 200; ++i)
            changes.inserts.push_back(sample::randomAtelier(random));
        VERIFY_RESULT(store->apply(sample::label(u"Add"_s), changes));
        QCOMPARE(
            sample::run(u"sqlite3"_s,
                        {m_path, u"PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT count(*) FROM ateliers"_s})
                .trimmed(),
            u"ok\n200"_s);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestGeopackage)
#include "test_geopackage.moc"
