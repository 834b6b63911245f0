#pragma once
// Which measures count. A rejected one stays in the list and on the map, so that people see it was thought of; it is in
// no number of measures and in no sum of costs.

#include <vector>

#include "gis/plan/measure.h"
#include "gis/words/words.h"

namespace smile {

bool is_pursued(const Measure& measure);
std::int64_t rejected_among(const std::vector<MeasurePtr>& measures);
/// "2 rejected measures are not counted."; empty: none is.
Text rejected_in_words(std::int64_t rejected);

/// What measures cost together: likely one-off costs of those that are pursued, and how many of these say none.
struct CostOfMeasures {
  std::int64_t measures = 0;
  std::int64_t without_cost = 0;
  std::int64_t rejected = 0;
  Money sum;
};
CostOfMeasures cost_of(const std::vector<MeasurePtr>& measures);

}  // namespace smile
