#pragma once
// What the embedded city looks like: water, green, streets, buildings, rails and stops as styled layers of the demo
// plan.

#include <filesystem>

#include "gis/plan/plan.h"
#include "gis/store/taken_layer.h"

namespace smile {

/// The plan with its layers, and their features by the names of the tables that the layers refer to. package: the
/// embedded GeoPackage, unpacked.
Plan with_surroundings(Plan plan, const std::filesystem::path& package, FeatureTables& tables);

}  // namespace smile
