#pragma once

#include "exchange/reader.h"

#include <cstddef>
#include <cstdint>

/// What every target defines, as libFuzzer wants it; driver.cpp calls it, too. Returns 0; a broken invariant aborts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace repere::fuzz {

/// Prints what was broken and aborts, so that libFuzzer and the driver keep the input.
void require(bool holds, const char *invariant, const QString &detail = {});

/// The input as a file of this process in the folder for temporary files, overwritten by the next one.
QString inputFile(const QByteArray &content, const QString &suffix);

/// Opens and reads to the end. What must hold: it ends, with no more records than `mostRecords`; every record is a draft
/// with a name and a position that is valid or none, or has rejections that say why; errors have a message.
void readToTheEnd(const exchange::ReadRequest &request, const QString &formatId, std::size_t mostRecords);

} // namespace repere::fuzz
