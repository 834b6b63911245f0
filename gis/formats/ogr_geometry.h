#pragma once
// Private to this room: OGR's geometries as ours. Heights are dropped, curves linearised, surfaces flattened.

#include "gis/geometry/geometry.h"

class OGRGeometry;

namespace smile {

struct Converted {
  Geometry geometry;
  bool heights = false;   ///< Z or M was dropped
  bool curves = false;    ///< arcs became short straight lines
  bool surfaces = false;  ///< a body of faces was flattened
  bool mixed = false;     ///< a collection: parts of lower dimension were left out
};

Converted from_ogr(const OGRGeometry& geometry);

}  // namespace smile
