#pragma once
// Private to this room: GeoPackages as layers for the gate, read through SQLite.

#include "gis/formats/raw_layer.h"

namespace smile {

std::vector<LayerInfo> list_geopackage_layers(const std::filesystem::path& file);
RawLayer read_geopackage_layer(const std::filesystem::path& file, const std::string& name, IssueList& issues,
                               const Progress& progress);

}  // namespace smile
