#include "gis/intake/layers.h"

#include <algorithm>
#include <cctype>
#include <mutex>
#include <optional>

#include "gis/formats/layer_columns.h"
#include "gis/jobs/side_by_side.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

ReadOptions read_options(const LayerSource& source, const Plan& plan) {
  const auto said = [](const std::string& word) { return word.empty() ? std::nullopt : std::optional(word); };
  ReadOptions options;
  options.layer = said(source.layer);
  options.crs = said(source.crs);
  options.encoding = said(source.encoding);
  options.swap_axes = source.swap_axes;
  options.city = city_in_degrees(plan);
  return options;
}

/// The name of the layer where the file holds several, else that of the file.
std::string name_for(const LayerOptions& options, const LayerData& data, const fs::path& file) {
  if (!options.name.empty()) return options.name;
  const std::string name = options.read.layer.value_or(file.stem().string());
  return name_from_stem(name.empty() ? data.layer : name);
}

MapLayer layer_of(const fs::path& file, const LayerOptions& options, const LayerData& data, const fs::path& folder) {
  MapLayer layer;
  layer.name = name_for(options, data, file);
  layer.source.file = kept_path(file, folder);
  layer.source.layer = options.read.layer.value_or("");
  layer.source.crs = options.read.crs.value_or("");
  layer.source.swap_axes = options.read.swap_axes;
  layer.source.encoding = options.read.encoding.value_or("");
  layer.kind = data.kind;
  layer.features = static_cast<std::int64_t>(data.features.size());
  layer.style.topic = guess_topic(data, file.stem().string());
  layer.style.label_field = guess_label_field(data, layer.style.topic);
  layer.credit = options.credit;
  return layer;
}

LayerDataPtr loaded(const MapLayer& layer, const Plan& plan, const PlanPlace& place, const ColumnNames& columns,
                    const Progress& progress) {
  if (layer.source.kind == LayerSource::Kind::plan)
    return std::make_shared<const LayerData>(
        read_plan_columns(place.file, layer.source.layer, columns, plan.crs, place.held, progress));
  return std::make_shared<const LayerData>(read_layer_columns(
      layer_file(layer.source, place.folder()), read_options(layer.source, plan), columns, plan.crs, progress));
}

ColumnNames columns_drawn(const LayerStyle& style) {
  return std::vector{style.field, style.label_field};
}

}  // namespace

Crs plan_system(const Plan& plan, const fs::path& file, const ReadOptions& options, const Progress& progress) {
  if (plan.crs.known()) return plan.crs;
  const LayerData as_it_is = read_layer_data(file, options, crs_from_epsg(4326), progress);
  const Point centre = as_it_is.box.centre();
  return utm_of(centre.x, centre.y);
}

std::string name_from_stem(std::string stem) {
  std::replace(stem.begin(), stem.end(), '_', ' ');
  if (!stem.empty()) stem[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(stem[0])));
  return stem;
}

Issue missing_layer(const MapLayer& layer, const Text& why) {
  Issue issue;
  issue.severity = Severity::warning;
  issue.kind = "layer_missing";
  issue.file = layer.source.file;
  issue.value = layer.name;
  issue.message = text("Layer “{1}” is not shown: {2}", layer.name, str(why));
  issue.proposal = layer.source.kind == LayerSource::Kind::plan
                       ? text("Add the layer again from its file.")
                       : text("Put the file back where it was, or say where it is now.");
  return issue;
}

Intake intake_layer(const fs::path& file, const LayerOptions& options, const Plan& plan, const fs::path& folder,
                    const Progress& progress) {
  ReadOptions read = options.read;
  if (read.city.empty()) read.city = city_in_degrees(plan);
  const Crs crs = plan_system(plan, file, read, progress);
  const LayerData data = read_layer_data(file, read, crs, progress);
  if (data.kind == GeometryKind::none)
    throw Error(ErrorKind::refused,
                text("“{1}” has no shapes to show; a layer needs points, lines or areas.", file.filename().string()));
  Intake intake;
  intake.rows = static_cast<std::int64_t>(data.features.size());
  intake.added = 1;
  const auto& kinds = data.features.kinds;
  intake.unplaced = std::count(kinds.begin(), kinds.end(), GeometryKind::none);
  intake.placed = intake.rows - intake.unplaced;
  intake.report = data.report;
  intake.report.when = now_utc();
  const MapLayer layer = layer_of(file, options, data, folder);
  intake.edit = together(text("Add layer “{1}”", layer.name), {add_layer(layer, crs), add_report(intake.report)});
  return intake;
}

std::string kept_path(const fs::path& file, const fs::path& folder) {
  const fs::path absolute = fs::absolute(file).lexically_normal();
  const fs::path relative = absolute.lexically_relative(fs::absolute(folder).lexically_normal());
  const bool below = !relative.empty() && *relative.begin() != "..";
  return (below ? relative : absolute).generic_string();
}

fs::path layer_file(const LayerSource& source, const fs::path& folder) {
  const fs::path file(source.file);
  return file.is_absolute() ? file : folder / file;
}

LayerDataPtr load_layer(const MapLayer& layer, const Plan& plan, const PlanPlace& place, const Progress& progress) {
  return loaded(layer, plan, place, std::nullopt, progress);
}

LoadedLayers load_layers(const Plan& plan, const PlanPlace& place, const Progress& progress) {
  struct Task {
    const MapLayer* layer;
    LayerDataPtr data;
    std::optional<Issue> issue;
  };
  std::vector<Task> tasks;
  for (const LayerSettings& settings : plan.style.layers)
    if (const MapLayer* layer = find_layer(plan, layer_of_key(settings.layer));
        layer != nullptr && settings.visible && layer->content != LayerContent::raster)
      tasks.push_back({layer, nullptr, std::nullopt});
  std::mutex one_at_a_time;
  const Progress shared(progress.stop_token(), [&](const Text& step, double share) {
    const std::lock_guard lock(one_at_a_time);
    progress.report(step, share);
  });
  side_by_side(tasks.size(), [&](std::size_t i) {
    Task& task = tasks[i];
    shared.report(text("Reading {1}", task.layer->name), -1);
    try {
      task.data = loaded(*task.layer, plan, place, columns_drawn(task.layer->style), shared);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::cancelled) throw;
      task.issue = missing_layer(*task.layer, error.sentence());
    }
  });
  LoadedLayers out;
  for (Task& task : tasks) {
    if (task.data) out.layers.emplace(task.layer->id, std::move(task.data));
    if (task.issue) out.issues.push_back(std::move(*task.issue));
  }
  return out;
}

}  // namespace smile
