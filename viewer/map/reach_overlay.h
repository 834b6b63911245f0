#pragma once
// Drawn over the map while a measure moves: the ground it reaches, and a card beside it that says whom.

#include <QString>
#include <optional>

#include "gis/geometry/geometry.h"
#include "layers/camera.h"
#include "layers/palette.h"

class QPainter;

namespace smile::viewer {

struct ReachOverlay {
  Geometry shape;       ///< plan's system: streets, or what the distance is measured from
  double around_m = 0;  ///< everything this far from the shape; 0: the lines themselves
  QString words;
};

void paint(QPainter& painter, const ReachOverlay& overlay, const layers::Camera& camera, layers::Theme theme);

}  // namespace smile::viewer
