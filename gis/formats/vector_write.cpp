#include <fstream>
#include <mutex>

#include "gis/formats/ogr_handles.h"
#include "gis/formats/vector_table.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

using namespace ogr;

[[noreturn]] void fail(const std::filesystem::path& file) {
  throw Error(ErrorKind::disk, text("“{1}” could not be written ({2}); free some space or choose another folder.",
                                    file.filename().string(), std::string(CPLGetLastErrorMsg())));
}

OGRFieldType ogr_type(VectorType type) {
  switch (type) {
    case VectorType::integer:
      return OFTInteger64;
    case VectorType::real:
      return OFTReal;
    case VectorType::day:
      return OFTDate;
    case VectorType::text:
      break;
  }
  return OFTString;
}

void add_columns(OGRLayerH layer, const VectorTable& table, const std::filesystem::path& file) {
  for (const VectorColumn& column : table.columns) {
    const FieldDefinition field(OGR_Fld_Create(column.name.c_str(), ogr_type(column.type)));
    OGR_Fld_SetWidth(field.get(), column.width);
    OGR_Fld_SetPrecision(field.get(), column.decimals);
    if (OGR_L_CreateField(layer, field.get(), 0) != OGRERR_NONE) fail(file);
  }
}

struct SetCell {
  OGRFeatureH feature;
  int column;
  void operator()(std::monostate) const { OGR_F_SetFieldNull(feature, column); }
  void operator()(const std::string& value) const { OGR_F_SetFieldString(feature, column, value.c_str()); }
  void operator()(std::int64_t value) const { OGR_F_SetFieldInteger64(feature, column, value); }
  void operator()(double value) const { OGR_F_SetFieldDouble(feature, column, value); }
  void operator()(const Day& day) const {
    OGR_F_SetFieldDateTime(feature, column, day.year, day.month, day.day, 0, 0, 0, 0);
  }
};

OGRGeometryH geometry_of(const Geometry& geometry, bool multi) {
  const std::string wkb = to_wkb(geometry);
  OGRGeometryH handle = nullptr;
  if (OGR_G_CreateFromWkb(wkb.data(), nullptr, &handle, static_cast<int>(wkb.size())) != OGRERR_NONE) return nullptr;
  if (multi && geometry.kind == GeometryKind::line) return OGR_G_ForceToMultiLineString(handle);
  if (multi && geometry.kind == GeometryKind::area) return OGR_G_ForceToMultiPolygon(handle);
  return handle;
}

void add_rows(OGRLayerH layer, const VectorTable& table, bool multi, const std::filesystem::path& file,
              const Progress& progress) {
  std::size_t done = 0;
  for (const VectorRow& row : table.rows) {
    if (done++ % 256 == 0) progress.check();
    const FeatureHandle feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      std::visit(SetCell{feature.get(), static_cast<int>(i)}, row.cells[i]);
    if (table.kind != GeometryKind::none && !row.geometry.empty())
      OGR_F_SetGeometryDirectly(feature.get(), geometry_of(row.geometry, multi));
    CPLErrorReset();
    if (OGR_L_CreateFeature(layer, feature.get()) != OGRERR_NONE) fail(file);
  }
}

OGRwkbGeometryType layer_type(GeometryKind kind, bool multi) {
  switch (kind) {
    case GeometryKind::point:
      return wkbPoint;
    case GeometryKind::line:
      return multi ? wkbMultiLineString : wkbLineString;
    case GeometryKind::area:
      return multi ? wkbMultiPolygon : wkbPolygon;
    case GeometryKind::none:
      break;
  }
  return wkbNone;
}

Dataset create(const char* driver, const std::filesystem::path& file, char** options) {
  static std::once_flag registered;
  std::call_once(registered, GDALAllRegister);
  Dataset dataset(GDALCreate(GDALGetDriverByName(driver), file.c_str(), 0, 0, 0, GDT_Unknown, options));
  if (!dataset) fail(file);
  return dataset;
}

