#include "sample.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTimeZone>
#include <QUuid>

#include <algorithm>

using namespace repere;
using namespace Qt::StringLiterals;

namespace sample {

namespace {

constexpr auto kWords = {u"Atelier",     u"Fab",  u"Lab",     u"Œuvre",      u"L'Établi",  u"Fabrique",
                         u"Imprimantes", u"Co",   u"Working", u"Tiers-Lieu", u"Numérique", u"Bois",
                         u"Métal",       u"Zinc", u"Élan",    u"d'Aix",      u"3D",        u"\"Guillemets\"",
                         u"100 %",       u"Été"};

QString words(QRandomGenerator &random, int most)
{
    QStringList chosen;
    for (int n = random.bounded(1, most + 1); n > 0; --n)
        chosen.append(QString::fromUtf16(std::data(kWords)[random.bounded(static_cast<int>(kWords.size()))]));
    return chosen.join(u' ');
}

QStringList someOf(QRandomGenerator &random, const QStringList &all)
{
    QStringList some;
    for (const QString &one : all)
        if (random.bounded(3) == 0)
            some.append(one);
    return some;
}

/// For writing even when only reading: a read-only connection leaves its -wal and -shm files behind.
SQLite::Database connect(const QString &path)
{
    return SQLite::Database(path.toUtf8().constData(), SQLite::OPEN_READWRITE, 2000);
}

} // namespace

const Compounds &compounds()
{
    static const Compounds list(
        {{u"fab"_s, u"lab"_s}, {u"co"_s, u"working"_s}, {u"tiers"_s, u"lieu"_s}, {u"3"_s, u"d"_s}});
    return list;
}

Atelier namedAtelier(const QString &name)
{
    Atelier atelier;
    atelier.name = name;
    return atelier;
}

Atelier fullAtelier()
{
    Atelier a;
    a.uid = u"0123456789abcdef0123456789abcdef"_s;
    a.name = u"L'Œuvre « Ébéniste » 🪚"_s;
    a.types = {u"fablab"_s, u"tiers-lieu"_s};
    a.status = u"open"_s;
    a.address = u"1 rue de l'Église"_s;
    a.postcode = u"01500"_s;
    a.city = u"Ambérieu-en-Bugey"_s;
    a.insee = u"01004"_s;
    a.departement = u"01"_s;
    a.region = u"84"_s;
    a.point = GeoPoint{.latitude = 45.954025, .longitude = 5.344821};
    a.precision = PositionPrecision::Exact;
    a.positionSource = u"adresse"_s;
    a.website = u"https://example.org/?a=1&b=2"_s;
    a.email = u"contact@example.org"_s;
    a.phone = u"+33 1 00 00 00 00"_s;
    a.openingHours = u"Mo-Fr 09:00-18:00; \"sur RDV\""_s;
    a.founded = 2013;
    a.surface = 129.5;
    a.equipment = {
        {.id = u"laser-cutter"_s,
         .raw = u"découpe Trotec"_s,
         .model = u"Speedy 300"_s,
         .count = 2,
         .conditions = u"formation"_s,
         .guessed = true},
        {.id = {}, .raw = u"une \"plotter\""_s, .model = {}, .count = {}, .conditions = {}, .guessed = false},
        {.id = u"3d-printer"_s,
         .raw = u"imprimantes 3D"_s,
         .model = {},
         .count = 0,
         .conditions = {},
         .guessed = false}};
    a.services = {u"training"_s};
    a.publics = {u"everyone"_s, u"students"_s};
    a.organisation = u"Association Loi 1901"_s;
    a.notes = u"ligne 1\nligne 2\ttabulée"_s;
    a.asOf = u"2024-05"_s;
    a.evidence = u"A"_s;
    a.provenance = {{u"CGET 2019"_s, u"12"_s, u"https://example.org/cget"_s, u"Licence Ouverte 2.0"_s, u"2019"_s,
                     u"{\"NOM_TL\":\"L'Œuvre\"}"_s},
                    {u"fablabs.io"_s, {}, {}, {}, u"2024"_s, {}}};
    return a;
}

Atelier randomAtelier(QRandomGenerator &random)
{
    const auto maybe = [&random](const QString &text) { return random.bounded(3) == 0 ? QString() : text; };
    Atelier a;
    a.uid =
        QUuid::fromBytes(QByteArray::number(random.generate64(), 16).rightJustified(16, '0')).toString(QUuid::Id128);
    a.name = words(random, 4);
    a.types = someOf(random, {u"fablab"_s, u"coworking"_s, u"tiers-lieu"_s});
    a.status = maybe(u"open"_s);
    a.address = maybe(QString::number(random.bounded(200)) + u" rue "_s + words(random, 2));
    a.postcode = maybe(u"%1"_s.arg(random.bounded(1000, 99999), 5, 10, '0'_L1));
    a.city = maybe(words(random, 2));
    a.insee = maybe(u"2A%1"_s.arg(random.bounded(999), 3, 10, '0'_L1));
    a.departement = maybe(u"2A"_s);
    a.region = maybe(u"94"_s);
    if (random.bounded(4) != 0) {
        a.point =
            GeoPoint{.latitude = random.generateDouble() * 180 - 90, .longitude = random.generateDouble() * 360 - 180};
        a.precision = static_cast<PositionPrecision>(random.bounded(1, 4));
        a.positionSource = maybe(u"approx"_s);
    }
    a.website = maybe(u"http://example.org/"_s + QString::number(random.bounded(1000)));
    a.openingHours = maybe(u"lundi"_s);
    if (random.bounded(2) == 0)
        a.founded = random.bounded(1990, 2026);
    if (random.bounded(2) == 0)
        a.surface = random.generateDouble() * 1000;
    for (int n = random.bounded(4); n > 0; --n)
        a.equipment.push_back({.id = maybe(u"laser-cutter"_s),
                               .raw = words(random, 3),
                               .model = maybe(words(random, 1)),
                               .count = random.bounded(2) ? std::optional(random.bounded(9)) : std::nullopt,
                               .conditions = maybe(words(random, 2)),
                               .guessed = random.bounded(2) == 0});
    a.services = someOf(random, {u"training"_s, u"repair"_s});
    a.publics = someOf(random, {u"everyone"_s});
    a.organisation = maybe(words(random, 2));
    a.notes = maybe(words(random, 6));
    a.asOf = maybe(QString::number(random.bounded(2015, 2027)));
    a.evidence = maybe(u"B"_s);
    for (int n = random.bounded(3); n > 0; --n)
        a.provenance.push_back({words(random, 2), maybe(u"k"_s), maybe(u"https://example.org"_s), maybe(u"ODbL"_s),
                                maybe(u"2024"_s), maybe(u"{\"a\":1}"_s)});
    return a;
}

ChangeLabel label(const QString &name, int minutes)
{
    return {.name = name,
            .author = u"testeuse"_s,
            .time = QDateTime(QDate(2026, 1, 1), QTime(12, 0), QTimeZone::UTC).addSecs(60 * minutes)};
}

QStringList rowsOf(const QString &path, const QString &table)
{
    SQLite::Database database = connect(path);
    SQLite::Statement query(database, (u"SELECT * FROM "_s + table + u" ORDER BY 1"_s).toStdString());
    QStringList rows;
    while (query.executeStep()) {
        QString row = table;
        for (int i = 0; i < query.getColumnCount(); ++i) {
            const SQLite::Column column = query.getColumn(i);
            const QByteArray bytes(static_cast<const char *>(column.getBlob()), column.getBytes());
            row += u" · %1:%2"_s.arg(column.getType())
                       .arg(column.isBlob() ? QString::fromLatin1(bytes.toHex()) : QString::fromUtf8(bytes));
        }
        rows.append(row);
    }
    return rows;
}

QStringList content(const QString &path)
{
    return rowsOf(path, u"atelier"_s) + rowsOf(path, u"provenance"_s);
}

QString value(const QString &path, const QString &sql)
{
    SQLite::Database database = connect(path);
    SQLite::Statement query(database, sql.toStdString());
    return query.executeStep() ? QString::fromStdString(query.getColumn(0).getString()) : QString();
}

void execute(const QString &path, const QString &sql)
{
    connect(path).exec(sql.toStdString());
}

QStringList schemaOf(const QString &path)
{
    SQLite::Database database = connect(path);
    SQLite::Statement query(database,
                            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name");
    QStringList rows;
    while (query.executeStep())
        rows.append(QString::fromStdString(query.getColumn(0).getString() + " " + query.getColumn(1).getString() + " "
                                           + query.getColumn(2).getString() + " " + query.getColumn(3).getString()));
    return rows;
}

BruteForce::BruteForce(const store::Store &store)
{
    const auto done = store.forEach(true, [this](const Atelier &atelier) {
        QStringList texts = {atelier.name, atelier.city, atelier.postcode, atelier.organisation, atelier.notes};
        for (const EquipmentItem &item : atelier.equipment)
            texts << item.raw << item.model;
        QStringList words;
        for (const QString &text : std::as_const(texts))
            words += compounds().tokens(fold(text));
        m_words.emplace_back(atelier.id, words);
        return true;
    });
    if (!done)
        QTest::qFail(qPrintable(done.error().message), __FILE__, __LINE__);
}

std::vector<AtelierId> BruteForce::match(const QString &token, bool prefix) const
{
    std::vector<AtelierId> ids;
    for (const auto &[id, words] : m_words)
        if (std::ranges::any_of(
                words, [&](const QString &word) { return word == token || (prefix && word.startsWith(token)); }))
            ids.push_back(id);
    return ids;
}

QSet<QString> BruteForce::words() const
{
    QSet<QString> all;
    for (const auto &[id, words] : m_words)
        all.unite(QSet<QString>(words.begin(), words.end()));
    return all;
}

QString quickFolder()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/repere-test-XXXXXX"_s;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        QTest::qFail(qPrintable(program + u" failed: "_s + QString::fromUtf8(process.readAll())), __FILE__, __LINE__);
    return QString::fromUtf8(process.readAll());
}

QStringList damageOf(const store::Store &store)
{
    const auto findings = store.check();
    if (!findings)
        return {findings.error().message};
    QStringList messages;
    for (const store::Finding &finding : *findings)
        if (finding.damage)
            messages.append(finding.message);
    return messages;
}

std::unique_ptr<store::Store> open(const QString &path, store::OpenMode mode)
{
    auto opened = store::Store::open(path, mode, compounds());
    if (!opened) {
        QTest::qFail(qPrintable(opened.error().message), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*opened);
}

} // namespace sample
