#pragma once
// Reads a whole plan from an open file.

#include "gis/store/writer.h"

namespace smile::store {

struct Loaded {
  std::shared_ptr<Plan> plan;
  Positions positions;
  Issues issues;         ///< what another program wrote and could not be understood, ids that had to be changed
  bool changed = false;  ///< rows of another program have new ids or positions: the file differs from the plan
};

/// Throws Error{unreadable} for a damaged one, {refused} for one of a newer version. `file` is its name for people.
Loaded load(database::Connection& connection, const std::string& file);

}  // namespace smile::store
