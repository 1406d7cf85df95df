#pragma once

#include "core/filter.h"
#include "core/search_values.h"

#include <memory>
#include <vector>

namespace repere::catalogue {
class Catalogue;
struct Selection;
} // namespace repere::catalogue

namespace repere::directory {

/// Why an atelier answers one word of the text: for the list and the fiche ("laser" → Découpe laser).
struct MatchReason {
    QString word; ///< as typed
    enum class Kind { Name, Place, Type, Equipment, Service, Other } kind = Kind::Other;
    QString id;     ///< of the type, machine or service; empty otherwise
    QString stated; ///< the words of the source, where the kind is Equipment
};

/// A filter answered: an immutable snapshot that any thread may read, cheap to share. It holds the catalogue it was
/// computed from, so it stays valid when the directory changes.
class SearchResult
{
public:
    SearchResult(Filter filter, std::shared_ptr<const catalogue::Catalogue> catalogue, catalogue::Selection selection,
                 SortKey key, SortOrder order);
    ~SearchResult();

    const Filter &filter() const { return m_filter; }
    const FilterCounts &counts() const;
    SortKey sortKey() const { return m_sortKey; }
    SortOrder sortOrder() const { return m_sortOrder; }

    int count() const { return static_cast<int>(m_rows.size()); }
    /// Position 0 … count()-1 in the order of the sort.
    AtelierSummary at(int position) const;
    AtelierId idAt(int position) const;
    /// -1 when the id is not among the results. Linear.
    int positionOf(AtelierId id) const;
    /// The line of an atelier that is among the results, else nullopt. Logarithmic.
    std::optional<AtelierSummary> find(AtelierId id) const;
    /// The ids by position.
    std::vector<AtelierId> ids() const;

    /// The same answer in another order. Any thread; n log n.
    std::shared_ptr<const SearchResult> sorted(SortKey key, SortOrder order) const;

    /// How many of the results have each value of a facet, zeros included, unknown last; with `among`, of those results
    /// only that have this value of another facet. Unlike counts(), the facet's own choice is respected.
    std::vector<FacetCount> countBy(Facet facet, const std::optional<std::pair<Facet, QString>> &among = {}) const;

    /// See catalogue::Catalogue::clusters.
    std::vector<Cluster> clusters(GeoBox view, double zoom) const;
    std::optional<GeoBox> bounds() const;
    int withoutPosition() const; ///< results that no map can show
    int atCommuneOnly() const;   ///< results put at the centre of their commune

private:
    SearchResult(Filter filter, std::shared_ptr<const catalogue::Catalogue> catalogue,
                 std::shared_ptr<const catalogue::Selection> selection, SortKey key, SortOrder order);

    Filter m_filter;
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    std::shared_ptr<const catalogue::Selection> m_selection;
    SortKey m_sortKey;
    SortOrder m_sortOrder;
    std::vector<std::uint32_t> m_rows;
};

/// With no result: the nearest place that would match if the place did not matter, and which choice to drop.
struct Suggestion {
    enum class Drop {
        Text,
        Region,
        Departement,
        Commune,
        Type,
        Equipment,
        Status,
        Public,
        Service,
        Near,
        Box,
        Area,
        AsOf
    };
    struct Option {
        Drop drop;
        int count; ///< results after dropping it
    };
    std::vector<Option> options; ///< most useful first, zeros left out
    std::optional<AtelierSummary>
        nearest; ///< satisfies all but the place (région, département, commune, near, box, area)
    std::optional<double> distanceMetres; ///< from the centre of the place asked
};

} // namespace repere::directory
