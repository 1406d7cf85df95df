#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace repere::exchange {

/// "9h-12h", "8h30 - 12h", "09:00-12:30" → "09:00-12:00"; nullopt when it is no span of time.
std::optional<QString> hoursSpan(const QString &words);

/// Spans by day, Monday first, in the syntax of OpenStreetMap's opening_hours; days alike that follow each other are joined:
/// "Mo-Fr 09:00-12:00,13:00-16:00; Sa 10:00-12:00". Empty when no day has any.
QString weekHours(const std::array<QStringList, 7> &spansByDay);

} // namespace repere::exchange
