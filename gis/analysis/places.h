#pragma once
// What people are to reach: the points, lines or areas of a layer, or the measures of the plan.

#include <string>
#include <vector>

#include "gis/formats/layer_data.h"
#include "gis/plan/plan.h"

namespace smile {

/// Places in the plan's system, numbered from 0. Immutable once made.
struct Places {
  std::vector<Geometry> shapes;
  std::vector<std::string> names;  ///< "" where nobody knows
  std::size_t size() const { return shapes.size(); }
};

/// The features of a layer that have a shape.
Places places_of(const MapLayer& layer, const LayerData& data);
/// With a place on the map, and not rejected: what is not to come is no place people go to.
bool is_place(const Measure& measure);
/// Each as one place; those of a district or the whole city are none.
Places places_of_measures(const std::vector<MeasurePtr>& measures);

/// Where a place can be entered: a point itself, of lines and areas points along them no further apart than step_m.
/// Nobody knows where the gates of a park are; so it counts as open all around.
std::vector<Point> entrances(const Geometry& shape, double step_m = 25);

}  // namespace smile
