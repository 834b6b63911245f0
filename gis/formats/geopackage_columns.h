#pragma once
// One feature table of a GeoPackage as columns: flat coordinates and flat values, read through SQLite with the WKB in
// place. Three times as fast as a loop over features, and the file's views, triggers and functions never run.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "gis/formats/feature_columns.h"
#include "gis/formats/features.h"
#include "gis/formats/layer_columns.h"

namespace smile {

namespace database {
class Connection;
}

struct GeoPackageLayer {
  std::string name;  ///< of the table
  std::string geometry_column;
  GeometryKind kind = GeometryKind::none;
  std::string crs;  ///< "EPSG:25833", WKT, or "" if the file doesn't know
  std::int64_t features = 0;
};

/// Whether somebody may be writing into the file meanwhile: then locks are taken, and what was committed last is seen.
enum class Sharing { alone, with_writer };

/// Nothing of the file's schema runs, and the file itself isn't touched: whoever has it open may go on writing.
database::Connection open_geopackage(const std::filesystem::path& file, Sharing sharing = Sharing::alone);

/// Feature tables in the order of their registration; views are left out. Without counts `features` is −1: counting
/// reads through every table. Throws Error{unreadable}.
std::vector<GeoPackageLayer> geopackage_layers(database::Connection& file, bool counted);

/// Throws Error{not_found|unreadable|cancelled}.
FeatureColumns read_geopackage_columns(database::Connection& file, const GeoPackageLayer& layer,
                                       const Progress& progress = {}, const ColumnNames& columns = {});

}  // namespace smile
