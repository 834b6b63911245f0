#pragma once
// The embedded city: files compiled into the program.

#include <string>
#include <string_view>
#include <vector>

#include "gis/plan/plan.h"
#include "gis/store/plan_file.h"

namespace smile {

struct EmbeddedFile {
  std::string_view name;  ///< "rostock/stadtbereiche.geojson"
  std::string_view bytes;
};
const std::vector<EmbeddedFile>& embedded_files();
std::string_view embedded_file(std::string_view name);  ///< empty if there is none

/// The demo: Rostock's 21 Stadtbereiche and 31 Ortsteile (schematic boundaries), inhabitants, an idea pool in German,
/// and a schematic map of water, green, streets and buildings. Built through the same intake as a user's files.
struct Demo {
  Plan plan;
  FeatureTables tables;  ///< the features of its layers
};
Demo demo();
Plan demo_plan();

/// Writes it as a new plan file, features and all. Throws as PlanFile::create.
PlanFile create_demo(const std::filesystem::path& path, bool overwrite = false);

}  // namespace smile
