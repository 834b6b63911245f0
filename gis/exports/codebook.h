#pragma once
// The codebook beside a shapefile: what each short name means, and the values that did not fit. Re-import goes through
// it.

#include <filesystem>

#include "gis/plan/plan.h"

namespace smile {

/// Reads a folder written by export_plan{shapefile} back into a plan: long names, all values, districts, statistics.
/// Throws Error{not_found|unreadable}.
Plan plan_from_shapefiles(const std::filesystem::path& folder);
/// True if the folder (or the folder of this .shp) holds a codebook of ours.
bool has_codebook(const std::filesystem::path& path);

}  // namespace smile
