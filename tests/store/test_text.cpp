// Full text against a loop over all ateliers, after every kind of change.

#include "support/sample.h"

#include <QTemporaryDir>

using namespace repere;
using namespace repere::store;
using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private:
    /// Every word of the directory, whole and as prefixes of one to five letters, and some that are not there.
    static void compareAll(const Store &store)
    {
        const sample::BruteForce expected(store);
        const QSet<QString> words = expected.words() | QSet{u"absent"_s, u"zzz"_s, u"or"_s, u"and"_s, u"near"_s};
        // Hundreds of postcodes say nothing that a few do not.
        int digits = 0;
        QSet<QString> asked;
        for (const QString &word : words) {
            if (word.front().isDigit() && ++digits > 15)
                continue;
            for (qsizetype length = 1; length <= 5; ++length)
                asked.insert(word.left(length));
            asked.insert(word);
        }
        for (const QString &word : std::as_const(asked))
            for (const bool prefix : {false, true}) {
                const auto found = store.matchWord(word, prefix);
                VERIFY_RESULT(found);
                QVERIFY2(*found == expected.match(word, prefix), qPrintable(word));
            }
    }

private slots:
    void sameAsBruteForce()
    {
        QTemporaryDir folder;
        auto store = sample::open(folder.filePath(u"t.gpkg"_s), OpenMode::Create);
        QRandomGenerator random(11);
        ChangeSet first;
        for (int i = 0; i < 40; ++i)
            first.inserts.push_back(sample::randomAtelier(random));
        const auto applied = store->apply(sample::label(u"Add"_s), first);
        VERIFY_RESULT(applied);
        compareAll(*store);

        ChangeSet second;
        for (int i = 0; i < 10; ++i) {
            Atelier changed = sample::randomAtelier(random);
            changed.id = applied->insertedIds[static_cast<std::size_t>(i)];
            second.updates.push_back(changed);
            second.removals.push_back(applied->insertedIds[static_cast<std::size_t>(i + 10)]);
        }
        VERIFY_RESULT(store->apply(sample::label(u"Edit and remove"_s), second));
        compareAll(*store);
        int left = 30;
        JobContext job;
        VERIFY_RESULT(store->import(
            sample::label(u"Import"_s),
            [&](Atelier &atelier) -> Result<bool> {
                atelier = sample::randomAtelier(random);
                return left-- > 0;
            },
            {}, job));
        compareAll(*store);
        for (int i = 0; i < 2; ++i) {
            VERIFY_RESULT(store->undo());
            compareAll(*store);
        }
        for (int i = 0; i < 2; ++i)
            VERIFY_RESULT(store->redo());
        compareAll(*store);
        QCOMPARE(sample::damageOf(*store), QStringList());
    }

    void wordsAreNeverOperators()
    {
        QTemporaryDir folder;
        auto store = sample::open(folder.filePath(u"t.gpkg"_s), OpenMode::Create);
        Atelier atelier = sample::namedAtelier(u"OR AND NOT near folded_name"_s);
        VERIFY_RESULT(store->apply(sample::label(u"Add"_s), {.inserts = {atelier}, .updates = {}, .removals = {}}));
        for (const QString &token : {u"or"_s, u"and"_s, u"not"_s, u"near"_s})
            QCOMPARE(store->matchWord(token, false).value().size(), 1);
        QCOMPARE(store->matchWord(QString(), true).value().size(), 0);
        for (const QString &token : {u"\""_s, u"a\"b"_s, u"a*"_s, u"(x"_s, u"folded_name:x"_s})
            VERIFY_RESULT(store->matchWord(token, true));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "test_text.moc"
