#include "gis/exports/export.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/store/plan_file.h"
#include "viewer/command/command.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

Json names_to_json(const Preflight& flight) {
  Json list = Json::array();
  for (const FieldName& name : flight.names)
    list.push_back(
        {{"file", name.file}, {"field", name.field}, {"label", name.label}, {"short_name", name.short_name}});
  return list;
}

int say_what_would_happen(const Preflight& flight, const Call& call) {
  if (call.json()) {
    print_json({{"files", flight.files},
                {"already_there", flight.already_there},
                {"names", names_to_json(flight)},
                {"issues", to_json(flight.issues)}});
  } else {
    std::cout << say("Would be written:") << "\n";
    for (const std::string& file : flight.files) std::cout << "  " << file << "\n";
    print_issues(flight.issues);
  }
  return exit_code(flight.issues);
}

}  // namespace

int run_export(const Call& call) {
  const std::string given = call.value("--format").value_or("shapefile");
  const auto format = export_format_from_word(given);
  if (!format)
    throw Error(ErrorKind::usage, text("“{1}” is no format; say shapefile, gpkg, geojson, csv or xlsx.", given));
  const PlanPtr plan = PlanFile::open(call.words[0], PlanFile::Mode::read).plan();
  ExportSettings settings;
  settings.format = *format;
  settings.folder = call.words[1];
  settings.overwrite = call.has("--overwrite");
  if (call.has("--dry-run")) return say_what_would_happen(preflight(*plan, settings), call);
  const ExportResult result = export_plan(*plan, settings, terminal_progress());
  Json files = Json::array();
  for (const auto& file : result.files) files.push_back(file.string());
  if (call.json()) {
    print_json({{"files", files}, {"issues", to_json(result.issues)}});
  } else {
    for (const auto& file : result.files) std::cout << file.string() << "\n";
    print_issues(result.issues);
  }
  return exit_code(result.issues);
}

}  // namespace smile::viewer::command
