#include "viewer/window/docks.h"

#include <QDockWidget>
#include <QMenu>
#include <algorithm>

#include "viewer/map/map_view.h"
#include "viewer/panels/districts_table.h"
#include "viewer/panels/inspector.h"
#include "viewer/panels/issues_panel.h"
#include "viewer/panels/measures_table.h"
#include "viewer/panels/results_panel.h"
#include "viewer/panels/steps_panel.h"
#include "viewer/text.h"
#include "viewer/window/layers_panel.h"
#include "viewer/window/legend_panel.h"
#include "viewer/window/main_window.h"
#include "viewer/window/present_commands.h"

namespace smile::viewer {
namespace {

/// Behind another tab Qt moves a dock away and still calls it visible: its panel is hidden in earnest, so that it can
/// rest, and keeps its room.
void rest_when_unseen(QDockWidget& dock, QWidget& panel) {
  QSizePolicy policy = panel.sizePolicy();
  policy.setRetainSizeWhenHidden(true);
  panel.setSizePolicy(policy);
  QObject::connect(&dock, &QDockWidget::visibilityChanged, &panel, &QWidget::setVisible);
}

QDockWidget* add(MainWindow& window, const char* name, const QString& title, QWidget* panel, Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(title, &window);
  dock->setObjectName(name);
  dock->setWidget(panel);
  dock->setAccessibleName(title);
  if (area == Qt::BottomDockWidgetArea) dock->setTitleBarWidget(new QWidget(dock));  // the tab says it
  rest_when_unseen(*dock, *panel);
  window.addDockWidget(area, dock);
  return dock;
}

QDockWidget* find(MainWindow& window, const char* name) {
  return window.findChild<QDockWidget*>(name);
}

}  // namespace

void make_docks(MainWindow& window) {
  Document& document = *window.document();
  add(window, "dock_layers", tr_("Layers"), make_layers_panel(window), Qt::LeftDockWidgetArea);
  add(window, "dock_legend", tr_("Legend"), make_legend_panel(*window.map(), &window), Qt::LeftDockWidgetArea);
  add(window, "dock_inspector", tr_("Inspector"), make_inspector(document, &window), Qt::RightDockWidgetArea);
  auto* measures =
      add(window, "dock_measures", tr_("Measures"), make_measures_table(document, &window), Qt::BottomDockWidgetArea);
  auto* districts = add(window, "dock_districts", tr_("Districts"), make_districts_table(document, &window),
                        Qt::BottomDockWidgetArea);
  auto* results = add(window, "dock_results", tr_("Results"), make_results_panel(document, *window.map(), &window),
                      Qt::BottomDockWidgetArea);
  QWidget* problems = make_issues_panel(document, &window);
  auto* issues = add(window, "dock_issues", tr_("Issues"), problems, Qt::BottomDockWidgetArea);
  const auto count = [issues](const QString& title) {
    if (!title.isEmpty()) issues->setWindowTitle(title);
  };
  QObject::connect(problems, &QWidget::windowTitleChanged, issues, count);
  count(problems->windowTitle());
  auto* steps =
      add(window, "dock_steps", tr_("Presentation"),
          make_steps_panel(
              document, *window.map(), *window.layers(), [&window](Id step) { present_at(window, step); }, &window),
          Qt::RightDockWidgetArea);
  QObject::connect(&document, &Document::show_steps, steps, [&window](const std::vector<Id>& made) {
    show_steps_panel(window);
    say_how_many_steps(window, made.size());
  });
  window.tabifyDockWidget(find(window, "dock_inspector"), steps);
  find(window, "dock_inspector")->raise();
  window.tabifyDockWidget(measures, districts);
  window.tabifyDockWidget(districts, results);
  window.tabifyDockWidget(results, issues);
  measures->raise();
}

/// About half of the window is the map; a wide screen gives its room to the map, not to the panels.
void arrange_docks(MainWindow& window) {
  const int left = std::clamp(window.width() / 7, 220, 300);
  const int right = std::clamp(window.width() / 6, 248, 360);
  const int height = window.height();
  window.resizeDocks({find(window, "dock_layers"), find(window, "dock_inspector")}, {left, right}, Qt::Horizontal);
  window.resizeDocks({find(window, "dock_measures")}, {std::max(176, height * 22 / 100)}, Qt::Vertical);
  window.resizeDocks({find(window, "dock_layers"), find(window, "dock_legend")}, {height / 5, height / 2},
                     Qt::Vertical);
}

void hide_docks(MainWindow& window) {
  for (QDockWidget* dock : window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) dock->hide();
}

DockSizes sizes_of_docks(const MainWindow& window) {
  DockSizes sizes;
  for (const QDockWidget* dock : window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly))
    if (!dock->visibleRegion().isEmpty() && !dock->isFloating())  // not behind another tab
      sizes.emplace_back(dock->objectName(), dock->size());
  return sizes;
}

void give_sizes(MainWindow& window, const DockSizes& sizes) {
  QList<QDockWidget*> docks;
  QList<int> widths;
  QList<int> heights;
  for (const auto& [name, size] : sizes)
    if (auto* dock = window.findChild<QDockWidget*>(name)) {
      docks << dock;
      widths << size.width();
      heights << size.height();
    }
  window.resizeDocks(docks, widths, Qt::Horizontal);
  window.resizeDocks(docks, heights, Qt::Vertical);
}

QMenu* make_panels_menu(MainWindow& window) {
  auto* menu = new QMenu(tr_("&Panels"), &window);
  for (const char* name : {"dock_layers", "dock_legend", "dock_inspector", "dock_measures", "dock_districts",
                           "dock_results", "dock_issues", "dock_steps"})
    menu->addAction(find(window, name)->toggleViewAction());
  return menu;
}

}  // namespace smile::viewer
