#pragma once
// Overlay and validity, done by GEOS. Every function first checks is_finite and throws std::invalid_argument if it
// isn't: GEOS 3.11 crashes on infinity.

#include <string>

#include "gis/geometry/geometry.h"

namespace smile {

struct Validity {
  bool valid = true;
  std::string reason;  ///< GEOS' words, English
  Point where;
};
Validity validity(const Geometry& geometry);

/// A valid geometry of the same kind (MakeValid, "structure" method, lower dimensions dropped). Empty if nothing is
/// left.
Geometry repaired(const Geometry& geometry);

Geometry intersection(const Geometry& a, const Geometry& b);
Geometry united(const std::vector<Geometry>& areas);
Geometry difference(const Geometry& a, const Geometry& b);
/// Everything within the distance (metres above 0), round corners as halves of octagons: an area. For pictures.
Geometry buffered(const Geometry& geometry, double distance);
bool intersects(const Geometry& a, const Geometry& b);
/// A point inside the area (or on the line) that suits a label; the point itself for points.
Point label_point(const Geometry& geometry);
/// Simplified for looks only (never for analysis), topology kept per geometry.
Geometry simplified(const Geometry& geometry, double tolerance);

}  // namespace smile
