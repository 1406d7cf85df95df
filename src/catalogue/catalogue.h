#pragma once

#include "catalogue/bit_set.h"
#include "core/filter.h"
#include "core/search_values.h"

#include <memory>
#include <vector>

namespace repere::catalogue {

/// The rows that satisfy one term of the search text: those that full text found, and those having one of the ids that the
/// vocabularies know by that term.
struct TermMatch {
    std::vector<AtelierId> ids;                  ///< ascending
    std::array<QStringList, kFacetCount> values; ///< by facet
};

/// A filter evaluated: which rows, and the counts of every facet.
struct Selection {
    BitSet rows;
    FilterCounts counts;
};

/// The values of facets in the order in which they are counted and shown; values met in the data but not listed here
/// are appended.
struct Dictionaries {
    std::array<QStringList, kFacetCount> values;
    QStringList departementsByName; ///< codes in the order of SortKey::Departement; others come after them
};

/// The searchable columns of a directory in memory. Immutable once built; any thread. Rows are numbered by ascending id.
/// 130 to 240 bytes an atelier.
class Catalogue
{
public:
    class Builder
    {
    public:
        explicit Builder(Dictionaries dictionaries);
        ~Builder();
        void reserve(std::size_t rows);
        /// Ateliers by ascending id; only summary fields are read.
        void add(const Atelier &atelier);
        std::shared_ptr<const Catalogue> build();

    private:
        std::unique_ptr<Catalogue> m_catalogue;
    };
    ~Catalogue();

    std::size_t size() const;
    AtelierId idOf(std::size_t row) const;
    /// The row of an id, or -1.
    std::ptrdiff_t rowOf(AtelierId id) const;
    AtelierSummary summary(std::size_t row) const; ///< without distance
    std::optional<GeoPoint> point(std::size_t row) const;
    PositionPrecision precision(std::size_t row) const;

    /// All facets, counts and total from one pass. `terms`: one entry per term of Filter::text, already matched.
    Selection select(const Filter &filter, const std::vector<TermMatch> &terms) const;

    /// How many of the rows have each value of a facet: in the order of Selection's counts, the unknown last.
    std::vector<FacetCount> countBy(const BitSet &rows, Facet facet) const;
    /// The rows that have a value of a facet, or kUnknown.
    BitSet having(Facet facet, const QString &value) const;

    /// Rows in this order; unknown distances, cities, départements and dates last in either order. Distance needs `from`.
    std::vector<std::uint32_t> sorted(const BitSet &rows, SortKey key, SortOrder order,
                                      std::optional<GeoPoint> from) const;

    /// Clusters of the selected rows at a map zoom (256-pixel tiles, fractional allowed): no two signs closer than
    /// `distancePixels`. The world has one set of clusters for a selection and a zoom, and a view gets those of them
    /// that have a member in a grid cell (distancePixels wide) touching it, whole: panning changes nothing, and every
    /// selected row in the view is in exactly one of them. By ascending id.
    std::vector<Cluster> clusters(const BitSet &rows, GeoBox view, double zoom, double distancePixels = 56) const;

    /// The smallest box that holds the selected rows; nullopt when none has a position.
    std::optional<GeoBox> bounds(const BitSet &rows) const;
    /// The selected row nearest to a point, or -1.
    std::ptrdiff_t nearest(const BitSet &rows, GeoPoint point) const;

    struct Private; ///< the columns, for the layer itself

private:
    Catalogue();
    std::unique_ptr<Private> d;
};

} // namespace repere::catalogue
