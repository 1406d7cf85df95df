#pragma once

#include "exchange/reader.h"

namespace repere::exchange {

/// Every format of a publisher. A new one is a file beside this one that defines the function named here, and one line.
// clang-format off
#define REPERE_INPUT_FORMATS(format) \
    format(fablabsIo) \
    format(cget2019) \
    format(overpass) \
    format(osmXml) \
    format(gogocarto) \
    format(mediationNumerique) \
    format(maplabBzh) \
    format(ternum) \
    format(census2023) \
    format(spaceApi) \
    format(openKnowWhere)
// clang-format on

#define REPERE_DECLARE_FORMAT(name) InputFormat name();
REPERE_INPUT_FORMATS(REPERE_DECLARE_FORMAT)
#undef REPERE_DECLARE_FORMAT

} // namespace repere::exchange
