#pragma once

#include "core/atelier.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace repere::exchange {

/// What is wrong with one member of a JSON record.
struct FieldProblem {
    QString key;
    QString value; ///< as written, shortened
    QString cause; ///< translated
};

/// An atelier from JSON and everything that is wrong with it (then the atelier is not to be used).
struct FieldsRead {
    Atelier atelier;
    std::vector<FieldProblem> problems;
};
FieldsRead readFields(const nlohmann::ordered_json &object);

/// The start of a value, short enough for a message.
QString shortened(const QString &value);

/// "2024", "2024-05", "2024-05-31" as they are, "31/05/2024" and "05/2024" turned into them; nullopt for anything else.
std::optional<QString> isoDate(const QString &text);
/// 32 hexadecimal digits.
bool isUid(const QString &text);

} // namespace repere::exchange
