#include <cstdio>
#include <fstream>
#include <mutex>
#include <sstream>

#include "gis/formats/ogr_handles.h"
#include "gis/formats/vector_table.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

using namespace ogr;

constexpr std::uintmax_t largest_prj = 64 * 1024;

[[noreturn]] void unreadable(const std::filesystem::path& file) {
  throw Error(ErrorKind::unreadable,
              text("“{1}” is damaged and can't be read ({2}); ask for a fresh copy of the folder.",
                   file.filename().string(), std::string(CPLGetLastErrorMsg())));
}

VectorType type_of(OGRFieldDefnH field) {
  switch (OGR_Fld_GetType(field)) {
    case OFTInteger:
    case OFTInteger64:
      return VectorType::integer;
    case OFTReal:
      return VectorType::real;
    case OFTDate:
      return VectorType::day;
    default:
      return VectorType::text;
  }
}

std::vector<VectorColumn> columns_of(OGRFeatureDefnH definition) {
  std::vector<VectorColumn> columns;
  for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
    columns.push_back(
        {OGR_Fld_GetNameRef(field), type_of(field), OGR_Fld_GetWidth(field), OGR_Fld_GetPrecision(field)});
  }
  return columns;
}

VectorCell cell_of(OGRFeatureH feature, int column, VectorType type) {
  if (!OGR_F_IsFieldSetAndNotNull(feature, column)) return {};
  switch (type) {
    case VectorType::integer:
      return static_cast<std::int64_t>(OGR_F_GetFieldAsInteger64(feature, column));
    case VectorType::real:
      return OGR_F_GetFieldAsDouble(feature, column);
    case VectorType::day: {
      Day day;
      int ignored = 0;
      if (!OGR_F_GetFieldAsDateTime(feature, column, &day.year, &day.month, &day.day, &ignored, &ignored, &ignored,
                                    &ignored))
        return {};
      return day;
    }
    case VectorType::text:
      break;
  }
  return std::string(OGR_F_GetFieldAsString(feature, column));
}

Geometry geometry_of(OGRFeatureH feature) {
  OGRGeometryH handle = OGR_F_GetGeometryRef(feature);
  if (!handle || OGR_G_IsEmpty(handle)) return {};
  std::string wkb(static_cast<std::size_t>(OGR_G_WkbSize(handle)), '\0');
  if (OGR_G_ExportToIsoWkb(handle, wkbNDR, reinterpret_cast<unsigned char*>(wkb.data())) != OGRERR_NONE) return {};
  return from_wkb(wkb).value_or(Geometry{});
}

GeometryKind kind_of(OGRwkbGeometryType type) {
  switch (wkbFlatten(type)) {
    case wkbPoint:
    case wkbMultiPoint:
      return GeometryKind::point;
    case wkbLineString:
    case wkbMultiLineString:
      return GeometryKind::line;
    case wkbPolygon:
    case wkbMultiPolygon:
      return GeometryKind::area;
    default:
      return GeometryKind::none;
  }
}

std::string small_text(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return {};
  if (std::filesystem::file_size(file, ignored) > largest_prj) return {};
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

Dataset open(const std::filesystem::path& file) {
  static std::once_flag registered;
  std::call_once(registered, GDALAllRegister);
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored))
    throw Error(ErrorKind::not_found,
                text("“{1}” is missing; ask for the whole folder, with every file in it.", file.filename().string()));
  const char* drivers[] = {"ESRI Shapefile", nullptr};
  Dataset dataset(GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
  if (!dataset || GDALDatasetGetLayerCount(dataset.get()) != 1) unreadable(file);
  return dataset;
}

void read_rows(OGRLayerH layer, VectorTable& table, const Progress& progress) {
  OGR_L_ResetReading(layer);
  while (const FeatureHandle feature{OGR_L_GetNextFeature(layer)}) {
    if (table.rows.size() % 256 == 0) progress.check();
    VectorRow row;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      row.cells.push_back(cell_of(feature.get(), static_cast<int>(i), table.columns[i].type));
    row.geometry = geometry_of(feature.get());
    table.rows.push_back(std::move(row));
  }
}

}  // namespace

ShapefileContent read_shapefile(const std::filesystem::path& file, const Progress& progress) {
  const QuietErrors quiet;
  const Dataset dataset = open(file);
  OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
  ShapefileContent content;
  content.table.name = file.stem().string();
  content.table.kind = kind_of(OGR_L_GetGeomType(layer));
  content.table.columns = columns_of(OGR_L_GetLayerDefn(layer));
  CPLErrorReset();
  read_rows(layer, content.table, progress);
  if (CPLGetLastErrorType() >= CE_Failure) unreadable(file);
  std::filesystem::path prj = file;
  content.prj = small_text(prj.replace_extension(".prj"));
  return content;
}

}  // namespace smile
