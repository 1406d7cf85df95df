#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace repere::bench {

/// One inner loop over fixed input.
struct Loop {
    QByteArray name;
    /// One pass; returns how much came out, never 0. The same every time, in the calling thread.
    std::function<std::size_t()> pass;
};

/// The loops that people wait for, over so many invented ateliers. Needs a QGuiApplication, for the names on tiles.
Result<std::vector<Loop>> innerLoops(const QString &dataFolder, int ateliers);

} // namespace repere::bench
