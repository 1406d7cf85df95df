#pragma once

#include <QString>

namespace repere {

/// The words of a département's name, of its région's and of the région's before 2016, folded, with a space between: what
/// says where a place is, not what it is ("8 FabLab Drôme", "CampusFab - Midi-Pyrénées"). Empty for an unknown code.
QString territoryWords(const QString &departement);

} // namespace repere
