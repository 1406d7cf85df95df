#pragma once

#include <QtTypes>

namespace repere::soak {

/// What this process holds. Heap: bytes handed out by malloc and not given back, of all arenas and of its own mappings —
/// neither free room within arenas nor what the system keeps resident counts.
struct Held {
    qint64 heap = 0;
    qint64 resident = 0; ///< of the system's point of view, for people to look at
    int widgets = 0;
    int files = 0;
};

/// In the GUI thread, at rest.
Held heldNow();

} // namespace repere::soak
