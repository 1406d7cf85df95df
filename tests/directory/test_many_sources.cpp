// Whole imports of lists that publishers make: repaired, matched, waiting, committed, taken back, imported again.
#include "directory/support/fixture.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace repere;
using namespace Qt::StringLiterals;

namespace {

/// A list in the shape of the census of 2019 (ours, invented): a place, its twin in another words, one far away with the
/// same name, one without a name.
const QByteArray kCensus =
    "ID,NOM_TL,ADRESSE,CP,COMINIT,INSEECOM,NOMCOM,WEB,TWITTER,FACEBOOK,TYPO,LAT,LONG,GEOCOD,PRECISION,CONTACT,MAIL,"
    "METRO,NOMMETRO,INSEEREG,NOMREG,INSEEMETRO,INSEEDEP,NOMCOMMETRO,POPCOM,COMCLASS,INSEE_ZE,NOM_ZE,CLASS_ZE,POP_ZE\n"
    "1,L'Établi du Bourbonnais,1 place de Lattre de Tassigny,0,MOULINS,0,Moulins,www.etabli-bourbonnais.example.org,,,"
    "Tiers lieux à dominante fablab,46.562286,3.331255,,0.99,Camille Martin,camille@exemple.fr,0,,84,,,03,,,,,,,\n"
    "2,Etabli bourbonnais,1 pl. de Lattre-de-Tassigny,03000,Moulins,03190,Moulins,,,,Tiers lieux à dominante fablab,"
    "46.562290,3.331260,,0.9,,,0,,84,,,03,,,,,,,\n"
    "3,L'Établi du Bourbonnais,5 rue des Casernes,01000,Bourg-en-Bresse,01053,Bourg-en-Bresse,,,,"
    "Tiers lieux à dominante coworking,46.2052,5.2255,,0.9,,,0,,84,,,01,,,,,,,\n"
    "4,,9 rue du Four,44000,Nantes,44109,Nantes,,,,,47.2184,-1.5536,,0.9,,,0,,52,,,44,,,,,,,\n";

/// The same place in the shape of fablabs.io.
const QByteArray kLabs = QByteArray("[{'id': 7, 'name': 'Établi du Bourbonnais', 'kind_name': 'fab_lab',"
                                    "'slug': 'etabli', 'address_1': '1 place de Lattre de Tassigny', 'city': 'Moulins',"
                                    "'postal_code': '03000', 'country_code': 'fr', 'latitude': 46.5623,"
                                    "'longitude': 3.3313, 'capabilities': ['laser'], 'activity_status': 'active',"
                                    "'links': [{'id': 1, 'url': 'https://etabli-bourbonnais.example.org'}]}]")
                             .replace('\'', '"');

} // namespace

