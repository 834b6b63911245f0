#pragma once
// From where the map is seen: a value.

#include <QPointF>
#include <QSize>
#include <QTransform>

#include "gis/geometry/geometry.h"

namespace smile::layers {

struct Camera {
  Point centre;                  ///< plan's system
  double metres_per_pixel = 10;  ///< per logical pixel; y goes up on the ground, down on the screen
  QSize size;                    ///< logical pixels
  double device_pixel_ratio = 1;
  bool operator==(const Camera&) const = default;

  QPointF to_screen(Point p) const;
  Point to_ground(QPointF p) const;
  Box ground() const;
  QTransform transform() const;  ///< ground → logical pixels
  /// Map scale 1:n at 96 dpi.
  double scale_denominator() const;
};

/// How much larger signs and names on maps are that are seen from the back of a room.
inline constexpr double projector_magnification = 1.8;
/// Camera::metres_per_pixel of a scale 1:n.
double metres_per_pixel_at(double scale_denominator);
/// Shows the whole box with a margin in pixels.
Camera fit(const Box& box, QSize size, double margin = 24);
/// Zoomed by factor (> 1: closer) with the ground under `fixed` kept there.
Camera zoomed(Camera camera, double factor, QPointF fixed);
Camera panned(Camera camera, QPointF by);

}  // namespace smile::layers
