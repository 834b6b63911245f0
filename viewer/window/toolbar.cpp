#include "viewer/window/toolbar.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

#include "viewer/map/map_view.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
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
    case ToolKind::identify:
      return "identify";
    case ToolKind::ruler_length:
      return "ruler_length";
    case ToolKind::ruler_area:
      return "ruler_area";
    case ToolKind::select:
      break;
  }
  return "select";
}

/// One button for several ways; it does what was done last, the first to begin with. "": a line between.
QToolButton* button_of_several(MainWindow& window, QToolBar* bar, const char* name,
                               std::initializer_list<const char*> ways) {
  auto* button = new QToolButton(bar);
  button->setObjectName(name);
  button->setPopupMode(QToolButton::MenuButtonPopup);
  auto* menu = new QMenu(button);
  for (const char* id : ways) {
    if (*id == '\0')
      menu->addSeparator();
    else
      menu->addAction(window.action(id));
  }
  button->setMenu(menu);
  button->setDefaultAction(window.action(*ways.begin()));
  return button;
}

void follow_tool(MainWindow& window, QToolBar* bar, QToolButton* place, QToolButton* ruler) {
  auto* group = new QActionGroup(bar);
  for (const char* id :
       {"select", "place_point", "place_sites", "place_line", "place_area", "identify", "ruler_length", "ruler_area"})
    group->addAction(window.action(id));
  window.action("select")->setChecked(true);
  QObject::connect(window.map(), &MapView::tool_changed, bar, [&window, place, ruler](ToolKind kind) {
    QAction* action = window.action(action_of(kind));
    action->setChecked(true);
    if (places(kind)) place->setDefaultAction(action);
    if (kind == ToolKind::ruler_length || kind == ToolKind::ruler_area) ruler->setDefaultAction(action);
  });
}

QWidget* stretch(QWidget* parent) {
  auto* space = new QWidget(parent);
  space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  return space;
}

/// Words are shorter here than in the menu: all has to fit beside each other at 1280 pixels.
void add_with_words(QToolBar* bar, QAction* action, const QString& words) {
  action->setIconText(words);
  bar->addAction(action);
  if (for_projector()) return;  // large words leave no room for all
  if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action)))
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

}  // namespace

QToolBar* make_toolbar(MainWindow& window) {
  auto* bar = window.addToolBar(tr_("Tools"));
  bar->setObjectName("tools");
  bar->setMovable(false);
  bar->setIconSize(for_projector() ? QSize(32, 32) : QSize(22, 22));
  bar->addAction(window.action("undo"));
  bar->addAction(window.action("redo"));
  bar->addSeparator();
  add_with_words(bar, window.action("select"), tr_("Select"));
  QToolButton* place = button_of_several(
      window, bar, "place",
      {"place_point", "place_sites", "place_line", "place_area", "", "place_typed", "place_city", "remove_place"});
  place->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  bar->addWidget(place);
  bar->addAction(window.action("identify"));
  QToolButton* ruler = button_of_several(window, bar, "ruler", {"ruler_length", "ruler_area", "", "snap"});
  bar->addWidget(ruler);
  follow_tool(window, bar, place, ruler);
  bar->addSeparator();
  bar->addAction(window.action("show_all"));
  bar->addSeparator();
  auto* search = new SearchField(*window.document(), bar);
  bar->addWidget(search);
  bar->addWidget(stretch(bar));
  bar->addWidget(make_saved_sign(*window.document(), bar));
  bar->addSeparator();
  bar->addAction(window.action("present"));
  bar->addSeparator();
  add_with_words(bar, window.action("import"), tr_("Import"));
  add_with_words(bar, window.action("export"), tr_("Export"));
  return bar;
}

}  // namespace smile::viewer
