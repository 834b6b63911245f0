#pragma once
// Where the numbers of measures stand: beside their symbols. For this folder only.

#include "layers/occupied.h"
#include "layers/scene.h"

namespace smile::layers {

/// Adds to the layout what finds room. Of a line or an area whose symbol is not seen, the number stands beside the part
/// that is. As in `before` where there is still room.
void place_numbers(const Scene& scene, const Camera& camera, const QRectF& view, const Layout* before,
                   const TakenRoom& taken, Layout& layout, const std::stop_token& stop);

}  // namespace smile::layers
