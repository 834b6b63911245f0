#pragma once
// The features of a layer of context, compact and in the plan's system: what is drawn, asked and analysed. Immutable
// once read; kept beside the plan, never in it.

#include <filesystem>
#include <memory>
#include <string>

#include "gis/formats/feature_columns.h"
#include "gis/formats/features.h"

namespace smile {

struct LayerData {
  std::string layer;        ///< the name in the file
  FeatureColumns features;  ///< in the system that was asked for. Areas from GeoPackages have not been checked for
                            ///< validity: that is enough to draw them; an analysis checks
  GeometryKind kind = GeometryKind::none;  ///< of most features
  Box box;                                 ///< of all features; empty without any
  Crs source_crs;                          ///< as the file has it
  Report report;
};
using LayerDataPtr = std::shared_ptr<const LayerData>;

/// Reads one layer through the gate and brings it into `to`. GeoPackages are read as columns, in bulk; everything else
/// as read_features does. Throws as read_features.
LayerData read_layer_data(const std::filesystem::path& file, const ReadOptions& options, const Crs& to,
                          const Progress& progress = {});

/// A table of features in a plan file, as it was taken into it. held: somebody has the plan open for writing and is not
/// disturbed. Throws Error{not_found} without such a table, else as read_features.
LayerData read_plan_table(const std::filesystem::path& plan, const std::string& table, const Crs& to, bool held,
                          const Progress& progress = {});

}  // namespace smile
