#include "directory/support/newer_starter.h"

#include <QDir>
#include <QFile>

namespace repere::test {

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Replaces the only place where a text stands.
bool replaceOnce(QByteArray &text, const char *before, const char *after)
{
    const bool once = text.count(before) == 1;
    text.replace(before, after);
    return once;
}

} // namespace

bool writeNewerData(const QString &folder)
{
    const QDir shipped(QStringLiteral(REPERE_SOURCE_DATA));
    for (const QString &entry : shipped.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        if (entry != QLatin1StringView("starter")
            && !QFile::link(shipped.filePath(entry), QDir(folder).filePath(entry)))
            return false;
    }
    QFile csv(shipped.filePath(QStringLiteral("starter/ateliers.csv")));
    if (!csv.open(QIODevice::ReadOnly) || !QDir(folder).mkpath(QStringLiteral("starter")))
        return false;
    QByteArray text = csv.readAll();
    const bool changed = replaceOnce(text, "48 rue Gustave Noblemaire;01500", "50 rue Gustave Noblemaire;01500")
                         && replaceOnce(text, "http://www.lab01.fr", "http://lab01.example")
                         && replaceOnce(text, "2 place de l'église;74200", "3 place de l'église;74200");
    text += "00000000000000000000000000000001;Atelier neuf;fablab;ouvert;;15300;Murat;15138;;;;;;;;2027;A;Un relevé\n";
    return changed && write(folder + QStringLiteral("/starter/ateliers.csv"), text)
           && write(folder + QStringLiteral("/starter/version.json"),
                    R"({ "version": 2, "date": "2027-02-01", "count": 380 })");
}

} // namespace repere::test
