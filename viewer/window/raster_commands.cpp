#include "viewer/window/raster_commands.h"

#include <QMenu>

#include "gis/formats/gtfs.h"
#include "gis/formats/map_service.h"
#include "gis/formats/osm.h"
#include "gis/intake/rasters.h"
#include "viewer/dialogs/import_assistant.h"
#include "viewer/dialogs/map_service_dialog.h"
#include "viewer/dialogs/offline_dialog.h"
#include "viewer/dialogs/raster_crs_dialog.h"
#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/layer_commands.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

namespace fs = std::filesystem;

/// All pictures of the file as one step of undo.
struct Pictures {
  std::vector<Intake> intakes;
  std::optional<Text> question;  ///< the system is not known
};

Pictures read_pictures(const fs::path& file, const QString& crs, const PlanPtr& plan, const fs::path& folder,
                       const Progress& progress) {
  Pictures pictures;
  for (const std::string& table : rasters_in(file)) {
    LayerOptions options;
    if (!table.empty()) options.read.layer = table;
    if (!crs.isEmpty()) options.read.crs = crs.toStdString();
    try {
      pictures.intakes.push_back(intake_raster(file, options, *plan, folder, progress));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::needs_answer) throw;
      pictures.question = error.sentence();
    }
  }
  return pictures;
}

void take_pictures(MainWindow& window, const QString& file, const Pictures& pictures) {
  if (window.document() == nullptr) return;
  if (pictures.question)
    return ask_for_raster_crs(&window, tr_(*pictures.question),
                              [&window, file](const QString& crs) { add_raster(window, file, crs); });
  QStringList notes;
  for (const Intake& intake : pictures.intakes) {
    window.document()->apply(intake.edit);
    for (const Issue& issue : intake.report.issues) notes << tr_(issue.message);
  }
  if (!notes.isEmpty()) window.show_note(notes.join(' '));
}

bool is_picture(const MapLayer* layer) {
  return layer != nullptr && layer->content == LayerContent::raster;
}

}  // namespace

void bring_in(MainWindow& window, const QString& file, bool layer) {
  if (is_osm_file(file.toStdString()) || is_gtfs(file.toStdString())) return add_places(window, file);
  if (is_raster_file(file.toStdString()) && !window.document()->read_only()) return add_raster(window, file);
  if (layer)
    open_import_assistant(&window, *window.document(), window.tasks(), file, ImportKind::layer);
  else
    open_import_assistant(&window, *window.document(), window.tasks(), file);
}

void add_raster(MainWindow& window, const QString& file, const QString& crs) {
  const PlanPtr plan = window.document()->plan();
  const fs::path folder = window.document()->path().parent_path();
  const fs::path path = file.toStdString();
  window.tasks().start(tr_(text("Reading {1}", path.filename().string())),
                       [&window, plan, folder, path, file, crs](const Progress& progress) -> std::function<void()> {
                         return [&window, file, pictures = read_pictures(path, crs, plan, folder, progress)] {
                           take_pictures(window, file, pictures);
                         };
                       });
}

void add_map_service(MainWindow& window) {
  open_map_service_dialog(&window, *window.document());
}

void offer_help(MainWindow& window, Id id, const QString& sentence) {
  LayerStore* store = window.layers();
  QObject::connect(store, &LayerStore::changed, &window.strip(), [&window, store, id, sentence] {
    const bool over = !store->is_reading(id) && store->problem_of(id).isEmpty();
    if (over && window.strip().sentence() == sentence) window.strip().hide();
  });
  if (store->waits(id))
    return window.strip().show_message(MessageStrip::Kind::note, sentence, tr_("Read it now"), [&window, id] {
      if (window.layers() != nullptr) window.layers()->read_now(id);
    });
  const PlanPtr plan = window.document()->plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (layer != nullptr && is_service(layer->source))
    return window.strip().show_message(MessageStrip::Kind::problem, sentence, tr_("Try again"), [&window, id] {
      if (window.layers() != nullptr) window.layers()->read_again(id);
    });
  window.strip().show_message(MessageStrip::Kind::problem, sentence, tr_("Find the file …"),
                              [&window, id] { find_layer_file(window, id); });
}

QIcon raster_icon(const MapLayer& layer) {
  return icon(is_service(layer.source) ? "internet-services" : "image-x-generic");
}

QString raster_words(const MapLayer& layer) {
  if (is_service(layer.source)) return tr_(text("Map service {1}", host_of(layer.source.file)));
  return q(layer.source.offline.empty() ? layer.source.file : layer.source.offline);
}

bool comes_from_file(const MainWindow& window, Id id) {
  const PlanPtr plan = window.document()->plan();
  const MapLayer* layer = find_layer(*plan, id);
  return layer != nullptr && (!is_service(layer->source) || !layer->source.offline.empty());
}

void add_raster_actions(QMenu& menu, MainWindow& window, Id id) {
  const PlanPtr plan = window.document()->plan();
  const MapLayer* layer = find_layer(*plan, id);
  if (!is_picture(layer)) return;
  if (is_service(layer->source)) {
    menu.addAction(tr_("Try again"), &window, [&window, id] { window.layers()->read_again(id); });
    menu.addAction(tr_("Take the city offline …"), &window,
                   [&window, id] { open_offline_dialog(&window, *window.document(), id); });
  } else if (!layer->source.offline.empty()) {
    menu.addAction(tr_("From the map service again"), &window, [&window, id] {
      const PlanPtr now = window.document()->plan();
      if (const MapLayer* offline = find_layer(*now, id)) window.document()->apply(use_offline(*offline, {}, {}));
    });
  }
}

void zoom_to_raster(MainWindow& window, const MapLayer& layer) {
  if (is_service(layer.source)) return window.map()->show_all();
  const PlanPtr plan = window.document()->plan();
  const RasterSource source = raster_source(layer.source, window.document()->path().parent_path());
  window.tasks().start(
      tr_(text("Reading {1}", layer.name)), [&window, plan, source](const Progress& progress) -> std::function<void()> {
        ReadOptions options;
        if (!source.crs.empty()) options.crs = source.crs;
        const RasterInfo info = raster_info(source, options, progress);
        const Transform transform(info.crs, plan->crs);
        Box box;
        for (const Point corner : {Point{info.box.min_x, info.box.min_y}, Point{info.box.min_x, info.box.max_y},
                                   Point{info.box.max_x, info.box.min_y}, Point{info.box.max_x, info.box.max_y}})
          if (const auto p = transform(corner)) box.add(*p);
        return [&window, box] {
          if (window.map() != nullptr) window.map()->zoom_to(box);
        };
      });
}

}  // namespace smile::viewer
