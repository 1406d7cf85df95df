// Damaged files: seen, explained, and what can be read of them is got out; the damaged file keeps its bytes.

#include "store/file.h"
#include "store/salvage.h"
#include "support/sample.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace repere;
using namespace repere::store;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPlaces = 240;
constexpr int kPage = 4096;

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QStringList messages(const std::vector<Finding> &findings)
{
    QStringList list;
    for (const Finding &finding : findings)
        list.append(finding.message);
    return list;
}

/// The page on which the tree of a table or index begins.
int rootOf(const QString &path, const QString &name)
{
    return sample::value(path, u"SELECT rootpage FROM sqlite_master WHERE name = '%1'"_s.arg(name)).toInt();
}

} // namespace

class TestDamage : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder{sample::quickFolder()};
    QString m_good; ///< a directory with sources, twins and history
    QByteArray m_bytes;
    QStringList m_rows;  ///< its ateliers and sources
    QSet<QString> m_all; ///< the same

    /// Is it one of the rows of the good file, or one with a text less that cannot be read?
    bool isKnown(const QString &row) const
    {
        const QStringList fields = row.split(u" · "_s);
        const auto same = [&fields](const QString &other) {
            const QStringList good = other.split(u" · "_s);
            if (good.size() != fields.size())
                return false;
            for (qsizetype i = 0; i < good.size(); ++i)
                if (fields[i] != good[i] && fields[i] != "5:"_L1)
                    return false;
            return true;
        };
        return m_all.contains(row) || std::ranges::any_of(m_rows, same);
    }

    QString inFolder(const QString &name) const { return m_folder.filePath(name); }
    QString damaged(const QByteArray &bytes) const
    {
        write(inFolder(u"damaged.gpkg"_s), bytes);
        return inFolder(u"damaged.gpkg"_s);
    }
    QByteArray withoutPage(int page) const
    {
        QByteArray bytes = m_bytes;
        return bytes.replace((page - 1) * kPage, kPage, QByteArray(kPage, '\xA5'));
    }
    /// Salvages, checks what must always hold, and gives the rows of the new file; nothing when nothing can be read.
    std::optional<QStringList> salvaged(const QString &path, SalvageReport *report = nullptr)
    {
        const QString target = inFolder(u"salvaged.gpkg"_s);
        QFile::remove(target);
        const QByteArray before = sample::bytesOf(path);
        JobContext job;
        const auto done = salvageFile(path, target, sample::label(u"Recover"_s), job);
        if (sample::bytesOf(path) != before)
            qFatal("the damaged file was changed");
        const QStringList expected = done ? QStringList{u"damaged.gpkg"_s, u"good.gpkg"_s, u"salvaged.gpkg"_s}
                                          : QStringList{u"damaged.gpkg"_s, u"good.gpkg"_s};
        const QStringList files =
            QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        if (files != expected)
            qFatal("files are left over: %s", qPrintable(files.join(u' ')));
        if (!done) {
            if (done.error().code != ErrorCode::Unreadable)
                qFatal("%s", qPrintable(done.error().message));
            return std::nullopt;
        }
        if (report)
            *report = *done;
        {
            auto store = sample::open(target);
            if (const QStringList damage = sample::damageOf(*store); !damage.isEmpty())
                qFatal("the new file is damaged: %s", qPrintable(damage.join(u'\n')));
            if (store->count().value() != done->places || store->undo().error().code != ErrorCode::NotFound)
                qFatal("not a new beginning");
        }
        return sample::content(target);
    }

