#pragma once
// Which tables a plan file has. It is a GeoPackage 1.3: QGIS sees a layer per district level (districts_<level id>) and
// four tables of measures, of which a measure is a row in exactly one, and the features of layers that were taken into
// the plan (feature_tables.h). What has no GIS meaning stands in tables named smile_…

#include <map>
#include <string>
#include <vector>

#include "gis/database/sqlite.h"
#include "gis/plan/plan.h"

namespace smile::store {

inline constexpr std::int64_t application_id = 0x47504B47;  ///< "GPKG"
inline constexpr std::int64_t geopackage_version = 10300;
inline constexpr std::int64_t format_version = 1;  ///< of our own tables

/// One layer or attribute table as the GeoPackage lists it.
struct Layer {
  std::string table;
  GeometryKind kind = GeometryKind::none;  ///< none: attributes without a place
  std::string identifier;                  ///< for people, unique in the file
  std::string description;
};

std::string districts_table(Id level);
/// Where a measure of this kind of geometry stands.
std::string measures_table(GeometryKind kind);
/// none last.
const std::vector<GeometryKind>& measure_kinds();
/// Columns of a table of measures in the order rows.h binds and reads them.
std::vector<std::string> measure_columns(GeometryKind kind);
std::vector<std::string> district_columns();

/// The layers of a plan: its levels, coarsest first, then measures.
std::vector<Layer> layers_of(const Plan& plan);

/// Number of the coordinate system within the file: its EPSG code, 100000 for one without, -1 if the plan has none.
std::int64_t srs_id(const Crs& crs);

/// "MULTIPOINT" …; "" for none.
std::string multi_name(GeometryKind kind);

void create_schema(database::Connection& connection, const Plan& plan);
void put_srs(database::Connection& connection, const Crs& crs);
void add_layer(database::Connection& connection, const Layer& layer, const Crs& crs);
bool has_table(database::Connection& connection, const std::string& table);
/// One of ours that plans of earlier versions lack.
void ensure_table(database::Connection& connection, const std::string& table);
void drop_layer(database::Connection& connection, const std::string& table);

/// What is in the file beside the tables of a plan: "" if nothing, else the first such thing's name.
std::string first_stranger(database::Connection& connection);
/// Throws Error{unreadable} where a table of ours is missing, or is no plain table.
void require_tables(database::Connection& connection, const std::string& file);

/// UTC, "2026-11-22T23:05:17.123Z".
std::string now_utc();

}  // namespace smile::store
