#pragma once
// What a presentation rests on: below its maps only those sources stand that fit a line.

#include <vector>

#include "gis/plan/plan.h"

namespace smile::layers {

/// Steps to come after those that are told, with all sources of the plan in the language of the program: as many as the
/// list needs, with the look of the first. None where each step has room for all of them.
std::vector<StepPtr> source_steps(const PlanPtr& plan, const std::vector<StepPtr>& told);

}  // namespace smile::layers
