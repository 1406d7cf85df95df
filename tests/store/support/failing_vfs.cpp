#include "failing_vfs.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <new>

// The interface: https://www.sqlite.org/c3ref/vfs.html and https://www.sqlite.org/c3ref/io_methods.html

namespace sample {

namespace {

using Call = FailingDisk::Call;

struct State {
    std::atomic<int> call = -1;
    std::atomic<int> left = 0; ///< calls until the first failure; 0 or less: now
    std::atomic<bool> onwards = false;
    std::atomic<bool> full = false;
    std::atomic<int> failures = 0;
};
State state;
sqlite3_vfs *real = nullptr;

bool fails(Call call)
{
    // When the power goes, it goes for all calls.
    if (state.call < 0 || (state.call != static_cast<int>(call) && !(state.onwards && state.failures > 0)))
        return false;
    if (state.call == static_cast<int>(call))
        --state.left;
    const bool now = state.onwards ? state.left <= 0 : state.left == 0;
    if (now)
        ++state.failures;
    return now;
}

/// Ours, followed in memory by the real one's.
struct File {
    sqlite3_file base;
    sqlite3_file *inner() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *inner(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->inner();
}

int close(sqlite3_file *file)
{
    return inner(file)->pMethods ? inner(file)->pMethods->xClose(inner(file)) : SQLITE_OK;
}
int read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
    return fails(Call::Read) ? SQLITE_IOERR_READ : inner(file)->pMethods->xRead(inner(file), buffer, amount, offset);
}
int write(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
    if (fails(Call::Write)) {
        // Half of it may have arrived.
        if (amount > 1)
            inner(file)->pMethods->xWrite(inner(file), buffer, amount / 2, offset);
        return state.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    return inner(file)->pMethods->xWrite(inner(file), buffer, amount, offset);
}
int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return fails(Call::Truncate) ? SQLITE_IOERR_TRUNCATE : inner(file)->pMethods->xTruncate(inner(file), size);
}
int sync(sqlite3_file *file, int flags)
{
    return fails(Call::Sync) ? SQLITE_IOERR_FSYNC : inner(file)->pMethods->xSync(inner(file), flags);
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return fails(Call::Size) ? SQLITE_IOERR_FSTAT : inner(file)->pMethods->xFileSize(inner(file), size);
}
int lock(sqlite3_file *file, int level)
{
    return inner(file)->pMethods->xLock(inner(file), level);
}
int unlock(sqlite3_file *file, int level)
{
    return inner(file)->pMethods->xUnlock(inner(file), level);
}
int checkReservedLock(sqlite3_file *file, int *result)
{
    return inner(file)->pMethods->xCheckReservedLock(inner(file), result);
}
int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return inner(file)->pMethods->xFileControl(inner(file), operation, argument);
}
int sectorSize(sqlite3_file *file)
{
    return inner(file)->pMethods->xSectorSize(inner(file));
}
int deviceCharacteristics(sqlite3_file *file)
{
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}
int shmMap(sqlite3_file *file, int region, int size, int extend, volatile void **memory)
{
    return fails(Call::SharedMemory) ? SQLITE_IOERR_SHMMAP
                                     : inner(file)->pMethods->xShmMap(inner(file), region, size, extend, memory);
}
int shmLock(sqlite3_file *file, int offset, int n, int flags)
{
    return inner(file)->pMethods->xShmLock(inner(file), offset, n, flags);
}
void shmBarrier(sqlite3_file *file)
{
    inner(file)->pMethods->xShmBarrier(inner(file));
}
int shmUnmap(sqlite3_file *file, int deleteFlag)
{
    return inner(file)->pMethods->xShmUnmap(inner(file), deleteFlag);
}

// Version 2: without xFetch every read of a page comes through xRead.
const sqlite3_io_methods methods = {2,
                                    close,
                                    read,
                                    write,
                                    truncate,
                                    sync,
                                    fileSize,
                                    lock,
                                    unlock,
                                    checkReservedLock,
                                    fileControl,
                                    sectorSize,
                                    deviceCharacteristics,
                                    shmMap,
                                    shmLock,
                                    shmBarrier,
                                    shmUnmap,
                                    nullptr,
                                    nullptr};

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    std::memset(static_cast<void *>(inner(file)), 0, static_cast<std::size_t>(real->szOsFile));
    if (fails(Call::Open))
        return SQLITE_CANTOPEN;
    const int code = real->xOpen(real, name, inner(file), flags, outFlags);
    if (inner(file)->pMethods) // also after some failures: then it is to be closed
        file->pMethods = &methods;
    return code;
}
int remove(sqlite3_vfs *, const char *name, int syncDirectory)
{
    return fails(Call::Delete) ? SQLITE_IOERR_DELETE : real->xDelete(real, name, syncDirectory);
}

sqlite3_vfs disk;

} // namespace

FailingDisk::FailingDisk()
{
    real = sqlite3_vfs_find(nullptr);
    disk = *real; // everything else is the real one's, which does not look at who asks
    disk.zName = "failing";
    disk.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    disk.xOpen = open;
    disk.xDelete = remove;
    heal();
    sqlite3_vfs_register(&disk, 1);
}

FailingDisk::~FailingDisk()
{
    sqlite3_vfs_unregister(&disk);
    sqlite3_vfs_register(real, 1);
}

void FailingDisk::fail(Call call, int n, bool andAllAfter, bool full)
{
    state.failures = 0;
    state.left = n;
    state.onwards = andAllAfter;
    state.full = full;
    state.call = n > 0 ? static_cast<int>(call) : -1;
}

void FailingDisk::heal()
{
    state.call = -1;
}

int FailingDisk::failures() const
{
    return state.failures;
}

} // namespace sample
