#include "viewer/window/layer_commands.h"

#include <QDialog>
#include <QFileDialog>
#include <QPointer>
#include <algorithm>

#include "gis/exports/layer_export.h"
#include "gis/formats/raster.h"
#include "gis/intake/rasters.h"
#include "gis/plan/stack.h"
#include "viewer/dialogs/places_dialog.h"
#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/memory_words.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"
#include "viewer/window/raster_commands.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

namespace fs = std::filesystem;

QString ask_for_geodata(MainWindow& window, const QString& title) {
  const QString file = QFileDialog::getOpenFileName(
      &window, title, last_folder(),
      tr_("Geodata and pictures (*.shp *.gpkg *.geojson *.json *.kml *.gml *.fgb *.dxf *.zip *.tif *.tiff *.mbtiles "
          "*.png *.jpg *.jpeg);;All files (*)"));
  if (!file.isEmpty()) keep_folder(file);
  return file;
}

/// About as much as the file grows by.
Text size_of(const LayerData& data) {
  return size_words(data.features.bytes());
}

LayerDataPtr known_data(MainWindow& window, Id layer) {
  const LayerSet& layers = window.layers()->layers();
  const auto found = layers.find(layer);
  return found == layers.end() ? nullptr : found->second;
}

/// Back in the window: the layer as it is now shows the new tables. Without it they go when the plan is opened anew.
void show_what_was_taken(MainWindow& window, Document& document, Id id, const LayerData& data,
                         const std::vector<TakenTable>& tables) {
  const PlanPtr plan = document.plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (layer == nullptr || !document.apply(show_taken(*layer, tables))) return;
  window.show_note(tr_(text("“{1}” now lies in the plan: {2} features, {3}.", layer->name,
                            static_cast<std::int64_t>(data.features.size()), str(size_of(data)))));
}

}  // namespace

void add_layer_from_file(MainWindow& window) {
  const QString file = ask_for_geodata(window, tr_("Add a layer"));
  if (!file.isEmpty()) bring_in(window, file, true);
}

void add_places(MainWindow& window, const QString& file) {
  if (auto* open = window.findChild<QDialog*>("places_dialog")) open->close();
  QDialog* dialog = open_places_dialog(*window.document(), &window, file);
  // At once: its threads must have ended before the plan goes.
  QObject::connect(window.map(), &QObject::destroyed, dialog, [dialog] { delete dialog; });
}

namespace {

struct Added {
  std::vector<Edit> edits;
  QStringList refused;
};

/// Each layer is prepared for the plan with the layers before it: the first may give the plan its system.
Added read_layers(const QStringList& files, Plan plan, const fs::path& folder, const Progress& progress) {
  Added added;
  for (const QString& file : files) {
    const fs::path path = file.toStdString();
    progress.report(text("Reading {1}", path.filename().string()), -1);
    try {
      const Intake intake = is_raster_file(path) ? intake_raster(path, {}, plan, folder, progress)
                                                 : intake_layer(path, {}, plan, folder, progress);
      plan = intake.edit.apply(plan);
      added.edits.push_back(intake.edit);
    } catch (const Error& error) {
      if (error.kind() == ErrorKind::cancelled) throw;
      added.refused << q(path.filename().string()) + ": " + tr_(error.sentence());
    }
  }
  return added;
}

}  // namespace

void add_layers_from_files(MainWindow& window, const QStringList& files) {
  const PlanPtr plan = window.document()->plan();
  const fs::path folder = window.document()->path().parent_path();
  window.tasks().start(
      tr_("Reading layers"), [&window, files, plan, folder](const Progress& progress) -> std::function<void()> {
        return [&window, added = read_layers(files, *plan, folder, progress)] {
          if (!added.edits.empty())
            window.document()->apply(together(text("Add {1} layers", added.edits.size()), added.edits));
          if (!added.refused.isEmpty()) window.show_problem(added.refused.join('\n'));
        };
      });
}

void find_layer_file(MainWindow& window, Id id) {
  const PlanPtr plan = window.document()->plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (layer == nullptr) return;
  const QString file = ask_for_geodata(window, tr_(text("Where is “{1}” now?", layer->name)));
  if (file.isEmpty()) return;
  MapLayer found = *layer;
  std::string& place = found.source.offline.empty() ? found.source.file : found.source.offline;
  place = kept_path(file.toStdString(), window.document()->path().parent_path());
  window.document()->apply(change_layer(found, text("Find the file of layer “{1}”", layer->name)));
  if (window.layers() != nullptr && found.source == layer->source) window.layers()->read_again(id);
}

