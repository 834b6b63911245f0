#pragma once
// One feature table of a GeoPackage as columns: flat coordinates and flat values, read through SQLite with the WKB in
// place. Three times as fast as a loop over features, and the file's views, triggers and functions never run.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "gis/formats/features.h"

namespace smile {

struct GeoPackageLayer {
  std::string name;  ///< of the table
  std::string geometry_column;
  GeometryKind kind = GeometryKind::none;
  std::string crs;  ///< "EPSG:25833", WKT, or "" if the file doesn't know
  std::int64_t features = 0;
};

/// Feature tables in the order of their registration; views are left out. Throws Error{unreadable}.
std::vector<GeoPackageLayer> geopackage_layers(const std::filesystem::path& file);

/// Values of one column. Only the list that suits `kind` is filled; a null has 0 or "" there.
struct ValueColumn {
  enum class Kind : std::uint8_t { integer, real, text, boolean, date, date_time };
  std::string name;
  Kind kind = Kind::text;
  std::vector<std::int64_t> integers;  ///< integer, boolean
  std::vector<double> reals;
  std::string bytes;              ///< text, date, date_time: all values one after another, as they stand in the file
  std::vector<std::size_t> ends;  ///< where each value ends in `bytes`
  std::vector<bool> null;

  std::string_view text(std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : ends[row - 1];
    return std::string_view(bytes).substr(begin, ends[row] - begin);
  }
};

struct FeatureColumns {
  std::vector<ValueColumn> columns;                             ///< all but the key, the geometry and binary ones
  std::vector<GeometryKind> kinds;                              ///< per feature; none: null
  Geometry shapes;                                              ///< all coordinates; see append_wkb
  std::vector<std::uint32_t> point_ends, path_ends, part_ends;  ///< per feature: one past its last in `shapes`
  std::int64_t with_heights = 0;
  std::vector<std::size_t> unreadable;                      ///< features whose geometry is damaged; kind none
  std::vector<std::pair<std::size_t, std::string>> curves;  ///< features with arcs and their WKB; kind none

  std::size_t size() const { return kinds.size(); }
  Geometry geometry(std::size_t feature) const;
};

/// Throws Error{not_found|unreadable|cancelled}.
FeatureColumns read_geopackage_columns(const std::filesystem::path& file, const GeoPackageLayer& layer,
                                       const Progress& progress = {});

}  // namespace smile
