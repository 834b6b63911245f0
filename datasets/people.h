#pragma once
// Who lives where in the embedded city and which ways there are to walk: what analyses of the demo plan count with.

#include "gis/plan/plan.h"
#include "gis/store/taken_layer.h"

namespace smile {

/// The plan with two more layers, not shown: the inhabitants of the Stadtbereiche spread over the homes that the city
/// has, and its streets and paths as a network. with_ages: the plan with figures by age, which are made up and
/// therefore stand nowhere but in the layer of the inhabitants, which says so. tables: those of with_surroundings(),
/// and theirs.
Plan with_people(Plan plan, const Plan& with_ages, FeatureTables& tables);

}  // namespace smile
