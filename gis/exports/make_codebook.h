#pragma once
#include <filesystem>

#include "gis/exports/codebook_file.h"

namespace smile::exports {

/// Reads back the shapefiles just written to `folder` and notes every value that did not come through whole.
Codebook make_codebook(const Plan& plan, const std::vector<Table>& tables, const std::filesystem::path& folder,
                       const Progress& progress);

}  // namespace smile::exports
