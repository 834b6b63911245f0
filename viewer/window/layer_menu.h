#pragma once
// The menu of a layer in the panel of layers.

#include <functional>

#include "gis/plan/plan.h"

class QMenu;

namespace smile::viewer {

class MainWindow;

/// What can be done with the layer itself.
void add_layer_actions(QMenu& menu, MainWindow& window, Id layer);

/// Puts it into a group or out of its own.
struct GroupActions {
  std::function<void(MapStyle, Text)> restack;  ///< the stack as it is to be, and what the step is called
  std::function<void()> new_group;
};
void add_group_menu(QMenu& menu, const Plan& plan, const MapLayer& layer, const GroupActions& actions);

}  // namespace smile::viewer
