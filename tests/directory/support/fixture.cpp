#include "directory/support/fixture.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTextStream>
#include <QTimeZone>

namespace repere::test {

directory::Knowledge knowledge()
{
    static const directory::Knowledge loaded = orDie(directory::Knowledge::load(QStringLiteral(REPERE_SOURCE_DATA)));
    return loaded;
}

directory::Clock stillClock()
{
    return {[] { return QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::UTC); }, QStringLiteral("test")};
}

std::unique_ptr<directory::Directory> openFile(const QString &path)
{
    return orDie(directory::Directory::open({path, store::OpenMode::ReadWrite, false}, knowledge(), stillClock()));
}

std::unique_ptr<directory::Directory> newFile(const QString &path)
{
    return orDie(directory::Directory::open({path, store::OpenMode::Create, false}, knowledge(), stillClock()));
}

std::unique_ptr<directory::Directory> newStarterFile(const QString &path)
{
    return orDie(directory::Directory::open({path, store::OpenMode::Create, true}, knowledge(), stillClock()));
}

void writeRandomCsv(const QString &path, int count, quint32 seed)
{
    QRandomGenerator random(seed);
    const auto pick = [&random](const Vocabulary &vocabulary, int most) {
        QStringList ids;
        for (int left = random.bounded(most + 1); left > 0; --left) {
            const auto &entry =
                vocabulary
                    .entries()[static_cast<std::size_t>(random.bounded(static_cast<int>(vocabulary.entries().size())))];
            if (!ids.contains(entry.id))
                ids.append(entry.id);
        }
        return ids.join(u'|');
    };
    const directory::Knowledge known = knowledge();
    const Vocabularies &words = known.vocabularies();
    const auto communes = known.gazetteer().communes();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    QTextStream out(&file);
    out << "uid,name,types,status,postcode,city,insee,lat,lon,position,equipment,services,publics,as_of\n";
    for (int i = 0; i < count; ++i) {
        const Commune &commune = communes[static_cast<std::size_t>(random.bounded(static_cast<int>(communes.size())))];
        const bool placed = random.bounded(10) > 0 && commune.centre.isValid();
        out << QStringLiteral("%1%2").arg(seed, 8, 16, QLatin1Char('0')).arg(i, 24, 16, QLatin1Char('0')) << ','
            << (random.bounded(3) == 0 ? "Atelier " : "Lieu ") << i << ',' << pick(words.types, 3) << ','
            << pick(words.statuses, 1) << ',';
        if (placed) {
            out << commune.postcodes.value(0) << ",\"" << commune.name << "\"," << commune.code << ','
                << QString::number(commune.centre.latitude + random.generateDouble() * 0.02, 'f', 6) << ','
                << QString::number(commune.centre.longitude + random.generateDouble() * 0.02, 'f', 6) << ",approx,";
        } else {
            out << ",,,,,,"; // nothing at all is known of the place
        }
        out << pick(words.equipment, 4) << ',' << pick(words.services, 2) << ',' << pick(words.publics, 2) << ','
            << (random.bounded(5) == 0 ? QString() : QString::number(2015 + random.bounded(12))) << '\n';
    }
}

} // namespace repere::test
