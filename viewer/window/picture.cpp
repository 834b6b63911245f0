#include "viewer/window/picture.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QUrl>

#include "layers/paper.h"
#include "layers/raster.h"
#include "viewer/dialogs/map_export_dialog.h"
#include "viewer/map/map_view.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"
#include "viewer/window/message_strip.h"

namespace smile::viewer {

void copy_picture(MainWindow& window) {
  const PlanPtr plan = window.document()->plan();
  layers::MapSettings settings = window.map()->settings();
  settings.theme = layers::Theme::light;  // it goes into a document
  settings.furniture = true;
  settings.label_margins = {};  // those of the window's larger picture
  settings.no_labels.clear();
  settings.selected_measures.clear();
  settings.selected_districts.clear();
  layers::Camera camera = window.map()->camera();
  camera.device_pixel_ratio = 2;
  const LayerSet context = window.map()->shown_layers();
  const std::filesystem::path folder = window.document()->path().parent_path();
  window.tasks().start(
      tr_("Drawing the picture"), [&window, plan, folder, settings, context, camera](const Progress& progress) {
        const layers::MapScene scene(plan, settings, context);
        const LoadedRasters under = load_rasters(*plan, folder, layers::raster_view(camera), progress);
        layers::Frame frame = layers::render(scene, camera, progress.stop_token(), nullptr, under.rasters);
        progress.check();
        return [&window, image = std::move(frame.image)] {
          QApplication::clipboard()->setImage(image);
          window.show_note(tr_("The picture is in the clipboard."));
        };
      });
}

void export_picture(MainWindow& window) {
  const MapView& map = *window.map();
  auto* dialog = new MapExportDialog(
      {window.document()->plan(), window.document()->path(), map.camera(), map.shown_layers()}, &window);
  QObject::connect(dialog, &MapExportDialog::file_named, &window,
                   [&window](const PlanPtr& plan, const layers::PaperSettings& settings, const std::string& file) {
                     write_picture(window, plan, settings, file);
                   });
  dialog->open();
}

void write_picture(MainWindow& window, const PlanPtr& plan, const layers::PaperSettings& settings,
                   const std::string& file) {
  window.tasks().start(tr_("Drawing the picture"), [&window, plan, settings, file](const Progress& progress) {
    const Issues issues = layers::write_map(plan, settings, file, true, progress);
    return [&window, file, issues] {
      if (!issues.empty()) return window.show_problem(tr_(issues.front().message));
      window.strip().show_message(MessageStrip::Kind::note, tr_(text("The map is in {1}", file)), tr_("Open it"),
                                  [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(q(file))); });
    };
  });
}

}  // namespace smile::viewer
