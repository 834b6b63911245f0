#include "viewer/window/commands.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLineEdit>

#include "viewer/dialogs/ask_dialog.h"
#include "viewer/dialogs/select_by_value.h"
#include "viewer/fresh_measure.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {

void new_measure(MainWindow& window) {
  add_fresh_measure(*window.document());
}

void duplicate_selected(MainWindow& window) {
  Document& document = *window.document();
  const std::size_t copies = document.selected_measures().size();
  if (!document.apply(duplicate_measures(document.selected_measures()))) return;
  const PlanPtr plan = document.plan();
  std::vector<Id> fresh;
  for (std::size_t i = plan->measures.size() - copies; i < plan->measures.size(); ++i)
    fresh.push_back(plan->measures[i]->id);
  document.select_measures(std::move(fresh));
}

void delete_selected(MainWindow& window) {
  window.document()->apply(remove_measures(window.document()->selected_measures()));
}

void select_all(MainWindow& window) {
  std::vector<Id> all;
  for (const MeasurePtr& measure : window.document()->plan()->measures) all.push_back(measure->id);
  window.document()->select_measures(std::move(all));
}

void select_by_value(MainWindow& window) {
  if (auto* open = window.findChild<QDialog*>("select_by_value")) {
    open->raise();
    return open->activateWindow();
  }
  QDialog* dialog = open_select_by_value(*window.document(), &window);
  QObject::connect(window.map(), &QObject::destroyed, dialog, &QObject::deleteLater);  // the plan goes with it
}

void ask_the_map(MainWindow& window) {
  open_ask_dialog(*window.document(), *window.map());
}

void show_results(MainWindow& window) {
  if (auto* dock = window.findChild<QDockWidget*>("dock_results")) dock->show(), dock->raise();
}

void focus_search(MainWindow& window) {
  if (auto* search = window.findChild<QLineEdit*>("search")) {
    search->setFocus(Qt::ShortcutFocusReason);
    search->selectAll();
  }
}

void focus_scale(MainWindow& window) {
  if (auto* scale = window.findChild<QComboBox*>("scale")) {
    scale->setFocus(Qt::ShortcutFocusReason);
    scale->lineEdit()->selectAll();
  }
}

void show_selection(MainWindow& window) {
  const Document& document = *window.document();
  if (!document.selected_measures().empty())
    window.map()->zoom_to_measures(document.selected_measures());
  else
    window.map()->zoom_to_district(document.selected_district());
}

void toggle_snapping(MainWindow& window) {
  const bool on = window.action("snap")->isChecked();
  keep_snapping(on);
  window.map()->set_snaps(on);
}

void toggle_projector(MainWindow& window) {
  window.show_for_projector(!for_projector());
}

namespace {

/// The same place for all selected measures as one step.
void place_all(MainWindow& window, const Location& location, Text name) {
  Document& document = *window.document();
  std::vector<Edit> edits;
  for (const Id id : document.selected_measures()) edits.push_back(place(id, location));
  if (edits.size() == 1)
    document.apply(edits.front());
  else if (!edits.empty())
    document.apply(together(std::move(name), std::move(edits)));
}

}  // namespace

void place_in_city(MainWindow& window) {
  place_all(window, {Placement::city, {}, {}, {}}, text("Place measures in the whole city"));
}

void remove_place(MainWindow& window) {
  place_all(window, {}, text("Remove the places of measures"));
}

}  // namespace smile::viewer
