#include "viewer/window/picture.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QPainter>

#include "layers/paper.h"
#include "layers/raster.h"
#include "viewer/map/map_view.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"
#include "viewer/window/settings.h"

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
  QString file =
      QFileDialog::getSaveFileName(&window, tr_("Export the picture"), last_folder() + "/" + tr_("map") + ".png",
                                   tr_("Pictures (*.png *.svg *.pdf)"));
  if (file.isEmpty()) return;
  keep_folder(file);
  if (QFileInfo(file).suffix().isEmpty()) file += ".png";
  const PlanPtr plan = window.document()->plan();
  layers::PaperSettings settings;
  settings.folder = window.document()->path().parent_path();
  settings.extent = window.map()->camera().ground();
  settings.language = language();
  settings.layers = window.map()->shown_layers();
  window.tasks().start(tr_("Drawing the picture"), [&window, plan, settings, file](const Progress& progress) {
    // The file dialog has asked about overwriting.
    const Issues issues = layers::write_map(plan, settings, file.toStdString(), true, progress);
    return [&window, file, issues] {
      window.show_note(tr_(text("The picture is in {1}", file.toStdString())));
      if (!issues.empty()) window.show_problem(tr_(issues.front().message));
    };
  });
}

}  // namespace smile::viewer
