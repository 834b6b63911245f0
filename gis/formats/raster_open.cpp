#include "gis/formats/raster_open.h"

#include <gdal_frmts.h>
#include <ogrsf_frmts.h>

#include <fstream>
#include <mutex>
#include <regex>

#include "gis/formats/map_service.h"
#include "gis/formats/service_description.h"
#include "gis/words/issue.h"

namespace smile::raster {
namespace {

namespace fs = std::filesystem;

/// Those of the formats we read and no others: what a server answers is opened by GDAL with what is registered.
void register_drivers() {
  static std::once_flag once;
  std::call_once(once, [] {
    GDALRegister_GTiff();
    GDALRegister_PNG();
    GDALRegister_JPEG();
    GDALRegister_WEBP();
    GDALRegister_MEM();
    GDALRegister_WMS();
    GDALRegister_WMTS();
    GDALRegister_MBTiles();
    RegisterOGRSQLite();  // by which the driver of MBTiles reads
    RegisterOGRGeoPackage();
  });
}

const char* const* file_drivers() {
  static const char* const names[] = {"GTiff", "PNG", "JPEG", "MBTiles", "GPKG", nullptr};
  return names;
}

std::optional<Crs> crs_of(GDALDatasetH dataset) {
  OGRSpatialReferenceH system = GDALGetSpatialRef(dataset);
  if (system == nullptr) return std::nullopt;
  const char* authority = OSRGetAuthorityName(system, nullptr);
  const char* code = OSRGetAuthorityCode(system, nullptr);
  if (authority != nullptr && code != nullptr && std::string_view(authority) == "EPSG")
    if (auto crs = crs_from_text("EPSG:" + std::string(code))) return crs;
  char* wkt = nullptr;
  const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
  const bool written = OSRExportToWktEx(system, &wkt, options) == OGRERR_NONE;
  std::optional<Crs> crs = written ? crs_from_text(wkt) : std::nullopt;
  CPLFree(wkt);
  return crs;
}

void check_regular(const fs::path& file) {
  std::error_code failed;
  const fs::file_status status = fs::status(file, failed);
  if (!fs::exists(status))
    throw Error(ErrorKind::not_found, text("There is no file “{1}”; check the name.", file.string()));
  if (!fs::is_regular_file(status) || file.string().starts_with("/vsi"))
    throw Error(ErrorKind::refused,
                text("“{1}” is not a regular file; give a picture such as map.tif or map.mbtiles.", file.string()));
}

std::string name_in_gdal(const fs::path& file, const std::string& table) {
  return table.empty() ? file.string() : "GPKG:" + file.string() + ":" + table;
}

ogr::Dataset open_file(const RasterSource& source) {
  const fs::path file = fs::absolute(source.file).lexically_normal();
  check_regular(file);
  const std::string name = name_in_gdal(file, source.layer);
  ogr::Dataset dataset(GDALOpenEx(name.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, file_drivers(), nullptr, nullptr));
  if (dataset == nullptr || GDALGetRasterCount(dataset.get()) == 0)
    throw Error(ErrorKind::refused,
                text("“{1}” is no picture this program reads: GeoTIFF, PNG or JPEG with a world file, MBTiles, "
                     "GeoPackage.",
                     file.filename().string()));
  return dataset;
}

ogr::Dataset open_service(const RasterSource& source, const Guard& guard, const Progress& progress) {
  const std::string description = service_description(source, progress);
  const char* const drivers[] = {source.kind == RasterSource::Kind::wmts ? "WMTS" : "WMS", nullptr};
  ogr::Dataset dataset(GDALOpenEx(description.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, nullptr, nullptr));
  if (dataset == nullptr || GDALGetRasterCount(dataset.get()) == 0) throw service_problem(source, guard.said());
  return dataset;
}

/// "… HTTP status code: 404, error: …" → 404; 0: no answer at all.
int http_status(const std::string& said) {
  std::smatch found;
  static const std::regex status("HTTP (?:status|error) code ?: ?([0-9]+)");
  return std::regex_search(said, found, status) ? std::stoi(found[1]) : 0;
}

std::string exception_in(const std::string& said) {
  std::smatch found;
  static const std::regex exception("returned exception(?: code '[^']*')?: ?([^\\n]*)");
  return std::regex_search(said, found, exception) ? std::string(found[1]).substr(0, 200) : std::string();
}

}  // namespace

Guard::Guard(const RasterSource& source) {
  register_drivers();
  const auto set = [this](const char* key, const std::string& value) {
    options_.push_back(std::make_unique<ogr::ThreadOption>(key, value.c_str()));
  };
  set("GDAL_PAM_ENABLED", "NO");  // .aux.xml may refer to files elsewhere, and none are to be written
  set("CPL_VSIL_CURL_ALLOWED_FILENAME", "-");
  set("GDAL_OVERVIEW_OVERSAMPLING_THRESHOLD", "1.2");
  // Never the current folder, whatever a description forgets.
  set("GDAL_DEFAULT_WMS_CACHE_PATH", source.cache.empty() ? fs::temp_directory_path().string() : source.cache.string());
  if (source.kind == RasterSource::Kind::file) {
    set("GDAL_HTTP_PROXY", "http://127.0.0.1:9");  // a port where nobody listens: files ask nobody
    set("GDAL_HTTPS_PROXY", "http://127.0.0.1:9");
  } else {
    set("GDAL_HTTP_CONNECTTIMEOUT", "5");
    set("GDAL_HTTP_TIMEOUT", std::to_string(service_timeout_s));
  }
  CPLPushErrorHandlerEx(
      [](CPLErr level, CPLErrorNum, const char* message) {
        auto* self = static_cast<Guard*>(CPLGetErrorHandlerUserData());
        if (level >= CE_Failure && self->said_.size() < 4000) self->said_ += std::string(message) + "\n";
      },
      this);
}

Guard::~Guard() {
  CPLPopErrorHandler();
}

Opened open(const RasterSource& source, const Guard& guard, const Progress& progress) {
  const bool file = source.kind == RasterSource::Kind::file;
  Opened opened;
  opened.name = file ? source.file.filename().string() : host_of(source.address);
  opened.dataset = file ? open_file(source) : open_service(source, guard, progress);
  if (GDALGetGeoTransform(opened.dataset.get(), opened.to_ground.data()) != CE_None)
    throw Error(ErrorKind::refused,
                text("“{1}” does not say where on the ground it lies; a picture needs a world file (.tfw, .pgw, .jgw) "
                     "beside it.",
                     opened.name));
  opened.crs = crs_of(opened.dataset.get());
  if (file && !source.crs.empty()) {
    opened.crs = crs_from_text(source.crs);
    if (!opened.crs)
      throw Error(ErrorKind::usage, text("“{1}” is not a coordinate system; write it as EPSG:25833.", source.crs));
  }
  return opened;
}

const Crs& known_crs(const Opened& opened) {
  if (opened.crs) return *opened.crs;
  throw Error(ErrorKind::needs_answer,
              text("“{1}” does not name its coordinate system: say which it is with --crs EPSG:n.", opened.name));
}

Point ground_at(const GroundTransform& t, double x, double y) {
  return {t[0] + x * t[1] + y * t[2], t[3] + x * t[4] + y * t[5]};
}

Error service_problem(const RasterSource& source, const std::string& said) {
  const std::string host = host_of(source.address);
  if (const std::string exception = exception_in(said); !exception.empty())
    return {ErrorKind::unreadable, text("The map service {1} refuses: {2}", host, exception)};
  const int status = http_status(said);
  if (status >= 300)
    return {ErrorKind::unreadable,
            text("The map service {1} answers with error {2}; check the address and the layer.", host, status)};
  const bool silent =
      said.find("Unable to download") != std::string::npos || said.find("ReadBlock") == std::string::npos;
  if (status >= 200 || !silent)
    return {ErrorKind::unreadable, text("The map service {1} answers with something that is no picture.", host)};
  return {ErrorKind::unreadable, text("The map service {1} does not answer.", host)};
}

Error file_problem(const Opened& opened, const std::string& said) {
  const std::string first = said.substr(0, said.find('\n'));
  return {ErrorKind::unreadable, text("“{1}” is damaged and can't be drawn: {2}", opened.name, first)};
}

ogr::Dataset over_memory(std::uint8_t* rgba, int width, int height, const GroundTransform& transform, const Crs& crs) {
  ogr::Dataset dataset(GDALCreate(GDALGetDriverByName("MEM"), "", width, height, 0, GDT_Byte, nullptr));
  const std::string line = "LINEOFFSET=" + std::to_string(std::int64_t{4} * width);
  for (int band = 0; band < 4; ++band) {
    char pointer[64];
    pointer[CPLPrintPointer(pointer, rgba + band, sizeof pointer - 1)] = '\0';
    const std::string address = "DATAPOINTER=" + std::string(pointer);
    const char* const options[] = {address.c_str(), "PIXELOFFSET=4", line.c_str(), nullptr};
    GDALAddBand(dataset.get(), GDT_Byte, const_cast<char**>(options));
    constexpr GDALColorInterp meanings[] = {GCI_RedBand, GCI_GreenBand, GCI_BlueBand, GCI_AlphaBand};
    GDALSetRasterColorInterpretation(GDALGetRasterBand(dataset.get(), band + 1), meanings[band]);
  }
  GroundTransform copy = transform;
  GDALSetGeoTransform(dataset.get(), copy.data());
  if (const ogr::SystemHandle system = ogr::system_of(crs)) GDALSetSpatialRef(dataset.get(), system.get());
  return dataset;
}

}  // namespace smile::raster
