#include "geography/projections.h"

#include <proj.h>

#include <array>
#include <memory>

namespace repere::geography {

namespace {

/// Where a system is official: its area of use in the EPSG registry, without the high seas.
struct System {
    const char *code;
    const char *name;
    GeoBox area;
};
constexpr std::array kSystems = {
    System{"EPSG:2154", "Lambert-93", {-9.86, 41.15, 10.38, 51.56}},
    System{"EPSG:5490", "RGAF09 UTM 20N", {-63.66, 14.08, -57.52, 18.54}},
    System{"EPSG:2972", "RGFG95 UTM 22N", {-54.61, 2.11, -49.45, 8.88}},
    System{"EPSG:2975", "RGR92 UTM 40S", {51.83, -24.72, 58.24, -18.28}},
    System{"EPSG:4471", "RGM04 UTM 38S", {43.68, -14.49, 46.70, -11.33}},
};

/// PROJ's objects belong to one thread.
class Library
{
public:
    Library() : m_context(proj_context_create(), &proj_context_destroy)
    {
        proj_context_set_enable_network(m_context.get(), 0); // whatever the environment says
        proj_log_level(m_context.get(), PJ_LOG_NONE);
    }

    std::optional<PJ_COORD> project(std::size_t system, GeoPoint point)
    {
        auto &transformation = m_transformations[system];
        if (!transformation) {
            const Handle made(proj_create_crs_to_crs(m_context.get(), "EPSG:4326", kSystems[system].code, nullptr),
                              &proj_destroy);
            if (!made)
                return std::nullopt;
            // Longitude before latitude, easting before northing.
            transformation = Handle(proj_normalize_for_visualization(m_context.get(), made.get()), &proj_destroy);
            if (!transformation)
                return std::nullopt;
        }
        const PJ_COORD at =
            proj_trans(transformation.get(), PJ_FWD, proj_coord(point.longitude, point.latitude, 0, HUGE_VAL));
        return proj_errno(transformation.get()) == 0 ? std::optional(at) : std::nullopt;
    }

private:
    using Handle = std::unique_ptr<PJ, PJ *(*)(PJ *)>;
    std::unique_ptr<PJ_CONTEXT, PJ_CONTEXT *(*)(PJ_CONTEXT *)> m_context;
    std::array<Handle, kSystems.size()> m_transformations{
        Handle(nullptr, &proj_destroy), Handle(nullptr, &proj_destroy), Handle(nullptr, &proj_destroy),
        Handle(nullptr, &proj_destroy), Handle(nullptr, &proj_destroy)};
};

} // namespace

std::optional<PlanePosition> officialPosition(GeoPoint point)
{
    thread_local Library library;
    for (std::size_t i = 0; i < kSystems.size(); ++i) {
        if (!kSystems[i].area.contains(point))
            continue;
        const auto at = library.project(i, point);
        if (!at)
            return std::nullopt;
        return PlanePosition{.system = QString::fromLatin1(kSystems[i].name),
                             .code = QString::fromLatin1(kSystems[i].code),
                             .easting = at->enu.e,
                             .northing = at->enu.n};
    }
    return std::nullopt;
}

} // namespace repere::geography
