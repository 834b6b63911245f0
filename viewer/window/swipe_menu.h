#pragma once
// Comparing two looks of the map by a divider.

class QMenu;

namespace smile::viewer {

struct SwipeChoice;

class MainWindow;

void compare(MainWindow& window, const SwipeChoice& choice);
/// On with what was compared last, or off.
void toggle_swipe(MainWindow& window);
/// What can be compared; follows the plan's layers.
QMenu* make_swipe_menu(MainWindow& window);

}  // namespace smile::viewer
