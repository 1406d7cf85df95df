#pragma once

#include <QByteArray>
#include <QString>

namespace repere::basemap {

/// What painted tiles depend on, as 16 hexadecimal digits: the data files, the language of the names, the fonts of this
/// machine, Qt, and the program that paints (nobody needs to remember to count up a version of the style).
QByteArray mapVersion(const QString &dataFolder, bool english);

} // namespace repere::basemap
