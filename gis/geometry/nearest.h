#pragma once
// What lies nearest to a point: planar, in units of the coordinates.

#include <algorithm>
#include <cmath>

#include "gis/geometry/geometry.h"

namespace smile {

inline double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

/// The point of the segment from a to b that is nearest to p.
inline Point nearest_on(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
  return {a.x + t * dx, a.y + t * dy};
}

}  // namespace smile
