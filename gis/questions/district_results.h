#pragma once
// What the results kept in a plan say about one district.

#include <vector>

#include "gis/plan/plan.h"

namespace smile {

struct DistrictResult {
  FindingPtr finding;
  Text figure;       ///< what is counted: "reached within 300 m, %"
  std::string here;  ///< in the language of the program
  std::string city;  ///< "": the result has no row for everybody
  bool outdated = false;
};

/// One for each result with a row for the district or for parts of it (then from the least to the most of them), oldest
/// first: the figure its chart shows, else its first share, else its last column. Left out are Lorenz curves and
/// scatter charts: they speak of all districts together.
std::vector<DistrictResult> results_in(const Plan& plan, Id district);

}  // namespace smile
