#pragma once
// The embedded city: files compiled into the program.

#include <string>
#include <string_view>
#include <vector>

#include "gis/plan/plan.h"

namespace smile {

struct EmbeddedFile {
  std::string_view name;  ///< "rostock/stadtbereiche.geojson"
  std::string_view bytes;
};
const std::vector<EmbeddedFile>& embedded_files();
std::string_view embedded_file(std::string_view name);  ///< empty if there is none

/// The demo plan: Rostock's 21 Stadtbereiche and 31 Ortsteile (schematic boundaries), inhabitants, and an idea pool in German. Built through the same intake as a user's files.
Plan demo_plan();

}  // namespace smile
