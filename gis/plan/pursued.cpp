#include "gis/plan/pursued.h"

#include <algorithm>

namespace smile {

bool is_pursued(const Measure& measure) {
  return measure.phase != Phase::rejected;
}

std::int64_t rejected_among(const std::vector<MeasurePtr>& measures) {
  return std::count_if(measures.begin(), measures.end(),
                       [](const MeasurePtr& measure) { return !is_pursued(*measure); });
}

Text rejected_in_words(std::int64_t rejected) {
  if (rejected == 0) return {};
  return text_n(rejected, "One rejected measure is not counted.", "{1} rejected measures are not counted.", rejected);
}

CostOfMeasures cost_of(const std::vector<MeasurePtr>& measures) {
  CostOfMeasures cost;
  cost.rejected = rejected_among(measures);
  cost.measures = std::ssize(measures) - cost.rejected;
  for (const MeasurePtr& measure : measures) {
    if (!is_pursued(*measure)) continue;
    if (measure->cost.likely)
      cost.sum = cost.sum + *measure->cost.likely;
    else
      ++cost.without_cost;
  }
  return cost;
}

}  // namespace smile
