#include "store/errors.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QDir>

namespace repere::store {

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

namespace {

struct ErrorsText {
    Q_DECLARE_TR_FUNCTIONS(Store)
};

} // namespace

Error toError(const SQLite::Exception &exception, const QString &path)
{
    const QString file = shown(path);
    // The shared memory of the WAL lies beside the file: growing it fails so when there is no room.
    if (exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE)
        return {ErrorCode::Unwritable, ErrorsText::tr("The disk is full; %1 was not changed.").arg(file)};
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Locked,
                ErrorsText::tr("%1 is in use by another program; try again when it has finished.").arg(file)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return {ErrorCode::ReadOnly, ErrorsText::tr("%1 can only be read; nothing was changed.").arg(file)};
    case SQLITE_FULL: return {ErrorCode::Unwritable, ErrorsText::tr("The disk is full; %1 was not changed.").arg(file)};
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return {ErrorCode::Unwritable,
                ErrorsText::tr("%1 could not be read or written (%2).").arg(file, QString::fromUtf8(exception.what()))};
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return {ErrorCode::Unreadable,
                ErrorsText::tr("%1 is damaged (%2); open a backup.").arg(file, QString::fromUtf8(exception.what()))};
    default:
        return {ErrorCode::Internal, ErrorsText::tr("Internal error with %1 (%2); please report it.")
                                         .arg(file, QString::fromUtf8(exception.what()))};
    }
}

} // namespace repere::store
