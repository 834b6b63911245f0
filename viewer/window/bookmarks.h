#pragma once
// Views worth coming back to, kept in the plan.

class QMenu;

namespace smile::viewer {

class MainWindow;

/// Asks for a name and keeps what the map shows; a bookmark of that name is replaced.
void bookmark_view(MainWindow& window);
void arrange_bookmarks(MainWindow& window);
/// Follows the plan: the first nine bookmarks have the keys Alt+1 to Alt+9.
QMenu* make_bookmarks_menu(MainWindow& window);

}  // namespace smile::viewer
