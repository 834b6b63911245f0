#pragma once
// The questions of `analyse`, one file each. Each prints its answer and returns the exit code.

#include "viewer/command/command.h"

namespace smile::viewer::command {

int analyse_catchment(const Call& call);
int analyse_gaps(const Call& call);

}  // namespace smile::viewer::command