class TestManySources : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<directory::Directory> m_directory;
    JobContext m_job;

    QString file(const QString &name, const QByteArray &bytes) const
    {
        QFile out(m_folder->filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(out.errorString()));
        return out.fileName();
    }
    QString census() const { return file(u"cget.csv"_s, kCensus); }
    ImportReport import(const QString &path) { return test::orDie(m_directory->import({.files = {path}}, m_job)); }
    /// A list of fablabs.io of so many places, each far from the others.
    static QByteArray labs(int count)
    {
        QByteArray list = "[";
        for (int i = 0; i < count; ++i) {
            list += (i > 0 ? "," : "")
                    + QByteArray("{'id': %1, 'name': 'Lab %1', 'slug': 'lab%1', 'kind_name': 'fab_lab', "
                                 "'country_code': 'fr', 'latitude': 4%1.5, 'longitude': 3.1}")
                          .replace("%1", QByteArray::number(3 + i));
        }
        return (list + "]").replace('\'', '"');
    }
    std::vector<Atelier> places()
    {
        std::vector<Atelier> all;
        for (const AtelierId id : test::orDie(m_directory->search({}))->ids())
            all.push_back(test::orDie(m_directory->read(id)));
        std::ranges::sort(all, {}, &Atelier::id);
        return all;
    }
    static QString counts(const ImportReport &report)
    {
        if (report.read != report.added + report.merged + report.unchanged + report.doubtful + report.rejected)
            return u"the counts do not add up"_s;
        return u"%1 = %2 + %3 + %4 + %5 + %6"_s.arg(report.read)
            .arg(report.added)
            .arg(report.merged)
            .arg(report.unchanged)
            .arg(report.doubtful)
            .arg(report.rejected);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_directory = test::newFile(m_folder->filePath(u"list.gpkg"_s));
    }

    void aListIsRepairedAndItsTwinsWait()
    {
        const ImportReport report = import(census());
        QCOMPARE(counts(report), u"4 = 2 + 0 + 0 + 1 + 1"_s);
        QCOMPARE(report.rejections[0].line, 5);
        QCOMPARE(report.doubts[0].candidate, u"L'Établi du Bourbonnais"_s);
        QCOMPARE(report.personal, 2);
        const Atelier place = places()[0];
        QCOMPARE(place.insee, u"03190"_s);
        QCOMPARE(place.postcode, u"03000"_s);
        QCOMPARE(place.website, u"https://www.etabli-bourbonnais.example.org"_s);
        QVERIFY(place.personal.empty());
        QCOMPARE(place.provenance.size(), 1U);
        QCOMPARE(place.provenance[0].recordKey, u"1"_s);
        QVERIFY(std::ranges::any_of(report.repairs, [&](const ImportReport::Repair &repair) {
            return repair.id == place.id && repair.field == u"insee" && repair.from == u"0" && repair.to == u"03190";
        }));
    }

    void aSecondImportChangesNothing()
    {
        import(census());
        const auto before = places();
        const auto history = test::orDie(m_directory->history(0)).size();
        QCOMPARE(counts(import(census())), u"4 = 0 + 0 + 2 + 1 + 1"_s);
        QCOMPARE(places(), before);
        QCOMPARE(test::orDie(m_directory->history(0)).size(), history);
    }

    /// One space that describes itself is no list: the others are not gone. Nor does a file say which GoGoCarto map it is.
    void aRecordAloneMakesNothingGone()
    {
        const auto space = [](const QByteArray &name, const QByteArray &latitude) {
            return QByteArray(
                       "{'api': '0.13', 'space': '%1', 'location': {'lat': %2, 'lon': 3.1}, 'state': {'open': true}}")
                .replace('\'', '"')
                .replace("%1", name)
                .replace("%2", latitude);
        };
        QCOMPARE(counts(import(file(u"a.json"_s, space("Le Nid", "47.2")))), u"1 = 1 + 0 + 0 + 0 + 0"_s);
        const ImportReport other = import(file(u"b.json"_s, space("Le Fer", "45.8")));
        QCOMPARE(counts(other), u"1 = 1 + 0 + 0 + 0 + 0"_s);
        QCOMPARE(other.gone, 0);
        const auto map = [](const QByteArray &id, const QByteArray &latitude) {
            return QByteArray(
                       "{'ontology': 'gogofull', 'data': [{'id': '%1', 'name': '%1', 'address': {'addressLocality': ''}, "
                       "'geo': {'latitude': %2, 'longitude': 3.1}}]}")
                .replace('\'', '"')
                .replace("%1", id)
                .replace("%2", latitude);
        };
        import(file(u"c.json"_s, map("Ici", "45.7")));
        QCOMPARE(import(file(u"d.json"_s, map("Ailleurs", "48.1"))).gone, 0);
    }

    void undoTakesEverythingBack()
    {
        import(census());
        test::orDie(m_directory->undo());
        QVERIFY(places().empty());
        QVERIFY(test::orDie(m_directory->twins(0, m_job)).empty());
        test::orDie(m_directory->redo());
        QCOMPARE(places().size(), 2U);
        QCOMPARE(test::orDie(m_directory->twins(0.6, m_job)).size(), 1U);
    }

    void aWaitingRecordJoinsItsPlace()
    {
        import(census());
        const TwinPair pair = test::orDie(m_directory->twins(0.6, m_job)).front();
        QVERIFY(pair.waiting != 0);
        test::orDie(m_directory->decide({{.same = true, .first = pair.first.id, .waiting = pair.waiting}}));
        QCOMPARE(places().size(), 2U);
        QCOMPARE(places()[0].provenance.size(), 2U);
        QCOMPARE(counts(import(census())), u"4 = 0 + 0 + 3 + 0 + 1"_s);
    }

    void notTheSameIsRemembered()
    {
        import(census());
        const TwinPair pair = test::orDie(m_directory->twins(0.6, m_job)).front();
        test::orDie(m_directory->decide({{.same = false, .first = pair.first.id, .waiting = pair.waiting}}));
        QCOMPARE(places().size(), 3U);
        QCOMPARE(counts(import(census())), u"4 = 0 + 0 + 3 + 0 + 1"_s);
        QVERIFY(test::orDie(m_directory->twins(0.6, m_job)).empty());
    }

    void mergedNumbersLeadToThePlace()
    {
        import(census());
        const TwinPair pair = test::orDie(m_directory->twins(0.6, m_job)).front();
        test::orDie(m_directory->decide({{.same = false, .first = pair.first.id, .waiting = pair.waiting}}));
        const auto before = places();
        test::orDie(m_directory->merge({before[0].id, before[2].id}));
        QCOMPARE(places().size(), 2U);
        QCOMPARE(test::orDie(m_directory->read(before[2].id)).id, before[0].id);
        QCOMPARE(counts(import(census())), u"4 = 0 + 0 + 3 + 0 + 1"_s);
        test::orDie(m_directory->undo());
        QCOMPARE(places(), before);
        QVERIFY(!m_directory->merge({before[0].id, before[0].id}));
        QVERIFY(!m_directory->merge({before[0].id}));
        QVERIFY(!m_directory->merge({before[0].id, 999}));
        QCOMPARE(places(), before);
    }

    void anotherSourceOfTheSamePlaceIsMerged()
    {
        import(census());
        const QString labs = file(u"labs.json"_s, kLabs);
        const ImportReport report = import(labs);
        QCOMPARE(counts(report), u"1 = 0 + 1 + 0 + 0 + 0"_s);
        const Atelier place = places()[0];
        QCOMPARE(place.equipmentIds(), QStringList{u"laser-cutter"_s});
        QCOMPARE(place.provenance.size(), 2U);
        QCOMPARE(counts(import(labs)), u"1 = 0 + 0 + 1 + 0 + 0"_s);
        QCOMPARE(counts(import(census())), u"4 = 0 + 0 + 2 + 1 + 1"_s);
    }

    void handEditsWin()
    {
        import(census());
        Atelier place = places()[0];
        place.name = u"L'Établi"_s;
        test::orDie(m_directory->update(place));
        const QByteArray renamed = QByteArray(kCensus)
                                       .replace("1,L'Établi du Bourbonnais,", "1,Établi associatif,")
                                       .replace("www.etabli-", "www.");
        import(file(u"cget.csv"_s, renamed));
        QCOMPARE(places()[0].name, u"L'Établi"_s);
        QCOMPARE(places()[0].website, u"https://www.bourbonnais.example.org"_s);
    }

    void whatIsGoneIsFlaggedAndMayComeBack()
    {
        import(census());
        QByteArray shorter = kCensus;
        shorter.remove(shorter.indexOf("3,L'Établi"), shorter.indexOf("4,,9 rue") - shorter.indexOf("3,L'Établi"));
        const ImportReport report = import(file(u"cget.csv"_s, shorter));
        QCOMPARE(report.gone, 1);
        QCOMPARE(places().size(), 2U);
        QCOMPARE(places()[1].provenance[0].goneSince, u"2019"_s);
        QCOMPARE(import(file(u"cget.csv"_s, shorter)).gone, 0);
        QCOMPARE(counts(import(census())), u"4 = 0 + 1 + 1 + 1 + 1"_s);
        QCOMPARE(places()[1].provenance[0].goneSince, QString());
        const auto partial =
            test::orDie(m_directory->import({.files = {file(u"cget.csv"_s, shorter)}, .partial = true}, m_job));
        QCOMPARE(partial.gone, 0);
    }

    /// Most of what was known is not in the file: an extract, or a download that broke.
    void anExtractMakesNothingGone()
    {
        const QString whole = file(u"whole.json"_s, labs(6));
        const QString most = file(u"most.json"_s, labs(3));
        const QString few = file(u"few.json"_s, labs(2));
        QCOMPARE(import(whole).added, 6);
        const ImportReport extract = import(few);
        QCOMPARE(extract.gone, 0);
        QCOMPARE(extract.missing, 4);
        QVERIFY2(extract.remarks.join(u' ').contains(u"4 of 6"), qPrintable(extract.remarks.join(u' ')));
        QCOMPARE(extract.absences.size(), 4U);
        for (const ImportReport::Absence &absence : extract.absences)
            QVERIFY(!absence.flagged && absence.known == 6 && !absence.name.isEmpty());
        const ImportReport half = import(most);
        QCOMPARE(half.gone, 3);
        QCOMPARE(half.missing, 0);
        QCOMPARE(import(few).gone, 1); // of the three that are left

        QCOMPARE(import(whole).merged, 4);
        const auto plan = test::orDie(m_directory->planImport({.files = {few}, .complete = true}, m_job));
        QCOMPARE(plan->report().gone, 4);
        QCOMPARE(test::orDie(m_directory->commitImport(*plan, m_job)).gone, 4);
    }

    /// What would be flagged stands behind the records, and people choose.
    void whatIsGoneIsChosen()
    {
        const QString whole = file(u"whole.json"_s, labs(6));
        QCOMPARE(import(whole).added, 6);
        const auto gone = [](const directory::ImportPlan &plan) {
            return test::orDie(plan.records().page({.outcome = ImportOutcome::Gone, .words = {}}, 0, 100));
        };
        const auto flagged = [this] {
            QStringList names;
            for (const Atelier &place : places()) {
                if (!place.provenance[0].goneSince.isEmpty())
                    names.append(place.name);
            }
            return names;
        };
        const auto plan = test::orDie(m_directory->planImport({.files = {file(u"some.json"_s, labs(4))}}, m_job));
        const auto rows = gone(*plan);
        QCOMPARE(rows.size(), 2U);
        QCOMPARE(plan->report().read, 4);
        QCOMPARE(test::orDie(plan->records().count({})), 4); // they are no records
        QVERIFY(rows[0].accepted && rows[1].accepted);
        QVERIFY(rows[0].number > 4 && rows[1].number > rows[0].number);
        test::orDie(plan->setAccepted(rows[0].number, false));
        const ImportReport one = test::orDie(m_directory->commitImport(*plan, m_job));
        QCOMPARE(one.gone, 1);
        QCOMPARE(one.missing, 1);
        QCOMPARE(one.read, one.added + one.merged + one.unchanged + one.doubtful + one.rejected);
        QCOMPARE(flagged(), QStringList{rows[1].incoming.name});
        test::orDie(m_directory->undo());
        QVERIFY(flagged().isEmpty());

        // Of an extract nothing is ticked, but it can be.
        const auto extract = test::orDie(m_directory->planImport({.files = {file(u"few.json"_s, labs(2))}}, m_job));
        QCOMPARE(gone(*extract).size(), 4U);
        for (const ImportRecord &row : gone(*extract))
            QVERIFY(!row.accepted);
        test::orDie(extract->setAllAccepted({.outcome = ImportOutcome::Gone, .words = {}}, true));
        QCOMPARE(test::orDie(m_directory->commitImport(*extract, m_job)).gone, 4);
        QCOMPARE(flagged().size(), 4);

        QVERIFY(gone(*test::orDie(m_directory->planImport({.files = {whole}}, m_job))).empty());
        QVERIFY(gone(*test::orDie(
                         m_directory->planImport({.files = {file(u"one.json"_s, labs(1))}, .partial = true}, m_job)))
                    .empty());
    }

    /// Overpass answers for an area and does not say which.
    void whatOverpassDoesNotAnswerIsNotGone()
    {
        const auto answer = [](int count) {
            QByteArray elements;
            for (int i = 0; i < count; ++i)
                elements += (i > 0 ? "," : "")
                            + QByteArray("{'type': 'node', 'id': %1, 'lat': 4%1.5, 'lon': 3.1, "
                                         "'tags': {'leisure': 'hackerspace', 'name': 'Nid %1'}}")
                                  .replace("%1", QByteArray::number(3 + i));
            return QByteArray("{'version': 0.6, 'generator': 'Overpass API', 'osm3s': {}, 'elements': [" + elements
                              + "]}")
                .replace('\'', '"');
        };
        QCOMPARE(import(file(u"france.json"_s, answer(5))).added, 5);
        const QString town = file(u"town.json"_s, answer(4));
        const ImportReport report = import(town);
        QCOMPARE(report.gone, 0);
        QCOMPARE(report.missing, 1);
        const auto complete = test::orDie(m_directory->import({.files = {town}, .complete = true}, m_job));
        QCOMPARE(complete.gone, 1);
    }

    /// The place that a record may be has changed since, by hand or by another list: the question stays, and stays one.
    void whatWaitsWaitsOn()
    {
        import(census());
        Atelier place = places()[0];
        place.name = u"Tout autre chose"_s;
        place.address = u"80 route de Lyon"_s;
        test::orDie(m_directory->update(place));
        const ImportReport again = import(census());
        QCOMPARE(counts(again), u"4 = 0 + 0 + 2 + 1 + 1"_s);
        QCOMPARE(again.doubts[0].candidate, u"Tout autre chose"_s);
        QCOMPARE(places().size(), 2U);
    }

    void aReportSaysWhyTheSameNameWaits()
    {
        const ImportReport report = import(census());
        QVERIFY2(report.doubts[0].why.contains(u"has another record"), qPrintable(report.doubts[0].why));
        // Without a source: twice the same name in one commune.
        const ImportReport own =
            import(file(u"own.csv"_s, "uid,name,city,insee\n,Le Nid,Murat,15138\n,Le Nid,Murat,15138\n"));
        QCOMPARE(own.doubtful, 1);
        QVERIFY2(own.doubts[0].why.contains(u"twice"), qPrintable(own.doubts[0].why));
        // Alike, but not enough: what speaks for and against.
        const QByteArray moved = QByteArray(kLabs)
                                     .replace("1 place de Lattre de Tassigny", "80 route de Lyon")
                                     .replace("46.5623", "46.5603")
                                     .replace("Établi du Bourbonnais", "Établi Sud du Bourbonnais");
        const ImportReport labs = import(file(u"labs.json"_s, moved));
        QCOMPARE(counts(labs), u"1 = 0 + 0 + 0 + 1 + 0"_s);
        QVERIFY2(labs.doubts[0].why.contains(u"other address"), qPrintable(labs.doubts[0].why));
    }

    /// "name,city" is how many people head a table: that does not make it an export of ours.
    void aTableWithEnglishHeadingsIsSomebodyElses()
    {
        import(census());
        const QString list =
            file(u"ateliers.csv"_s, "name,address,postcode,city\n"
                                    "Établi du Bourbonnais,1 place de Lattre de Tassigny,03000,Moulins\n"
                                    "Le Nid,4 rue Haute,15300,Murat\n");
        QCOMPARE(counts(import(list)), u"2 = 1 + 1 + 0 + 0 + 0"_s);
        QCOMPARE(places()[0].provenance.size(), 2U);
        QCOMPARE(places()[0].provenance[1].source, u"ateliers"_s);
        QCOMPARE(counts(import(list)), u"2 = 0 + 0 + 2 + 0 + 0"_s);
    }

    void aPlanIsCommittedAsPeopleDecided()
    {
        const auto plan = test::orDie(m_directory->planImport({.files = {census()}}, m_job));
        QVERIFY(places().empty());
        QCOMPARE(counts(plan->report()), u"4 = 2 + 0 + 0 + 1 + 1"_s);
        QCOMPARE(test::orDie(plan->records().count({})), 4);
        QCOMPARE(test::orDie(plan->records().count({.outcome = ImportOutcome::Doubtful})), 1);
        QCOMPARE(test::orDie(plan->records().page({.words = u"ÉTABLI"_s}, 1, 10)).size(), 2U);
        test::orDie(plan->decide(2, true)); // the twin is the place of the first line
        test::orDie(plan->setAccepted(3, false));
        const ImportReport report = test::orDie(m_directory->commitImport(*plan, m_job));
        QCOMPARE(counts(report), u"4 = 1 + 1 + 0 + 0 + 2"_s);
        QCOMPARE(places().size(), 1U);
        QCOMPARE(places()[0].provenance.size(), 2U);
        test::orDie(m_directory->undo());
        QVERIFY(places().empty());
    }

    void aPlanWithoutDecisionsIsTheImport()
    {
        const auto plan = test::orDie(m_directory->planImport({.files = {census()}}, m_job));
        test::orDie(m_directory->commitImport(*plan, m_job));
        auto planned = places();
        m_directory = test::newFile(m_folder->filePath(u"other.gpkg"_s));
        import(census());
        QCOMPARE(planned, places());
    }

    void personalDataIsKeptOnlyWhenAsked()
    {
        test::orDie(m_directory->import({.files = {census()}, .keepPersonal = true}, m_job));
        const Atelier place = places()[0];
        QCOMPARE(place.personal.size(), 2U);
        const QString path = m_folder->filePath(u"out.csv"_s);
        exchange::ExportOptions options;
        options.format = *exchange::outputFormatOf(path);
        QCOMPARE(test::orDie(m_directory->exportTo(path, options, *test::orDie(m_directory->search({})), m_job)), 2);
        QFile out(path);
        QVERIFY(out.open(QIODevice::ReadOnly));
        QVERIFY(!out.readAll().contains("amille"));
    }

    void personalDataIsExportedOnlyWhenAsked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("columns");
        for (const char *suffix : {"csv", "geojson"}) {
            QTest::addRow("%s", suffix) << u"out."_s + QLatin1String(suffix) << QStringList();
            QTest::addRow("%s, chosen columns", suffix)
                << u"out."_s + QLatin1String(suffix) << QStringList({u"uid"_s, u"name"_s, u"position"_s});
        }
    }
    void personalDataIsExportedOnlyWhenAsked()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, columns);
        test::orDie(m_directory->import({.files = {census()}, .keepPersonal = true}, m_job));
        const std::vector<PersonalDatum> kept = places()[0].personal;
        exchange::ExportOptions options;
        const QString path = m_folder->filePath(name);
        options.format = *exchange::outputFormatOf(path);
        options.columns = columns;
        const auto all = test::orDie(m_directory->search({}));
        const auto written = [&] {
            test::orDie(m_directory->exportTo(path, options, *all, m_job));
            QFile out(path);
            return out.open(QIODevice::ReadOnly) ? out.readAll() : QByteArray();
        };
        const QByteArray without = written();
        QVERIFY(without.contains("tabli") && !without.contains("amille") && !without.contains("ersonal"));
        options.personal = true;
        QVERIFY(written().contains("camille@exemple.fr"));
        // Coming back, they are left out again unless people ask for them.
        m_directory = test::newFile(m_folder->filePath(u"without.gpkg"_s));
        const ImportReport report = test::orDie(m_directory->import({.files = {path}}, m_job));
        QCOMPARE(report.personal, 2);
        QVERIFY(places()[0].personal.empty());
        m_directory = test::newFile(m_folder->filePath(u"with.gpkg"_s));
        test::orDie(m_directory->import({.files = {path}, .keepPersonal = true}, m_job));
        QCOMPARE(places()[0].personal, kept);
    }

    void thePersonalColumnIsNoOrdinaryOne()
    {
        test::orDie(m_directory->import({.files = {census()}, .keepPersonal = true}, m_job));
        exchange::ExportOptions options;
        options.columns = {u"name"_s, u"personal"_s};
        const QString path = m_folder->filePath(u"out.csv"_s);
        const auto refused = m_directory->exportTo(path, options, *test::orDie(m_directory->search({})), m_job);
        QVERIFY(!refused && refused.error().code == ErrorCode::Usage);
        QVERIFY(!QFile::exists(path));
    }

    void sourcesNameWhatAPersonTyped()
    {
        import(census());
        Atelier edited = places()[0];
        edited.phone = u"04 70 00 00 00"_s;
        test::orDie(m_directory->update(edited));
        const exchange::ExportedAtelier line{places()[0], std::nullopt};
        exchange::ExportOptions options;
        for (const auto profile : {exchange::CsvProfile::ExcelFr, exchange::CsvProfile::OpenData}) {
            options.profile = profile;
            const QString sources = exchange::columnText(u"sources"_s, line, options, {});
            QVERIFY(sources.contains(u"saisi à la main"_s) && !sources.contains(u"repere:"_s));
        }
    }

    void licencesOfARealMixAreSaid()
    {
        import(census());
        const auto before = test::orDie(m_directory->licences(*test::orDie(m_directory->search({})), m_job));
        QCOMPARE(directory::licenceWarnings(before), QStringList());
        import(file(u"labs.json"_s, kLabs)); // whose publisher states none
        const auto after = test::orDie(m_directory->licences(*test::orDie(m_directory->search({})), m_job));
        const QStringList warnings = directory::licenceWarnings(after);
        QCOMPARE(warnings.size(), 1);
        QVERIFY(warnings[0].contains(u"fablabs.io"_s));
    }
};

QTEST_GUILESS_MAIN(TestManySources)
#include "test_many_sources.moc"
