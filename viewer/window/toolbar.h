#pragma once

class QToolBar;

namespace smile::viewer {

class MainWindow;

/// Undo, redo, the tools, search, the sign that all is saved, import and export.
QToolBar* make_toolbar(MainWindow& window);

}  // namespace smile::viewer
