#pragma once
// Layers with a few of their attributes, for whoever only draws them: of a city's houses the others are half of the
// memory.

#include <optional>
#include <string>
#include <vector>

#include "gis/formats/layer_data.h"

namespace smile {

/// Attributes that are needed: others may be left out. Default: all.
using ColumnNames = std::optional<std::vector<std::string>>;

/// As read_layer_data and read_plan_table.
LayerData read_layer_columns(const std::filesystem::path& file, const ReadOptions& options, const ColumnNames& columns,
                             const Crs& to, const Progress& progress = {});
LayerData read_plan_columns(const std::filesystem::path& plan, const std::string& table, const ColumnNames& columns,
                            const Crs& to, bool held, const Progress& progress = {});

}  // namespace smile
