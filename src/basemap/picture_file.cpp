#include "basemap/picture_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace repere::basemap {

namespace {

struct PictureText {
    Q_DECLARE_TR_FUNCTIONS(Snapshot)
};

} // namespace

Result<PictureFormat> pictureFormat(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"png")
        return PictureFormat::Png;
    if (suffix == u"svg")
        return PictureFormat::Svg;
    if (suffix == u"pdf")
        return PictureFormat::Pdf;
    return failure(ErrorCode::Usage,
                   PictureText::tr("The picture %1 was not written: its name must end in .png, .svg or .pdf.")
                       .arg(QDir::toNativeSeparators(path)));
}

Result<void> savePicture(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return failure(ErrorCode::Unwritable, PictureText::tr("The picture %1 was not written: %2.")
                                                  .arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return {};
}

} // namespace repere::basemap
