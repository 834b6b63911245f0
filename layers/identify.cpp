#include "layers/identify.h"

#include <algorithm>

#include "gis/geometry/nearest.h"
#include "layers/nearby.h"
#include "layers/scene.h"

namespace smile::layers {
namespace {

/// How far a feature is from a place, ground units; 0 inside of an area.
double distance_to(const FeatureColumns& features, std::uint32_t row, Point p) {
  double nearest = INFINITY;
  if (features.kinds[row] == GeometryKind::point)
    for (const Point& at : features.points_of(row)) nearest = std::min(nearest, distance(p, at));
  for_each_path(features, row, [&](std::span<const Point> path) {
    for (std::size_t i = 1; i < path.size(); ++i)
      nearest = std::min(nearest, distance(p, nearest_on(p, path[i - 1], path[i])));
  });
  return nearest;
}

bool holds(const FeatureColumns& features, std::uint32_t row, Point p) {
  return locate(p, features.geometry(row)) != Side::outside;
}

struct Near {
  FeatureHit hit;
  double distance = 0;
  double size = 0;  ///< of two areas that hold the place the smaller one is meant
};

void add_hits(const ContextLayer& layer, Point p, double radius_m, std::vector<FeatureHit>& out) {
  const FeatureShapes& shapes = *layer.shapes;
  const FeatureColumns& features = shapes.data().features;
  std::vector<Near> near;
  Box around;
  around.add(p);
  for_each_near(shapes, around.grown(radius_m), [&](std::uint32_t i) {
    const std::uint32_t row = shapes.row(i);
    const bool area = shapes.kind(i) == GeometryKind::area;
    const double distance = area ? (holds(features, row, p) ? 0 : INFINITY) : distance_to(features, row, p);
    if (distance <= radius_m) near.push_back({{layer.layer->id, row}, distance, area ? shapes.area(i) : 0});
  });
  std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
    return std::pair(a.distance, a.size) < std::pair(b.distance, b.size);
  });
  for (const Near& one : near) out.push_back(one.hit);
}

}  // namespace

std::vector<FeatureHit> features_at(const MapScene& scene, const Camera& camera, QPointF position, double radius) {
  std::vector<FeatureHit> out;
  for (const LayerSettings& settings : scene.settings().style.layers) {
    if (!settings.visible || !is_in_range(settings, camera)) continue;
    if (const ContextLayer* layer = scene.scene().context_layer(layer_of_key(settings.layer)))
      add_hits(*layer, camera.to_ground(position), radius * camera.metres_per_pixel, out);
  }
  return out;
}

std::vector<Id> districts_at(const MapScene& scene, const Camera& camera, QPointF position) {
  const Point ground = camera.to_ground(position);
  std::vector<Id> out;
  for (const LevelShapesPtr& level : scene.scene().levels)
    for (const DistrictShape& shape : level->districts)
      if (shape.box.contains(ground) && locate(ground, shape.district->geometry) != Side::outside) {
        out.push_back(shape.district->id);
        break;
      }
  return out;
}

}  // namespace smile::layers
