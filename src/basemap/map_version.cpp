#include "basemap/map_version.h"

#include "basemap/label_layout.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRawFont>
#include <QTimeZone>

namespace repere::basemap {

QByteArray mapVersion(const QString &dataFolder, bool english)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    const QDir data(dataFolder);
    QStringList paths;
    for (const char *folder : {"basemap", "geography"}) {
        const QDir part(data.filePath(QString::fromLatin1(folder)));
        for (const QString &name : part.entryList(QDir::Files, QDir::Name))
            paths << part.filePath(name);
    }
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(&file);
        hash.addData(QFileInfo(path).fileName().toUtf8());
    }
    const QFileInfo program(QCoreApplication::applicationFilePath());
    if (qApp && qApp->inherits("QGuiApplication")) { // without it there are no fonts
        const QRawFont font = QRawFont::fromFont(shapedFont(LabelStyle::Town));
        hash.addData((font.familyName() + u'|' + font.styleName()).toUtf8());
        hash.addData(font.fontTable("head"));
    }
    const QString rest = QStringLiteral("%1|%2|%3|%4")
                             .arg(english)
                             .arg(QString::fromLatin1(qVersion()))
                             .arg(program.size())
                             .arg(program.lastModified(QTimeZone::UTC).toMSecsSinceEpoch());
    hash.addData(rest.toUtf8());
    return hash.result().toHex().first(16);
}

} // namespace repere::basemap
