#pragma once
// Tables of a hand-over in the shape of a GIS format.

#include "gis/exports/tables.h"
#include "gis/formats/vector_table.h"

namespace smile::exports {

inline constexpr std::size_t dbf_text_bytes = 254;

/// Short names, text cut to 254 bytes, dates as ISO text beside their first day.
VectorTable as_shapefile(const Table& table, const Crs& crs);
/// Long names and whole values.
VectorTable as_geopackage(const Table& table, const Crs& crs);
/// What as_shapefile's table becomes on disk: "a.shp", "a.shx", "a.dbf", "a.prj", "a.cpg", or "a.dbf", "a.cpg".
std::vector<std::string> shapefile_files(const Table& table, const Crs& crs);
/// The one that is opened: .shp, or .dbf.
std::string shapefile_main_file(const Table& table);

std::string cell_text(const VectorCell& cell);
Day first_day(const Date& date);

}  // namespace smile::exports