/// GDAL reports what it could not flush only when the data set is closed.
void close(Dataset dataset, const std::filesystem::path& file) {
  CPLErrorReset();
  GDALFlushCache(dataset.get());
  dataset.reset();
  if (CPLGetLastErrorType() >= CE_Failure) fail(file);
}

void write_text(const std::filesystem::path& file, const std::string& content) {
  std::ofstream out(file, std::ios::binary);
  out << content;
  out.flush();
  if (!out) fail(file);
}

/// QGIS looks for the default style of a layer in this table.
VectorTable style_table(const std::map<std::string, std::string>& styles) {
  VectorTable table;
  table.name = "layer_styles";
  for (const char* column : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
                             "styleQML", "styleSLD", "useAsDefault", "description", "owner", "ui", "update_time"})
    table.columns.push_back({column, VectorType::text});
  table.columns[7].type = VectorType::integer;
  const std::string none;
  for (const auto& [layer, qml] : styles)
    table.rows.push_back({{none, none, layer, std::string("geom"), std::string("Smile Places"), qml, none,
                           std::int64_t{1}, none, none, none, std::string("2000-01-01T00:00:00.000Z")},
                          {}});
  return table;
}

void add_layer(const Dataset& dataset, const VectorTable& table, const std::filesystem::path& file,
               const Progress& progress) {
  char** options = CSLSetNameValue(nullptr, "FID", table.name == "layer_styles" ? "id" : "fid");
  options = CSLSetNameValue(options, "GEOMETRY_NAME", "geom");
  const SystemHandle system = system_of(table.crs);
  OGRLayerH layer =
      GDALDatasetCreateLayer(dataset.get(), table.name.c_str(), system.get(), layer_type(table.kind, true), options);
  CSLDestroy(options);
  if (!layer) fail(file);
  add_columns(layer, table, file);
  add_rows(layer, table, true, file, progress);
}

}  // namespace

void write_shapefile(const VectorTable& table, const std::filesystem::path& folder, const Progress& progress) {
  const QuietErrors quiet;
  const bool plain = table.kind == GeometryKind::none;
  const std::filesystem::path file = folder / (table.name + (plain ? ".dbf" : ".shp"));
  Dataset dataset = create("ESRI Shapefile", file, nullptr);
  char** options = CSLSetNameValue(nullptr, "ENCODING", "UTF-8");
  options = CSLSetNameValue(options, "DBF_DATE_LAST_UPDATE", "2000-01-01");  // the same bytes on each run
  OGRLayerH layer =
      GDALDatasetCreateLayer(dataset.get(), table.name.c_str(), nullptr, layer_type(table.kind, false), options);
  CSLDestroy(options);
  if (!layer) fail(file);
  add_columns(layer, table, file);
  add_rows(layer, table, false, file, progress);
  close(std::move(dataset), file);
  if (!plain && table.crs.known()) write_text(folder / (table.name + ".prj"), crs_esri_wkt(table.crs));
}

void write_geopackage(const std::vector<VectorTable>& tables, const std::map<std::string, std::string>& styles,
                      const std::filesystem::path& file, const Progress& progress) {
  const QuietErrors quiet;
  const ThreadOption same_date("OGR_CURRENT_DATE", "2000-01-01T00:00:00.000Z");
  const ThreadOption one_thread("GDAL_NUM_THREADS", "1");
  Dataset dataset = create("GPKG", file, nullptr);
  if (GDALDatasetStartTransaction(dataset.get(), 0) != OGRERR_NONE) fail(file);
  for (const VectorTable& table : tables) add_layer(dataset, table, file, progress);
  if (!styles.empty()) add_layer(dataset, style_table(styles), file, progress);
  if (GDALDatasetCommitTransaction(dataset.get()) != OGRERR_NONE) fail(file);
  close(std::move(dataset), file);
}

}  // namespace smile
