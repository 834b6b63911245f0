#pragma once
// Private to this room: GeoPackages as layers for the gate, read through SQLite.

#include "gis/formats/geopackage_columns.h"
#include "gis/formats/raw_layer.h"

namespace smile {

/// A layer as it stands in the file. name: "" is the only layer; nothing where there are several to choose from, or
/// none of that name.
struct GeoPackageContent {
  GeoPackageLayer layer;
  FeatureColumns columns;
};
std::optional<GeoPackageContent> read_geopackage_content(const std::filesystem::path& file, const std::string& name,
                                                         const ColumnNames& columns, const Progress& progress);
/// The same of a file that somebody may be writing into.
std::optional<GeoPackageContent> read_shared_content(const std::filesystem::path& file, const std::string& name,
                                                     const ColumnNames& columns, const Progress& progress);

std::vector<LayerInfo> list_geopackage_layers(const std::filesystem::path& file);
RawLayer read_geopackage_layer(const std::filesystem::path& file, const std::string& name, IssueList& issues,
                               const Progress& progress);

}  // namespace smile
