#include "exchange/formats/format.h"
#include "exchange/formats/registry.h"

#include <QCoreApplication>

namespace repere::exchange {

namespace {

/// MapLabBZH, the map of makers in Bretagne: a GeoJSON FeatureCollection. `structure` says the type in one word
/// ("fablabMIT", "hakerspace").
class MaplabReader final : public JsonFormatReader
{
public:
    Result<void> open(const QString &path)
    {
        return JsonFormatReader::open(
            path,
            {.lists = {"features"},
             .missing = QCoreApplication::translate(
                            "Exchange", "%1: no \"features\" were found, as a GeoJSON FeatureCollection has them. "
                                        "Nothing was imported.")
                            .arg(path)});
    }

    SourceInfo source() const override
    {
        return {.name = QStringLiteral("MapLabBZH"), .licence = QStringLiteral("CC BY 4.0"), .url = {}, .asOf = {}};
    }

private:
    void fill(const Json &feature, DraftFiller &draft) override
    {
        const Json *properties = memberOf(feature, "properties");
        if (!properties || !properties->is_object()) {
            draft.reject(QStringLiteral("properties"), writtenJson(feature),
                         QCoreApplication::translate("Exchange", "a GeoJSON feature with properties was expected"));
            return;
        }
        draft.key(textOf(*properties, "id"));
        for (const auto &[field, key] :
             {std::pair("name", "name"), std::pair("organisation", "organisation"), std::pair("address", "adresse"),
              std::pair("postcode", "cp"), std::pair("city", "ville"), std::pair("email", "email"),
              std::pair("phone", "tel")})
            draft.text(field, textOf(*properties, key));
        draft.types({textOf(*properties, "structure")});
        draft.text("website", ownSiteOf({textOf(*properties, "web"), textOf(*properties, "facebook")}));
        const Json *geometry = memberOf(feature, "geometry");
        const QStringList point = textsOf(geometry ? memberOf(*geometry, "coordinates") : nullptr);
        draft.point(point.value(1), point.value(0), PositionPrecision::Approximate);
    }
};

int recognise(const QByteArray &head, const QString &)
{
    return isJsonWith(head, {"\"FeatureCollection\"", "\"structure\"", "\"cp\"", "\"ville\""}) ? 96 : 0;
}

} // namespace

InputFormat maplabBzh()
{
    return {.id = QStringLiteral("maplab-bzh"),
            .name = QStringLiteral("MapLabBZH"),
            .recognise = recognise,
            .open = openFirstPath<MaplabReader>};
}

} // namespace repere::exchange
