#pragma once
// What the embedded city looks like: water, green, streets, buildings, rails and stops as styled layers of the demo
// plan.

#include <filesystem>

#include "gis/plan/plan.h"
#include "gis/store/taken_layer.h"

namespace smile {

/// Stands with the sources of every map that shows anything of it; the same for all layers, so that it is said once.
inline constexpr const char* credit_of_surroundings =
    "Umgebung und Orte (schematisch gezeichnet, erfunden): Smile Places, Apache-2.0, 2026";

/// The plan with its layers, and their features by the names of the tables that the layers refer to. package: the
/// embedded GeoPackage, unpacked.
Plan with_surroundings(Plan plan, const std::filesystem::path& package, FeatureTables& tables);

}  // namespace smile
