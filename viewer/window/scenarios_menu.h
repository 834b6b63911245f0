#pragma once

class QMenu;

namespace smile::viewer {

class MainWindow;

/// Which scenario is shown and what can be done to it: the same as where measures are listed.
QMenu* make_scenarios_menu(MainWindow& window);

}  // namespace smile::viewer
