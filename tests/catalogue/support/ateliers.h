#pragma once

#include "catalogue/catalogue.h"
#include "core/atelier.h"

#include <memory>
#include <random>
#include <vector>

namespace repere::test {

using Random = std::mt19937_64;

/// A number 0 … below-1, the same with every compiler.
inline int pick(Random &random, int below)
{
    return static_cast<int>(random() % static_cast<unsigned>(below));
}

/// The ids that the catalogue is told; the data also holds some that it is not.
catalogue::Dictionaries dictionaries();
/// Ateliers with gaps in their ids, unknown values of every kind, doubled names, and places on one another.
std::vector<Atelier> makeAteliers(Random &random, int count);
std::shared_ptr<const catalogue::Catalogue> build(const std::vector<Atelier> &ateliers);

/// The ids of an atelier in one facet.
QStringList valuesOf(const Atelier &atelier, Facet facet);

} // namespace repere::test
