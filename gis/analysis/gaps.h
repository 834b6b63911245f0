#pragma once
// Who is not reached, and where: what is missing rather than what is there.

#include <cstdint>
#include <string>
#include <vector>

#include "gis/analysis/catchment.h"

namespace smile {

/// Homes beyond the distance that lie close together.
struct Gap {
  double people = 0;
  Point at;               ///< the home nearest to the middle of its people
  Box ground;             ///< of its homes
  Id district = 0;        ///< in which most of its people live; 0: none
  std::string name;       ///< that district's
  std::int64_t more = 0;  ///< other districts that some of its people live in
};

/// "Stadtmitte", "Stadtmitte and 2 more": in which districts it lies.
std::string place_in_words(const Gap& gap);

struct Gaps {
  double people = 0;  ///< all of the age
  double not_reached = 0;
  std::vector<Gap> gaps;  ///< most people first
};

/// Of a catchment's last distance. Homes belong together where their squares of `near_m` touch, by a side or a corner.
Gaps gaps_of(const Catchment& catchment, const CatchmentInput& input, Id level, double near_m = 200);

/// The population's features whose people are not reached, with how many they are ("not_reached"): what a map shows.
LayerData gap_features(const Catchment& catchment, const People& people, const LayerData& population);

}  // namespace smile
