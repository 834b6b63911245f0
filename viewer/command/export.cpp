#include "gis/exports/export.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/exports/layer_export.h"
#include "gis/exports/names.h"
#include "gis/intake/layers.h"
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

int say_what_was_written(const ExportResult& result, const Call& call) {
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

const MapLayer& layer_called(const Plan& plan, const std::string& name) {
  for (const MapLayerPtr& layer : plan.layers)
    if (layer->name == name && layer->content == LayerContent::features) return *layer;
  throw Error(ErrorKind::not_found, text("The plan has no layer “{1}” with features; see: smileplaces list", name));
}

/// The file is called as the layer.
int export_one_layer(const Plan& plan, const std::string& name, ExportFormat format, const Call& call) {
  if (format == ExportFormat::csv || format == ExportFormat::xlsx || call.has("--dry-run"))
    throw Error(ErrorKind::usage, text("A layer is written as shapefile, gpkg or geojson, and without --dry-run."));
  const MapLayer& layer = layer_called(plan, name);
  const std::string slug = exports::slug(layer.name);
  const char* ending = format == ExportFormat::gpkg ? ".gpkg" : format == ExportFormat::geojson ? ".geojson" : ".shp";
  const std::filesystem::path file =
      std::filesystem::path(call.words[1]) / ((slug.empty() ? "layer_" + std::to_string(layer.id) : slug) + ending);
  const Progress progress = terminal_progress();
  const LayerDataPtr data = load_layer(layer, plan, place_of(call.words[0]), progress);
  return say_what_was_written(export_layer(*data, layer.name, plan.crs, file, call.has("--overwrite"), progress), call);
}

}  // namespace

int run_export(const Call& call) {
  const std::string given = call.value("--format").value_or("shapefile");
  const auto format = export_format_from_word(given);
  if (!format)
    throw Error(ErrorKind::usage, text("“{1}” is no format; say shapefile, gpkg, geojson, csv or xlsx.", given));
  const PlanPtr plan = PlanFile::open(call.words[0], PlanFile::Mode::read).plan();
  if (const auto layer = call.value("--layer")) return export_one_layer(*plan, *layer, *format, call);
  ExportSettings settings;
  settings.format = *format;
  settings.folder = call.words[1];
  settings.overwrite = call.has("--overwrite");
  settings.result = call.value("--result").value_or("");
  if (call.has("--dry-run")) return say_what_would_happen(preflight(*plan, settings), call);
  return say_what_was_written(export_plan(*plan, settings, terminal_progress()), call);
}

}  // namespace smile::viewer::command
