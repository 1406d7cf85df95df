#include "exchange/reader.h"

#include "exchange/own_readers.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

QString idsOfFormats()
{
    QStringList ids;
    for (const InputFormat &format : inputFormats())
        ids.append(format.id);
    return ids.join(QStringLiteral(", "));
}

Result<QByteArray> readHead(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::Missing, Sentences::tr("%1: this file does not exist.").arg(path));
    if (info.isDir())
        return failure(ErrorCode::Unreadable, Sentences::tr("%1: this is a folder, a file was expected.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable,
                       Sentences::tr("%1: cannot be opened (%2).").arg(path, file.errorString()));
    QByteArray head = file.read(64 * 1024);
    if (head.isEmpty() && file.error() != QFileDevice::NoError)
        return failure(ErrorCode::Unreadable, Sentences::tr("%1: cannot be read (%2).").arg(path, file.errorString()));
    if (head.isEmpty())
        return failure(ErrorCode::Unreadable, Sentences::tr("%1: the file is empty. Nothing was imported.").arg(path));
    if (head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF")) {
        return failure(ErrorCode::Unreadable,
                       Sentences::tr("%1: the text is in UTF-16; save it as UTF-8. Nothing was imported.").arg(path));
    }
    return head;
}

} // namespace

QString notImported()
{
    return Sentences::tr("not imported");
}

const std::vector<InputFormat> &inputFormats()
{
    static const std::vector<InputFormat> formats = {
        {QStringLiteral("repere-csv"), Sentences::tr("Repère CSV"), recogniseOwnCsv, openOwnCsv},
        {QStringLiteral("repere-geojson"), Sentences::tr("Repère GeoJSON"), recogniseOwnGeoJson, openOwnGeoJson},
    };
    return formats;
}

Result<std::unique_ptr<Reader>> openReader(const ReadRequest &request, const QString &formatId)
{
    const QString &path = request.paths.front();
    const InputFormat *chosen = nullptr;
    if (!formatId.isEmpty()) {
        for (const InputFormat &format : inputFormats()) {
            if (format.id == formatId)
                chosen = &format;
        }
        if (!chosen) {
            return failure(
                ErrorCode::Usage,
                Sentences::tr("\"%1\" is no format that can be read; known are %2.").arg(formatId, idsOfFormats()));
        }
    }
    const Result<QByteArray> head = readHead(path);
    if (!head)
        return std::unexpected(head.error());
    int best = 0;
    for (const InputFormat &format : inputFormats()) {
        if (!formatId.isEmpty())
            break;
        const int score = format.recognise(*head, path);
        if (score > best) {
            best = score;
            chosen = &format;
        }
    }
    if (!chosen) {
        return failure(
            ErrorCode::Unreadable,
            Sentences::tr(
                "%1: no known format was recognised. Looked for: a first line of headings with \"name\" or \"Nom\" "
                "(CSV), or a GeoJSON FeatureCollection. Nothing was imported.")
                .arg(path));
    }
    return chosen->open(request);
}

} // namespace repere::exchange
