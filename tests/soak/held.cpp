#include "soak/held.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QWidget>

#include <malloc.h>
#include <unistd.h>

namespace repere::soak {

Held heldNow()
{
    Held held;
    malloc_trim(0);
    const struct mallinfo2 info = mallinfo2();
    held.heap = static_cast<qint64>(info.uordblks + info.hblkhd);
    QFile pages(QStringLiteral("/proc/self/statm"));
    if (pages.open(QIODevice::ReadOnly))
        held.resident = pages.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
    held.widgets = static_cast<int>(QApplication::allWidgets().size());
    held.files =
        static_cast<int>(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size());
    return held;
}

} // namespace repere::soak
