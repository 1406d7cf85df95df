#include "gui/heap.h"

#include <cstdlib> // says which C library it is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace repere::gui {

void keepHeapCompact()
{
#ifdef __GLIBC__
    // glibc makes an arena for each of sixteen threads, and each keeps what it has freed among what still lives.
    mallopt(M_ARENA_MAX, 2);
    // Else the first large picture that is freed makes glibc take all later ones out of the arenas.
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
    // Setting that stops glibc from raising this by itself; as small as it begins, the heap would be cut and grown all the time.
    mallopt(M_TRIM_THRESHOLD, 16 * 1024 * 1024);
#endif
}

} // namespace repere::gui
