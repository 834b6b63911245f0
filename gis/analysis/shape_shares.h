#pragma once
// Private to this room: how much of a line or an area lies in which district, by overlay.

#include <vector>

#include "gis/analysis/which_district.h"

namespace smile {

/// What the lower code has taken is gone for the others, so that a street along a border is counted once.
std::vector<DistrictIndex::ShapeShare> shares_of_shape(const Geometry& shape, const DistrictIndex& index);

}  // namespace smile
