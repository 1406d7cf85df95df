// The automatic copies of a directory file: where they are, when they are made, which of them stay.
#include "directory/recovery.h"
#include "store/file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>

namespace repere::directory {

namespace {

struct CopiesText {
    Q_DECLARE_TR_FUNCTIONS(Directory)
};

constexpr qsizetype kMostFolders = 50; // files that have copies
constexpr std::size_t kMostAtOnce = 2;
constexpr qint64 kAges[] = {0, 1, 7, 30}; // days
constexpr qint64 kSecondsOfDay = 86'400;

const QString kTimeFormat = QStringLiteral("yyyyMMdd'T'HHmmss'Z'");

QString copiesRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + QStringLiteral("/repere/copies");
}

std::size_t ageOf(const SafeCopy &copy, const QDateTime &now)
{
    const qint64 days = copy.made.secsTo(now) / kSecondsOfDay; // negative when the clock went backwards: of today
    std::size_t age = 0;
    while (age + 1 < std::size(kAges) && days >= kAges[age + 1])
        ++age;
    return age;
}

/// Copies of files that were not opened for long give way when there are too many.
void dropOldFolders()
{
    QDir root(copiesRoot());
    const QFileInfoList folders = root.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time); // newest first
    for (qsizetype i = kMostFolders; i < folders.size(); ++i)
        QDir(folders[i].filePath()).removeRecursively();
}

bool isCopyOf(const SafeCopy &copy, const QFileInfo &file)
{
    // A copy bears the time of what it was made of, as `cp -p` gives it.
    return QFileInfo(copy.path).lastModified() == file.lastModified() && copy.bytes == file.size();
}

} // namespace

QString safeCopyFolder(const QString &path)
{
    const QFileInfo info(path);
    // Not the canonical path, which a file that is gone has not.
    const QFileInfo folder(info.absolutePath());
    const QString whole = (folder.exists() ? folder.canonicalFilePath() : folder.filePath()) + u'/' + info.fileName();
    const QByteArray hash = QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha1).toHex().first(10);
    return copiesRoot() + u'/' + info.completeBaseName() + u'-' + QString::fromLatin1(hash);
}

std::vector<SafeCopy> safeCopies(const QString &path)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d+)-(\\d{8}T\\d{6}Z)\\.gpkg$"));
    std::vector<SafeCopy> copies;
    const QDir folder(safeCopyFolder(path));
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.gpkg")}, QDir::Files)) {
        const auto match = pattern.match(file.fileName());
        if (!match.hasMatch())
            continue;
        QDateTime made = QDateTime::fromString(match.captured(2), kTimeFormat);
        made.setTimeZone(QTimeZone::UTC);
        copies.push_back({file.filePath(), match.captured(1).toInt(), made, file.size()});
    }
    std::ranges::sort(copies, std::ranges::greater{}, &SafeCopy::number);
    return copies;
}

std::vector<SafeCopy> superfluousCopies(const std::vector<SafeCopy> &copies, const QDateTime &now)
{
    std::vector<SafeCopy> gone;
    // The newest of an age has no newer one of the same age before it in the list, the oldest none behind it.
    for (std::size_t i = copies.size(); i-- > 0;) {
        const std::size_t age = ageOf(copies[i], now);
        const auto same = [&](const SafeCopy &other) { return ageOf(other, now) == age; };
        const auto here = copies.begin() + static_cast<std::ptrdiff_t>(i);
        const bool newest = std::none_of(copies.begin(), here, same);
        const bool oldest = std::none_of(here + 1, copies.end(), same) && age + 1 < std::size(kAges);
        if (!newest && !oldest && gone.size() < kMostAtOnce)
            gone.push_back(copies[i]);
    }
    return gone;
}

Result<SafeCopyOutcome> keepSafeCopy(const QString &path, const QDateTime &now, JobContext &job)
{
    const QFileInfo file(path);
    const std::vector<SafeCopy> copies = safeCopies(path);
    const QDateTime time = file.lastModified();
    const QString folder = safeCopyFolder(path);
    if (!copies.empty() && isCopyOf(copies.front(), file))
        return SafeCopyOutcome::Unchanged;
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::Unwritable,
                       CopiesText::tr("No automatic copy was made: the folder %1 cannot be made.").arg(folder));
    if (const QStorageInfo storage(folder); storage.isValid() && storage.bytesAvailable() < 2 * file.size())
        return failure(ErrorCode::Unwritable,
                       CopiesText::tr("No automatic copy was made: there is no room for it in %1.").arg(folder));
    const int number = copies.empty() ? 1 : copies.front().number + 1;
    const QString target = QStringLiteral("%1/%2-%3.gpkg")
                               .arg(folder)
                               .arg(number, 4, 10, QChar(u'0'))
                               .arg(now.toUTC().toString(kTimeFormat));
    const auto whole = store::copyIfWhole(path, target, job);
    if (!whole)
        return std::unexpected(whole.error());
    if (!*whole)
        return SafeCopyOutcome::Damaged;
    if (QFile copy(target); copy.open(QIODevice::ReadWrite))
        copy.setFileTime(time, QFileDevice::FileModificationTime);
    for (const SafeCopy &copy : superfluousCopies(safeCopies(path), now))
        QFile::remove(copy.path);
    dropOldFolders();
    return SafeCopyOutcome::Made;
}

CopyContent contentOf(const SafeCopy &copy, const Knowledge &knowledge)
{
    const auto opened =
        store::Store::open(copy.path, store::OpenMode::ReadOnly, knowledge.vocabularies().types.compounds());
    if (!opened)
        return {};
    const auto count = (*opened)->count();
    return {.readable = count.has_value(), .places = count.value_or(0)};
}

} // namespace repere::directory
