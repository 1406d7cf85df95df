#pragma once

#include "core/result.h"

#include <SQLiteCpp/Exception.h>

#include <QString>

namespace repere::store {

/// The sentence for a failure of SQLite on this file.
Error toError(const SQLite::Exception &exception, const QString &path);

/// Runs `work`, which returns a Result, and turns SQLiteCpp's exceptions into errors: none leaves the store.
template <typename Work> auto guarded(const QString &path, Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return std::unexpected(toError(exception, path));
    }
}

/// The path as people write it.
QString shown(const QString &path);

} // namespace repere::store
