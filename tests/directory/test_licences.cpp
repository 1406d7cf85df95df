// What licences ask, which ones some places stand under, and what does not mix.
#include "core/field_value.h"
#include "directory/licences.h"

#include <QTest>

using namespace repere;
using namespace repere::directory;
using namespace Qt::StringLiterals;

class TestLicences : public QObject
{
    Q_OBJECT

private:
    static Provenance record(const QString &source, const QString &licence, bool values = true)
    {
        return {.source = source,
                .recordKey = u"1"_s,
                .url = {},
                .licence = licence,
                .asOf = {},
                .values = values ? u"{\"name\":\"Lab\"}"_s : QString()};
    }
    static LicenceReport reportOf(const std::vector<std::vector<Provenance>> &places)
    {
        LicenceCount count;
        for (const auto &records : places) {
            Atelier atelier;
            atelier.provenance = records;
            count.add(atelier);
        }
        return count.report();
    }

private slots:
    void kinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *text, LicenceKind kind) {
            QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(kind);
        };
        row("ODbL 1.0", LicenceKind::ShareAlikeData);
        row("Open Database License (ODbL)", LicenceKind::ShareAlikeData);
        row("Licence Ouverte 2.0", LicenceKind::Attribution);
        row("Licence Ouverte / Open Licence version 2.0", LicenceKind::Attribution);
        row("etalab-2.0", LicenceKind::Attribution);
        row("CC BY 4.0", LicenceKind::Attribution);
        row("cc-by-sa-4.0", LicenceKind::ShareAlikeWorks);
        row("CC BY-NC 4.0", LicenceKind::Restricted);
        row("CC-BY-NC-SA", LicenceKind::Restricted);
        row("Creative Commons Attribution - Partage dans les Mêmes Conditions 4.0", LicenceKind::ShareAlikeWorks);
        row("CC0", LicenceKind::Free);
        row("Domaine public", LicenceKind::Free);
        row("  ", LicenceKind::Unstated);
        row("voir le site", LicenceKind::Other);
    }
    void kinds()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QCOMPARE(static_cast<int>(licenceKind(text)), kind);
    }

    void aPlaceCountsOnceForEachLicence()
    {
        const LicenceReport report = reportOf({{record(u"B"_s, u"ODbL 1.0"_s), record(u"A"_s, u"ODbL 1.0"_s)},
                                               {record(u"A"_s, u"ODbL 1.0"_s), record(u"C"_s, u"CC0"_s)}});
        QCOMPARE(report.uses.size(), 2U);
        QCOMPARE(report.uses[0].licence, u"ODbL 1.0"_s);
        QCOMPARE(report.uses[0].places, 2);
        QCOMPARE(report.uses[0].sources, QStringList({u"A"_s, u"B"_s}));
        QCOMPARE(report.uses[1].places, 1);
    }

    /// The starter directory names the licence of its sources behind their name; the list itself, imported, beside it.
    void oneSourceIsNamedOnce()
    {
        const LicenceReport report = reportOf({{record(u"Recensement 2019 (Licence Ouverte 2.0)"_s, {}, false)},
                                               {record(u"Recensement 2019"_s, u"Licence Ouverte 2.0"_s)}});
        QCOMPARE(report.uses.size(), 1U);
        QCOMPARE(report.uses[0].sources, QStringList{u"Recensement 2019"_s});
        QCOMPARE(report.uses[0].places, 2);
        QCOMPARE(licenceWords(report), u"Licence Ouverte 2.0 (Recensement 2019)"_s);
    }

    void peopleAndCitationsAskNothing()
    {
        QVERIFY(reportOf({{record(kByHand, {}), record(kStarterSource, {}), record(u"Le Journal"_s, {}, false)}})
                    .uses.empty());
        // A citation that names its licence counts: the starter directory writes it into the name.
        const LicenceReport cited = reportOf({{record(u"Recensement 2019 (Licence Ouverte 2.0)"_s, {}, false)}});
        QCOMPARE(cited.uses.size(), 1U);
        QCOMPARE(cited.uses[0].licence, u"Licence Ouverte 2.0"_s);
        QVERIFY(reportOf({{record(u"Recensement 2019 (Paris)"_s, {}, false)}}).uses.empty());
    }

    void whatDoesNotMixIsSaid()
    {
        const Provenance odbl = record(u"Makery"_s, u"ODbL 1.0"_s);
        const Provenance open = record(u"CGET"_s, u"Licence Ouverte 2.0"_s);
        const Provenance works = record(u"Wiki"_s, u"CC BY-SA 4.0"_s);
        const Provenance silent = record(u"fablabs.io"_s, {});
        QVERIFY(licenceWarnings(reportOf({{open}})).isEmpty());
        QVERIFY(licenceWarnings(reportOf({{odbl}, {record(u"OSM"_s, u"ODbL"_s)}})).isEmpty());
        const QStringList mixed = licenceWarnings(reportOf({{odbl}, {open}}));
        QCOMPARE(mixed.size(), 1);
        QVERIFY(mixed[0].contains(u"Makery"_s) && !mixed[0].contains(u"CGET"_s));
        const QStringList apart = licenceWarnings(reportOf({{odbl, works}}));
        QCOMPARE(apart.size(), 1);
        QVERIFY(apart[0].contains(u"Makery"_s) && apart[0].contains(u"Wiki"_s));
        const QStringList unstated = licenceWarnings(reportOf({{open, silent}}));
        QCOMPARE(unstated.size(), 1);
        QVERIFY(unstated[0].contains(u"fablabs.io"_s) && !unstated[0].contains(u"CGET"_s));
    }
};

QTEST_GUILESS_MAIN(TestLicences)
#include "test_licences.moc"
