#pragma once
// Private to this room: the call of CBC. The programme has been checked and has rows.

#include "gis/solver/program.h"

namespace smile {

ProgramAnswer solve_by_cbc(const IntegerProgram& program, const SolveLimits& limits, const Progress& progress);

}  // namespace smile
