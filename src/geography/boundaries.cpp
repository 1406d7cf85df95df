#include "geography/boundaries.h"

#include "geography/gazetteer_data.h"
#include "geography/outlines.h"

#include <QCoreApplication>

#include <limits>

namespace repere::geography {

namespace {

constexpr double kSnappingMetres = 25'000;
constexpr double kOverlapMetres = 300;

} // namespace

struct Boundaries::Private {
    struct Centre {
        GeoPoint point;
        QString code; ///< of the whole commune, also for an arrondissement
    };

    std::shared_ptr<const Gazetteer> gazetteer;
    Outlines departements;
    Outlines foreign;
    std::vector<std::vector<Centre>> centres; ///< by département, in the order of Gazetteer::departements
    std::vector<std::size_t> outlineOf;       ///< area of `departements` → number in Gazetteer::departements
    std::vector<std::size_t> withoutOutline;  ///< départements that no outline shows

    /// The nearest centre among a département's communes.
    std::pair<const Centre *, double> nearestCentre(std::size_t departement, GeoPoint point) const;
    Location inDepartement(std::size_t departement, GeoPoint point, bool snapped) const;
};

Boundaries::Boundaries() : d(std::make_unique<Private>()) {}
Boundaries::~Boundaries() = default;

Result<std::shared_ptr<const Boundaries>> Boundaries::load(const QString &dataFolder,
                                                           std::shared_ptr<const Gazetteer> gazetteer)
{
    const QString folder = dataFolder + QStringLiteral("/geography/");
    // One after the other: GDAL's GeoJSON reader crashed now and then when two threads first used it together.
    auto departements = Outlines::read(folder + QStringLiteral("departements.geojson"), QStringLiteral("code"));
    auto foreignRead = Outlines::read(folder + QStringLiteral("foreign.geojson"), QStringLiteral("a3"));
    if (!departements)
        return std::unexpected(departements.error());
    if (!foreignRead)
        return std::unexpected(foreignRead.error());

    std::shared_ptr<Boundaries> boundaries(new Boundaries);
    Private &d = *boundaries->d;
    d.gazetteer = std::move(gazetteer);
    d.departements = std::move(*departements);
    d.foreign = std::move(*foreignRead);

    const auto known = d.gazetteer->departements();
    QHash<QString, std::size_t> numbers;
    for (std::size_t i = 0; i < known.size(); ++i)
        numbers.insert(known[i].code, i);
    std::vector<bool> outlined(known.size(), false);
    for (const QString &code : d.departements.codes()) {
        const auto number = numbers.constFind(code);
        if (number == numbers.constEnd()) {
            return failure(
                ErrorCode::Unreadable,
                QCoreApplication::translate(
                    "Boundaries", "%1: the outline “%2” is no known département. Boundaries cannot be loaded.")
                    .arg(folder + QStringLiteral("departements.geojson"), code));
        }
        d.outlineOf.push_back(*number);
        outlined[*number] = true;
    }
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (!outlined[i])
            d.withoutOutline.push_back(i);
    }
    d.centres.resize(known.size());
    for (const Commune &commune : d.gazetteer->communes()) {
        const auto number = numbers.constFind(commune.departement);
        if (number == numbers.constEnd() || !commune.centre.isValid())
            continue;
        d.centres[*number].push_back(
            {.point = commune.centre,
             .code = commune.isArrondissement ? d.gazetteer->wholeCommune(commune.code) : commune.code});
    }
    return boundaries;
}

std::pair<const Boundaries::Private::Centre *, double> Boundaries::Private::nearestCentre(std::size_t departement,
                                                                                          GeoPoint point) const
{
    const FlatFrame frame(point);
    const Centre *nearest = nullptr;
    double best = std::numeric_limits<double>::infinity();
    for (const Centre &centre : centres[departement]) {
        const double squared = frame.squaredMetres(centre.point);
        if (squared < best) {
            best = squared;
            nearest = &centre;
        }
    }
    return {nearest, std::sqrt(best)};
}

Location Boundaries::Private::inDepartement(std::size_t departement, GeoPoint point, bool snapped) const
{
    const Departement &found = gazetteer->departements()[departement];
    const Centre *centre = nearestCentre(departement, point).first;
    return {.commune = centre ? centre->code : QString(),
            .departement = found.code,
            .region = found.region,
            .snapped = snapped};
}

bool Boundaries::isWithin(const QString &departement, GeoPoint point, double metres) const
{
    const qsizetype area = d->departements.codes().indexOf(departement);
    if (area < 0 || !point.isValid())
        return false;
    const auto number = static_cast<std::size_t>(area);
    return d->departements.holding(point) == number || d->departements.nearest(point, metres, number).has_value();
}

Location Boundaries::locate(GeoPoint point) const
{
    if (!point.isValid())
        return {};
    const bool foreign = d->foreign.holding(point).has_value();
    if (const auto area = d->departements.holding(point)) {
        // Both may claim a strip of some metres along the border. Farther inside it is Llívia, enclosed by France, where
        // the outline of the Pyrénées-Orientales has no hole.
        if (foreign && !d->departements.nearest(point, kOverlapMetres))
            return {};
        return d->inDepartement(d->outlineOf[*area], point, false);
    }
    if (foreign)
        return {};
    if (const auto area = d->departements.nearest(point, kSnappingMetres))
        return d->inDepartement(d->outlineOf[*area], point, true);
    // The collectivités overseas have no outline: near one of their communes is theirs, except on the island that
    // Saint-Martin shares with the Netherlands, where nothing tells the two sides apart.
    for (const std::size_t departement : d->withoutOutline) {
        if (d->gazetteer->departements()[departement].code == u"978")
            continue;
        const auto [centre, metres] = d->nearestCentre(departement, point);
        if (centre && metres <= kSnappingMetres && distanceMetres(centre->point, point) <= kSnappingMetres)
            return d->inDepartement(departement, point, true);
    }
    return {};
}

} // namespace repere::geography
