#pragma once
// How many kinds of places people have near: the city of short ways, where shop, school, doctor and stop are within a
// quarter of an hour (C. Moreno and others, "Introducing the 15-Minute City", 2021).
// The index is the share of the kinds that are within reach of a home, as a mean over the people: 1 where everybody has
// them all. Each kind counts the same.

#include <optional>
#include <string>
#include <vector>

#include "gis/analysis/catchment.h"

namespace smile {

/// Places any one of which is enough.
struct PlaceKind {
  std::string name;
  Places places;
};

struct KindsSettings {
  double distance_m = 1250;
  double speed_kmh = 0;  ///< as CatchmentSettings
  DistanceBy by = DistanceBy::walk;
  AgeRange ages;
  Id level = 0;  ///< 0: the finest
};

struct DistrictKinds {
  Id district = 0;  ///< 0: outside of all; of everybody
  double people = 0;
  std::optional<double> index;  ///< 0–1; nothing where nobody lives
  double all = 0;               ///< people with every kind within reach
  double none = 0;              ///< with no kind
  std::vector<double> by_kind;  ///< people who have this kind
};

struct KindsReached {
  DistrictKinds everybody;
  std::vector<DistrictKinds> districts;  ///< of the level, in its order; last those outside, if any
  std::vector<std::uint16_t> of_home;    ///< kinds within reach of each
  std::vector<double> counted;           ///< people of the age at each home
  std::vector<Text> method;
};

/// A kind without any place is one nobody reaches. Throws Error{needs_answer} for ages nobody counted or a walk without
/// a network, {usage} without kinds, {cancelled}.
KindsReached kinds_reached(const KindsSettings& settings, const std::vector<PlaceKind>& kinds, const Plan& plan,
                           const People& people, const WalkNetwork* network = nullptr, const Progress& progress = {});

}  // namespace smile
