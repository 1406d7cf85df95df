#include "directory/recovery.h"

#include "store/file.h"
#include "store/salvage.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <unistd.h>
#include <cerrno>
#include <cstdio>

namespace repere::directory {

namespace {

struct RecoveryText {
    Q_DECLARE_TR_FUNCTIONS(Directory)
};

/// Puts `incoming`, a whole file beside it, in the place of `target`, whose file and journals are kept under another name.
/// At every moment the name leads to the whole former file or to the whole new one. Returns the other name.
Result<QString> putInPlace(const QString &incoming, const QString &target)
{
    const QFileInfo info(target);
    const auto name = [](const QString &path) { return QFile::encodeName(path); };
    QString kept;
    if (info.exists()) {
        for (int number = 1; kept.isEmpty() || QFileInfo::exists(kept); ++number)
            kept = QStringLiteral("%1/%2.before-restore-%3.gpkg")
                       .arg(info.absolutePath(), info.completeBaseName())
                       .arg(number);
        // A second name first, also for its journals, which would be taken for those of the new file.
        const auto keep = [&](const QString &suffix) {
            const QString from = target + suffix;
            return !QFileInfo::exists(from) || ::link(name(from).constData(), name(kept + suffix).constData()) == 0
                   || QFile::copy(from, kept + suffix); // a file system without links
        };
        const QStringList journals = {QStringLiteral("-wal"), QStringLiteral("-journal")};
        bool done = keep({});
        for (const QString &journal : journals)
            done = done && keep(journal);
        if (!done)
            return failure(ErrorCode::Unwritable,
                           RecoveryText::tr("%1 cannot be kept as %2; nothing was restored.").arg(target, kept));
        for (const QString &journal : journals)
            QFile::remove(target + journal);
        QFile::remove(target + QStringLiteral("-shm"));
    }
    if (std::rename(name(incoming).constData(), name(target).constData()) != 0)
        return failure(
            ErrorCode::Unwritable,
            RecoveryText::tr("%1 cannot be written (%2); nothing was restored.").arg(target, qt_error_string(errno)));
    return kept;
}

Result<void> checkFree(const QString &target)
{
    if (QFileInfo::exists(target) && store::isInUse(target))
        return failure(
            ErrorCode::Locked,
            RecoveryText::tr("%1 is open in another program: close it first. Nothing was restored.").arg(target));
    if (const QString folder = QFileInfo(target).absolutePath(); !QDir().mkpath(folder))
        return failure(ErrorCode::Unwritable,
                       RecoveryText::tr("The folder %1 cannot be made; nothing was restored.").arg(folder));
    return {};
}

} // namespace

Result<std::vector<store::Finding>> examine(const QString &path)
{
    return store::Store::examine(path);
}

bool recoveryHelps(const QString &path, const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unreadable: return QFileInfo(path).isReadable();
    case ErrorCode::Missing:
    case ErrorCode::NotADirectory: return !safeCopies(path).empty();
    default: return false;
    }
}

Result<QString> restoreFrom(const QString &copy, const QString &target, const Knowledge &knowledge, const Clock &clock)
{
    if (auto free = checkFree(target); !free)
        return std::unexpected(free.error());
    const QString incoming = target + QStringLiteral(".restoring");
    {
        auto source = Directory::open({copy, store::OpenMode::ReadOnly, false}, knowledge, clock);
        if (!source)
            return std::unexpected(source.error());
        const auto findings = (*source)->check();
        if (!findings)
            return std::unexpected(findings.error());
        for (const store::Finding &finding : *findings) {
            if (finding.damage)
                return failure(
                    ErrorCode::Unreadable,
                    RecoveryText::tr("%1 is damaged (%2); nothing was restored.").arg(copy, finding.message));
        }
        JobContext job;
        if (const auto copied = (*source)->backup(incoming, job); !copied)
            return std::unexpected(copied.error());
    }
    auto kept = putInPlace(incoming, target);
    if (!kept)
        QFile::remove(incoming);
    return kept;
}

Result<Salvaged> trySalvage(const QString &path, JobContext &job)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return failure(ErrorCode::Unwritable, folder.errorString());
    // Nobody sees it, but a change without a name is none.
    const ChangeLabel trial{QStringLiteral("trial"), {}, QDateTime::fromSecsSinceEpoch(0)};
    const auto report = store::salvageFile(path, folder.filePath(QStringLiteral("tried.gpkg")), trial, job);
    if (!report)
        return std::unexpected(report.error());
    return Salvaged{
        .kept = {}, .places = report->places, .lostPlaces = report->lostPlaces, .somethingLost = report->somethingLost};
}

Result<Salvaged> salvageInPlace(const QString &path, const Clock &clock, JobContext &job)
{
    if (auto free = checkFree(path); !free)
        return std::unexpected(free.error());
    const QString incoming = path + QStringLiteral(".recovering");
    QFile::remove(incoming); // of one that was killed
    const ChangeLabel label{RecoveryText::tr("Recover %1").arg(QFileInfo(path).fileName()), clock.author, clock.now()};
    const auto report = store::salvageFile(path, incoming, label, job);
    if (!report)
        return std::unexpected(report.error());
    const auto kept = putInPlace(incoming, path);
    if (!kept) {
        QFile::remove(incoming);
        return std::unexpected(kept.error());
    }
    return Salvaged{.kept = *kept,
                    .places = report->places,
                    .lostPlaces = report->lostPlaces,
                    .somethingLost = report->somethingLost};
}

} // namespace repere::directory
