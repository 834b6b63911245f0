// Opens and reads with OGR: only the driver the content calls for, no network, one thread, closed before the function
// returns.
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <mutex>

#include "gis/formats/ogr_cells.h"
#include "gis/formats/ogr_geometry.h"
#include "gis/formats/raw_layer.h"
#include "gis/formats/shapefile_check.h"

namespace smile {
namespace {

void register_drivers() {
  static std::once_flag once;
  std::call_once(once, [] {
    RegisterOGRShape();
    RegisterOGRGeoJSON();
    RegisterOGRGeoJSONSeq();
    RegisterOGRLIBKML();
    RegisterOGRKML();
    RegisterOGRGML();
    RegisterOGRDXF();
    RegisterOGRFlatGeobuf();
    RegisterOGRGeoPackage();
  });
}

/// What GDAL says while it works, and what it must not do meanwhile. On this thread only.
class Guard {
public:
  Guard() {
    register_drivers();
    CPLPushErrorHandlerEx(
        [](CPLErr level, CPLErrorNum, const char* message) {
          auto* self = static_cast<Guard*>(CPLGetErrorHandlerUserData());
          if (level >= CE_Warning && self->messages_.size() < 20) self->messages_.emplace_back(message);
        },
        this);
    CPLHTTPPushFetchCallback([](const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*,
                                void*) -> CPLHTTPResult* { return nullptr; },
                             nullptr);
    for (const auto& [key, value] : options) CPLSetThreadLocalConfigOption(key, value);
  }
  ~Guard() {
    for (const auto& [key, value] : options) CPLSetThreadLocalConfigOption(key, nullptr);
    CPLHTTPPopFetchCallback();
    CPLPopErrorHandler();
  }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;
  const std::vector<std::string>& messages() const { return messages_; }

private:
  static constexpr std::pair<const char*, const char*> options[] = {
      {"GDAL_NUM_THREADS", "1"},
      {"CPL_VSIL_CURL_ALLOWED_FILENAME", "none"},
      {"GML_SKIP_RESOLVE_ELEMS", "ALL"},
  };
  std::vector<std::string> messages_;
};

struct How {
  std::vector<const char*> drivers;
  std::vector<const char*> options;
};

How how_to_open(Format format) {
  switch (format) {
    case Format::shapefile:
      return {{"ESRI Shapefile"}, {"ENCODING="}};
    case Format::geopackage:
      return {{"GPKG"}, {"LIST_ALL_TABLES=NO"}};
    case Format::geojson:
      return {{"GeoJSON"}, {}};
    case Format::geojson_lines:
      return {{"GeoJSONSeq"}, {}};
    case Format::kml:
      return {{"LIBKML", "KML"}, {}};
    case Format::gml:
      return {{"GML"}, {"WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO"}};
    case Format::flatgeobuf:
      return {{"FlatGeobuf"}, {}};
    case Format::dxf:
      return {{"DXF"}, {}};
  }
  return {};
}

GDALDatasetUniquePtr open(const std::filesystem::path& file, Format format, const std::string& shown,
                          const Guard& guard) {
  How how = how_to_open(format);
  how.drivers.push_back(nullptr);
  how.options.push_back(nullptr);
  GDALDatasetUniquePtr dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, how.drivers.data(),
                                                 how.options.data(), nullptr));
  if (!dataset) {
    const std::string reason = guard.messages().empty() ? std::string("–") : guard.messages().back();
    throw Error(ErrorKind::unreadable, text("“{1}” can't be read ({2}); ask for the file again.", shown, reason));
  }
  return dataset;
}

GeometryKind kind_of(OGRwkbGeometryType type) {
  const auto flat = wkbFlatten(OGR_GT_GetLinear(type));
  if (flat == wkbPoint || flat == wkbMultiPoint) return GeometryKind::point;
  if (flat == wkbLineString || flat == wkbMultiLineString) return GeometryKind::line;
  if (OGR_GT_IsSurface(flat) || flat == wkbMultiPolygon) return GeometryKind::area;
  return GeometryKind::none;
}

