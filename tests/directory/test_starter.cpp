// The starter directory: all 379 facts, with every value as it was stated.
#include "core/text.h"
#include "directory/support/fixture.h"
#include "directory/support/newer_starter.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace repere;
using namespace Qt::StringLiterals;

namespace {

/// The facts as a plain table: `;`, no quoted separators except as RFC 4180 says.
QList<QStringList> readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(file.readAll());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
                cell += c;
                ++i;
            } else if (c == u'"') {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u';') {
            row.append(cell);
            cell.clear();
        } else if (c == u'\n') {
            row.append(cell);
            cell.clear();
            rows.append(row);
            row.clear();
        } else if (c != u'\r' && c != QChar(0xFEFF)) {
            cell += c;
        }
    }
    return rows;
}

} // namespace

class TestStarter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFactComesBack();
    void everyPlaceIsSomewhereInFrance();
    void placesWithoutPositionStandAtTheirCommune();
    void aSecondImportChangesNothing();
    void handEditsWinOverANewerStarter();
    void trotecFindsLaserCutters();
    void namesOfSeveralWordsAreOneQuestion_data();
    void namesOfSeveralWordsAreOneQuestion();
    void comakingFindsEveryKind();
    void laserInAuvergneRhoneAlpes();
    void nothingFoundSuggestsTheNearest();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<directory::Directory> m_directory;
    std::map<QString, Atelier> m_byUid;
};

void TestStarter::initTestCase()
{
    m_directory = test::newStarterFile(m_folder.filePath(QStringLiteral("starter.gpkg")));
    const auto all = test::orDie(m_directory->search({}));
    QCOMPARE(all->count(), 379);
    for (const AtelierId id : all->ids()) {
        const Atelier atelier = test::orDie(m_directory->read(id));
        m_byUid.emplace(atelier.uid, atelier);
    }
    QCOMPARE(m_byUid.size(), 379u);
}

void TestStarter::everyFactComesBack()
{
    const QList<QStringList> table =
        readTable(QStringLiteral(REPERE_SOURCE_DATA) + QStringLiteral("/starter/ateliers.csv"));
    const QStringList headings = table.front();
    const Vocabularies &words = m_directory->knowledge().vocabularies();
    int rows = 0;
    for (const QStringList &row : table.mid(1)) {
        const auto cell = [&](const char *name) { return row.value(headings.indexOf(QLatin1StringView(name))); };
        const auto found = m_byUid.find(cell("uid"));
        QVERIFY2(found != m_byUid.end(), qPrintable(cell("name")));
        const Atelier &a = found->second;
        ++rows;
        QCOMPARE(a.name, cell("name"));
        QStringList types;
        for (const QString &word : cell("types").split(u'|', Qt::SkipEmptyParts))
            types += words.types.idsNamed(word);
        QCOMPARE(a.types, types);
        QCOMPARE(QStringList{a.status}, words.statuses.idsNamed(cell("status")));
        QCOMPARE(a.address, cell("address"));
        QCOMPARE(a.postcode, cell("postcode"));
        QCOMPARE(a.city, cell("city"));
        if (!cell("insee").isEmpty())
            QCOMPARE(a.insee, cell("insee"));
        if (cell("position") == u"approx") // the one word of the facts that is also ours
            QCOMPARE(a.precision, PositionPrecision::Approximate);
        else
            QCOMPARE(a.positionSource, cell("position"));
        if (!cell("lat").isEmpty() && a.precision != PositionPrecision::Commune) {
            QCOMPARE(a.point->latitude, cell("lat").toDouble());
            QCOMPARE(a.point->longitude, cell("lon").toDouble());
        }
        QCOMPARE(a.website, cell("website"));
        QStringList raw;
        for (const EquipmentItem &item : a.equipment) {
            if (raw.isEmpty() || raw.back() != item.raw)
                raw.append(item.raw);
        }
        QCOMPARE(raw.join(u'|'), cell("equipment"));
        QCOMPARE(a.founded ? QString::number(*a.founded) : QString(), cell("founded"));
        QCOMPARE(a.notes, cell("notes"));
        QCOMPARE(a.asOf, cell("as_of"));
        QCOMPARE(a.evidence, cell("evidence"));
        for (const QString &source : cell("sources").split(u'|', Qt::SkipEmptyParts)) {
            QVERIFY2(std::any_of(a.provenance.begin(), a.provenance.end(),
                                 [&source](const Provenance &p) { return p.source == source || p.url == source; }),
                     qPrintable(a.name + u' ' + source));
        }
    }
    QCOMPARE(rows, 379);
}

