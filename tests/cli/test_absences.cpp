// What the list of a source has no more is always said by name: in the table, in JSON, in the report.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// fablabs.io as it answers, so many of twelve.
QByteArray labs(int count)
{
    QByteArray text = "[";
    for (int i = 0; i < count; ++i)
        text +=
            (i > 0 ? "," : "")
            + QByteArray("{'id': %1, 'name': 'Labo %1', 'slug': 'labo-%1', 'kind_name': 'fab_lab', 'city': 'Brest', "
                         "'postal_code': '29200', 'country_code': 'FR', 'url': 'https://www.fablabs.io/labs/labo-%1'}")
                  .replace("%1", QByteArray::number(100 + i));
    return (text + ']').replace('\'', '"');
}

} // namespace

class TestAbsences : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QByteArray import(int count, const QStringList &options)
    {
        QFile file(m_folder.filePath(QStringLiteral("labs.json")));
        const QByteArray text = labs(count);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the list cannot be written");
        file.close();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("en_GB.UTF-8"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(REPERE_BIN "/repere-cli"),
                      QStringList{QStringLiteral("--directory"), m_folder.filePath(QStringLiteral("a.gpkg")),
                                  QStringLiteral("import"), file.fileName()}
                          + options);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("%s", process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

private slots:
    void initTestCase() { QVERIFY(import(12, {}).contains("12")); }

    void everyAbsenceIsNamed_data()
    {
        QTest::addColumn<int>("left");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<bool>("flagged");
        QTest::newRow("most is still there") << 10 << QStringList{} << true;
        QTest::newRow("an extract") << 1 << QStringList{} << false;
        QTest::newRow("an extract said to be whole") << 1 << QStringList{QStringLiteral("--complete")} << true;
    }
    void everyAbsenceIsNamed()
    {
        QFETCH(int, left);
        QFETCH(QStringList, options);
        QFETCH(bool, flagged);
        options << QStringLiteral("--dry-run");
        const QByteArray table = import(left, options);
        QVERIFY2(table.contains("Labo 111") || table.contains(" more (--report"), table.constData());
        QVERIFY2(table.contains("Labo " + QByteArray::number(100 + left)), table.constData());
        QVERIFY2(table.contains(flagged ? "flagged, not removed" : "may be an extract"), table.constData());

        const QString report = m_folder.filePath(QStringLiteral("report.csv"));
        const QJsonObject json =
            QJsonDocument::fromJson(import(left, options
                                                     + QStringList{QStringLiteral("--format"), QStringLiteral("json"),
                                                                   QStringLiteral("--report"), report}))
                .object();
        const QJsonArray absences = json[u"absences"].toArray();
        QCOMPARE(absences.size(), 12 - left);
        QCOMPARE(json[u"gone"].toInt(), flagged ? 12 - left : 0);
        QCOMPARE(json[u"missing"].toInt(), flagged ? 0 : 12 - left);
        QCOMPARE(json[u"read"].toInt(), left);
        QFile file(report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray lines = file.readAll();
        for (const QJsonValue &absence : absences) {
            QCOMPARE(absence[u"flagged"].toBool(), flagged);
            QVERIFY(lines.contains(',' + absence[u"name"].toString().toUtf8() + ','));
        }
        QCOMPARE(lines.count(flagged ? "flagged as gone since" : "not flagged"), 12 - left);
    }

    void nothingGoneSaysNothing()
    {
        const QByteArray table = import(12, {QStringLiteral("--dry-run")});
        QVERIFY2(!table.contains("gone") && !table.contains("Labo"), table.constData());
    }
};

QTEST_GUILESS_MAIN(TestAbsences)
#include "test_absences.moc"
