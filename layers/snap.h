#pragma once
// Drawing that meets what is there already: the vertex or edge nearest to the pointer.

#include "layers/map.h"

namespace smile::layers {

struct Snap {
  Point at;             ///< plan's system, exactly on what was met
  bool vertex = false;  ///< else somewhere on an edge
};

/// Within `radius` logical pixels: of measures (but not of `except`, which is the one being drawn), of the shown
/// level's districts, of the layers of context that are seen. A vertex wins over an edge that is nearer.
std::optional<Snap> snap(const MapScene& scene, const Camera& camera, QPointF position, Id except = 0,
                         double radius = 10);

}  // namespace smile::layers
