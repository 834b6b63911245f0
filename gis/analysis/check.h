#pragma once
// What is doubtful in a plan as it stands: measures without place, outside every district, on a border, named district
// differs from the place, duplicate numbers, end before start, districts without inhabitants, unmatched statistics.
// Does not repeat the reports of imports.

#include "gis/plan/plan.h"

namespace smile {

Issues check_plan(const Plan& plan);

}  // namespace smile
