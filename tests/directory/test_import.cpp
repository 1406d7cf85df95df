// Our own formats come back without loss, partly edited tables change only what they say, broken ones change nothing.
#include "directory/support/fixture.h"

#include <QFile>
#include <QTest>

using namespace repere;

namespace {

std::map<QString, Atelier> contents(directory::Directory &directory)
{
    std::map<QString, Atelier> all;
    for (const AtelierId id : test::orDie(directory.search({}))->ids()) {
        Atelier atelier = test::orDie(directory.read(id));
        atelier.id = 0;
        all.emplace(atelier.uid, atelier);
    }
    return all;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void roundTrip_data();
    void roundTrip();
    void columnsThatAreAbsentAreKept();
    void namesThatAreCodeStayNames_data();
    void namesThatAreCodeStayNames();
    void aBrokenRowIsRejectedAndTheRestTaken();
    void aDryRunChangesNoByte();
    void undoTakesTheWholeImportBack();
    void cancelledImportChangesNothing();

private:
    QTemporaryDir m_folder;
    QString m_source;
};

void TestImport::initTestCase()
{
    m_source = m_folder.filePath(QStringLiteral("source.gpkg"));
    auto directory = test::newStarterFile(m_source);
    Atelier atelier = test::orDie(directory->read(3));
    atelier.notes = QStringLiteral("=1+1; \"guillemets\", retour\nà la ligne et 'apostrophe | barre");
    atelier.equipment.push_back({QStringLiteral("laser-cutter"), QStringLiteral("Trotec, 80 W"),
                                 QStringLiteral("Speedy 300"), 2, QStringLiteral("formation obligatoire"), true});
    atelier.surface = 130.5;
    atelier.services = {QStringLiteral("training")};
    test::orDie(directory->update(atelier));
}

void TestImport::roundTrip_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("openData");
    QTest::addRow("csv for French Excel") << QStringLiteral("out.csv") << false;
    QTest::addRow("csv of open data") << QStringLiteral("data.csv") << true;
    QTest::addRow("geojson") << QStringLiteral("out.geojson") << false;
}

void TestImport::roundTrip()
{
    QFETCH(QString, file);
    QFETCH(bool, openData);
    auto source = test::openFile(m_source);
    exchange::ExportOptions options;
    options.format = *exchange::outputFormatOf(file);
    options.profile = openData ? exchange::CsvProfile::OpenData : exchange::CsvProfile::ExcelFr;
    const QString path = m_folder.filePath(file);
    JobContext job;
    QCOMPARE(test::orDie(source->exportTo(path, options, *test::orDie(source->search({})), job)), 379);

    auto target = test::newFile(m_folder.filePath(file + QStringLiteral(".gpkg")));
    const ImportReport report = test::orDie(target->import({.files = {path}}, job));
    QCOMPARE(report.read, 379);
    QCOMPARE(report.added, 379);
    const auto before = contents(*source);
    const auto after = contents(*target);
    QCOMPARE(after.size(), before.size());
    for (const auto &[uid, atelier] : before)
        QVERIFY2(after.at(uid) == atelier, qPrintable(atelier.name));
    const ImportReport again = test::orDie(target->import({.files = {path}}, job));
    QCOMPARE(again.unchanged, 379);
}

void TestImport::columnsThatAreAbsentAreKept()
{
    const QString path = m_folder.filePath(QStringLiteral("partial.gpkg"));
    auto directory = test::newStarterFile(path);
    const Atelier before = test::orDie(directory->read(1));
    const QString csv = m_folder.filePath(QStringLiteral("partial.csv"));
    write(csv, "uid;name;surface\n" + before.uid.toUtf8() + ";" + before.name.toUtf8() + ";120,5\n");
    JobContext job;
    const ImportReport report = test::orDie(directory->import({.files = {csv}}, job));
    QCOMPARE(report.merged, 1);
    Atelier expected = before;
    expected.surface = 120.5;
    QVERIFY(test::orDie(directory->read(1)) == expected);
}

void TestImport::namesThatAreCodeStayNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kept"); // what a list of others says in HTML is read as a page would show it
    const auto row = [](const char *title, const QString &name, const QString &kept = {}) {
        QTest::addRow("%s", title) << name << (kept.isEmpty() ? name : kept);
    };
    row("SQL", QStringLiteral("Robert'); DROP TABLE atelier;--"));
    row("SQL in quotes", QStringLiteral("\"; DELETE FROM atelier WHERE \"1\"=\"1"));
    row("full text query", QStringLiteral("name:* NEAR(\"a\" b) OR -c"));
    row("formula", QStringLiteral("=HYPERLINK(\"http://example.org\";\"Fablab\")"));
    row("formula with a sign", QStringLiteral("+1+cmd|' /C calc'!A0"));
    row("pattern of a sentence", QStringLiteral("%1 %n %s {} \\n"));
    row("path", QStringLiteral("../../etc/passwd"));
    row("HTML", QStringLiteral("<b>Fablab</b> du Pont"), QStringLiteral("Fablab du Pont"));
    row("script", QStringLiteral("Pont <script>alert(1)</script>"), QStringLiteral("Pont"));
    row("XML", QStringLiteral("a ]]> b &amp; c"), QStringLiteral("a ]]> b & c"));
    row("right to left", QStringLiteral("\u202Ebalbaf\u202C atelier"));
}

