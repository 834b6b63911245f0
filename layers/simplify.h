#pragma once
// Levels of detail for polylines.

#include <span>
#include <vector>

#include "gis/geometry/geometry.h"

namespace smile::layers {

/// Up to which tolerance each vertex has to stay (Douglas–Peucker; D. H. Douglas, T. K. Peucker 1973), in ground units:
/// what is left of the line at a tolerance t are the vertices with a larger figure. Its ends stay for ever.
std::vector<double> vertex_lifetimes(std::span<const Point> points);

}  // namespace smile::layers
