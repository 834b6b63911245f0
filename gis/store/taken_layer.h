#pragma once
// A layer whose features were taken into the plan file.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gis/formats/layer_data.h"
#include "gis/plan/edits.h"

namespace smile {

/// One table of features in the plan file.
struct TakenTable {
  std::string table;  ///< what LayerSource::layer is to be
  GeometryKind kind = GeometryKind::none;
  std::int64_t features = 0;
};

/// The layer then shows these tables: the first itself, each other as a layer of its own above it (one table has one
/// kind of geometry). Undone, it shows its file again.
Edit show_taken(const MapLayer& layer, const std::vector<TakenTable>& tables);

/// A new layer that shows these tables, the same way. layer: without a number of its own; crs: of the features.
Edit add_taken(const MapLayer& layer, const std::vector<TakenTable>& tables, const Crs& crs);

/// What a new plan file is to hold, by name of the table; all features of one kind of geometry.
using FeatureTables = std::map<std::string, LayerDataPtr>;

}  // namespace smile
