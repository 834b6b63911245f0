#pragma once
#include "gis/geometry/geometry.h"

namespace smile {

/// +1 if a, b, c turn left, −1 if they turn right, 0 if they lie exactly on one line. Exact for all coordinates within
/// ±1e9 whose products do not underflow. Method: Shewchuk's error bound first, an exact sum of the six products where
/// it is too tight.
int orientation(Point a, Point b, Point c);

}  // namespace smile
