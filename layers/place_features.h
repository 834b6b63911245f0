#pragma once
// Where the texts of layers of context stand: along streets, inside areas, beside points. For this folder only.

#include "layers/occupied.h"
#include "layers/scene.h"

namespace smile::layers {

/// Adds to the layout what finds room, the topmost layer first. What stood in `before` stays where it was, as far as
/// it still has room there: names must not jump while the map is moved.
void place_features(const Scene& scene, const Camera& camera, const Layout* before, const TakenRoom& taken,
                    Layout& layout, const std::stop_token& stop);

}  // namespace smile::layers
