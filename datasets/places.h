#pragma once
// What people of the embedded city walk to, and what measures may be in the way of: playgrounds, kitas, protected
// areas.

#include <filesystem>

#include "gis/plan/plan.h"
#include "gis/store/taken_layer.h"

namespace smile {

/// The plan with its places as layers in use, and protected areas, which are not shown. package: the embedded
/// GeoPackage of places, unpacked. tables: those there are, and theirs.
Plan with_places(Plan plan, const std::filesystem::path& package, FeatureTables& tables);

}  // namespace smile