void TestStarter::everyPlaceIsSomewhereInFrance()
{
    const auto &gazetteer = m_directory->knowledge().gazetteer();
    for (const auto &[uid, a] : m_byUid) {
        QVERIFY2(gazetteer.region(a.region), qPrintable(a.name));
        QVERIFY2(gazetteer.departement(a.departement), qPrintable(a.name));
        QCOMPARE(gazetteer.departement(a.departement)->region, a.region);
        QVERIFY2(a.point, qPrintable(a.name));
    }
}

void TestStarter::placesWithoutPositionStandAtTheirCommune()
{
    const QList<QStringList> table =
        readTable(QStringLiteral(REPERE_SOURCE_DATA) + QStringLiteral("/starter/ateliers.csv"));
    const qsizetype position = table.front().indexOf(QStringLiteral("position"));
    int atCommune = 0;
    for (const QStringList &row : table.mid(1)) {
        if (!row[position].isEmpty() && row[position] != u"suspect")
            continue;
        ++atCommune;
        const Atelier &a = m_byUid.at(row[0]);
        QCOMPARE(a.precision, PositionPrecision::Commune);
        QCOMPARE(*a.point, m_directory->knowledge().gazetteer().commune(a.insee)->centre);
    }
    QCOMPARE(atCommune, 55);
}

void TestStarter::aSecondImportChangesNothing()
{
    JobContext job;
    const ImportReport report = test::orDie(m_directory->importStarter(false, job));
    QCOMPARE(report.read, 379);
    QCOMPARE(report.unchanged, 379);
}

void TestStarter::handEditsWinOverANewerStarter()
{
    const QTemporaryDir data;
    QVERIFY(test::writeNewerData(data.path()));
    const QString path = m_folder.filePath(QStringLiteral("edited.gpkg"));
    const auto find = [](directory::Directory &directory, const QString &name) {
        Filter filter;
        filter.text = name + u' ';
        return test::orDie(directory.search(filter))->idAt(0);
    };
    {
        auto directory = test::newStarterFile(path);
        QVERIFY(!directory->hasNewerStarter());
        Atelier edited = test::orDie(directory->read(find(*directory, QStringLiteral("LAB01"))));
        edited.address = QStringLiteral("Chez nous, au fond de la cour");
        test::orDie(directory->update(edited));
    }
    const auto later = test::orDie(directory::Knowledge::load(data.path()));
    auto directory =
        test::orDie(directory::Directory::open({path, store::OpenMode::ReadWrite, false}, later, test::stillClock()));
    QVERIFY(directory->hasNewerStarter());
    JobContext job;
    const ImportReport report = test::orDie(directory->importStarter(false, job));
    QCOMPARE(report.read, 380);
    QCOMPARE(report.added, 1);
    QCOMPARE(report.merged, 2);
    QCOMPARE(report.unchanged, 377);
    QVERIFY(!directory->hasNewerStarter());
    const AtelierId lab01 = find(*directory, QStringLiteral("LAB01"));
    const AtelierId fablac = find(*directory, QStringLiteral("FabLac"));
    QCOMPARE(test::orDie(directory->read(lab01)).address, QStringLiteral("Chez nous, au fond de la cour")); // by hand
    QCOMPARE(test::orDie(directory->read(lab01)).website, QStringLiteral("http://lab01.example"));
    QVERIFY(test::orDie(directory->read(fablac)).address.contains(u'3'));
    QCOMPARE(test::orDie(directory->search({}))->count(), 380);

    QCOMPARE(test::orDie(directory->importStarter(true, job)).unchanged, 380);
    test::orDie(directory->undo());
    QCOMPARE(test::orDie(directory->search({}))->count(), 379);
    QVERIFY(test::orDie(directory->read(fablac)).address.contains(u'2'));
    test::orDie(directory->undo()); // the edit
    QVERIFY(test::orDie(directory->read(lab01)).address.contains(QStringLiteral("48 rue")));
    QVERIFY(!directory->undo()); // the first starter is the ground of the file
    QCOMPARE(test::orDie(directory->search({}))->count(), 379);
}

void TestStarter::trotecFindsLaserCutters()
{
    Filter filter;
    filter.text = QStringLiteral("Trotec");
    const auto result = test::orDie(m_directory->search(filter));
    QVERIFY(result->count() >= 100);
    for (int i = 0; i < result->count(); ++i)
        QVERIFY(result->at(i).equipment.contains(QStringLiteral("laser-cutter")));
    const auto reasons = m_directory->explain(test::orDie(m_directory->read(result->idAt(0))), filter.text);
    QCOMPARE(reasons.front().kind, directory::MatchReason::Kind::Equipment);
    QCOMPARE(reasons.front().id, QStringLiteral("laser-cutter"));
}