/// Through the whole: import, search, every format of export, and back.
void TestImport::namesThatAreCodeStayNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, kept);
    const QTemporaryDir folder;
    auto directory = test::newFile(folder.filePath(QStringLiteral("lieux.gpkg")));
    const QString csv = folder.filePath(QStringLiteral("lieux.csv"));
    const bool guarded = QStringLiteral("=+-@").contains(name.front());
    write(csv, "name,city,postcode,notes,website\n\"" + (guarded ? "'" : QByteArray())
                   + QString(name).replace(u'"', QStringLiteral("\"\"")).toUtf8()
                   + "\",Brest,29200,,\nTémoin,Brest,29200,,\n");
    JobContext job;
    QCOMPARE(test::orDie(directory->import({.files = {csv}}, job)).added, 2);
    const auto named = [&](directory::Directory &in) {
        QStringList names;
        for (const auto &[uid, atelier] : contents(in))
            names << atelier.name;
        names.removeAll(QStringLiteral("Témoin"));
        return names.join(u'\n');
    };
    QCOMPARE(named(*directory), kept);
    Filter filter;
    filter.text = kept;
    QVERIFY(test::orDie(directory->search(filter))->count() <= 2); // any text may be asked
    for (const char *file : {"a.csv", "b.csv", "a.geojson", "a.xlsx", "a.ods", "a.kml", "a.gpkg"}) {
        exchange::ExportOptions options;
        const QString path = folder.filePath(QString::fromLatin1(file));
        options.format = *exchange::outputFormatOf(path);
        options.profile = file[0] == 'b' ? exchange::CsvProfile::OpenData : exchange::CsvProfile::ExcelFr;
        QVERIFY2(test::orDie(directory->exportTo(path, options, *test::orDie(directory->search({})), job)) == 2, file);
        auto back = test::newFile(path + QStringLiteral(".back.gpkg"));
        const auto report = back->import({.files = {path}}, job);
        QVERIFY2(report, report ? "" : qPrintable(QLatin1String(file) + u' ' + report.error().message));
        QVERIFY2(report->added == 2, file);
        QVERIFY2(named(*back) == kept, qPrintable(QLatin1String(file) + u' ' + named(*back)));
    }
    QVERIFY(test::orDie(directory->check()).empty());
}

void TestImport::aBrokenRowIsRejectedAndTheRestTaken()
{
    auto directory = test::newFile(m_folder.filePath(QStringLiteral("broken.gpkg")));
    const QString csv = m_folder.filePath(QStringLiteral("broken.csv"));
    write(csv, "uid;name;lat;lon\n;Bon;45;3\n;Mauvais;95;3\n");
    JobContext job;
    const ImportReport report = test::orDie(directory->import({.files = {csv}}, job));
    QCOMPARE(report.read, 2);
    QCOMPARE(report.added, 1);
    QCOMPARE(report.rejected, 1);
    QCOMPARE(report.rejections.front().line, 3);
    QCOMPARE(report.rejections.front().column, QStringLiteral("lat"));
    QCOMPARE(report.rejections.front().value, QStringLiteral("95"));
}

void TestImport::aDryRunChangesNoByte()
{
    const QString path = m_folder.filePath(QStringLiteral("dry.gpkg"));
    test::newStarterFile(path);
    const QByteArray before = bytesOf(path);
    {
        auto directory = test::openFile(path);
        const QString csv = m_folder.filePath(QStringLiteral("dry.csv"));
        test::writeRandomCsv(csv, 20, 3);
        JobContext job;
        QCOMPARE(test::orDie(directory->import({.files = {csv}, .dryRun = true}, job)).added, 20);
        QCOMPARE(test::orDie(directory->search({}))->count(), 379);
    }
    QCOMPARE(bytesOf(path), before);
}

void TestImport::undoTakesTheWholeImportBack()
{
    auto directory = test::newStarterFile(m_folder.filePath(QStringLiteral("undo.gpkg")));
    const auto before = contents(*directory);
    const QString csv = m_folder.filePath(QStringLiteral("undo.csv"));
    test::writeRandomCsv(csv, 50, 5);
    JobContext job;
    test::orDie(directory->import({.files = {csv}}, job));
    const auto after = contents(*directory);
    QCOMPARE(after.size(), 429u);
    test::orDie(directory->undo());
    QVERIFY(contents(*directory) == before);
    test::orDie(directory->redo());
    QVERIFY(contents(*directory) == after);
}

void TestImport::cancelledImportChangesNothing()
{
    auto directory = test::newStarterFile(m_folder.filePath(QStringLiteral("cancel.gpkg")));
    const QString csv = m_folder.filePath(QStringLiteral("cancel.csv"));
    test::writeRandomCsv(csv, 50, 6);
    JobContext job;
    job.cancel();
    const auto report = directory->import({.files = {csv}}, job);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QCOMPARE(test::orDie(directory->search({}))->count(), 379);
}

QTEST_GUILESS_MAIN(TestImport)
#include "test_import.moc"
