// A file of the first version becomes what a new file is, and keeps its places and its history.

#include "store/schema.h"
#include "support/sample.h"
#include "support/version1.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace repere;
using namespace repere::store;
using namespace Qt::StringLiterals;

class TestMigration : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // How the stored file was made. Never again: it must stay what that version wrote.
        if (qEnvironmentVariableIsSet("REPERE_WRITE_VERSION_1"))
            sample::writeVersion1(stored());
        QVERIFY(QFile::exists(stored()));
        QVERIFY(schema::latestVersion() >= 2);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"old.gpkg"_s);
        QVERIFY(QFile::copy(stored(), m_path));
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    }

    void storedFileIsOfTheFirstVersion()
    {
        QCOMPARE(sample::value(m_path, u"SELECT value FROM repere_meta WHERE key = 'schema_version'"_s), u"1"_s);
        QCOMPARE(sample::value(m_path, u"SELECT count(*) FROM pragma_table_info('atelier') WHERE name = 'evidence'"_s),
                 u"0"_s);
    }

    void migratedEqualsFresh()
    {
        sample::open(m_path).reset();
        const QString fresh = m_folder->filePath(u"fresh.gpkg"_s);
        sample::open(fresh, OpenMode::Create).reset();
        QCOMPARE(sample::schemaOf(m_path), sample::schemaOf(fresh));
        for (const QString &table :
             {u"gpkg_contents"_s, u"gpkg_geometry_columns"_s, u"gpkg_spatial_ref_sys"_s, u"repere_meta"_s})
            QCOMPARE(sample::rowsOf(m_path, table), sample::rowsOf(fresh, table));
        for (const QString &pragma : {u"PRAGMA application_id"_s, u"PRAGMA user_version"_s, u"PRAGMA page_size"_s,
                                      u"PRAGMA journal_mode"_s, u"PRAGMA encoding"_s})
            QCOMPARE(sample::value(m_path, pragma), sample::value(fresh, pragma));
    }

    void contentIsKept()
    {
        const QStringList names = {u"id"_s,  u"uid"_s,       u"name"_s,    u"types"_s,     u"city"_s,
                                   u"lat"_s, u"equipment"_s, u"website"_s, u"hex(geom)"_s, u"folded_name"_s};
        const QString sql =
            u"SELECT group_concat(coalesce(%1, '∅')) FROM atelier"_s.arg(names.join(u", '∅') || '·' || coalesce("_s));
        const QString before = sample::value(m_path, sql);
        QVERIFY(before.contains(u"Fabrique du Plomb"_s));
        auto store = sample::open(m_path);
        QVERIFY(!store->isReadOnly());
        QCOMPARE(sample::value(m_path, sql), before);
        const Atelier atelier = store->read(1).value();
        QCOMPARE(atelier.name, u"Fabrique du Plomb"_s);
        QCOMPARE(atelier.evidence, QString());
        QCOMPARE(atelier.equipment.front().raw, u"découpe laser"_s);
        QCOMPARE(atelier.provenance.size(), 1);
        QCOMPARE(store->matchWord(u"plomb"_s, false).value(), std::vector<AtelierId>{1});
        QCOMPARE(sample::damageOf(*store), QStringList());
        QVERIFY(sample::run(u"ogrinfo"_s, {u"-al"_s, m_path, u"ateliers"_s}).contains(u"POINT (2.87 45.11)"_s));
    }

    void olderHistoryIsStillUndoneAndRedone()
    {
        auto store = sample::open(m_path);
        const QStringList migrated = sample::content(m_path);
        // Fill a column that the older changes do not know: undone first, redone last.
        Atelier atelier = store->read(1).value();
        VERIFY_RESULT(store->redo()); // the undone import, from a side table that has grown
        QCOMPARE(store->read(3).value().name, u"Établi du Cézallier"_s);
        QCOMPARE(store->read(3).value().provenance.front().source, u"Suite inventée"_s);
        QCOMPARE(store->matchWord(u"cezal"_s, true).value(), std::vector<AtelierId>{3});
        atelier.evidence = u"B"_s;
        VERIFY_RESULT(store->apply(sample::label(u"Grade"_s), {.inserts = {}, .updates = {atelier}, .removals = {}}));
        const QStringList last = sample::content(m_path);
        QStringList undone;
        for (auto change = store->undo(); change; change = store->undo())
            undone.append(change->name);
        QCOMPARE(undone, (QStringList{u"Grade"_s, u"Import suite.csv"_s, u"Retirer Atelier des Sagnes"_s,
                                      u"Modifier Fabrique du Plomb"_s, u"Import liste.csv"_s}));
        QCOMPARE(store->count().value(), 0);
        QCOMPARE(sample::damageOf(*store), QStringList());
        int redone = 0;
        while (store->redo())
            ++redone;
        QCOMPARE(redone, 5);
        QCOMPARE(sample::content(m_path), last);
        VERIFY_RESULT(store->undo());
        VERIFY_RESULT(store->undo());
        QCOMPARE(sample::content(m_path), migrated);
        QCOMPARE(sample::damageOf(*store), QStringList());
    }

    void theFormerFileIsKept()
    {
        const QStringList before = sample::content(m_path);
        sample::open(m_path).reset();
        const QString kept = m_path + u".v1.bak"_s;
        QCOMPARE(sample::value(kept, u"SELECT value FROM repere_meta WHERE key = 'schema_version'"_s), u"1"_s);
        QCOMPARE(sample::content(kept), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), (QStringList{u"old.gpkg"_s, u"old.gpkg.v1.bak"_s}));
        const QByteArray migrated = sample::bytesOf(m_path);
        sample::open(m_path).reset(); // nothing to do any more
        QCOMPARE(sample::bytesOf(m_path), migrated);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
        // An earlier copy is never written over.
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QFile::copy(stored(), m_path));
        QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
        sample::open(m_path).reset();
        QVERIFY(QFile::exists(m_path + u".v1-2.bak"_s));
    }

    void readOnlyIsReadThroughACopy()
    {
        const QByteArray before = sample::bytesOf(m_path);
        auto store = sample::open(m_path, OpenMode::ReadOnly);
        QCOMPARE(store->read(1).value().name, u"Fabrique du Plomb"_s);
        QCOMPARE(store->history(0).value().size(), 4);
        QCOMPARE(store->undo().error().code, ErrorCode::ReadOnly);
        store.reset();
        QCOMPARE(sample::bytesOf(m_path), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"old.gpkg"_s});
    }

private:
    static QString stored() { return QStringLiteral(REPERE_TEST_DATA "/store/v1.gpkg"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestMigration)
#include "test_migration.moc"
