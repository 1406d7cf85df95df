#pragma once

#include "pictures/stage.h"

#include <functional>
#include <vector>

namespace repere::pictures {

/// One picture of the docs: its file is `name`.png.
struct Scene {
    QString name;
    bool dark = false;
    std::function<QImage(Stage &)> take;
};
const std::vector<Scene> &scenes();

} // namespace repere::pictures
