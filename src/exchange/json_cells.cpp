#include "exchange/json_cells.h"

#include "exchange/draft_filler.h"
#include "exchange/json_text.h"

namespace repere::exchange {

using Json = nlohmann::ordered_json;

QString cellOf(const Json &value)
{
    const auto written = [](const Json &structure) {
        return toQString(structure.dump(-1, ' ', false, Json::error_handler_t::replace));
    };
    if (value.is_array()) {
        QStringList parts;
        for (const Json &element : value)
            parts.append(element.is_structured() ? written(element) : textOf(&element));
        const bool isPosition = value.size() == 2 && value[0].is_number_float() && value[1].is_number_float();
        return parts.join(isPosition ? QStringLiteral(", ") : QStringLiteral("|"));
    }
    if (value.is_object())
        return written(value);
    if (value.is_boolean())
        return value.get<bool>() ? QStringLiteral("true") : QStringLiteral("false");
    return textOf(&value);
}

} // namespace repere::exchange
