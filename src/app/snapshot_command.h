#pragma once

#include "app/command_line.h"

namespace repere::app {

/// repere --snapshot: paints the map with its places, legend and attribution, and leaves. Exit status of the contract;
/// errors on stderr.
int runSnapshot(const CommandLine &line, bool french);

/// Prints "repere: …" on stderr and gives the exit status of this kind of failure.
int reportError(const Error &error);

} // namespace repere::app
