#pragma once
// A few classes for many figures, so that a map can be read: on our maps and in the styles QGIS finds.
// Natural breaks: W. D. Fisher, "On grouping for maximum homogeneity" (1958), known to cartographers as Fisher–Jenks;
// the exact optimum, not a search.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "gis/plan/layer.h"
#include "gis/plan/style.h"
#include "gis/words/words.h"

namespace smile {

/// Class i holds limits[i] <= value < limits[i + 1]; the last class holds its upper limit too. Limits increase
/// strictly, except for a single class of one single value, whose two limits are equal.
struct Classes {
  std::vector<double> limits;  ///< one more than there are classes; empty: no classes
  bool whole = false;          ///< small counts: labels then read "2 – 4", "5 – 9" instead of "2 – 5", "5 – 10"

  int count() const { return limits.empty() ? 0 : static_cast<int>(limits.size()) - 1; }
  /// -1 for a value outside all classes.
  int class_of(double value) const;
  bool operator==(const Classes&) const = default;
};

/// Up to `wanted` classes (fewer where there are fewer different values; pretty: as many as its round steps give).
/// Values that aren't finite are left out. Limits are rounded to readable numbers as far as that moves no value into
/// another class.
Classes classify(std::vector<double> values, int wanted, ClassMethod method);

/// The classes of a layer: the limits that were set by hand, else as its method gives them.
Classes classes_of(std::vector<double> values, const LayerStyle& style);

/// "5,000 – 10,000" in the language's numbers.
std::string class_label(Language language, const Classes& classes, int index);

/// The first position of each class among sorted, different values with their weights, so that the weighted sum of
/// squared deviations from the class means is the smallest possible. O(classes · n · log n): the split points never
/// move left.
std::vector<std::size_t> fisher_jenks(std::span<const double> distinct, std::span<const double> weights, int classes);

/// The roundest number in (above, up_to]: the one with the largest step of 5, 2, 1 · 10^k; of several the one
/// next to the middle.
double readable_between(double above, double up_to);

}  // namespace smile
