#pragma once
// What people are to reach, as a question names it: features of layers and measures of the plan, together.

#include <optional>
#include <vector>

#include "gis/plan/plan.h"

namespace smile {

struct AskedPlaces {
  std::vector<Id> layers;      ///< of points, lines or areas
  std::optional<Id> measures;  ///< those of this scenario, 0: all; nothing: no measures
  bool none() const { return layers.empty() && !measures; }
  bool operator==(const AskedPlaces&) const = default;
};

}  // namespace smile
