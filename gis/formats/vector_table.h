#pragma once
// Writing tables with geometry through GDAL's Shapefile and GeoPackage drivers, and reading our own shapefiles back as
// they are: without the gate of features.h, because what a hand-over says must come back bit for bit. Whoever reads a
// stranger's file uses features.h.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "gis/crs/crs.h"
#include "gis/geometry/geometry.h"
#include "gis/jobs/progress.h"

namespace smile {

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
  bool operator==(const Day&) const = default;
};

/// monostate: null.
using VectorCell = std::variant<std::monostate, std::string, std::int64_t, double, Day>;

enum class VectorType : std::uint8_t { text, integer, real, day };

struct VectorColumn {
  std::string name;
  VectorType type = VectorType::text;
  int width = 0;     ///< bytes in a DBF; 0: as wide as the format wants
  int decimals = 0;  ///< of real in a DBF
};

struct VectorRow {
  std::vector<VectorCell> cells;  ///< one per column
  Geometry geometry;              ///< of the table's kind, or none: null
};

struct VectorTable {
  std::string name;  ///< layer, and file without ending
  GeometryKind kind = GeometryKind::none;
  Crs crs;
  std::vector<VectorColumn> columns;
  std::vector<VectorRow> rows;
};

/// Writes name.shp, .shx, .dbf, .prj and .cpg into the folder (.dbf and .cpg for a table without geometry). The same
/// bytes on each run. Text has to fit 254 bytes. Throws Error{disk|cancelled}.
void write_shapefile(const VectorTable& table, const std::filesystem::path& folder, const Progress& progress = {});

/// `file` is the .shp, or the .dbf of a table without geometry. The text of the .prj comes in crs_text. Throws
/// Error{not_found|unreadable|cancelled}.
struct ShapefileContent {
  VectorTable table;  ///< crs is not set
  std::string prj;    ///< "" without a .prj
};
ShapefileContent read_shapefile(const std::filesystem::path& file, const Progress& progress = {});

/// One layer per table; lines and areas become multi-lines and multi-polygons. QML styles by layer name go into
/// layer_styles, where QGIS finds them.
void write_geopackage(const std::vector<VectorTable>& tables, const std::map<std::string, std::string>& styles,
                      const std::filesystem::path& file, const Progress& progress = {});

}  // namespace smile
