#include "gis/formats/service_description.h"

#include <cpl_http.h>

#include <charconv>
#include <chrono>
#include <fstream>

#include "gis/formats/map_service.h"
#include "gis/formats/raster_open.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

constexpr char user_agent[] = "Smile Places";
constexpr int kept_for_s = 7 * 24 * 3600;
constexpr int for_ever_s = 2000000000;

std::string escaped(const std::string& text, int scheme) {
  char* out = CPLEscapeString(text.c_str(), static_cast<int>(text.size()), scheme);
  std::string result = out;
  CPLFree(out);
  return result;
}

std::string element(const char* name, const std::string& content) {
  return "<" + std::string(name) + ">" + escaped(content, CPLES_XML) + "</" + name + ">";
}
std::string number(const char* name, double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.10f", value);
  return element(name, text);
}

/// What all kinds have: where answers are kept, how long one waits, that certificates are checked.
std::string common_part(const RasterSource& source) {
  std::string cache = element("Path", source.cache.string());
  cache += element("Expires", std::to_string(source.only_cache ? for_ever_s : kept_for_s));
  cache += element("CleanTimeout", "0");  // trim_cache does that
  std::string xml = "<Cache>" + cache + "</Cache>";
  xml += element("Timeout", std::to_string(service_timeout_s));
  xml += element("MaxConnections", "4") + element("UserAgent", user_agent) + element("UnsafeSSL", "false");
  xml += element("OfflineMode", source.only_cache ? "true" : "false");
  xml += element("ZeroBlockHttpCodes", "204,404") + element("BandsCount", "4");
  return xml;
}

/// Everywhere on the ground in steps of two from 1/8 m: so a tile keeps its address whatever part of the map is seen.
std::string wms_grid(const Crs& crs) {
  constexpr double metres = 67108864;  // 2^26
  constexpr double degrees = 256;
  const double reach = is_geographic(crs) ? degrees : metres;
  std::string xml = "<DataWindow>" + number("UpperLeftX", -reach) + number("UpperLeftY", reach);
  xml += number("LowerRightX", reach) + number("LowerRightY", -reach);
  xml += element("SizeX", "1073741824") + element("SizeY", "1073741824") + "</DataWindow>";
  return xml + element("BlockSizeX", "512") + element("BlockSizeY", "512") + element("OverviewCount", "20");
}

std::string or_else(const std::string& value, const char* otherwise) {
  return value.empty() ? otherwise : value;
}

std::string wms_description(const RasterSource& source) {
  const std::string code = or_else(parameter_of(source.address, "CRS"), "EPSG:3857");
  const auto crs = crs_from_text(code);
  if (!crs || crs->epsg == 0)
    throw Error(ErrorKind::refused, text("“{1}” is no coordinate system a map service can be asked in.", code));
  const std::string version = or_else(parameter_of(source.address, "VERSION"), "1.1.1");
  const bool newer = version == "1.3.0";
  std::string service = element("Version", newer ? "1.3.0" : "1.1.1");
  service += element("ServerUrl", base_address(source));
  service += element("Layers", escaped(source.layer, CPLES_URL));
  service += element(newer ? "CRS" : "SRS", crs_code(*crs));
  service += element("ImageFormat", escaped(or_else(parameter_of(source.address, "FORMAT"), "image/png"), CPLES_URL));
  service += element("Transparent", "TRUE") + "<Styles></Styles>";
  service += element("BBoxOrder", newer && is_geographic(*crs) ? "yxYX" : "xyXY");
  return "<GDAL_WMS><Service name=\"WMS\">" + service + "</Service>" + wms_grid(*crs) +
         element("Projection", crs_code(*crs)) + common_part(source) + "</GDAL_WMS>";
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

std::string xyz_description(const RasterSource& source) {
  constexpr double edge = 20037508.342789244;
  const bool from_south = source.address.find("{-y}") != std::string::npos;
  std::string address = replaced(replaced(source.address, "{s}", "a"), "{-y}", "{y}");
  for (const char* place : {"{x}", "{y}", "{z}"}) address = replaced(address, place, "$" + std::string(place));
  std::string window = number("UpperLeftX", -edge) + number("UpperLeftY", edge) + number("LowerRightX", edge);
  window += number("LowerRightY", -edge) + element("TileLevel", std::to_string(zooms_of(source).second));
  window += element("TileCountX", "1") + element("TileCountY", "1");
  window += element("YOrigin", from_south ? "bottom" : "top");
  const char* size = source.address.find("@2x") == std::string::npos ? "256" : "512";
  return "<GDAL_WMS><Service name=\"TMS\">" + element("ServerUrl", address) + "</Service><DataWindow>" + window +
         "</DataWindow>" + element("Projection", "EPSG:3857") + element("BlockSizeX", size) +
         element("BlockSizeY", size) + common_part(source) + "</GDAL_WMS>";
}

std::string wmts_description(const RasterSource& source, const Progress& progress) {
  std::string xml = element("GetCapabilitiesUrl", kept_capabilities(source, progress).string());
  xml += element("Layer", source.layer);
  if (const std::string set = parameter_of(source.address, "TILEMATRIXSET"); !set.empty())
    xml += element("TileMatrixSet", set);
  return "<GDAL_WMTS>" + xml + common_part(source) + element("ZeroBlockOnServerException", "false") + "</GDAL_WMTS>";
}

/// Throws Error{unreadable} where the server doesn't answer, or with too much.
std::string fetch(const RasterSource& source, const std::string& address, const Progress& progress) {
  constexpr int most_bytes = 32 << 20;
  const std::string timeout = "TIMEOUT=" + std::to_string(service_timeout_s);
  const std::string most = "MAX_FILE_SIZE=" + std::to_string(most_bytes);
  const std::string agent = "USERAGENT=" + std::string(user_agent);
  const char* const options[] = {timeout.c_str(), "CONNECTTIMEOUT=5", most.c_str(), agent.c_str(), nullptr};
  const auto go_on = [](double, const char*, void* asked) -> int {
    return static_cast<const Progress*>(asked)->stopped() ? 0 : 1;
  };
  Progress asked = progress;
  CPLHTTPResult* result = CPLHTTPFetchEx(address.c_str(), const_cast<char**>(options), go_on, &asked, nullptr, nullptr);
  if (progress.stopped()) CPLHTTPDestroyResult(result);
  progress.check();
  std::string body;
  std::string problem = "no answer";
  if (result != nullptr) {
    if (result->pabyData != nullptr)
      body.assign(reinterpret_cast<const char*>(result->pabyData), static_cast<std::size_t>(result->nDataLen));
    problem = result->pszErrBuf != nullptr ? result->pszErrBuf : "";
    CPLHTTPDestroyResult(result);
  }
  if (!problem.empty() || body.empty()) throw raster::service_problem(source, problem);
  return body;
}

bool is_fresh(const fs::path& file) {
  std::error_code failed;
  const auto when = fs::last_write_time(file, failed);
  return !failed && fs::file_time_type::clock::now() - when < std::chrono::hours(24);
}

/// Beside and renamed: another program may read it meanwhile.
void keep(const std::string& body, const fs::path& file) {
  std::error_code failed;
  fs::create_directories(file.parent_path(), failed);
  const fs::path beside = file.string() + ".new";
  std::ofstream(beside, std::ios::binary) << body;
  fs::rename(beside, file, failed);
  if (failed)
    throw Error(ErrorKind::disk,
                text("The folder {1} can't be written; free some space.", file.parent_path().string()));
}

}  // namespace

