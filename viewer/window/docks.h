#pragma once

#include <QSize>
#include <QString>
#include <utility>
#include <vector>

class QMenu;

namespace smile::viewer {

class MainWindow;

/// The panels of an open plan: layers and legend left, inspector right, the lists below.
void make_docks(MainWindow& window);
/// Where they stand at the first start.
void arrange_docks(MainWindow& window);
void hide_docks(MainWindow& window);
/// The docks that are seen, by name, and giving them back their sizes after the panels were made anew.
using DockSizes = std::vector<std::pair<QString, QSize>>;
DockSizes sizes_of_docks(const MainWindow& window);
void give_sizes(MainWindow& window, const DockSizes& sizes);
/// Shows and hides them.
QMenu* make_panels_menu(MainWindow& window);

}  // namespace smile::viewer
