#pragma once
// A step of what the map in the window shows, and back.

#include "gis/plan/step.h"

namespace smile::viewer {

class MapView;

/// Extent, layers, scenario, and what is selected as far as it is in sight.
Step step_of_screen(const MapView& map);
/// The same with the title and panel a new step begins with. A selected measure gives its name only where it was
/// selected for this step; else the selected district does, the result whose map is shown, the district the map is
/// zoomed to, or the number the step will have.
Step new_step_of_screen(const MapView& map, bool selected_for_it, int number);
/// The step's look becomes the plan's; its ground and its measures are shown.
void show_on_map(const Step& step, MapView& map);

}  // namespace smile::viewer
