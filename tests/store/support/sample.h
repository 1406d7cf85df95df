#pragma once

#include "store/store.h"

#include <QRandomGenerator>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTest>

namespace sample {

/// Compounds as the product has them, small.
const repere::Compounds &compounds();

/// A plausible atelier with a random part of its fields unknown; id 0, a uid of its own.
repere::Atelier randomAtelier(QRandomGenerator &random);
/// Every field known.
repere::Atelier fullAtelier();
/// Only a name.
repere::Atelier namedAtelier(const QString &name);

/// 2026-01-01 12:00 UTC plus `minutes`.
repere::ChangeLabel label(const QString &name, int minutes = 0);

/// The rows of a table as text, each value with its type, by id; read through a connection of its own.
QStringList rowsOf(const QString &path, const QString &table);
/// atelier and provenance.
QStringList content(const QString &path);
/// A single value from the file, as text.
QString value(const QString &path, const QString &sql);
/// Runs statements on the file from another connection, as another program would.
void execute(const QString &path, const QString &sql);
/// Every row of sqlite_master but the full-text shadow tables.
QStringList schemaOf(const QString &path);

/// The search words of every atelier, for a loop that says what full text should find.
class BruteForce
{
public:
    explicit BruteForce(const repere::store::Store &store);
    std::vector<repere::AtelierId> match(const QString &token, bool prefix) const;
    QSet<QString> words() const;

private:
    std::vector<std::pair<repere::AtelierId, QStringList>> m_words;
};

/// A template for QTemporaryDir in memory where there is such a place: tests that write thousands of files do not test the
/// patience of the disk.
QString quickFolder();

QByteArray bytesOf(const QString &path);
/// Output of a program, both channels; fails the test when it does not end with status 0.
QString run(const QString &program, const QStringList &arguments);

/// What `check` says of the file itself.
QStringList damageOf(const repere::store::Store &store);

/// Opens or fails the test.
std::unique_ptr<repere::store::Store> open(const QString &path,
                                           repere::store::OpenMode mode = repere::store::OpenMode::ReadWrite);

} // namespace sample

/// QVERIFY for a Result: shows its message.
#define VERIFY_RESULT(...)                                                                                \
    do {                                                                                                  \
        const auto &verified = (__VA_ARGS__);                                                             \
        QVERIFY2(verified.has_value(), verified.has_value() ? "" : qPrintable(verified.error().message)); \
    } while (false)
