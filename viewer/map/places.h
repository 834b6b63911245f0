#pragma once
// Where things of a plan are: boxes to zoom to, measures inside a box, corners that can be dragged.

#include <optional>
#include <string>
#include <vector>

#include "gis/plan/plan.h"

namespace smile::viewer {

/// What the location covers: its geometry, its districts, or the whole city. Empty without place.
Box ground_of(const Location& location, const Plan& plan);
Box ground_of(const std::vector<Id>& measures, const Plan& plan);
/// Measures with a coordinate inside the box, in the order of the plan. Those for whole districts or the city are not
/// picked by a box.
std::vector<Id> measures_in(const Box& box, const Plan& plan);

/// A coordinate of a geometry that can be moved: the position in Geometry::points of the nearest one within `radius`.
std::optional<std::size_t> corner_at(const Geometry& geometry, Point p, double radius);
/// With that coordinate moved; a ring stays closed.
Geometry with_corner(Geometry geometry, std::size_t corner, Point to);

/// A place on an edge of a line or an area, and before which coordinate a corner there would stand.
struct EdgePlace {
  std::size_t before = 0;
  Point at;
};
std::optional<EdgePlace> edge_at(const Geometry& geometry, Point p, double radius);
Geometry with_new_corner(Geometry geometry, std::size_t before, Point at);
/// Without one corner or site; two sites become one point. std::nullopt where too few would be left: a line has two
/// ends, a ring three corners.
std::optional<Location> without_corner(Location location, std::size_t corner);

/// Corners can be dragged one by one: lines, areas and several sites.
bool has_corners(const Location& location);
/// The place is coordinates of its own, which can be moved.
bool can_move(const Location& location);

/// "Mitfahrbank", shortened in the middle of nowhere: at most `letters` letters, with an ellipsis.
std::string short_title(const Measure& measure, std::size_t letters = 40);

}  // namespace smile::viewer
