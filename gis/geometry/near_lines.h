#pragma once
// The ground beside lines, for pictures: fast where a city's worth of streets would keep an exact buffer busy for
// minutes.

#include "gis/geometry/geometry.h"
#include "gis/jobs/progress.h"

namespace smile {

/// Everything within `far` metres of the lines, as an area. Distances are exact at the nodes of a grid of `step` metres
/// (at most far / 2; coarser where the grid would have more than 16 million nodes) and straight between them, so the
/// edge is off by a fraction of the step. Method: marching squares (W. Lorensen and H. Cline 1987, in the plane). The
/// same with any number of threads. Throws Error{cancelled}.
Geometry near_lines(const Geometry& lines, double far, double step, const Progress& progress = {});

}  // namespace smile
