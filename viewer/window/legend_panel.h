#pragma once

class QWidget;

namespace smile::viewer {

class MapView;

/// The legend of what is on the map, and the choice of the figure by which districts are coloured. The class under the
/// mouse lights up in the map.
QWidget* make_legend_panel(MapView& map, QWidget* parent);

}  // namespace smile::viewer
