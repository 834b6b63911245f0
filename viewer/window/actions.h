#pragma once
// Everything the menus and keys can do, as one table.

#include <QHash>
#include <QKeySequence>
#include <QString>
#include <vector>

#include "gis/words/words.h"

class QAction;
class QMenuBar;
class QToolBar;

namespace smile::viewer {

class MainWindow;

/// Those behind help stand within view and map.
enum class Menu { plan, edit, view, map, analysis, present, help, bookmarks, swipe, scenarios };
enum class Needs { nothing, plan, editable, one_measure, measures, scenario, undo, redo };

struct ActionRow {
  const char* id;
  Menu menu;
  Text name;  ///< with & before the letter of the keyboard
  const char* icon;
  QKeySequence keys;
  Needs needs;
  void (*run)(MainWindow&);
  bool line_before = false;
  bool checkable = false;
};
std::vector<ActionRow> action_rows();

/// The actions of one window by their ids.
class ActionTable {
public:
  void make(MainWindow& window);
  void clear();
  QAction* operator[](const QString& id) const { return actions_.value(id); }
  void fill_menus(MainWindow& window) const;
  /// Which can be done now, and the names of undo and redo.
  void update(const MainWindow& window) const;

private:
  QHash<QString, QAction*> actions_;
  std::vector<ActionRow> rows_;
};

}  // namespace smile::viewer
