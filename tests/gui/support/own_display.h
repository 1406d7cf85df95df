#pragma once

#include <QtGlobal>

#include <unistd.h>
#include <cstdio>
#include <vector>

namespace repere::testing {

/// Qt Location draws with OpenGL only: a test of the map needs a screen. Where there is none, the test begins anew on one
/// of its own, and this call does not come back.
inline void takeOwnDisplay(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("DISPLAY")) {
        const char *script = REPERE_SOURCE "/scripts/lib/with-display";
        std::vector<char *> arguments{const_cast<char *>(script)};
        arguments.insert(arguments.end(), argv, argv + argc);
        arguments.push_back(nullptr);
        execv(script, arguments.data());
        perror(script);
        _exit(1);
    }
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("LIBGL_ALWAYS_SOFTWARE", "1");
}

} // namespace repere::testing
