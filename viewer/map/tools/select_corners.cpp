// The corners of the selected measure: found under the pointer, added, removed, moved with the keys.

#include <algorithm>

#include "viewer/map/map_view.h"
#include "viewer/map/places.h"
#include "viewer/map/tools/select_tool.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr double corner_radius = 8;  // logical pixels

bool is_ring_end(const Geometry& geometry, std::size_t corner) {
  return geometry.kind == GeometryKind::area &&
         std::find(geometry.path_ends.begin(), geometry.path_ends.end(), corner + 1) != geometry.path_ends.end();
}

}  // namespace

std::optional<std::size_t> SelectTool::corner_under(QPointF position) const {
  const Measure* shape = cornered();
  if (!shape) return std::nullopt;
  const double radius = corner_radius * map_.camera().metres_per_pixel;
  return corner_at(shape->location.geometry, map_.camera().to_ground(position), radius);
}

void SelectTool::change(const Measure& measure, Location location, Text name, std::string merge_key) {
  Edit edit = place(measure.id, std::move(location));
  edit.name = std::move(name);
  edit.merge_key = std::move(merge_key);
  if (edit.merge_key.empty()) map_.document().seal();
  map_.document().apply(edit);
  map_.refresh_hint();
}

bool SelectTool::insert_corner(QPointF position) {
  const Measure* shape = cornered();
  if (!shape || corner_under(position)) return false;
  const double radius = corner_radius * map_.camera().metres_per_pixel;
  const auto edge = edge_at(shape->location.geometry, map_.camera().to_ground(position), radius);
  if (!edge) return false;
  Location location = shape->location;
  location.geometry = with_new_corner(std::move(location.geometry), edge->before, edge->at);
  change(*shape, std::move(location), text("Add a corner to “{1}”", short_title(*shape)));
  chosen_ = edge->before;
  return true;
}

bool SelectTool::remove_corner(std::size_t corner) {
  const Measure* shape = cornered();
  auto left = shape ? without_corner(shape->location, corner) : std::nullopt;
  if (!left) return false;
  change(*shape, std::move(*left), text("Remove a corner of “{1}”", short_title(*shape)));
  chosen_.reset();
  return true;
}

void SelectTool::leave() {
  chosen_.reset();
  map_.update();
}

bool SelectTool::wants(const QKeyEvent& event) const {
  return event.key() == Qt::Key_Delete && chosen_ && cornered() && state_ == State::idle;
}

bool SelectTool::leaves_right_button(QPointF) const {
  return !took_right_button_;
}

bool SelectTool::corner_key(const QKeyEvent& event) {
  const auto& points = cornered()->location.geometry.points;
  if (chosen_ && *chosen_ >= points.size()) chosen_.reset();
  if (event.key() == Qt::Key_C && !(event.modifiers() & ~Qt::ShiftModifier)) {
    choose_next_corner(event.modifiers() & Qt::ShiftModifier ? -1 : 1);
    return true;
  }
  if (!chosen_) return false;
  if (event.key() == Qt::Key_Delete) {
    remove_corner(*chosen_);
    return true;
  }
  if (event.key() == Qt::Key_Insert) {
    insert_after_corner();
    return true;
  }
  if (event.key() != Qt::Key_Escape) return nudge_corner(event);
  chosen_.reset();
  return true;
}

void SelectTool::choose_next_corner(int step) {
  const Geometry& geometry = cornered()->location.geometry;
  const auto count = static_cast<int>(geometry.points.size());
  int next = chosen_ ? static_cast<int>(*chosen_) : step > 0 ? -1 : count;
  do next = (next + step + count) % count;
  while (is_ring_end(geometry, static_cast<std::size_t>(next)));  // it is the ring's first corner
  chosen_ = static_cast<std::size_t>(next);
  map_.update();
}

/// In the middle of the edge that follows.
void SelectTool::insert_after_corner() {
  const Measure& shape = *cornered();
  const Geometry& geometry = shape.location.geometry;
  const std::size_t next = *chosen_ + 1;
  const bool last = std::find(geometry.path_ends.begin(), geometry.path_ends.end(), next) != geometry.path_ends.end();
  if (geometry.kind == GeometryKind::point || last) return;
  const Point a = geometry.points[*chosen_];
  const Point b = geometry.points[next];
  Location location = shape.location;
  location.geometry = with_new_corner(std::move(location.geometry), next, {(a.x + b.x) / 2, (a.y + b.y) / 2});
  change(shape, std::move(location), text("Add a corner to “{1}”", short_title(shape)));
  chosen_ = next;
}

/// Alt and an arrow: four pixels of the screen.
bool SelectTool::nudge_corner(const QKeyEvent& event) {
  if (!(event.modifiers() & Qt::AltModifier)) return false;
  const double step = 4 * map_.camera().metres_per_pixel;
  const double dx = event.key() == Qt::Key_Left ? -step : event.key() == Qt::Key_Right ? step : 0;
  const double dy = event.key() == Qt::Key_Down ? -step : event.key() == Qt::Key_Up ? step : 0;
  if (dx == 0 && dy == 0) return false;
  const Measure& shape = *cornered();
  Location location = shape.location;
  const Point was = location.geometry.points[*chosen_];
  location.geometry = with_corner(std::move(location.geometry), *chosen_, {was.x + dx, was.y + dy});
  change(shape, std::move(location), text("Move a corner of “{1}”", short_title(shape)), "nudge a corner");
  return true;
}

}  // namespace smile::viewer
