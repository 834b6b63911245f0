#include "layers/snap.h"

#include "gis/geometry/nearest.h"
#include "layers/nearby.h"
#include "layers/scene.h"

namespace smile::layers {
namespace {

/// Keeps the nearest vertex and the nearest point of an edge.
class Nearest {
public:
  Nearest(Point p, double radius) : p_(p), to_vertex_(radius), to_edge_(radius) {
    around_.add(p);
    around_ = around_.grown(radius);
  }

  const Box& around() const { return around_; }

  void vertex(Point at) {
    if (!around_.contains(at) || distance(p_, at) > to_vertex_) return;
    to_vertex_ = distance(p_, at);
    vertex_ = at;
  }

  void path(std::span<const Point> points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      vertex(points[i]);
      if (i > 0) edge(points[i - 1], points[i]);
    }
  }

  std::optional<Snap> best() const {
    if (vertex_) return Snap{*vertex_, true};
    return edge_ ? std::optional(Snap{*edge_, false}) : std::nullopt;
  }

private:
  void edge(Point a, Point b) {
    Box box;
    box.add(a);
    box.add(b);
    if (!box.intersects(around_)) return;
    const Point at = nearest_on(p_, a, b);
    if (distance(p_, at) > to_edge_) return;
    to_edge_ = distance(p_, at);
    edge_ = at;
  }

  Point p_;
  Box around_;
  double to_vertex_, to_edge_;
  std::optional<Point> vertex_, edge_;
};

void add_measures(const Scene& scene, Id except, Nearest& nearest) {
  for (const MeasureShapePtr& shape : scene.measures) {
    const Geometry& geometry = shape->measure->location.geometry;
    if (shape->measure->id == except || geometry.empty()) continue;
    if (geometry.kind == GeometryKind::point)
      for (const Point& at : geometry.points) nearest.vertex(at);
    else if (shape->box.intersects(nearest.around()))
      for (std::size_t i = 0; i < geometry.paths(); ++i) nearest.path(geometry.path(i));
  }
}

void add_districts(const Scene& scene, Nearest& nearest) {
  if (const LevelShapes* level = scene.shown_level())
    for (const DistrictShape& shape : level->districts) {
      if (!shape.box.intersects(nearest.around())) continue;
      const Geometry& geometry = shape.district->geometry;
      for (std::size_t i = 0; i < geometry.paths(); ++i) nearest.path(geometry.path(i));
    }
}

void add_context(const ContextLayer& layer, Nearest& nearest) {
  const FeatureShapes& shapes = *layer.shapes;
  const FeatureColumns& features = shapes.data().features;
  for_each_near(shapes, nearest.around(), [&](std::uint32_t i) {
    const std::uint32_t row = shapes.row(i);
    if (shapes.kind(i) == GeometryKind::point)
      for (const Point& at : features.points_of(row)) nearest.vertex(at);
    for_each_path(features, row, [&](std::span<const Point> path) { nearest.path(path); });
  });
}

}  // namespace

std::optional<Snap> snap(const MapScene& map, const Camera& camera, QPointF position, Id except, double radius) {
  const Scene& scene = map.scene();
  Nearest nearest(camera.to_ground(position), radius * camera.metres_per_pixel);
  for (const LayerSettings& settings : scene.settings.style.layers) {
    if (!settings.visible || !is_in_range(settings, camera)) continue;
    if (settings.layer == "measures") add_measures(scene, except, nearest);
    if (settings.layer == "districts" || settings.layer == "district_borders") add_districts(scene, nearest);
    if (const ContextLayer* layer = scene.context_layer(layer_of_key(settings.layer))) add_context(*layer, nearest);
  }
  return nearest.best();
}

}  // namespace smile::layers
