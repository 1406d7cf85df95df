#include "exchange/safe_file.h"

#include "exchange/delimited_text.h"
#include "exchange/gdal_tools.h"
#include "exchange/text_encoding.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cpl_string.h>
#include <cpl_vsi.h>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// A sheet of a million places is some 300 MB of XML, a tenth of it when packed.
constexpr vsi_l_offset kLargestUnpacked = vsi_l_offset(512) * 1024 * 1024;
/// Files of places never shrink that much; what is small even unpacked does no harm.
constexpr vsi_l_offset kMostShrunk = 200;
constexpr vsi_l_offset kHarmless = vsi_l_offset(16) * 1024 * 1024;
constexpr int kMostEntries = 5000;

/// XML begins with declarations and comments; a document type comes before the first element, or not at all.
bool declaresEntities(const QByteArray &bytes)
{
    const QByteArray text = Utf8Stream(detectEncoding(bytes)).converted(bytes);
    qsizetype at = 0;
    while (true) {
        at = text.indexOf('<', at);
        if (at < 0)
            return text.size() >= 1024 * 1024; // a megabyte of comments hides something
        const QByteArray rest = text.mid(at, 9);
        if (rest.startsWith("<!--")) {
            at = text.indexOf("-->", at);
            if (at < 0)
                return true;
        } else if (rest.startsWith("<!")) {
            return true;
        } else if (!rest.startsWith("<?")) {
            return false; // the first element
        }
        ++at;
    }
}

std::unexpected<Error> entitiesRefused(const QString &path)
{
    return failure(ErrorCode::Unreadable,
                   Sentences::tr("%1: this XML declares entities, which no file of places needs. Nothing was imported.")
                       .arg(path));
}

/// The first megabyte of a text of XML inside an archive; nothing of anything else.
QByteArray headOf(const QString &inside)
{
    static const QStringList xml = {QStringLiteral("kml"), QStringLiteral("gpx"), QStringLiteral("gml")};
    VSILFILE *file =
        xml.contains(QFileInfo(inside).suffix().toLower()) ? VSIFOpenL(inside.toUtf8().constData(), "rb") : nullptr;
    if (!file)
        return {};
    QByteArray head(1024 * 1024, '\0');
    head.resize(static_cast<qsizetype>(VSIFReadL(head.data(), 1, static_cast<std::size_t>(head.size()), file)));
    VSIFCloseL(file);
    return head;
}

Result<QString> safeZip(const QString &path)
{
    registerGdal();
    const GdalMessages messages;
    const QByteArray root = "/vsizip/{" + path.toUtf8() + '}';
    const CPLStringList names(VSIReadDirRecursive(root.constData()));
    vsi_l_offset unpacked = 0;
    vsi_l_offset largest = 0;
    QString inside;
    bool isSheet = false;
    for (int i = 0; i < names.size(); ++i) {
        const QByteArray name(names[i]);
        VSIStatBufL status;
        vsi_l_offset size = 0;
        if (VSIStatL((root + '/' + name).constData(), &status) == 0 && !VSI_ISDIR(status.st_mode))
            size = static_cast<vsi_l_offset>(status.st_size);
        unpacked += size;
        isSheet = isSheet || name == "xl/workbook.xml" || name == "content.xml";
        const QString suffix = QFileInfo(QString::fromUtf8(name)).suffix().toLower();
        static const QStringList readable = {QStringLiteral("shp"), QStringLiteral("kml"), QStringLiteral("gpkg"),
                                             QStringLiteral("gpx"), QStringLiteral("fgb"), QStringLiteral("xlsx"),
                                             QStringLiteral("ods"), QStringLiteral("gml"), QStringLiteral("tab")};
        // A KMZ may begin with a document that only names the others.
        if (readable.contains(suffix) && (inside.isEmpty() || size > largest)) {
            inside = QString::fromUtf8(root + '/' + name);
            largest = size;
        }
    }
    const auto packed = static_cast<vsi_l_offset>(QFileInfo(path).size());
    const bool isBomb = unpacked > kHarmless && unpacked / kMostShrunk > packed;
    if (isBomb || unpacked > kLargestUnpacked || names.size() > kMostEntries) {
        return failure(
            ErrorCode::Unreadable,
            Sentences::tr("%1: the archive would unpack to %2 MB in %3 files, more than places take. Nothing was "
                          "imported.")
                .arg(path, QString::number(unpacked / (1024 * 1024)), QString::number(names.size())));
    }
    if (isSheet || inside.isEmpty())
        return path;
    if (declaresEntities(headOf(inside)))
        return entitiesRefused(path);
    return inside;
}

} // namespace

Result<QString> safeName(const QString &path)
{
    if (path.startsWith(QStringLiteral("PG:"), Qt::CaseInsensitive))
        return path;
    if (const Result<QByteArray> head = readHead(path); !head)
        return std::unexpected(head.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Unreadable,
                       Sentences::tr("%1: cannot be opened (%2).").arg(path, file.errorString()));
    }
    const QByteArray head = file.read(1024 * 1024);
    if (head.startsWith("PK\x03\x04"))
        return safeZip(path);
    const bool isXml =
        head.left(64).trimmed().contains('<') || head.startsWith("\xFF\xFE<") || head.startsWith("\xFE\xFF");
    if (isXml && declaresEntities(head))
        return entitiesRefused(path);
    return path;
}

} // namespace repere::exchange
