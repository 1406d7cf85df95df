#pragma once

#include "directory/directory.h"

#include <QTemporaryDir>

#include <memory>

namespace repere::test {

/// Fails loudly: the value of a result, or the end of the test program with its message.
template <typename T> T orDie(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

directory::Knowledge knowledge();
/// A clock that always says the same and an author who is nobody.
directory::Clock stillClock();

std::unique_ptr<directory::Directory> openFile(const QString &path);
std::unique_ptr<directory::Directory> newFile(const QString &path);
std::unique_ptr<directory::Directory> newStarterFile(const QString &path);

/// A seeded table of ateliers in the open-data CSV: every facet, unknown values, places with and without position.
void writeRandomCsv(const QString &path, int count, quint32 seed);

} // namespace repere::test
