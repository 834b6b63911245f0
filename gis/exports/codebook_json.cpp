#include <charconv>
#include <nlohmann/json.hpp>

#include "gis/exports/codebook_file.h"
#include "gis/plan/plan_json.h"

namespace smile::exports {
namespace {

using Json = nlohmann::ordered_json;
constexpr int format_version = 1;

std::string_view word(TableKind kind) {
  return kind == TableKind::districts ? "districts" : "measures";
}
TableKind kind_from(const Json& json) {
  return json.get<std::string>() == "districts" ? TableKind::districts : TableKind::measures;
}

std::string hex(std::uint64_t hash) {
  char buffer[17];
  std::snprintf(buffer, sizeof buffer, "%016llx", static_cast<unsigned long long>(hash));
  return buffer;
}
std::uint64_t from_hex(const std::string& text) {
  return std::stoull(text, nullptr, 16);
}

std::string geometry_to_hex(const Geometry& geometry) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const char c : to_wkb(geometry)) {
    out += digits[static_cast<unsigned char>(c) >> 4];
    out += digits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

Geometry geometry_from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    unsigned byte = 0;
    if (std::from_chars(&digits[i], &digits[i] + 2, byte, 16).ec != std::errc{}) return {};
    bytes += static_cast<char>(byte);
  }
  return from_wkb(bytes).value_or(Geometry{});
}

Json files_json(const std::vector<CodebookFile>& files) {
  Json json = Json::array();
  for (const CodebookFile& file : files) {
    Json columns = Json::array();
    for (const CodebookColumn& column : file.columns) {
      Json item = {{"short_name", column.short_name}, {"key", column.key}};
      if (column.statistic != 0) item["statistic"] = column.statistic;
      columns.push_back(item);
    }
    json.push_back({{"name", file.name}, {"kind", word(file.kind)}, {"level", file.level}, {"columns", columns}});
  }
  return json;
}

Json cells_json(const Codebook& codebook) {
  Json json = Json::array();
  for (const auto& [key, cell] : codebook.cells)
    json.push_back({{"kind", word(std::get<0>(key))},
                    {"id", std::get<1>(key)},
                    {"field", std::get<2>(key)},
                    {"written", cell.written},
                    {"whole", cell.whole}});
  return json;
}

Json geometries_json(const Codebook& codebook) {
  Json json = Json::array();
  for (const auto& [key, entry] : codebook.geometries) {
    Json item = {{"kind", word(key.first)}, {"id", key.second}, {"written", hex(entry.written)}};
    if (!entry.rings.empty()) item["rings"] = entry.rings;
    if (!entry.parts.empty()) item["parts"] = entry.parts;
    if (!entry.whole.empty()) item["whole"] = geometry_to_hex(entry.whole);
    json.push_back(item);
  }
  return json;
}

void read_files(const Json& json, Codebook& codebook) {
  for (const Json& item : json) {
    CodebookFile file{item.at("name"), kind_from(item.at("kind")), item.at("level"), {}};
    for (const Json& column : item.at("columns"))
      file.columns.push_back({column.at("short_name"), column.at("key"), column.value("statistic", Id{0})});
    codebook.files.push_back(std::move(file));
  }
}

void read_geometries(const Json& json, Codebook& codebook) {
  for (const Json& item : json) {
    CodebookGeometry entry;
    entry.written = from_hex(item.at("written"));
    entry.rings = item.value("rings", std::vector<int>{});
    entry.parts = item.value("parts", std::vector<int>{});
    if (item.contains("whole")) entry.whole = geometry_from_hex(item.at("whole").get<std::string>());
    codebook.geometries[{kind_from(item.at("kind")), item.at("id").get<Id>()}] = std::move(entry);
  }
}

/// A text from elsewhere is parsed where it can open no file; what is no system is none.
Crs checked(const Crs& crs) {
  if (crs.epsg != 0) return crs_from_epsg(crs.epsg);
  return crs.wkt.empty() ? Crs{} : crs_from_text(crs.wkt).value_or(Crs{});
}

Codebook read(const Json& json) {
  if (json.at("smile_places_codebook") != format_version)
    throw Error(ErrorKind::refused,
                text("The codebook was written by a newer program; update Smile Places to read it."));
  Codebook codebook;
  codebook.rest = from_json<Plan>(json.at("plan").dump());
  codebook.rest.crs = checked(codebook.rest.crs);
  read_files(json.at("files"), codebook);
  for (const Json& item : json.at("cells"))
    codebook.cells[{kind_from(item.at("kind")), item.at("id").get<Id>(), item.at("field").get<std::string>()}] = {
        item.at("written"), item.at("whole")};
  read_geometries(json.at("geometries"), codebook);
  return codebook;
}

}  // namespace

std::string to_json(const Codebook& codebook) {
  Json json = {{"smile_places_codebook", format_version}};
  json["files"] = files_json(codebook.files);
  json["cells"] = cells_json(codebook);
  json["geometries"] = geometries_json(codebook);
  json["plan"] = Json::parse(smile::to_json(codebook.rest));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Codebook codebook_from_json(std::string_view json) {
  try {
    return read(Json::parse(json));
  } catch (const Error& e) {
    if (e.kind() == ErrorKind::refused) throw;
    throw Error(ErrorKind::unreadable,
                text("The codebook is damaged ({1}); ask for a fresh copy of the folder.", str(e.sentence())));
  } catch (const std::exception& e) {
    throw Error(ErrorKind::unreadable,
                text("The codebook is damaged ({1}); ask for a fresh copy of the folder.", std::string(e.what())));
  }
}

}  // namespace smile::exports
