#pragma once
// A step of what the map in the window shows, and back.

#include "gis/plan/step.h"

namespace smile::viewer {

class MapView;

/// Extent, layers, scenario, selected measures or district, and the result whose map is shown.
Step step_of_screen(const MapView& map);
/// The step's look becomes the plan's; its ground and its measures are shown.
void show_on_map(const Step& step, MapView& map);

}  // namespace smile::viewer
