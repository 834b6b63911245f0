#pragma once
// How a layer of context looks: name, colour, width, by the values of a field. Every change is seen on the map at once
// and can be undone.

#include "gis/plan/plan.h"

namespace smile::viewer {

class MainWindow;

/// Opens beside the map and returns; the map stays usable.
void open_layer_style(MainWindow& window, Id layer);

}  // namespace smile::viewer
