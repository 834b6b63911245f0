#pragma once
// Capacity against people: how much of a kind of place there is for those who need it, by district, against an
// orientation value; and how much is in reach of where they live.
// In reach: the two-step floating catchment area (W. Luo and F. Wang, "Measures of spatial accessibility to health
// care in a GIS environment", 2003): the capacity of a place is shared among all within the distance of it; a home has
// the sum of what the places in its reach give each of theirs.

#include <optional>
#include <vector>

#include "gis/analysis/capacity.h"
#include "gis/analysis/catchment.h"

namespace smile {

struct SupplySettings {
  AgeRange ages;
  std::optional<double> target;  ///< the orientation value: capacity for `per` people
  double per = 1;                ///< people that ratio and target speak of
  double distance_m = 0;         ///< 0: nobody asks what is in reach
  double speed_kmh = 0;          ///< as CatchmentSettings
  DistanceBy by = DistanceBy::line;
  Id level = 0;  ///< 0: the finest
};

/// What there is for the people of a district, or of all. What follows from a figure nobody knows is not known either.
struct DistrictSupply {
  Id district = 0;  ///< 0: outside of all; of everything
  double people = 0;
  std::int64_t places = 0;         ///< that have at least a part here
  std::int64_t unknown = 0;        ///< of these: nobody knows what they hold
  std::optional<double> capacity;  ///< of those that are known; nothing where there are places and none is
  std::optional<double> ratio;     ///< capacity for `per` people
  std::optional<double> need;      ///< by the target
  /// What lacks to the need. Of everything the sum over districts: nobody's child plays at the other end of the city,
  /// so what is too much in one doesn't fill up another.
  std::optional<double> missing;
  /// capacity / need, above 1 where there is more; also of everything. It says how much there is, `missing` whether it
  /// is in the right place.
  std::optional<double> coverage;
  double reached = 0;              ///< people with a place within the distance
  std::optional<double> in_reach;  ///< capacity for `per` people within the distance, mean over the people
};

struct Supply {
  DistrictSupply all;                     ///< in the city or not
  std::vector<DistrictSupply> districts;  ///< of the level, in its order; last what is outside, if any
  std::vector<double> counted;            ///< people of the age at each home
  std::vector<Text> method;               ///< sentences
};

/// capacities: by place. Places in several districts count in each by length or area. Throws as catchment(); {usage}
/// for a target below 0 or a `per` that is not above 0.
Supply supply(const SupplySettings& settings, const CatchmentInput& input, const Capacities& capacities,
              const Progress& progress = {});

}  // namespace smile
