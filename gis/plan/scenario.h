#pragma once
// A scenario: a named set of measures that are thought of as carried out together.

#include <string>
#include <vector>

#include "gis/plan/district.h"

namespace smile {

struct Scenario {
  Id id = 0;
  std::string name;
  std::vector<Id> measures;  ///< rising
  bool operator==(const Scenario&) const = default;
};

}  // namespace smile