std::string parameter_of(const std::string& address, const char* key) {
  const std::string value = CPLURLGetValue(address.c_str(), key);
  char* plain = CPLUnescapeString(value.c_str(), nullptr, CPLES_URL);
  std::string result = plain;
  CPLFree(plain);
  return result;
}

std::string with_parameter(const std::string& address, const char* key, const std::string& value) {
  return CPLURLAddKVP(address.c_str(), key, value.empty() ? nullptr : escaped(value, CPLES_URL).c_str());
}

std::string base_address(const RasterSource& source) {
  std::string address = source.address;
  for (const char* key :
       {"SERVICE", "REQUEST", "VERSION", "LAYERS", "LAYER", "STYLES", "STYLE", "CRS", "SRS", "BBOX", "WIDTH", "HEIGHT",
        "FORMAT", "TRANSPARENT", "TILEMATRIXSET", "TILEMATRIX", "TILEROW", "TILECOL"})
    if (!CPLURLGetValue(address.c_str(), key).empty()) address = CPLURLAddKVP(address.c_str(), key, nullptr);
  return address;
}

fs::path kept_capabilities(const RasterSource& source, const Progress& progress, bool afresh) {
  std::string address = base_address(source);
  const bool document = address.find('?') == std::string::npos && address.ends_with(".xml");
  if (!document) {
    address = with_parameter(address, "SERVICE", source.kind == RasterSource::Kind::wmts ? "WMTS" : "WMS");
    address = with_parameter(address, "REQUEST", "GetCapabilities");
    address = with_parameter(address, "VERSION", source.kind == RasterSource::Kind::wmts ? "1.0.0" : "1.3.0");
  }
  char name[32];
  std::snprintf(name, sizeof name, "%016zx.xml", std::hash<std::string>()(address));
  const fs::path file = source.cache / "capabilities" / name;
  const bool kept = fs::exists(file);
  if (kept && (source.only_cache || (!afresh && is_fresh(file)))) return file;
  if (source.only_cache) throw raster::service_problem(source, {});
  try {
    keep(fetch(source, address, progress), file);
  } catch (const Error& error) {
    if (afresh || !kept || error.kind() != ErrorKind::unreadable) throw;
  }
  return file;
}

std::pair<int, int> zooms_of(const RasterSource& source) {
  constexpr int deepest = 24;
  int from = 0;
  int to = 19;
  const std::string& given = source.layer;
  const std::size_t dash = given.find('-');
  const auto read = [&](std::string_view part, int& value) {
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc{} && end == part.data() + part.size() && value >= 0 && value <= deepest;
  };
  const std::string_view view = given;
  const bool good = given.empty() ||
                    (dash == std::string::npos ? read(view, to)
                                               : read(view.substr(0, dash), from) && read(view.substr(dash + 1), to));
  if (!good || from > to) throw Error(ErrorKind::usage, text("“{1}” are no zooms; write them as 0-18.", given));
  return {from, to};
}

std::string service_description(const RasterSource& source, const Progress& progress) {
  progress.check();
  check_address(source.address);
  if (source.kind == RasterSource::Kind::xyz) return xyz_description(source);
  check_service_layer(source.layer);
  return source.kind == RasterSource::Kind::wms ? wms_description(source) : wmts_description(source, progress);
}

}  // namespace smile
