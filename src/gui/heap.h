#pragma once

namespace repere::gui {

/// Keeps what the process holds near what it uses, over hours: few arenas, and pictures in memory of their own, which goes back
/// when they go (decision 61). Call once, first thing in main(). Does nothing where the C library is not glibc.
void keepHeapCompact();

} // namespace repere::gui
