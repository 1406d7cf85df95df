#pragma once

#include <nlohmann/json.hpp>

#include <QString>

namespace repere::exchange {

/// A value of JSON as the cell of a table: lists joined with |, two numbers as a position ("45.07, 5.55"), objects as written.
QString cellOf(const nlohmann::ordered_json &value);

} // namespace repere::exchange
