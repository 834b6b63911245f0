#pragma once
// Reads a whole plan from an open file.

#include <functional>
#include <memory>

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

/// The same after PRAGMA quick_check. With `another` (a second connection that sees the same state, as long as the
/// first one reads) two threads share the work; without it one does all.
using Another = std::function<std::unique_ptr<database::Connection>()>;
Loaded load_checked(database::Connection& connection, const std::string& file, const Another& another);

}  // namespace smile::store
