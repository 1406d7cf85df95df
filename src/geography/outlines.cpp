#include "geography/outlines.h"

#include "geography/area_reader.h"

#include <algorithm>
#include <limits>
#include <numbers>
#include <numeric>

namespace repere::geography {

namespace {

constexpr double kBandDegrees = 0.02;

} // namespace

FlatFrame::FlatFrame(GeoPoint origin)
    : m_origin(origin), m_metresPerLongitude(kMetresPerDegree * std::cos(origin.latitude * std::numbers::pi / 180))
{
}

Result<Outlines> Outlines::read(const QString &path, const QString &codeField)
{
    const auto areas = readAreas(path, codeField);
    if (!areas)
        return std::unexpected(areas.error());
    Outlines outlines;
    for (const Area &area : *areas) {
        const auto number = static_cast<std::uint32_t>(outlines.m_codes.size());
        for (const std::vector<GeoPoint> &ring : area.rings)
            outlines.addRing(ring, number);
        outlines.m_codes.append(area.code);
    }
    outlines.sortIntoBands();
    return outlines;
}

void Outlines::addRing(const std::vector<GeoPoint> &ring, std::uint32_t area)
{
    for (std::size_t i = 1; i < ring.size(); ++i)
        m_edges.push_back({.from = ring[i - 1], .to = ring[i], .area = area});
}

void Outlines::sortIntoBands()
{
    double north = -90;
    m_south = 90;
    for (const Edge &edge : m_edges) {
        m_south = std::min({m_south, edge.from.latitude, edge.to.latitude});
        north = std::max({north, edge.from.latitude, edge.to.latitude});
    }
    const auto bands = static_cast<std::size_t>(std::floor((north - m_south) / kBandDegrees)) + 1;
    m_bandEnds.assign(bands, 0);
    const auto forBandsOf = [&](const Edge &edge, auto &&visit) {
        const auto [low, high] = std::minmax(edge.from.latitude, edge.to.latitude);
        for (auto band = bandOf(low); band <= bandOf(high); ++band)
            visit(static_cast<std::size_t>(band));
    };
    for (const Edge &edge : m_edges)
        forBandsOf(edge, [&](std::size_t band) { ++m_bandEnds[band]; });
    std::vector<std::uint32_t> at(bands, 0);
    std::exclusive_scan(m_bandEnds.begin(), m_bandEnds.end(), at.begin(), 0U);
    std::inclusive_scan(m_bandEnds.begin(), m_bandEnds.end(), m_bandEnds.begin());
    std::vector<Edge> sorted(m_bandEnds.back());
    for (const Edge &edge : m_edges)
        forBandsOf(edge, [&](std::size_t band) { sorted[at[band]++] = edge; });
    m_edges = std::move(sorted);
}

std::ptrdiff_t Outlines::bandOf(double latitude) const
{
    return static_cast<std::ptrdiff_t>(std::floor((latitude - m_south) / kBandDegrees));
}

std::optional<std::size_t> Outlines::holding(GeoPoint point) const
{
    const auto band = bandOf(point.latitude);
    if (band < 0 || band >= std::ssize(m_bandEnds))
        return std::nullopt;
    const auto number = static_cast<std::size_t>(band);
    // Even-odd rule: the areas whose edges the ray to the east crosses an odd number of times; only one can hold it.
    std::vector<std::uint32_t> crossed;
    for (std::size_t i = number ? m_bandEnds[number - 1] : 0; i < m_bandEnds[number]; ++i) {
        const Edge &edge = m_edges[i];
        if ((edge.from.latitude > point.latitude) == (edge.to.latitude > point.latitude))
            continue;
        const double crossing = edge.from.longitude
                                + (point.latitude - edge.from.latitude) * (edge.to.longitude - edge.from.longitude)
                                      / (edge.to.latitude - edge.from.latitude);
        if (crossing > point.longitude)
            crossed.push_back(edge.area);
    }
    std::ranges::sort(crossed);
    for (std::size_t i = 0; i < crossed.size();) {
        std::size_t end = i;
        while (end < crossed.size() && crossed[end] == crossed[i])
            ++end;
        if ((end - i) % 2 == 1)
            return crossed[i];
        i = end;
    }
    return std::nullopt;
}

std::optional<std::size_t> Outlines::nearest(GeoPoint point, double metres, std::optional<std::size_t> only) const
{
    const FlatFrame frame(point);
    const double degrees = metres / FlatFrame::kMetresPerDegree;
    const auto first = std::max<std::ptrdiff_t>(0, bandOf(point.latitude - degrees));
    const auto last = std::min(std::ssize(m_bandEnds) - 1, bandOf(point.latitude + degrees));
    double best = metres * metres;
    std::optional<std::size_t> found;
    const std::size_t begin =
        first > 0 && first <= std::ssize(m_bandEnds) ? m_bandEnds[static_cast<std::size_t>(first - 1)] : 0;
    const std::size_t end = last >= first ? m_bandEnds[static_cast<std::size_t>(last)] : begin;
    for (std::size_t i = begin; i < end; ++i) {
        const Edge &edge = m_edges[i];
        if (only && edge.area != *only)
            continue;
        const double fromX = frame.x(edge.from.longitude);
        const double toX = frame.x(edge.to.longitude);
        if (std::min(fromX, toX) > metres || std::max(fromX, toX) < -metres)
            continue;
        const double fromY = frame.y(edge.from.latitude);
        const double stepX = toX - fromX;
        const double stepY = frame.y(edge.to.latitude) - fromY;
        const double length2 = stepX * stepX + stepY * stepY;
        const double along = length2 > 0 ? std::clamp(-(fromX * stepX + fromY * stepY) / length2, 0.0, 1.0) : 0;
        const double x = fromX + along * stepX;
        const double y = fromY + along * stepY;
        const double distance2 = x * x + y * y;
        if (distance2 <= best) {
            best = distance2;
            found = edge.area;
        }
    }
    return found;
}

} // namespace repere::geography