/// Formats without a type for the layer: what the first features are.
GeometryKind kind_of_first(OGRLayer& layer) {
  GeometryKind kind = GeometryKind::none;
  layer.ResetReading();
  for (int i = 0; i < 50; ++i) {
    const OGRFeatureUniquePtr feature(layer.GetNextFeature());
    if (!feature) break;
    if (const OGRGeometry* geometry = feature->GetGeometryRef())
      kind = std::max(kind, from_ogr(*geometry).geometry.kind);
  }
  layer.ResetReading();
  return kind;
}

std::string wkt_of(OGRLayer& layer) {
  const OGRSpatialReference* reference = layer.GetSpatialRef();
  if (reference == nullptr || reference->IsLocal()) return {};
  const char* authority = reference->GetAuthorityName(nullptr);
  const char* code = reference->GetAuthorityCode(nullptr);
  if (authority != nullptr && code != nullptr && EQUAL(authority, "EPSG")) return std::string("EPSG:") + code;
  char* wkt = nullptr;
  const char* const options[] = {"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
  const bool written = reference->exportToWkt(&wkt, options) == OGRERR_NONE;
  std::string out = written && wkt != nullptr ? wkt : "";
  CPLFree(wkt);
  return out;
}

/// A drawing knows no areas: a line that returns to its start is one.
bool close_lines(Geometry& geometry) {
  if (geometry.kind != GeometryKind::line || geometry.paths() != 1) return false;
  if (geometry.points.size() < 4 || !(geometry.points.front() == geometry.points.back())) return false;
  geometry.kind = GeometryKind::area;
  geometry.part_ends = {1};
  return true;
}

struct Seen {
  std::int64_t heights = 0, curves = 0, surfaces = 0, mixed = 0, closed = 0;
};

Geometry convert(const OGRGeometry* geometry, Seen& seen) {
  if (geometry == nullptr) return {};
  Converted converted = from_ogr(*geometry);
  seen.heights += converted.heights;
  seen.curves += converted.curves;
  seen.surfaces += converted.surfaces;
  seen.mixed += converted.mixed;
  return std::move(converted.geometry);
}

void say_what_was_dropped(const Seen& seen, IssueList& issues) {
  if (seen.heights > 0)
    issues.add(Severity::note, "heights_dropped",
               text_n(seen.heights, "{1} feature has heights or measures; a plan is flat and leaves them out.",
                      "{1} features have heights or measures; a plan is flat and leaves them out.", seen.heights));
  if (seen.curves > 0)
    issues.add(Severity::note, "curves_straightened",
               text_n(seen.curves, "{1} feature has arcs; they were turned into short straight lines.",
                      "{1} features have arcs; they were turned into short straight lines.", seen.curves));
  if (seen.surfaces > 0)
    issues.add(Severity::note, "surfaces_flattened",
               text_n(seen.surfaces, "{1} feature is a body of several faces; it was flattened into an area.",
                      "{1} features are bodies of several faces; they were flattened into areas.", seen.surfaces));
  if (seen.closed > 0)
    issues.add(Severity::note, "lines_closed",
               text_n(seen.closed, "{1} closed line of the drawing came in as an area.",
                      "{1} closed lines of the drawing came in as areas.", seen.closed));
  if (seen.mixed > 0)
    issues.add(Severity::warning, "collection_reduced",
               text_n(seen.mixed, "{1} feature mixes areas, lines and points; only the areas, else the lines, came in.",
                      "{1} features mix areas, lines and points; only the areas, else the lines, came in.", seen.mixed),
               text("Export areas, lines and points as layers of their own."));
}

void say_what_gdal_said(const Guard& guard, IssueList& issues) {
  for (const std::string& message : guard.messages())
    issues.add(Severity::warning, "reader_says", text("While reading: {1}", message)).value = message;
}

void read_features_of(OGRLayer& layer, Format format, RawLayer& out, Seen& seen, const Progress& progress) {
  const CellReader cells(*layer.GetLayerDefn());
  out.columns = cells.columns();
  const auto total = static_cast<double>(std::max<std::int64_t>(layer.GetFeatureCount(0), 1));
  std::int64_t number = 0;
  layer.ResetReading();
  for (OGRFeatureUniquePtr feature; feature.reset(layer.GetNextFeature()), feature;) {
    if (++number % 256 == 0) {
      progress.check();
      progress.report(text("Reading features"), std::min(1.0, static_cast<double>(number) / total));
    }
    Feature& made = out.features.emplace_back();
    made.row = format == Format::shapefile ? feature->GetFID() + 1 : number;
    made.cells = cells.read(*feature);
    made.geometry = convert(feature->GetGeometryRef(), seen);
    if (format == Format::dxf) seen.closed += close_lines(made.geometry);
  }
}

/// Placemarks carry a dozen columns for the globe that are nearly always empty.
void drop_empty_columns(RawLayer& layer) {
  for (std::size_t i = layer.columns.size(); i-- > 0;) {
    const bool used = std::any_of(layer.features.begin(), layer.features.end(), [i](const Feature& feature) {
      return !feature.cells[i].empty() && feature.cells[i] != "-1";
    });
    if (used) continue;
    layer.columns.erase(layer.columns.begin() + static_cast<std::ptrdiff_t>(i));
    for (Feature& feature : layer.features) feature.cells.erase(feature.cells.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

OGRLayer& find_layer(GDALDataset& dataset, const std::string& name, const std::string& shown) {
  OGRLayer* layer = dataset.GetLayerByName(name.c_str());
  if (layer == nullptr && dataset.GetLayerCount() == 1) layer = dataset.GetLayer(0);
  if (layer == nullptr)
    throw Error(ErrorKind::not_found, text("“{1}” has no layer “{2}”; check the name.", shown, name));
  return *layer;
}

void describe(OGRLayer& layer, const std::string& text_of_file, RawLayer& out) {
  out.crs_text = wkt_of(layer);
  out.crs = crs_from_text(text_of_file);
  if (!out.crs) out.crs = crs_from_text(out.crs_text);
}

}  // namespace

std::vector<LayerInfo> list_layers_with_ogr(const Dataset& dataset) {
  const Guard guard;
  IssueList ignored(dataset.name);
  const auto check =
      dataset.format == Format::shapefile ? std::optional(check_shapefile(dataset.file, ignored)) : std::nullopt;
  const auto opened = open(check ? check->open : dataset.file, dataset.format, dataset.file.filename().string(), guard);
  std::vector<LayerInfo> out;
  for (OGRLayer* layer : opened->GetLayers()) {
    GeometryKind kind = kind_of(layer->GetGeomType());
    if (kind == GeometryKind::none) kind = kind_of_first(*layer);
    out.push_back({layer->GetName(), kind, layer->GetFeatureCount(1)});
  }
  return out;
}

RawLayer read_layer_with_ogr(const Dataset& dataset, const std::string& name, IssueList& issues, const Progress& progress) {
  const Guard guard;
  std::optional<ShapefileCheck> check;
  if (dataset.format == Format::shapefile) check.emplace(check_shapefile(dataset.file, issues));
  const std::string shown = dataset.file.filename().string();
  const auto opened = open(check ? check->open : dataset.file, dataset.format, shown, guard);
  OGRLayer& layer = find_layer(*opened, name, shown);
  RawLayer out;
  out.layer = layer.GetName();
  out.driver = opened->GetDriverName();
  out.table_bytes = dataset.format == Format::shapefile;
  describe(layer, check ? check->projection : std::string(), out);
  if (check) {
    out.declared = check->declared;
    out.code_page = check->code_page;
    out.language_driver = check->language_driver;
    if (out.crs_text.empty()) out.crs_text = check->projection;
  } else {
    out.declared = layer.GetFeatureCount(1);
  }
  Seen seen;
  read_features_of(layer, dataset.format, out, seen, progress);
  if (dataset.format == Format::kml) drop_empty_columns(out);
  say_what_was_dropped(seen, issues);
  say_what_gdal_said(guard, issues);
  return out;
}

}  // namespace smile
