#pragma once
// Whom some places reach: people within one or several distances of the nearest of them, counted once, by district.

#include <vector>

#include "gis/analysis/people.h"
#include "gis/analysis/reach.h"

namespace smile {

struct CatchmentSettings {
  std::vector<double> distances_m{500};  ///< rising
  DistanceBy by = DistanceBy::line;
  JoinBy join = JoinBy::edge;
  AgeRange ages;
  Id level = 0;          ///< of the table by district; 0: the finest
  double speed_kmh = 0;  ///< above 0: the distances were asked as minutes at this speed
};

/// What it is asked of; all in the plan's system.
struct CatchmentInput {
  const Plan& plan;
  const People& people;
  const Places& places;
  const WalkNetwork* network = nullptr;  ///< only needed for DistanceBy::walk
};

struct CatchmentCount {
  Id district = 0;  ///< 0: outside of all
  double people = 0;
  std::vector<double> within;  ///< by distance, nearer ones included
};

struct Catchment {
  std::int64_t places = 0;
  CatchmentCount all;                     ///< district 0: everybody, in the city or not
  std::vector<CatchmentCount> districts;  ///< of the level, in its order; last those outside, if any
  Distances nearest;                      ///< of each home
  std::vector<double> counted;            ///< people of the age at each home
  std::vector<Text> method;               ///< sentences: how it was counted
};

/// Throws Error{usage} for distances that don't rise above 0, {needs_answer} for a walk without a network.
void check(const CatchmentSettings& settings, bool has_network);

/// Throws Error{needs_answer} for ages nobody counted or a walk without a network, {usage} for distances that don't
/// rise above 0, {cancelled}. Without places nobody is reached.
Catchment catchment(const CatchmentSettings& settings, const CatchmentInput& input, const Progress& progress = {});

}  // namespace smile
