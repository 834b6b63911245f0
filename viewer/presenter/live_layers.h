#pragma once
// Which layers the live map of a presentation shows: a menu of ticks. The plan keeps its own look.

class QMenu;
class QWidget;

namespace smile::viewer {

class LayerStore;
class MapView;

/// Top first as in the list of layers; a tick changes the map at once, and a layer that was hidden is read. Deleted
/// with the map.
QMenu* make_live_layers_menu(MapView& map, LayerStore& layers);

}  // namespace smile::viewer