void TestStarter::namesOfSeveralWordsAreOneQuestion_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("machine");
    QTest::addColumn<QString>("city"); // empty: any
    QTest::newRow("laser") << u"laser"_s << u"laser-cutter"_s << QString();
    QTest::newRow("two words") << u"découpe laser"_s << u"laser-cutter"_s << QString();
    QTest::newRow("while it is typed") << u"découpe las"_s << u"laser-cutter"_s << QString();
    QTest::newRow("a plural") << u"Imprimantes 3D "_s << u"3d-printer"_s << QString();
    QTest::newRow("an article before a name") << u"les découpes laser "_s << u"laser-cutter"_s << QString();
    QTest::newRow("and a town") << u"découpe laser à Rennes"_s << u"laser-cutter"_s << u"Rennes"_s;
}

/// Every place has the machine, or all the words somewhere in its own; no place with the machine is missed.
void TestStarter::namesOfSeveralWordsAreOneQuestion()
{
    QFETCH(QString, text);
    QFETCH(QString, machine);
    QFETCH(QString, city);
    Filter filter;
    filter.text = text;
    const auto result = test::orDie(m_directory->search(filter));
    int having = 0;
    for (int i = 0; i < result->count(); ++i) {
        const Atelier atelier = test::orDie(m_directory->read(result->idAt(i)));
        const bool has = atelier.equipmentIds().contains(machine);
        having += has;
        QString own = atelier.name + u' ' + atelier.notes;
        for (const EquipmentItem &item : atelier.equipment)
            own += u' ' + item.raw;
        const QString first = fold(text).remove(QRegularExpression(u"^les "_s)).left(6);
        QVERIFY2(has || fold(own).contains(first), qPrintable(atelier.name));
        QVERIFY(city.isEmpty() || atelier.city == city);
    }
    filter.text = city;
    filter[Facet::Equipment].values = {machine};
    QCOMPARE(having, test::orDie(m_directory->search(filter))->count());
    QVERIFY(having > 0);
}

void TestStarter::comakingFindsEveryKind()
{
    Filter filter;
    filter.text = QStringLiteral("comaking ");
    const auto result = test::orDie(m_directory->search(filter));
    QSet<QString> types;
    for (int i = 0; i < result->count(); ++i) {
        const QStringList found = result->at(i).types;
        types.unite(QSet<QString>(found.begin(), found.end()));
    }
    for (const char *type : {"fablab", "makerspace", "techshop", "shared-workshop"})
        QVERIFY2(types.contains(QLatin1StringView(type)), type);
}

void TestStarter::laserInAuvergneRhoneAlpes()
{
    Filter filter;
    filter[Facet::Region].values = {QStringLiteral("84")};
    const int inRegion = test::orDie(m_directory->search(filter))->count();
    filter[Facet::Equipment].values = {QStringLiteral("laser-cutter")};
    const auto result = test::orDie(m_directory->search(filter));
    int expected = 0;
    int silent = 0;
    for (const auto &[uid, a] : m_byUid) {
        if (a.region != u"84")
            continue;
        expected += a.equipmentIds().contains(QStringLiteral("laser-cutter"));
        silent += a.equipmentIds().isEmpty();
    }
    QVERIFY(expected > 0);
    QCOMPARE(result->count(), expected);
    QCOMPARE(result->counts().withoutEquipmentChoice, inRegion);
    QCOMPARE(result->counts().unknownEquipmentAmong, silent);
}

void TestStarter::nothingFoundSuggestsTheNearest()
{
    Filter filter;
    filter[Facet::Equipment].values = {QStringLiteral("screen-printing")};
    filter.near = Near{{45.11, 2.87}, 5000, QStringLiteral("Murat (15)")};
    QCOMPARE(test::orDie(m_directory->search(filter))->count(), 0);
    const directory::Suggestion suggestion = test::orDie(m_directory->suggest(filter));
    QVERIFY(suggestion.nearest);
    QVERIFY(suggestion.nearest->equipment.contains(QStringLiteral("screen-printing")));
    QVERIFY(*suggestion.distanceMetres > 5000);
    QVERIFY(!suggestion.options.empty());
}

QTEST_GUILESS_MAIN(TestStarter)
#include "test_starter.moc"
