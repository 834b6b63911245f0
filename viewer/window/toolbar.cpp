#include "viewer/window/toolbar.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

#include "viewer/map/map_view.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"
#include "viewer/window/saved_sign.h"
#include "viewer/window/search_field.h"

namespace smile::viewer {
namespace {

const char* action_of(ToolKind kind) {
  switch (kind) {
    case ToolKind::point:
      return "place_point";
    case ToolKind::sites:
      return "place_sites";
    case ToolKind::line:
      return "place_line";
    case ToolKind::area:
      return "place_area";
    case ToolKind::select:
      break;
  }
  return "select";
}

/// One button for the ways of placing; it does what was done last.
QToolButton* place_button(MainWindow& window, QToolBar* bar) {
  auto* button = new QToolButton(bar);
  button->setObjectName("place");
  button->setPopupMode(QToolButton::MenuButtonPopup);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  auto* menu = new QMenu(button);
  for (const char* id : {"place_point", "place_sites", "place_line", "place_area"}) menu->addAction(window.action(id));
  menu->addSeparator();
  for (const char* id : {"place_typed", "place_city", "remove_place"}) menu->addAction(window.action(id));
  button->setMenu(menu);
  button->setDefaultAction(window.action("place_point"));
  return button;
}

void follow_tool(MainWindow& window, QToolBar* bar, QToolButton* place) {
  auto* group = new QActionGroup(bar);
  for (const char* id : {"select", "place_point", "place_sites", "place_line", "place_area"})
    group->addAction(window.action(id));
  window.action("select")->setChecked(true);
  QObject::connect(window.map(), &MapView::tool_changed, bar, [&window, place](ToolKind kind) {
    QAction* action = window.action(action_of(kind));
    action->setChecked(true);
    if (kind != ToolKind::select) place->setDefaultAction(action);
  });
}

QWidget* stretch(QWidget* parent) {
  auto* space = new QWidget(parent);
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  return space;
}

void add_with_words(QToolBar* bar, QAction* action) {
  bar->addAction(action);
  if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action)))
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

}  // namespace

QToolBar* make_toolbar(MainWindow& window) {
  auto* bar = window.addToolBar(tr_("Tools"));
  bar->setObjectName("tools");
  bar->setMovable(false);
  bar->setIconSize(QSize(22, 22));
  bar->addAction(window.action("undo"));
  bar->addAction(window.action("redo"));
  bar->addSeparator();
  add_with_words(bar, window.action("select"));
  QToolButton* place = place_button(window, bar);
  bar->addWidget(place);
  follow_tool(window, bar, place);
  bar->addSeparator();
  bar->addAction(window.action("show_all"));
  bar->addSeparator();
  auto* search = new SearchField(*window.document(), bar);
  bar->addWidget(search);
  bar->addWidget(stretch(bar));
  bar->addWidget(make_saved_sign(*window.document(), bar));
  bar->addSeparator();
  add_with_words(bar, window.action("import"));
  add_with_words(bar, window.action("export"));
  return bar;
}

}  // namespace smile::viewer
