#pragma once

#include "core/match_score.h"

#include <QString>
#include <QStringList>

namespace repere::directory {

/// The parts of a score as a JSON list, [{"kind","value","weight","amount","words"}]: what waiting records keep and
/// `repere-cli duplicates` prints. Unreadable JSON has no parts.
QString matchPartsToJson(const std::vector<MatchScore::Part> &parts);
std::vector<MatchScore::Part> matchPartsFromJson(const QString &json);

/// One part for people, translated: "same name", "120 m apart", "another telephone number".
QString matchWords(const MatchScore::Part &part);
/// All parts that count, the weightiest first.
QStringList matchWords(const std::vector<MatchScore::Part> &parts);

} // namespace repere::directory
