#include "viewer/window/actions.h"

#include <QMenu>
#include <QMenuBar>
#include <QTimer>

#include "viewer/dialogs/export_dialog.h"
#include "viewer/dialogs/import_assistant.h"
#include "viewer/dialogs/sheets_dialog.h"
#include "viewer/dialogs/versions_dialog.h"
#include "viewer/map/map_view.h"
#include "viewer/scenario_steps.h"
#include "viewer/text.h"
#include "viewer/window/bookmarks.h"
#include "viewer/window/commands.h"
#include "viewer/window/deck_commands.h"
#include "viewer/window/docks.h"
#include "viewer/window/layer_commands.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"
#include "viewer/window/opening.h"
#include "viewer/window/own_keys.h"
#include "viewer/window/picture.h"
#include "viewer/window/present_commands.h"
#include "viewer/window/raster_commands.h"
#include "viewer/window/scenarios_menu.h"
#include "viewer/window/swipe_menu.h"

namespace smile::viewer {
namespace {

using W = MainWindow;

QKeySequence keys(const char* portable) {
  return QKeySequence(QString::fromLatin1(portable));
}

void append(std::vector<ActionRow>& rows, std::vector<ActionRow> more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

/// After the event of the menu that asked for it: closing takes the menus down.
void close_later(W& window) {
  QTimer::singleShot(0, &window, &MainWindow::close_plan);
}

std::vector<ActionRow> plan_rows() {
  return {
      {"new_plan", Menu::plan, text("&New plan…"), "document-new", QKeySequence::New, Needs::nothing, new_plan},
      {"open_plan", Menu::plan, text("&Open plan…"), "document-open", QKeySequence::Open, Needs::nothing, ask_for_plan},
      {"demo", Menu::plan, text("Try the &demo city"), "compass", {}, Needs::nothing, open_demo},
      {"import", Menu::plan, text("&Import…"), "document-import", keys("Ctrl+I"), Needs::editable,
       [](W& w) { open_import_assistant(&w, *w.document(), w.tasks()); }, true},
      {"export", Menu::plan, text("&Export…"), "document-export", keys("Ctrl+E"), Needs::plan,
       [](W& w) { open_export_dialog(&w, *w.document(), w.tasks()); }},
      {"sheets", Menu::plan, text("&District sheets…"), "document-print", keys("Ctrl+P"), Needs::plan,
       [](W& w) { open_sheets_dialog(*w.document(), *w.map()); }},
      {"save_copy", Menu::plan, text("Save a &copy…"), "document-save-as", keys("Ctrl+Shift+S"), Needs::plan, save_copy,
       true},
      {"versions",
       Menu::plan,
       text("&Versions…"),
       "view-history",
       {},
       Needs::plan,
       [](W& w) { open_versions_dialog(&w, *w.document()); }},
      {"settings", Menu::plan, text("&Settings…"), "configure", keys("Ctrl+,"), Needs::nothing, open_settings, true},
      {"close_plan", Menu::plan, text("C&lose plan"), "window-close", keys("Ctrl+W"), Needs::plan, close_later},
      {"quit", Menu::plan, text("&Quit"), "application-exit", keys("Ctrl+Q"), Needs::nothing, [](W& w) { w.close(); }},
  };
}

std::vector<ActionRow> edit_rows() {
  return {
      {"undo", Menu::edit, text("&Undo"), "edit-undo", QKeySequence::Undo, Needs::undo,
       [](W& w) { w.document()->undo(); }},
      {"redo", Menu::edit, text("&Redo"), "edit-redo", keys("Ctrl+Shift+Z"), Needs::redo,
       [](W& w) { w.document()->redo(); }},
      {"new_measure", Menu::edit, text("&New measure"), "list-add", keys("Ctrl+M"), Needs::editable, new_measure, true},
      {"duplicate", Menu::edit, text("&Duplicate measures"), "edit-copy", keys("Ctrl+D"), Needs::measures,
       duplicate_selected},
      {"delete", Menu::edit, text("De&lete measures"), "edit-delete", QKeySequence::Delete, Needs::measures,
       delete_selected},
      {"select_all", Menu::edit, text("Select &all measures"), "edit-select-all", {}, Needs::plan, select_all, true},
      {"select_by_value", Menu::edit, text("Select by &value…"), "view-filter", keys("Ctrl+Shift+F"), Needs::plan,
       select_by_value},
      {"find", Menu::edit, text("&Find…"), "edit-find", QKeySequence::Find, Needs::plan, focus_search},
  };
}

std::vector<ActionRow> view_rows() {
  return {
      {"zoom_in", Menu::view, text("Zoom &in"), "zoom-in", keys("Ctrl++"), Needs::plan,
       [](W& w) { w.map()->zoom_by(1.5); }},
      {"zoom_out", Menu::view, text("Zoom &out"), "zoom-out", keys("Ctrl+-"), Needs::plan,
       [](W& w) { w.map()->zoom_by(1 / 1.5); }},
      {"show_all", Menu::view, text("Show &everything"), "zoom-fit-best", keys("Ctrl+0"), Needs::plan,
       [](W& w) { w.map()->show_all(); }},
      {"show_selection", Menu::view, text("Show &selection"), "zoom-fit-selection", keys("Ctrl+J"), Needs::plan,
       show_selection},
      {"zoom_to_scale", Menu::view, text("Type the s&cale"), "", keys("Ctrl+R"), Needs::plan, focus_scale},
      {"bookmark_view", Menu::bookmarks, text("&Bookmark this view…"), "bookmark-new", keys("Ctrl+B"), Needs::editable,
       bookmark_view},
      {"bookmarks",
       Menu::bookmarks,
       text("&Arrange bookmarks…"),
       "bookmarks-organize",
       {},
       Needs::plan,
       arrange_bookmarks},
      {"swipe", Menu::swipe, text("&Compare by swiping"), "view-split-left-right", keys("F8"), Needs::plan,
       toggle_swipe, false, true},
      {"projector", Menu::view, text("&Projector mode"), "view-presentation", keys("F9"), Needs::plan, toggle_projector,
       false, true},
      {"focus_map", Menu::view, text("Go to the &map"), "", keys("F6"), Needs::plan, [](W& w) { w.map()->setFocus(); },
       true},
      {"full_screen", Menu::view, text("&Full screen"), "view-fullscreen", keys("F11"), Needs::nothing,
       [](W& w) { w.setWindowState(w.windowState() ^ Qt::WindowFullScreen); }},
  };
}

template <ToolKind kind>
void use(W& window) {
  window.map()->use(kind);
  window.map()->setFocus();
}

std::vector<ActionRow> map_rows() {
  return {
      {"select", Menu::map, text("&Select and move"), "edit-select", keys("Ctrl+1"), Needs::plan, use<ToolKind::select>,
       false, true},
      {"place_point", Menu::map, text("Place a &point"), "mark-location", keys("Ctrl+2"), Needs::editable,
       use<ToolKind::point>, false, true},
      {"place_sites", Menu::map, text("Place se&veral sites"), "draw-cross", keys("Ctrl+3"), Needs::editable,
       use<ToolKind::sites>, false, true},
      {"place_line", Menu::map, text("Draw a &line"), "draw-polyline", keys("Ctrl+4"), Needs::editable,
       use<ToolKind::line>, false, true},
      {"place_area", Menu::map, text("Draw an &area"), "draw-polygon", keys("Ctrl+5"), Needs::editable,
       use<ToolKind::area>, false, true},
      {"identify", Menu::map, text("Ask the &map"), "documentinfo", keys("Ctrl+Shift+I"), Needs::plan,
       use<ToolKind::identify>, true, true},
      {"ruler_length", Menu::map, text("Measure a len&gth"), "measure", keys("Ctrl+Shift+M"), Needs::plan,
       use<ToolKind::ruler_length>, false, true},
      {"ruler_area", Menu::map, text("Measure the si&ze of an area"), "tool-measure", keys("Ctrl+Shift+J"), Needs::plan,
       use<ToolKind::ruler_area>, false, true},
      {"snap", Menu::map, text("Meet c&orners and edges"), "snap", keys("Ctrl+Shift+G"), Needs::plan, toggle_snapping,
       false, true},
      {"place_typed", Menu::map, text("Type &coordinates…"), "gps", keys("Ctrl+G"), Needs::one_measure,
       type_coordinates, true},
      {"place_city", Menu::map, text("Place in the whole cit&y"), "go-home", {}, Needs::measures, place_in_city},
      {"remove_place", Menu::map, text("&Remove place"), "edit-clear", {}, Needs::measures, remove_place},
      {"new_scenario", Menu::scenarios, text("&New scenario…"), "list-add", keys("Ctrl+Shift+K"), Needs::editable,
       [](W& w) { new_scenario(*w.document(), &w); }},
      {"switch_in_scenario", Menu::scenarios, text("Scenario: in or &out"), "", keys("Ctrl+K"), Needs::scenario,
       [](W& w) { switch_selected(*w.document()); }},
      {"add_layer", Menu::map, text("&Add a layer …"), "list-add", keys("Ctrl+L"), Needs::editable, add_layer_from_file,
       true},
      {"add_places", Menu::map, text("Add places people wal&k to …"), "tag-places", keys("Ctrl+Shift+L"),
       Needs::editable, [](W& w) { add_places(w); }},
      {"add_service",
       Menu::map,
       text("Add a &map service …"),
       "internet-services",
       {},
       Needs::editable,
       add_map_service},
      {"copy_picture", Menu::map, text("&Copy the picture"), "edit-copy", keys("Ctrl+Shift+C"), Needs::plan,
       copy_picture, true},
      {"export_picture", Menu::map, text("Map as pict&ure or PDF …"), "image-x-generic", keys("Ctrl+Shift+E"),
       Needs::plan, export_picture},
  };
}

std::vector<ActionRow> analysis_rows() {
  return {
      {"ask", Menu::analysis, text("&Ask a question…"), "user-group-properties", keys("Ctrl+Shift+W"), Needs::plan,
       ask_the_map},
      {"results", Menu::analysis, text("Show the &results"), "view-list-details", keys("Ctrl+Shift+R"), Needs::plan,
       show_results},
  };
}

std::vector<ActionRow> present_rows() {
  return {
      {"present", Menu::present, text("&Present"), "media-playback-start", keys("F5"), Needs::plan, present},
      {"present_from_here", Menu::present, text("Present from &this step"), "", keys("Shift+F5"), Needs::plan,
       present_from_here},
      {"steps", Menu::present, text("&Steps"), "view-list-icons", keys("Ctrl+Shift+P"), Needs::plan, show_steps_panel,
       true},
      {"new_step", Menu::present, text("&New step of what the map shows"), "list-add", keys("Ctrl+Shift+N"),
       Needs::editable, new_step},
      {"district_steps", Menu::present, text("Steps for a &district…"), "", {}, Needs::editable, make_district_steps},
      {"city_steps", Menu::present, text("Steps for the whole &city"), "", {}, Needs::editable, make_city_steps},
      {"export_deck",
       Menu::present,
       text("&Export the presentation…"),
       "document-export",
       {},
       Needs::plan,
       export_deck,
       true},
      {"export_handout",
       Menu::present,
       text("Export the &handout…"),
       "document-print",
       {},
       Needs::plan,
       export_handout},
  };
}

std::vector<ActionRow> help_rows() {
  return {
      {"keys", Menu::help, text("&Keys and mouse"), "input-keyboard", QKeySequence::HelpContents, Needs::nothing,
       show_keys},
      {"about", Menu::help, text("&About Smile Places"), "help-about", {}, Needs::nothing, show_about},
  };
}

bool can(Needs needs, const MainWindow& window) {
  const Document* document = window.document();
  if (needs == Needs::nothing) return true;
  if (!document) return false;
  if (needs == Needs::plan) return true;
  if (needs == Needs::undo) return document->can_undo();
  if (needs == Needs::redo) return document->can_redo();
  if (needs == Needs::scenario) return can_switch_selected(*document);
  const std::size_t selected = document->selected_measures().size();
  if (needs == Needs::one_measure && selected != 1) return false;
  if (needs == Needs::measures && selected == 0) return false;
  return !document->read_only();
}

void name_step(QAction& action, const QString& plain, const Text& named, const QString& step) {
  action.setText(step.isEmpty() ? plain : tr_(named).replace('&', "&&"));
  action.setToolTip(literal(step.isEmpty() ? QString(plain).remove('&') : tr_(named)));
}

}  // namespace

std::vector<ActionRow> action_rows() {
  std::vector<ActionRow> rows = plan_rows();
  append(rows, edit_rows());
  append(rows, view_rows());
  append(rows, map_rows());
  append(rows, analysis_rows());
  append(rows, present_rows());
  append(rows, help_rows());
  return rows;
}

void ActionTable::make(MainWindow& window) {
  rows_ = action_rows();
  keep_own_keys(window);
  for (const ActionRow& row : rows_) {
    auto* action = new QAction(icon(row.icon), tr_(row.name), &window);
    action->setObjectName(row.id);
    action->setShortcut(row.keys);
    action->setCheckable(row.checkable);
    QString words = tr_(row.name).remove('&');
    if (!row.keys.isEmpty()) words += " (" + row.keys.toString(QKeySequence::NativeText) + ")";
    action->setToolTip(literal(words));
    QObject::connect(action, &QAction::triggered, &window, [run = row.run, &window] { run(window); });
    window.addAction(action);
    actions_.insert(row.id, action);
  }
  actions_["undo"]->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Z)});
  actions_["redo"]->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
}

