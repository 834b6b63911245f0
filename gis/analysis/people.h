#pragma once
// Where how many people live, as analyses count them: at the middle of each cell, block or building.

#include <span>
#include <string>
#include <vector>

#include "gis/formats/layer_data.h"
#include "gis/plan/plan.h"

namespace smile {

/// People at places, in the plan's system. Immutable once made.
struct People {
  std::vector<Point> at;
  std::vector<std::uint32_t> rows;           ///< features of the layer
  std::vector<double> all;                  ///< inhabitants at each place
  std::vector<AgeGroup> ages;               ///< by age; empty: ages are not known
  std::vector<std::vector<double>> by_age;  ///< for each group, at each place
  double total() const;
  std::size_t size() const { return at.size(); }
};

/// Of a layer with LayerUse::population. Areas count at their label point. Throws Error{not_found} where a column that
/// its use names is not there.
People people_of(const MapLayer& layer, const LayerData& data);

/// Ages from one year to another, both included.
struct AgeRange {
  int from = 0;
  int to = oldest_age;
  bool everybody() const { return from <= 0 && to >= oldest_age; }
  bool operator==(const AgeRange&) const = default;
};

struct PeopleOfAge {
  std::vector<double> count;  ///< at each place
  /// The range cuts a group: its people were shared out evenly over its years (of an open last group: up to 94).
  bool shared_out = false;
};
/// Throws Error{needs_answer} where the ages are not known, or not all of these.
PeopleOfAge of_age(const People& people, AgeRange range);
/// The sentence that says so.
Text ages_shared_out();

/// Sums that don't depend on how the work was cut: pairwise, in the order of the places (N. J. Higham 1993).
double sum_of(std::span<const double> values);

/// The layer that says where people live; nullptr: none. Of several the one that was added last.
const MapLayer* population_layer(const Plan& plan);

}  // namespace smile
