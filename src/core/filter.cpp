#include "core/filter.h"

namespace repere {

namespace {

constexpr std::array<const char16_t *, kFacetCount> kKeys = {u"region", u"departement", u"type",   u"equipment",
                                                             u"status", u"public",      u"service"};

} // namespace

QString facetKey(Facet facet)
{
    return QString::fromUtf16(kKeys[static_cast<std::size_t>(facet)]);
}

std::optional<Facet> facetFromKey(const QString &key)
{
    for (Facet facet : kFacets) {
        if (key == QStringView(kKeys[static_cast<std::size_t>(facet)]))
            return facet;
    }
    return std::nullopt;
}

} // namespace repere
