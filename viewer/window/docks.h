#pragma once

class QMenu;

namespace smile::viewer {

class MainWindow;

/// The panels of an open plan: layers and legend left, inspector right, the lists below.
void make_docks(MainWindow& window);
/// Where they stand at the first start.
void arrange_docks(MainWindow& window);
/// Shows and hides them.
QMenu* make_panels_menu(MainWindow& window);

}  // namespace smile::viewer
