// 200 random histories: undo everything and the file is as it began, redo everything and it is as it ended.

#include "support/sample.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace repere;
using namespace repere::store;
using namespace Qt::StringLiterals;

class TestSequences : public QObject
{
    Q_OBJECT

private:
    QStringList searchable() const
    {
        QStringList found;
        for (const QString &token : {u"fablab"_s, u"a"_s, u"oeuvre"_s, u"3d"_s, u"ti"_s, u"1"_s})
            for (const bool prefix : {false, true}) {
                QString line = token;
                const auto matches = m_store->matchWord(token, prefix);
                for (const AtelierId id : matches.value())
                    line += u' ' + QString::number(id);
                found.append(line);
            }
        return found;
    }
    QStringList state() const { return sample::content(m_path) + searchable(); }
    void maybeReopen(QRandomGenerator &random)
    {
        if (random.bounded(4) == 0) {
            m_store.reset();
            m_store = sample::open(m_path);
        }
    }
    std::vector<AtelierId> ids() const
    {
        std::vector<AtelierId> all;
        if (!m_store->forEach(false, [&all](const Atelier &a) {
                all.push_back(a.id);
                return true;
            }))
            QTest::qFail("forEach", __FILE__, __LINE__);
        return all;
    }
    std::vector<AtelierId> someIds(QRandomGenerator &random, int most) const
    {
        std::vector<AtelierId> all = ids();
        std::ranges::shuffle(all, random);
        all.resize(std::min(all.size(), static_cast<std::size_t>(random.bounded(most + 1))));
        return all;
    }
    Atelier edited(AtelierId id, QRandomGenerator &random) const
    {
        Atelier atelier = m_store->read(id).value();
        const Atelier other = sample::randomAtelier(random);
        if (random.bounded(2) == 0)
            atelier.name = other.name;
        if (random.bounded(3) == 0)
            atelier.equipment = other.equipment;
        if (random.bounded(3) == 0)
            atelier.provenance = other.provenance;
        if (random.bounded(3) == 0)
            atelier.point = other.point;
        atelier.surface = other.surface;
        return atelier;
    }
    /// One random change; true when it was recorded.
    Result<bool> change(QRandomGenerator &random, int minute)
    {
        const ChangeLabel label = sample::label(u"Change %1"_s.arg(minute), minute);
        Result<AppliedChange> applied;
        ChangeSet set;
        const int kind = random.bounded(5);
        if (kind == 0 || kind == 3)
            for (int n = random.bounded(1, 4); n > 0; --n)
                set.inserts.push_back(sample::randomAtelier(random));
        if (kind == 2 || kind == 3)
            set.removals = someIds(random, 3);
        if (kind == 1 || kind == 3 || kind == 4)
            for (const AtelierId id : someIds(random, 4))
                if (!std::ranges::contains(set.removals, id))
                    set.updates.push_back(edited(id, random));
        if (kind == 4) {
            int left = random.bounded(8);
            JobContext job;
            applied = m_store->import(
                label,
                [&](Atelier &atelier) -> Result<bool> {
                    atelier = sample::randomAtelier(random);
                    return left-- > 0;
                },
                set, job);
        } else {
            applied = m_store->apply(label, set);
        }
        if (!applied)
            return std::unexpected(applied.error());
        return applied->change.number != 0;
    }

private slots:
    void undoAllThenRedoAll_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 200; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void undoAllThenRedoAll()
    {
        QFETCH(int, seed);
        // In memory where there is such a folder: thousands of commits, each of which waits for the disk.
        const bool inMemory = QFileInfo(u"/dev/shm"_s).isWritable();
        QTemporaryDir folder((inMemory ? u"/dev/shm"_s : QDir::tempPath()) + u"/repere-sequences"_s);
        m_path = folder.filePath(u"annuaire.gpkg"_s);
        m_store = sample::open(m_path, OpenMode::Create);
        QRandomGenerator random(static_cast<quint32>(1000 + seed));
        const QStringList start = state();
        // The states after each change that stands.
        QList<QStringList> states = {start};
        const int changes = random.bounded(3, 12);
        for (int i = 0; i < changes; ++i) {
            maybeReopen(random);
            const bool stepBack = random.bounded(5) == 0 && states.size() > 1; // the next change drops what was undone
            const QStringList undone = states.last();
            if (stepBack) {
                VERIFY_RESULT(m_store->undo());
                states.removeLast();
                QCOMPARE(state(), states.last());
            }
            const auto recorded = change(random, i);
            VERIFY_RESULT(recorded);
            if (*recorded) {
                states.append(state());
            } else if (stepBack) { // a change of nothing drops nothing
                VERIFY_RESULT(m_store->redo());
                states.append(undone);
            }
            QCOMPARE(state(), states.last());
        }
        for (qsizetype i = states.size() - 2; i >= 0; --i) {
            maybeReopen(random);
            VERIFY_RESULT(m_store->undo());
            QCOMPARE(state(), states.at(i));
        }
        QCOMPARE(m_store->undo().error().code, ErrorCode::NotFound);
        QCOMPARE(state(), start);
        QCOMPARE(sample::damageOf(*m_store), QStringList());
        for (qsizetype i = 1; i < states.size(); ++i) {
            maybeReopen(random);
            VERIFY_RESULT(m_store->redo());
            QCOMPARE(state(), states.at(i));
        }
        QCOMPARE(m_store->redo().error().code, ErrorCode::NotFound);
        QCOMPARE(sample::damageOf(*m_store), QStringList());
        const sample::BruteForce expected(*m_store);
        for (const QString &word : expected.words())
            QVERIFY(m_store->matchWord(word, false).value() == expected.match(word, false));
        m_store.reset();
    }

private:
    QString m_path;
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestSequences)
#include "test_sequences.moc"
