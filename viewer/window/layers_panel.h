#pragma once

class QWidget;

namespace smile::viewer {

class MainWindow;

/// The layers of the map as a tree, top first: what is shown, how opaque, in which order. A change is an edit of the
/// plan and can be undone.
QWidget* make_layers_panel(MainWindow& window);

}  // namespace smile::viewer
