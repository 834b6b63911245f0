#pragma once
// One layer of context as a file of its own: also a layer whose features lie in the plan alone.

#include <filesystem>
#include <string>

#include "gis/exports/export.h"
#include "gis/formats/layer_data.h"

namespace smile {

/// Writes the features into `file`: .gpkg, .geojson or .shp by its ending. `crs` is that of the data; GeoJSON is
/// written in WGS 84. Layers of several kinds of geometry become several tables, shapefiles "…_points.shp" and so on;
/// GeoJSON holds them in one. Shapefiles cut names to 10 and texts to 254 bytes: an issue says so. Throws
/// Error{usage} for another ending, {refused} without any feature, {exists} unless overwrite, {disk}, {cancelled}: then
/// nothing has changed.
ExportResult export_layer(const LayerData& data, const std::string& name, const Crs& crs,
                          const std::filesystem::path& file, bool overwrite, const Progress& progress = {});

}  // namespace smile
