#include "directory/search_result.h"

#include "catalogue/catalogue.h"
#include "core/shown_text.h"

#include <algorithm>

namespace repere::directory {

namespace {

/// With its distance, and its texts as people may see them.
AtelierSummary shown(AtelierSummary summary, const Filter &filter)
{
    if (filter.near && summary.point)
        summary.distanceMetres = distanceMetres(filter.near->centre, *summary.point);
    summary.name = shownLine(summary.name);
    summary.city = shownLine(summary.city);
    return summary;
}

} // namespace

SearchResult::SearchResult(Filter filter, std::shared_ptr<const catalogue::Catalogue> catalogue,
                           catalogue::Selection selection, SortKey key, SortOrder order)
    : SearchResult(std::move(filter), std::move(catalogue),
                   std::make_shared<const catalogue::Selection>(std::move(selection)), key, order)
{
}

SearchResult::SearchResult(Filter filter, std::shared_ptr<const catalogue::Catalogue> catalogue,
                           std::shared_ptr<const catalogue::Selection> selection, SortKey key, SortOrder order)
    : m_filter(std::move(filter)), m_catalogue(std::move(catalogue)), m_selection(std::move(selection)), m_sortKey(key),
      m_sortOrder(order)
{
    std::optional<GeoPoint> from;
    if (m_filter.near)
        from = m_filter.near->centre;
    else if (m_sortKey == SortKey::Distance)
        m_sortKey = SortKey::Name;
    m_rows = m_catalogue->sorted(m_selection->rows, m_sortKey, m_sortOrder, from);
}

SearchResult::~SearchResult() = default;

const FilterCounts &SearchResult::counts() const
{
    return m_selection->counts;
}

AtelierSummary SearchResult::at(int position) const
{
    AtelierSummary summary = m_catalogue->summary(m_rows[static_cast<std::size_t>(position)]);
    return shown(std::move(summary), m_filter);
}

AtelierId SearchResult::idAt(int position) const
{
    return m_catalogue->idOf(m_rows[static_cast<std::size_t>(position)]);
}

int SearchResult::positionOf(AtelierId id) const
{
    const std::ptrdiff_t row = m_catalogue->rowOf(id);
    if (row < 0 || !m_selection->rows.test(static_cast<std::size_t>(row)))
        return -1;
    const auto found = std::find(m_rows.begin(), m_rows.end(), static_cast<std::uint32_t>(row));
    return static_cast<int>(found - m_rows.begin());
}

std::optional<AtelierSummary> SearchResult::find(AtelierId id) const
{
    const std::ptrdiff_t row = m_catalogue->rowOf(id);
    if (row < 0 || !m_selection->rows.test(static_cast<std::size_t>(row)))
        return std::nullopt;
    AtelierSummary summary = m_catalogue->summary(static_cast<std::size_t>(row));
    return shown(std::move(summary), m_filter);
}

std::vector<AtelierId> SearchResult::ids() const
{
    std::vector<AtelierId> ids;
    ids.reserve(m_rows.size());
    for (const std::uint32_t row : m_rows)
        ids.push_back(m_catalogue->idOf(row));
    return ids;
}

std::shared_ptr<const SearchResult> SearchResult::sorted(SortKey key, SortOrder order) const
{
    return std::shared_ptr<const SearchResult>(new SearchResult(m_filter, m_catalogue, m_selection, key, order));
}

std::vector<FacetCount> SearchResult::countBy(Facet facet, const std::optional<std::pair<Facet, QString>> &among) const
{
    if (!among)
        return m_catalogue->countBy(m_selection->rows, facet);
    catalogue::BitSet rows = m_catalogue->having(among->first, among->second);
    rows &= m_selection->rows;
    return m_catalogue->countBy(rows, facet);
}

std::vector<Cluster> SearchResult::clusters(GeoBox view, double zoom) const
{
    return m_catalogue->clusters(m_selection->rows, view, zoom);
}

std::optional<GeoBox> SearchResult::bounds() const
{
    return m_catalogue->bounds(m_selection->rows);
}

int SearchResult::withoutPosition() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [this](std::uint32_t row) { return !m_catalogue->point(row); }));
}

int SearchResult::atCommuneOnly() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [this](std::uint32_t row) {
        return m_catalogue->precision(row) == PositionPrecision::Commune;
    }));
}

} // namespace repere::directory
