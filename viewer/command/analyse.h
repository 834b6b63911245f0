#pragma once
// The questions of `analyse`, one file each. Each prints its answer and returns the exit code.

#include "gis/analysis/people.h"
#include "gis/analysis/reach.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {

int analyse_catchment(const Call& call);
int analyse_gaps(const Call& call);
int analyse_sites(const Call& call);

/// What several of them are asked with. Throw Error{usage}.
AgeRange ages_option(const Call& call);
DistanceBy distance_by(const Call& call);

}  // namespace smile::viewer::command
