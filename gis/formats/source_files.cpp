#include "gis/formats/source_files.h"

#include <algorithm>
#include <cctype>
#include <fstream>

#include "gis/formats/archive.h"
#include "gis/words/issue.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

/// Text formats are read whole; beyond this a desk's memory would not hold them.
constexpr std::uintmax_t largest_file = 4ULL << 30;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

std::string first_bytes(const fs::path& file, std::size_t count) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(count, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(count));
  bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
  return bytes;
}

/// Past a byte order mark and white space.
std::string_view content(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t start = bytes.find_first_not_of(" \t\r\n");
  return start == std::string_view::npos ? std::string_view() : bytes.substr(start);
}

std::string without_zeros(std::string bytes) {
  std::erase(bytes, '\0');
  return bytes;
}

bool is_dxf(std::string_view bytes, const fs::path& file) {
  const std::string_view begin = content(bytes);
  if (lower(file.extension().string()) != ".dxf") return false;
  return begin.starts_with("0") || begin.starts_with("999") || begin.starts_with("AutoCAD Binary DXF");
}

std::optional<Format> xml_format(std::string_view bytes) {
  const std::string plain = without_zeros(std::string(bytes));
  if (plain.find("<kml") != std::string::npos || plain.find(":kml") != std::string::npos) return Format::kml;
  if (plain.find("opengis.net/gml") != std::string::npos) return Format::gml;
  return std::nullopt;
}

/// One line a feature, or a record separator before each.
Format json_format(std::string_view begin) {
  if (begin.starts_with('\x1e')) return Format::geojson_lines;
  const std::size_t line = begin.find('\n');
  const bool one_feature_a_line = line != std::string_view::npos && line > 0 &&
                                  content(begin.substr(line)).starts_with('{') &&
                                  begin.substr(0, line).find("\"Feature\"") != std::string_view::npos &&
                                  begin.substr(0, line).find("\"FeatureCollection\"") == std::string_view::npos;
  return one_feature_a_line ? Format::geojson_lines : Format::geojson;
}

const fs::path& checked_file(const fs::path& file, const fs::path& absolute) {
  std::error_code failed;
  const fs::file_status status = fs::status(absolute, failed);
  if (!fs::exists(status))
    throw Error(ErrorKind::not_found, text("There is no file “{1}”; check the name.", file.string()));
  if (!fs::is_regular_file(status) || absolute.string().starts_with("/vsi"))
    throw Error(
        ErrorKind::refused,
        text("“{1}” is not a regular file; give a file such as districts.shp or districts.gpkg.", file.string()));
  const std::uintmax_t size = fs::file_size(absolute, failed);
  if (size == 0) throw Error(ErrorKind::unreadable, text("The file “{1}” is empty.", file.string()));
  if (size > largest_file)
    throw Error(ErrorKind::refused, text("“{1}” is larger than 4 GB; cut it to the city first.", file.string()));
  return absolute;
}

/// A part of a shapefile stands for the whole.
fs::path main_file(const fs::path& file) {
  const std::string ending = lower(file.extension().string());
  for (const char* part : {".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix"})
    if (ending == part)
      for (const char* shape : {".shp", ".SHP", ".Shp"}) {
        fs::path whole = file;
        whole.replace_extension(shape);
        if (fs::is_regular_file(whole)) return whole;
      }
  return file;
}

[[noreturn]] void not_geodata(const std::string& shown) {
  throw Error(
      ErrorKind::refused,
      text("“{1}” is not geodata this program reads: Shapefile, GeoPackage, GeoJSON, KML, GML, FlatGeobuf, DXF, "
           "or a .zip of them.",
           shown));
}

std::vector<std::string> wanted_endings() {
  return {"shp", "shx", "dbf", "prj", "cpg", "gpkg", "geojson", "geojsonl", "json", "kml", "gml", "xsd", "fgb", "dxf"};
}

std::string name_in_archive(const fs::path& relative) {
  fs::path name = relative;
  return name.replace_extension().generic_string();
}

void unpack(SourceFiles& source, const fs::path& archive, const Progress& progress) {
  source.unpacked.emplace();
  const fs::path folder = source.unpacked->path();
  for (const fs::path& relative : extract_archive(archive, folder, wanted_endings(), progress)) {
    const std::string ending = lower(relative.extension().string());
    if (ending == ".shx" || ending == ".dbf" || ending == ".prj" || ending == ".cpg" || ending == ".xsd") continue;
    if (const auto format = format_of(folder / relative))
      source.datasets.push_back({*format, folder / relative, name_in_archive(relative)});
  }
}

}  // namespace

std::optional<Format> format_of(const fs::path& file) {
  const std::string bytes = first_bytes(file, 8192);
  const std::string_view begin = content(bytes);
  if (bytes.starts_with(std::string_view("\x00\x00\x27\x0a", 4))) return Format::shapefile;
  if (bytes.starts_with("SQLite format 3")) return Format::geopackage;
  if (bytes.starts_with("fgb\3fgb")) return Format::flatgeobuf;
  if (begin.starts_with('{') || begin.starts_with('[') || begin.starts_with('\x1e')) return json_format(begin);
  if (begin.starts_with('<') || bytes.starts_with("\xFF\xFE<") || bytes.starts_with("\xFE\xFF"))
    return xml_format(bytes);
  if (is_dxf(bytes, file)) return Format::dxf;
  return std::nullopt;
}

SourceFiles open_source(const fs::path& file, const Progress& progress) {
  SourceFiles source;
  source.shown = file.string();
  std::error_code failed;
  const fs::path absolute = main_file(checked_file(file, fs::absolute(file, failed)));
  if (first_bytes(absolute, 4).starts_with("PK"))
    unpack(source, absolute, progress);
  else if (const auto format = format_of(absolute))
    source.datasets.push_back({*format, absolute, absolute.stem().string()});
  if (source.datasets.empty()) not_geodata(source.shown);
  for (const Dataset& dataset : source.datasets)
    if (dataset.format == Format::kml || dataset.format == Format::gml) check_xml(dataset.file);
  return source;
}

}  // namespace smile
