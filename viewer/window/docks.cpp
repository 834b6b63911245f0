#include "viewer/window/docks.h"

#include <QDockWidget>
#include <QMenu>

#include "viewer/map/map_view.h"
#include "viewer/panels/districts_table.h"
#include "viewer/panels/inspector.h"
#include "viewer/panels/issues_panel.h"
#include "viewer/panels/measures_table.h"
#include "viewer/text.h"
#include "viewer/window/layers_panel.h"
#include "viewer/window/legend_panel.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

QDockWidget* add(MainWindow& window, const char* name, const QString& title, QWidget* panel, Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(title, &window);
  dock->setObjectName(name);
  dock->setWidget(panel);
  dock->setAccessibleName(title);
  if (area == Qt::BottomDockWidgetArea) dock->setTitleBarWidget(new QWidget(dock));  // the tab says it
  window.addDockWidget(area, dock);
  return dock;
}

QDockWidget* find(MainWindow& window, const char* name) {
  return window.findChild<QDockWidget*>(name);
}

}  // namespace

void make_docks(MainWindow& window) {
  Document& document = *window.document();
  add(window, "dock_layers", tr_("Layers"), make_layers_panel(document, &window), Qt::LeftDockWidgetArea);
  add(window, "dock_legend", tr_("Legend"), make_legend_panel(*window.map(), &window), Qt::LeftDockWidgetArea);
  add(window, "dock_inspector", tr_("Inspector"), make_inspector(document, &window), Qt::RightDockWidgetArea);
  auto* measures =
      add(window, "dock_measures", tr_("Measures"), make_measures_table(document, &window), Qt::BottomDockWidgetArea);
  auto* districts = add(window, "dock_districts", tr_("Districts"), make_districts_table(document, &window),
                        Qt::BottomDockWidgetArea);
  QWidget* problems = make_issues_panel(document, &window);
  auto* issues = add(window, "dock_issues", tr_("Issues"), problems, Qt::BottomDockWidgetArea);
  const auto count = [issues](const QString& title) {
    if (!title.isEmpty()) issues->setWindowTitle(title);
  };
  QObject::connect(problems, &QWidget::windowTitleChanged, issues, count);
  count(problems->windowTitle());
  window.tabifyDockWidget(measures, districts);
  window.tabifyDockWidget(districts, issues);
  measures->raise();
}

void arrange_docks(MainWindow& window) {
  const int width = window.width();
  const int height = window.height();
  window.resizeDocks({find(window, "dock_layers"), find(window, "dock_inspector")}, {width / 6, width / 5},
                     Qt::Horizontal);
  window.resizeDocks({find(window, "dock_measures")}, {height * 3 / 10}, Qt::Vertical);
  window.resizeDocks({find(window, "dock_layers"), find(window, "dock_legend")}, {height / 5, height / 2},
                     Qt::Vertical);
}

QMenu* make_panels_menu(MainWindow& window) {
  auto* menu = new QMenu(tr_("&Panels"), &window);
  for (const char* name :
       {"dock_layers", "dock_legend", "dock_inspector", "dock_measures", "dock_districts", "dock_issues"})
    menu->addAction(find(window, name)->toggleViewAction());
  return menu;
}

}  // namespace smile::viewer
