#pragma once
#include <QPoint>

class QMenu;

namespace smile::viewer {

class MapView;

/// What can be done at a place of the map: a new measure, a place for the one that is selected, zooming. Deletes itself
/// when closed.
QMenu* make_map_menu(MapView& map, QPoint position);

}  // namespace smile::viewer
