#pragma once
// Measures on the map: lines and areas, symbols, signs for whole districts, numbers. For this folder only.

#include <QPainter>

#include "layers/scene.h"

namespace smile::layers {

/// What of a map is drawn at a time: all of it, or a band.
struct MapPart {
  const Camera& camera;
  const QRectF& view;  ///< logical pixels
  const Box& ground;   ///< of the view, a little more
  double tolerance;    ///< that simplified lines may be off, on the ground
};

/// Those outside of the shown scenario hollow and faint.
void draw_measures(const Scene& scene, QPainter& painter, const MapPart& part, const Layout& layout,
                   const std::stop_token& stop);

}  // namespace smile::layers
