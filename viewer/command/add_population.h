#pragma once
#include "viewer/command/command.h"

namespace smile::viewer::command {

/// add PLAN population FILE: cells, blocks or points with counts; with --spread the districts' figures over buildings.
int add_population(const Call& call);

}  // namespace smile::viewer::command
