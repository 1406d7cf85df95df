#pragma once

#include "catalogue/catalogue.h"
#include "core/filter.h"
#include "core/vocabulary.h"
#include "geography/gazetteer.h"

#include <vector>

namespace repere::bench {

/// What people choose one after the other.
std::vector<Filter> usualFilters(const Vocabularies &vocabularies);

/// A window of 1440 × 900 pixels over France, over a région, over a town.
struct View {
    GeoBox box;
    double zoom = 0;
};
std::vector<View> usualViews();

/// The values of all facets, as an opened directory has them.
catalogue::Dictionaries dictionariesOf(const geography::Gazetteer &gazetteer, const Vocabularies &vocabularies);

} // namespace repere::bench
