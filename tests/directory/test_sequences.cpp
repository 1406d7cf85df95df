// Random sequences of add, edit, remove and import: undo all gives the beginning, redo all the end, as search and facets see
// it, with the file closed and opened in between.
#include "directory/support/fixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace repere;

namespace {

/// All that a person can see: every place and every count.
struct View {
    std::vector<Atelier> ateliers;
    std::array<std::vector<FacetCount>, kFacetCount> facets;
    bool operator==(const View &) const = default;
};

View viewOf(directory::Directory &directory)
{
    View view;
    const auto result = test::orDie(directory.search({}));
    for (const AtelierId id : result->ids())
        view.ateliers.push_back(test::orDie(directory.read(id)));
    view.facets = result->counts().facets;
    return view;
}

} // namespace

class TestSequences : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void undoAllRedoAll_data();
    void undoAllRedoAll();

private:
    QTemporaryDir m_folder;
    QStringList m_csvs;
    QString m_start;
};

void TestSequences::initTestCase()
{
    for (quint32 i = 0; i < 4; ++i) {
        m_csvs.append(m_folder.filePath(QStringLiteral("import%1.csv").arg(i)));
        test::writeRandomCsv(m_csvs.back(), 6, i);
    }
    m_start = m_folder.filePath(QStringLiteral("start.gpkg"));
    auto directory = test::newFile(m_start);
    JobContext job;
    const QString csv = m_folder.filePath(QStringLiteral("start.csv"));
    test::writeRandomCsv(csv, 12, 99);
    test::orDie(directory->import({.files = {csv}}, job));
}

void TestSequences::undoAllRedoAll_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 200; ++seed)
        QTest::addRow("sequence %u", seed) << seed;
}

void TestSequences::undoAllRedoAll()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed + 1000);
    const QString path = m_folder.filePath(QStringLiteral("s%1.gpkg").arg(seed));
    QVERIFY(QFile::copy(m_start, path));
    auto directory = test::openFile(path);
    const View beginning = viewOf(*directory);
    const std::size_t changesBefore = test::orDie(directory->history(0)).size();

    JobContext job;
    const int steps = 3 + random.bounded(6);
    for (int step = 0; step < steps; ++step) {
        const auto ids = test::orDie(directory->search({}))->ids();
        const AtelierId some =
            ids.empty() ? 0 : ids[static_cast<std::size_t>(random.bounded(static_cast<int>(ids.size())))];
        switch (random.bounded(4)) {
        case 0: {
            Atelier atelier;
            atelier.name = QStringLiteral("Ajout %1").arg(step);
            atelier.city = QStringLiteral("Murat");
            atelier.postcode = QStringLiteral("15300");
            atelier.equipment.push_back(
                {QStringLiteral("3d-printer"), QStringLiteral("imprimante 3D"), {}, {}, {}, false});
            test::orDie(directory->add(atelier));
            break;
        }
        case 1:
            if (some != 0) {
                Atelier atelier = test::orDie(directory->read(some));
                atelier.name += QStringLiteral(" bis");
                atelier.types = {QStringLiteral("hackerspace")};
                atelier.provenance.push_back({QStringLiteral("main"), {}, {}, {}, QStringLiteral("2026"), {}});
                test::orDie(directory->update(atelier));
            }
            break;
        case 2:
            if (some != 0)
                test::orDie(directory->remove({some}));
            break;
        default: test::orDie(directory->import({.files = {m_csvs[random.bounded(4)]}}, job));
        }
    }
    const View end = viewOf(*directory);
    const std::size_t changes = test::orDie(directory->history(0)).size() - changesBefore;

    const auto reopenSometimes = [&] {
        if (random.bounded(3) == 0) {
            directory.reset();
            directory = test::openFile(path);
        }
    };
    for (std::size_t i = 0; i < changes; ++i) {
        test::orDie(directory->undo());
        reopenSometimes();
    }
    QVERIFY(viewOf(*directory) == beginning);
    for (std::size_t i = 0; i < changes; ++i) {
        test::orDie(directory->redo());
        reopenSometimes();
    }
    QVERIFY(viewOf(*directory) == end);
    const auto findings = test::orDie(directory->check());
    QVERIFY(std::none_of(findings.begin(), findings.end(), [](const auto &f) { return f.damage; }));
}

QTEST_GUILESS_MAIN(TestSequences)
#include "test_sequences.moc"
