#include "viewer/window/present_commands.h"

#include <QDockWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "gis/plan/steps.h"
#include "layers/raster.h"
#include "viewer/layer_store.h"
#include "viewer/map/map_view.h"
#include "viewer/panels/steps_panel.h"
#include "viewer/presenter/make_steps.h"
#include "viewer/presenter/presenter.h"
#include "viewer/presenter/reached.h"
#include "viewer/raster_store.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

QWidget* steps_panel(const MainWindow& window) {
  return window.findChild<QWidget*>("steps_panel");
}

void choose_in_panel(const MainWindow& window, Id step) {
  if (QWidget* panel = steps_panel(window)) choose_step(*panel, step);
}

Presenter& make_presenter(MainWindow& window) {
  if (Presenter* there = presenter_of(window)) return *there;
  // A projection is light whatever the desk's colours, as the presentation to take away is.
  auto* made = new Presenter(*window.document(), *window.layers(), layers::Theme::light, window.map());
  QObject::connect(made, &Presenter::ended, &window, [&window, made] {
    choose_in_panel(window, made->step());
    window.layers()->rasters().look(layers::raster_view(window.map()->picture_camera()));
    window.activateWindow();
    window.map()->setFocus();
  });
  return *made;
}

QString not_ended() {
  return tr_("The presentation was not ended.");
}

}  // namespace

Presenter* presenter_of(MainWindow& window) {
  return window.map() != nullptr ? window.map()->findChild<Presenter*>() : nullptr;
}

void present_at(MainWindow& window, Id step) {
  if (!make_presenter(window).begin(step, window.screen())) return show_steps_panel(window);
  window.strip().withdraw(not_ended());  // whoever presents needs no offer to go on
}

void present(MainWindow& window) {
  present_at(window, 0);
}

void present_from_here(MainWindow& window) {
  const QWidget* panel = steps_panel(window);
  present_at(window, panel != nullptr ? chosen_step(*panel) : 0);
}

void show_steps_panel(MainWindow& window) {
  auto* dock = window.findChild<QDockWidget*>("dock_steps");
  dock->show();
  dock->raise();
}

void say_how_many_steps(MainWindow& window, std::size_t made) {
  constexpr int long_enough_ms = 10000;
  const auto count = static_cast<std::int64_t>(made);
  window.statusBar()->showMessage(
      tr_(text_n(count, "One step made – Ctrl+Z takes it back", "{1} steps made – Ctrl+Z takes them all back", count)),
      long_enough_ms);
}

void new_step(MainWindow& window) {
  show_steps_panel(window);
  if (auto* button = window.findChild<QToolButton*>("step_new")) button->click();
}

void make_district_steps(MainWindow& window) {
  if (const Id selected = window.document()->selected_district()) return make_steps(*window.document(), selected);
  show_steps_panel(window);
  auto* button = window.findChild<QToolButton*>("step_decks");
  // Once the panel has its place.
  if (button != nullptr) QTimer::singleShot(0, button, &QToolButton::showMenu);
}

void make_city_steps(MainWindow& window) {
  make_steps(*window.document(), 0);
}

void offer_to_continue(MainWindow& window) {
  const Id step = reached_step(window.document()->path());
  const std::vector<StepPtr> steps = shown_steps(*window.document()->plan());
  const auto at = std::find_if(steps.begin(), steps.end(), [step](const StepPtr& one) { return one->id == step; });
  if (at == steps.end()) return;
  const auto number = at - steps.begin() + 1;
  window.strip().show_message(MessageStrip::Kind::note, not_ended(), tr_(text("Continue at step {1}", number)),
                              [&window, step] { present_at(window, step); });
}

}  // namespace smile::viewer
