#pragma once

#include "core/job.h"
#include "core/result.h"

#include <QString>

namespace repere::exchange {

/// Unpacks a gzip file (RFC 1952; several members follow each other) into another, in bounded memory. A file that is cut
/// off, damaged (its sum is compared) or larger than `mostBytes` unpacked is an error that names it, and `to` is gone.
Result<void> unpackGzip(const QString &from, const QString &to, qint64 mostBytes, JobContext &job);

} // namespace repere::exchange
