#pragma once

#include <span>
#include <vector>

namespace repere {

/// How the values of a map are cut into classes.
enum class ClassMethod {
    Quantiles, ///< as many values in each class
    Equal,     ///< classes as wide as each other
    Custom     ///< bounds that a person gave
};

/// The inner bounds of at most `classes` classes, ascending and all different: fewer where values repeat or are few. A
/// bound is the smallest value of the class above it; where so many values are the same that a class would be empty, the
/// next greater value begins it.
std::vector<double> quantileBreaks(std::vector<double> values, int classes);
std::vector<double> equalBreaks(std::span<const double> values, int classes);

/// The class of a value, from 0: how many bounds it reaches.
int classOf(double value, std::span<const double> breaks);

} // namespace repere
