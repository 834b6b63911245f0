#include "gis/plan/sources.h"

#include <algorithm>

namespace smile {

std::string what_in_words(const Plan& plan, const Source& source, Language language) {
  const auto statistic = std::find_if(plan.statistics.begin(), plan.statistics.end(),
                                      [&](const StatisticPtr& one) { return one->name == source.what; });
  if (statistic == plan.statistics.end()) return source.what;
  return in(language, (*statistic)->inhabitants ? text("Inhabitants") : text("Statistics"));
}

}  // namespace smile