private slots:
    void initTestCase()
    {
        m_good = inFolder(u"good.gpkg"_s);
        {
            auto store = sample::open(m_good, OpenMode::Create);
            QRandomGenerator random(11);
            ChangeSet many;
            for (int i = 0; i < kPlaces; ++i)
                many.inserts.push_back(sample::randomAtelier(random));
            for (int i = 0; i < kPlaces; i += 7)
                many.inserts[static_cast<std::size_t>(i)].notes = QString(6000, u'n'); // on pages of their own
            VERIFY_RESULT(store->apply(sample::label(u"Add many"_s), many));
            VERIFY_RESULT(store->apply(sample::label(u"Add one"_s),
                                       {.inserts = {sample::fullAtelier()}, .updates = {}, .removals = {3, 30, 100}}));
            VERIFY_RESULT(store->setMetadata(u"starter_version"_s, u"7"_s));
        }
        m_bytes = sample::bytesOf(m_good);
        m_rows = sample::content(m_good);
        m_all = QSet<QString>(m_rows.begin(), m_rows.end());
        QVERIFY(m_bytes.size() / kPage > 100);
    }

    void aWholeFileHasNoDamage()
    {
        QCOMPARE(messages(Store::examine(m_good).value()), QStringList());
        QCOMPARE(sample::bytesOf(m_good), m_bytes);
        SalvageReport report;
        damaged(m_bytes);
        QCOMPARE(salvaged(m_good, &report), m_rows);
        QCOMPARE(report.places, kPlaces - 2);
        QCOMPARE(report.lostPlaces, 0);
        QVERIFY(!report.somethingLost);
        // The history can be read, and the starter that it began with is known.
        const QString target = inFolder(u"salvaged.gpkg"_s);
        const auto history = sample::open(target)->history(0).value();
        QCOMPARE(history.size(), 3);
        QCOMPARE(history[0].name, u"Recover"_s);
        QCOMPARE(history[2].name, u"Add many"_s);
        QCOMPARE(sample::open(target)->metadata(u"starter_version"_s).value(), u"7"_s);
        // A number is never given twice, also not one that went before.
        const auto added = sample::open(target)->apply(
            sample::label(u"Add"_s), {.inserts = {sample::namedAtelier(u"x"_s)}, .updates = {}, .removals = {}});
        QCOMPARE(added.value().insertedIds.front(), kPlaces + 2);
    }

    void partsAreNamed_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("allPlaces");
        QTest::newRow("places") << u"atelier"_s << u"Places: some can no longer be read."_s << false;
        QTest::newRow("sources") << u"provenance"_s
                                 << u"Sources: where some values come from is lost; the places themselves are not."_s
                                 << true;
        QTest::newRow("twins") << u"waiting"_s << u"Duplicates: some questions and answers are lost."_s << true;
        QTest::newRow("history") << u"change"_s << u"History: what was changed before can no longer be undone."_s
                                 << true;
        QTest::newRow("full text")
            << u"atelier_text_data"_s
            << u"Search index: searches miss places. Nothing is lost, it is made anew by recovering."_s << true;
        QTest::newRow("index") << u"sqlite_autoindex_atelier_1"_s
                               << u"An index: lists may be wrong. Nothing is lost, it is made anew by recovering."_s
                               << true;
        QTest::newRow("description") << u"gpkg_contents"_s
                                     << u"The description of the file: other programs may not open it. It is made anew "
                                        "by recovering."_s
                                     << true;
    }
    void partsAreNamed()
    {
        QFETCH(QString, root);
        QFETCH(QString, says);
        QFETCH(bool, allPlaces);
        const QString path = damaged(withoutPage(rootOf(m_good, root)));
        const QStringList found = messages(Store::examine(path).value());
        QVERIFY2(found.contains(says), qPrintable(found.join(u'\n')));
        const QString count = u"%1 place(s) can be read."_s.arg(kPlaces - 2);
        QVERIFY2(found.contains(count) == allPlaces, qPrintable(found.join(u'\n')));
        // check of a file that could be opened says the same.
        if (auto store = Store::open(path, OpenMode::ReadOnly, sample::compounds()))
            QCOMPARE(messages((*store)->check().value()), found);
        if (const auto rows = salvaged(path); rows && root != u"provenance")
            QCOMPARE(*rows, m_rows);
        else
            QCOMPARE(!rows, root == u"atelier");
    }

    /// Every page of the file once: what is got out is what was in it, and a page that only holds rows takes only these.
    void everyPage()
    {
        const QStringList before = m_rows;
        int unreadable = 0;
        int whole = 0;
        for (int page = 1; page <= m_bytes.size() / kPage; ++page) {
            const QString path = damaged(withoutPage(page));
            const auto findings = Store::examine(path);
            VERIFY_RESULT(findings);
            const auto rows = salvaged(path);
            if (!rows) {
                ++unreadable;
                QVERIFY2(!findings->empty(), qPrintable(QString::number(page)));
                continue;
            }
            for (const QString &row : *rows)
                QVERIFY2(isKnown(row), qPrintable(u"page %1: %2"_s.arg(page).arg(row)));
            whole += *rows == before ? 1 : 0;
            // What goes on inside a long text is no damage to SQLite.
            if (rows->size() != before.size())
                QVERIFY2(!findings->empty(), qPrintable(QString::number(page)));
        }
        qInfo("%lld pages: all got out without %d of them, nothing without %d", m_bytes.size() / kPage, whole,
              unreadable);
        QVERIFY(unreadable < 12); // the page of the header and those of the schema, the root of the table of places
        QVERIFY(whole > 20);      // indexes, history, full text
    }

    void cut()
    {
        for (qsizetype size = 100; size < m_bytes.size(); size += 25 * kPage + 1234) {
            const QString path = damaged(m_bytes.first(size));
            QVERIFY(!Store::open(path, OpenMode::ReadWrite, sample::compounds()));
            QVERIFY(!Store::examine(path).value().empty());
            if (const auto rows = salvaged(path))
                for (const QString &row : *rows)
                    QVERIFY2(isKnown(row), qPrintable(row));
        }
    }

    /// A header that no one can read hides nothing.
    void header()
    {
        QByteArray bytes = m_bytes;
        bytes.replace(0, 100, QByteArray(100, '\0'));
        const QString path = damaged(bytes);
        QVERIFY(!Store::open(path, OpenMode::ReadWrite, sample::compounds()));
        const QStringList found = messages(Store::examine(path).value());
        QVERIFY2(found.first().startsWith(u"The beginning of the file is damaged ("_s), qPrintable(found.first()));
        QCOMPARE(found.last(), u"%1 place(s) can be read."_s.arg(kPlaces - 2));
        QCOMPARE(salvaged(path), m_rows);
    }

    /// Random bytes: whatever happens it is said, or nothing is lost.
    void flippedBytes()
    {
        QRandomGenerator random(2026);
        int seen = 0;
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = m_bytes;
            for (int i = 0; i < 1 + round % 8; ++i)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            const QString path = damaged(bytes);
            const auto findings = Store::examine(path);
            VERIFY_RESULT(findings);
            seen += findings->empty() ? 0 : 1;
            auto store = Store::open(path, OpenMode::ReadWrite, sample::compounds());
            if (store) {
                VERIFY_RESULT((*store)->check());
                (void)(*store)->forEach(true, [](const Atelier &) { return true; });
            }
            store = failure(ErrorCode::Internal, {});
            write(path, bytes);
            const auto rows = salvaged(path);
            if (rows && findings->empty()) {
                // A byte within a text is a text like any other: at most as many rows differ as bytes were changed.
                int other = 0;
                for (const QString &row : *rows)
                    other += m_all.contains(row) ? 0 : 1;
                QVERIFY2(other <= 1 + round % 8, qPrintable(QString::number(round)));
                QCOMPARE(rows->size(), m_rows.size());
            }
        }
        qInfo("damage seen in %d of 60 files", seen);
        QVERIFY(seen > 10);
    }

    void onlyWholeFilesAreCopied()
    {
        const QString target = inFolder(u"automatic.gpkg"_s);
        JobContext job;
        QVERIFY(copyIfWhole(m_good, target, job).value());
        QCOMPARE(sample::content(target), m_rows);
        for (const QString &root : {u"atelier"_s, u"provenance"_s, u"change"_s, u"sqlite_autoindex_atelier_1"_s}) {
            const QString path = damaged(withoutPage(rootOf(m_good, root)));
            QVERIFY2(!copyIfWhole(path, target, job).value(), qPrintable(root));
            QCOMPARE(sample::content(target), m_rows);
        }
        JobContext cancelled;
        cancelled.cancel();
        QCOMPARE(copyIfWhole(m_good, target, cancelled).error().code, ErrorCode::Cancelled);
        QCOMPARE(sample::content(target), m_rows);
        QFile::remove(target);
    }
};

QTEST_GUILESS_MAIN(TestDamage)
#include "test_damage.moc"
