#pragma once

class QDialog;
class QWidget;

namespace smile::viewer {

class MapView;

/// Renames, orders and deletes the plan's bookmarks; each change is a step of undo.
QDialog* open_bookmarks_dialog(MapView& map, QWidget* parent);

}  // namespace smile::viewer
