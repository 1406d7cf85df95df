#include "core/column_mapping.h"

namespace repere {

const QStringList &ColumnMapping::fields()
{
    static const QStringList keys = {
        QStringLiteral("name"),
        QStringLiteral("types"),
        QStringLiteral("status"),
        QStringLiteral("address"),
        QStringLiteral("address_2"),
        QStringLiteral("postcode"),
        QStringLiteral("city"),
        QStringLiteral("insee"),
        QStringLiteral("departement"),
        QStringLiteral("region"),
        QStringLiteral("country"),
        QStringLiteral("lat"),
        QStringLiteral("lon"),
        QStringLiteral("lat_lon"),
        QStringLiteral("x"),
        QStringLiteral("y"),
        QStringLiteral("position"),
        QStringLiteral("equipment"),
        QStringLiteral("equipment_ticked"),
        QStringLiteral("services"),
        QStringLiteral("publics"),
        QStringLiteral("website"),
        QStringLiteral("email"),
        QStringLiteral("phone"),
        QStringLiteral("opening_hours"),
        QStringLiteral("founded"),
        QStringLiteral("surface"),
        QStringLiteral("organisation"),
        QStringLiteral("notes"),
        QStringLiteral("as_of"),
        QStringLiteral("record_key"),
        QStringLiteral("record_url"),
        QStringLiteral("person_name"),
        QStringLiteral("person_email"),
        QStringLiteral("person_phone"),
    };
    return keys;
}

} // namespace repere
