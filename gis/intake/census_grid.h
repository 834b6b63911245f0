#pragma once
// Private to this room: cells of the European census grids (INSPIRE), named by their corners in EPSG:3035.

#include <optional>
#include <string_view>

#include "gis/formats/text_table.h"
#include "gis/geometry/geometry.h"

namespace smile {

/// "100mN26840E43341", "1kmN2684E4334", "CRS3035RES100mN2684000E4334100": its square in EPSG:3035. Short names count in
/// cells, long ones in metres. Source: INSPIRE specification on geographical grid systems, 3.1.
std::optional<Box> census_cell(std::string_view name);

/// Which columns of a table say where its cells are.
struct CensusColumns {
  int cell = -1;       ///< names of cells, or
  int x = -1, y = -1;  ///< their middles in EPSG:3035
  double size_m = 0;   ///< of cells given by their middle
  bool found() const { return cell >= 0 || (x >= 0 && y >= 0); }
};
CensusColumns census_columns(const TextTable& table);

/// The square of one row; nothing where it can't be read.
std::optional<Box> census_cell(const CensusColumns& columns, const TextRow& row);

}  // namespace smile