QString take_into_plan_label(MainWindow& window, Id id) {
  const LayerDataPtr data = known_data(window, id);
  return data ? tr_(text("Take into the plan ({1})", str(size_of(*data)))) : tr_("Take into the plan");
}

void take_into_plan(MainWindow& window, Id id) {
  Document* document = window.document();
  const PlanPtr plan = document->plan();
  const MapLayer* found = find_layer(*plan, id);
  if (found == nullptr || found->source.kind != LayerSource::Kind::file) return;
  const PlanPlace place{document->path(), !document->read_only()};
  const auto work = [&window, document = QPointer(document), plan, place, layer = *found,
                     known = known_data(window, id)](const Progress& progress) -> std::function<void()> {
    const LayerDataPtr data = known ? known : load_layer(layer, *plan, place, progress);
    const std::vector<TakenTable> tables = document->take_features(*data, layer.name, plan->crs, progress);
    return [&window, document, id = layer.id, data, tables] {
      if (document) show_what_was_taken(window, *document, id, *data, tables);
    };
  };
  window.tasks().start(tr_(text("Taking “{1}” into the plan", found->name)), work);
}

void save_layer_as(MainWindow& window, Id id) {
  const PlanPtr plan = window.document()->plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (layer == nullptr) return;
  const QStringList kinds = {tr_("GeoPackage (*.gpkg)"), tr_("GeoJSON (*.geojson)"), tr_("Shapefile (*.shp)")};
  QString kind = kinds.front();
  QString file =
      QFileDialog::getSaveFileName(&window, tr_(text("Save layer “{1}”", layer->name)),
                                   last_folder() + '/' + q(layer->name).replace('/', '-'), kinds.join(";;"), &kind);
  if (file.isEmpty()) return;
  const QStringList endings = {".gpkg", ".geojson", ".shp"};
  const bool complete =
      std::any_of(endings.begin(), endings.end(), [&](const QString& ending) { return file.endsWith(ending); });
  if (!complete) file += endings.value(std::max<qsizetype>(0, kinds.indexOf(kind)));
  keep_folder(file);
  save_layer_to(window, id, file);
}

void save_layer_to(MainWindow& window, Id id, const QString& file) {
  const PlanPtr plan = window.document()->plan();
  const MapLayer* found = find_layer(*plan, id);
  if (found == nullptr) return;
  const PlanPlace place{window.document()->path(), !window.document()->read_only()};
  const auto work = [&window, plan, place, layer = *found, known = known_data(window, id),
                     path = fs::path(file.toStdString())](const Progress& progress) -> std::function<void()> {
    const LayerDataPtr data = known ? known : load_layer(layer, *plan, place, progress);
    const ExportResult result = export_layer(*data, layer.name, plan->crs, path, fs::exists(path), progress);
    return [&window, result, path] {
      QStringList words{tr_(text("Saved as “{1}”.", path.filename().string()))};
      for (const Issue& issue : result.issues) words << tr_(issue.message);
      window.show_note(words.join(' '));
    };
  };
  window.tasks().start(tr_(text("Saving “{1}”", found->name)), work);
}

void remove_layer_of(MainWindow& window, Id id) {
  const PlanPtr plan = window.document()->plan();
  if (const MapLayer* layer = find_layer(*plan, id)) window.document()->apply(remove_layer(id, layer->name));
}

void move_layer(MainWindow& window, Id id, int steps) {
  const PlanPtr plan = window.document()->plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (layer == nullptr) return;
  const bool picture = layer->content == LayerContent::raster;
  const MapStyle style =
      picture ? step_picture(plan->style, layer_key(id), steps) : step_layer(plan->style, layer_key(id), steps);
  if (style == plan->style) return;
  const std::string& name = layer->name;
  window.document()->apply(set_style(style, steps < 0 ? text("Layer “{1}” up", name) : text("Layer “{1}” down", name)));
}

void zoom_to_layer(MainWindow& window, Id id) {
  const PlanPtr plan = window.document()->plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (layer != nullptr && layer->content == LayerContent::raster) return zoom_to_raster(window, *layer);
  const LayerSet& layers = window.layers()->layers();
  if (const auto found = layers.find(id); found != layers.end()) window.map()->zoom_to(found->second->box);
}

}  // namespace smile::viewer
