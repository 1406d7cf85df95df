#include "core/atelier.h"

#include <array>

namespace repere {

namespace {

const std::array<QString, 4> kPrecisions = {QStringLiteral("none"), QStringLiteral("commune"), QStringLiteral("approx"),
                                            QStringLiteral("exact")};

} // namespace

std::optional<int> Atelier::asOfYear() const
{
    if (asOf.size() < 4)
        return std::nullopt;
    int year = 0;
    for (qsizetype i = 0; i < 4; ++i) {
        const char16_t c = asOf[i].unicode();
        if (c < u'0' || c > u'9')
            return std::nullopt;
        year = year * 10 + (c - u'0');
    }
    return year;
}

QStringList Atelier::equipmentIds() const
{
    QStringList ids;
    for (const EquipmentItem &item : equipment) {
        if (!item.id.isEmpty() && !ids.contains(item.id))
            ids.append(item.id);
    }
    return ids;
}

QString precisionToString(PositionPrecision precision)
{
    return kPrecisions[static_cast<std::size_t>(precision)];
}

std::optional<PositionPrecision> precisionFromString(const QString &word)
{
    for (std::size_t i = 0; i < kPrecisions.size(); ++i) {
        if (word == QStringView(kPrecisions[i]))
            return static_cast<PositionPrecision>(i);
    }
    return std::nullopt;
}

} // namespace repere
