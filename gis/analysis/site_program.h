#pragma once
// Private to the choice of sites: the problem as an integer programme, for the solver.

#include "gis/analysis/site_problem.h"
#include "gis/solver/program.h"

namespace smile {

/// The first columns are the sites (1: open), whole; the total is the gain without the problem's base.
/// Where all sites give a person the same and none is short of seats, a demand point is one column (y ≤ Σ open sites),
/// else one for each of its sites (the strong form: z ≤ people · open).
IntegerProgram site_program(const SiteProblem& problem);

}  // namespace smile