void ActionTable::clear() {
  qDeleteAll(actions_);
  actions_.clear();
}

void ActionTable::fill_menus(MainWindow& window) const {
  const QString titles[] = {tr_("&Plan"),     tr_("&Edit"),    tr_("&View"), tr_("&Map"),
                            tr_("&Analysis"), tr_("P&resent"), tr_("&Help")};
  QMenu* menus[7];
  for (int i = 0; i < 7; ++i) menus[i] = window.menuBar()->addMenu(titles[i]);
  for (const ActionRow& row : rows_) {
    if (row.menu > Menu::help) continue;  // within another one
    QMenu* menu = menus[static_cast<int>(row.menu)];
    if (row.line_before) menu->addSeparator();
    menu->addAction(actions_[row.id]);
    if (qstrcmp(row.id, "open_plan") == 0) menu->addMenu(make_recent_menu(window));
  }
  if (!window.document()) return;
  menus[static_cast<int>(Menu::map)]->addMenu(make_scenarios_menu(window));
  menus[static_cast<int>(Menu::view)]->addMenu(make_bookmarks_menu(window));
  menus[static_cast<int>(Menu::view)]->addMenu(make_swipe_menu(window));
  menus[static_cast<int>(Menu::view)]->addMenu(make_panels_menu(window));
}

void ActionTable::update(const MainWindow& window) const {
  for (const ActionRow& row : rows_) actions_[row.id]->setEnabled(can(row.needs, window));
  const Document* document = window.document();
  const QString undo = document ? document->undo_name() : QString();
  const QString redo = document ? document->redo_name() : QString();
  name_step(*actions_["undo"], tr_("&Undo"), text("Undo: {1}", undo.toStdString()), undo);
  name_step(*actions_["redo"], tr_("&Redo"), text("Redo: {1}", redo.toStdString()), redo);
}

}  // namespace smile::viewer
