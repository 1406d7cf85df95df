#pragma once

#include <QString>

namespace sample {

/// A disk that fails: an SQLite VFS around the real one, the default of this process while it lives. It counts the calls
/// of one kind, and fails the n-th of them, or that one and all that follow, as when the power goes.
class FailingDisk
{
public:
    enum class Call { Open, Read, Write, Sync, Truncate, Delete, Size, SharedMemory };

    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

    /// From now on; `n` counts from 1, 0 = never. `full`: a write fails because the disk is full.
    void fail(Call call, int n, bool andAllAfter, bool full);
    /// Everything works again.
    void heal();
    /// How often it failed since fail().
    int failures() const;
};

} // namespace sample
