#include "viewer/window/layer_commands.h"

#include <QFileDialog>

#include "gis/plan/stack.h"
#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"
#include "viewer/window/raster_commands.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

QString ask_for_geodata(MainWindow& window, const QString& title) {
  const QString file = QFileDialog::getOpenFileName(
      &window, title, last_folder(),
      tr_("Geodata and pictures (*.shp *.gpkg *.geojson *.json *.kml *.gml *.fgb *.dxf *.zip *.tif *.tiff *.mbtiles "
          "*.png *.jpg *.jpeg);;All files (*)"));
  if (!file.isEmpty()) keep_folder(file);
  return file;
}

}  // namespace

void add_layer_from_file(MainWindow& window) {
  const QString file = ask_for_geodata(window, tr_("Add a layer"));
  if (!file.isEmpty()) bring_in(window, file, true);
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
