#pragma once
// Private to this room: a whole plan file at once, as new ones and copies are written.

#include <filesystem>

#include "gis/database/sqlite.h"
#include "gis/store/taken_layer.h"
#include "gis/store/writer.h"

namespace smile::store {

/// What a new file gets besides the plan: versions and features of another file, or features from memory.
struct Belongings {
  database::Connection* from = nullptr;
  const FeatureTables* tables = nullptr;
};

/// Throws Error{exists} for a file that is there and must not be overwritten.
void require_free(const std::filesystem::path& path, bool overwrite);
/// Written beside the destination, then renamed.
Positions write_beside(const std::filesystem::path& path, const Plan& plan, bool overwrite,
                       const Belongings& belongings);

}  // namespace smile::store
