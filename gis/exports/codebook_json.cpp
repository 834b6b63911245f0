#include <charconv>
#include <nlohmann/json.hpp>

#include "gis/exports/codebook_file.h"
#include "gis/exports/plan_json.h"

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

Codebook read(const Json& json) {
  if (json.at("smile_places_codebook") != format_version)
    throw Error(ErrorKind::refused,
                text("The codebook was written by a newer program; update Smile Places to read it."));
  Codebook codebook;
  codebook.rest = plan_from_json(json.at("plan").dump());
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
  json["plan"] = Json::parse(plan_to_json(codebook.rest));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Codebook codebook_from_json(std::string_view json) {
  try {
    return read(Json::parse(json));
  } catch (const Error&) {
    throw;
  } catch (const std::exception& e) {
    throw Error(ErrorKind::unreadable,
                text("The codebook is damaged ({1}); ask for a fresh copy of the folder.", std::string(e.what())));
  }
}

}  // namespace smile::exports
