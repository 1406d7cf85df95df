// The records of a planned import: pages, counts, ticks, decisions, under the model tester.
#include "models/field_pairs.h"
#include "models/import_model.h"
#include "models/support/sample_directory.h"

#include <QAbstractItemModelTester>
#include <QFile>

using namespace repere;
using models::ImportModel;
using testing::SampleWorkspace;

namespace {

/// Many new places; a place of the directory four times, which a list that means one place would not say: one is merged
/// and three are questions; then one without a name.
constexpr int kNew = 246;
constexpr int kQuestions = 3;
constexpr int kRecords = kNew + 1 + kQuestions + 1;

QString table(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("lieux.csv")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the table cannot be written");
    file.write("nom,adresse,code postal,ville,site web\n");
    for (int i = 1; i <= kNew; ++i)
        file.write(QStringLiteral("Établi numéro %1,,29200,Brest,https://lieu%1.example\n").arg(i).toUtf8());
    for (int i = 0; i <= kQuestions; ++i)
        file.write(QStringLiteral("Hall32,%1 rue du Port,63000,Clermont-Ferrand,\n").arg(i + 1).toUtf8());
    file.write(",,35000,Rennes,\n");
    file.close();
    return file.fileName();
}

struct Planned {
    SampleWorkspace sample;
    std::unique_ptr<ImportModel> model;

    Planned()
    {
        std::shared_ptr<directory::ImportPlan> plan;
        sample.workspace.ask<Result<std::shared_ptr<directory::ImportPlan>>>(
            &sample.workspace,
            [path = table(sample.folder)](directory::Directory &directory) {
                JobContext job;
                return directory.planImport({.files = {path}}, job).transform([](auto made) {
                    return std::shared_ptr<directory::ImportPlan>(std::move(made));
                });
            },
            [&plan](auto made) {
                if (!made)
                    qFatal("%s", qPrintable(made.error().message));
                plan = *made;
            });
        if (!QTest::qWaitFor([&plan] { return plan != nullptr; }, 30'000))
            qFatal("no plan");
        model = std::make_unique<ImportModel>(sample.workspace, sample.words, std::move(plan));
        if (!QTest::qWaitFor([this] { return model->counts().total() > 0; }, 30'000))
            qFatal("no records");
    }
};

} // namespace

class TestImportModel : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordIsCountedAndComes()
    {
        Planned p;
        QAbstractItemModelTester tester(p.model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(p.model->rowCount(), kRecords);
        QCOMPARE(p.model->counts().total(), kRecords);
        QCOMPARE(p.model->counts()[ImportOutcome::Rejected], 1);
        QCOMPARE(p.model->counts().accepted,
                 p.model->counts()[ImportOutcome::New] + p.model->counts()[ImportOutcome::Merged]);
        // The last page has not come yet, and comes when it is looked at.
        const QModelIndex last = p.model->index(kRecords - 1, ImportModel::Outcome);
        QVERIFY(!p.model->recordAt(kRecords - 1));
        QTRY_VERIFY(p.model->recordAt(kRecords - 1));
        QCOMPARE(last.data().toString(), models::outcomeWord(ImportOutcome::Rejected));
        QVERIFY(!(p.model->index(kRecords - 1, ImportModel::Name).flags() & Qt::ItemIsUserCheckable));
        for (int row = 0; row < kRecords; ++row) {
            QTRY_VERIFY(p.model->recordAt(row));
            QCOMPARE(p.model->recordAt(row)->number, row + 1);
        }
    }

    void whatIsUntickedIsNotCounted()
    {
        Planned p;
        const int accepted = p.model->counts().accepted;
        const QModelIndex first = p.model->index(0, ImportModel::Name);
        QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(p.model->setData(first, Qt::Unchecked, Qt::CheckStateRole));
        QTRY_COMPARE(p.model->counts().accepted, accepted - 1);
        QCOMPARE(first.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        p.model->setAllAccepted(false);
        QTRY_COMPARE(p.model->counts().accepted, 0);
        p.model->setAllAccepted(true);
        QTRY_COMPARE(p.model->counts().accepted, accepted);
    }

    void aSelectionShowsItsRecordsOnly()
    {
        Planned p;
        p.model->setSelection({.outcome = ImportOutcome::Rejected, .words = {}});
        QTRY_COMPARE(p.model->rowCount(), 1);
        QCOMPARE(p.model->counts().total(), kRecords); // of all
        p.model->setSelection({.outcome = {}, .words = QStringLiteral("NUMERO 245")});
        QTRY_COMPARE(p.model->index(0, ImportModel::Name).data().toString(), QStringLiteral("Établi numéro 245"));
        QCOMPARE(p.model->rowCount(), 1);
    }

    void answersMoveRecords()
    {
        Planned p;
        QAbstractItemModelTester tester(p.model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int doubtful = p.model->counts()[ImportOutcome::Doubtful];
        QCOMPARE(doubtful, kQuestions);
        p.model->setSelection({.outcome = ImportOutcome::Doubtful, .words = {}});
        QTRY_COMPARE(p.model->rowCount(), doubtful);
        QTRY_VERIFY(p.model->recordAt(1));
        const int number = p.model->recordAt(0)->number;
        const int next = p.model->recordAt(1)->number;
        const int isNew = p.model->counts()[ImportOutcome::New];
        p.model->decide(0, false);
        QTRY_COMPARE(p.model->rowCount(), doubtful - 1);
        QCOMPARE(p.model->counts()[ImportOutcome::New], isNew + 1);
        QTRY_VERIFY(p.model->recordAt(0));
        QCOMPARE(p.model->recordAt(0)->number, next);
        QVERIFY(p.model->isDecided(number));
        // It can be asked again where it is now.
        p.model->setSelection({});
        QTRY_COMPARE(p.model->rowCount(), kRecords);
        QTRY_VERIFY(p.model->recordAt(number - 1));
        p.model->decide(number - 1, std::nullopt);
        QTRY_COMPARE(p.model->counts()[ImportOutcome::Doubtful], doubtful);
        QCOMPARE(p.model->recordAt(number - 1)->outcome, ImportOutcome::Doubtful);
        QVERIFY(!p.model->isDecided(number));
        // What is no question takes no answer.
        p.model->decide(kRecords - 1, true);
        QTest::qWait(50);
        QCOMPARE(p.model->counts()[ImportOutcome::Rejected], 1);
    }

    void fieldsStandSideBySide()
    {
        const models::Words words(testing::shippedKnowledge(), true);
        Atelier present = testing::samplePlaces()[0];
        Atelier incoming = present;
        incoming.postcode = QStringLiteral("35200");
        incoming.equipment.clear();
        incoming.website = QStringLiteral("https://zeste.example");
        QHash<QString, models::FieldPair> pairs;
        for (const models::FieldPair &pair : models::fieldPairs(incoming, &present, words))
            pairs.insert(pair.field, pair);
        QVERIFY(pairs.value(QStringLiteral("postcode")).differs);
        QVERIFY(!pairs.value(QStringLiteral("name")).differs);
        QVERIFY(!pairs.value(QStringLiteral("website")).differs); // only one side speaks
        QVERIFY(!pairs.value(QStringLiteral("equipment")).differs);
        QCOMPARE(pairs.value(QStringLiteral("equipment")).present, QStringLiteral("Découpe laser, Imprimante 3D"));
        QCOMPARE(pairs.value(QStringLiteral("types")).name, QStringLiteral("Types"));
        QVERIFY(!pairs.contains(QStringLiteral("phone")));
    }
};

QTEST_GUILESS_MAIN(TestImportModel)
#include "test_import_model.moc"
