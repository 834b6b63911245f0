#pragma once
// How a picture under the map looks: name, credit, opacity, without its colours, and from which scales it is seen.

#include "gis/plan/plan.h"

namespace smile::viewer {

class MainWindow;

/// Opens beside the map and returns; every change is seen at once and can be undone.
void open_raster_style(MainWindow& window, Id layer);

}  // namespace smile::viewer
