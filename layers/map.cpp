#include "layers/map.h"

#include <algorithm>
#include <cmath>

#include "layers/scene.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

struct Hit {
  Id measure = 0;
  int kind = 0;  ///< 0 symbol or sign, 1 line, 2 area
  double distance = 0;
};

double distance_to_segment(QPointF p, QPointF a, QPointF b) {
  const QPointF d = b - a;
  const double square = QPointF::dotProduct(d, d);
  const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - a, d) / square, 0.0, 1.0) : 0.0;
  const QPointF off = p - a - t * d;
  return std::hypot(off.x(), off.y());
}

void hit_symbols(const Scene& scene, const Camera& camera, QPointF position, double radius, std::vector<Hit>& hits) {
  for (const SceneSymbol& symbol : scene.symbols) {
    const QPointF off = camera.to_screen(symbol.at) - position;
    const double distance = std::hypot(off.x(), off.y());
    if (distance <= std::max(radius, symbol.size / 2))
      hits.push_back({scene.plan->measures[symbol.measure]->id, 0, distance});
  }
}

void hit_badges(const Scene& scene, const Camera& camera, QPointF position, std::vector<Hit>& hits) {
  if (scene.badges.empty()) return;
  for (const PlacedBadge& placed : layout_for(scene, camera)->badges)
    if (placed.box.contains(position))
      for (const std::uint32_t measure : placed.badge->measures)
        hits.push_back({scene.plan->measures[measure]->id, 0, 0});
}

void hit_paths(const Scene& scene, const Camera& camera, QPointF position, double radius, std::vector<Hit>& hits) {
  const Point ground = camera.to_ground(position);
  for (const MeasureShapePtr& shape : scene.measures) {
    if (shape->paths.empty() || !shape->box.grown(radius * camera.metres_per_pixel).contains(ground)) continue;
    double nearest = INFINITY;
    for (const Line& path : shape->paths) {
      const auto points = path.at(0.3 * camera.metres_per_pixel);
      for (std::size_t i = 1; i < points.size(); ++i)
        nearest = std::min(nearest,
                           distance_to_segment(position, camera.to_screen(points[i - 1]), camera.to_screen(points[i])));
    }
    const Geometry& geometry = shape->measure->location.geometry;
    if (nearest <= radius)
      hits.push_back({shape->measure->id, 1, nearest});
    else if (geometry.kind == GeometryKind::area && locate(ground, geometry) != Side::outside)
      hits.push_back({shape->measure->id, 2, nearest});
  }
}

}  // namespace

MapScene::MapScene(PlanPtr plan, MapSettings settings, LayerSet layers) : scene_(std::make_unique<Scene>()) {
  scene_->plan = std::move(plan);
  scene_->layers = std::move(layers);
  scene_->settings = std::move(settings);
  prepare(*scene_);
}
MapScene::~MapScene() = default;

const Plan& MapScene::plan() const {
  return *scene_->plan;
}
const MapSettings& MapScene::settings() const {
  return scene_->settings;
}
const LayerSet& MapScene::layers() const {
  return scene_->layers;
}
const Legend& MapScene::legend() const {
  return scene_->legend;
}

Issues MapScene::draw(QPainter& painter, const Camera& camera, const RasterSet& rasters, MapDepth depth) const {
  Issues issues;
  if (depth != MapDepth::ground) issues = scene_->issues;
  draw_layers(*scene_, rasters, painter, camera, QRectF(QPointF(), QSizeF(camera.size)), depth, {}, issues);
  return issues;
}

std::vector<Id> measures_at(const MapScene& scene, const Camera& camera, QPointF position, double radius) {
  std::vector<Hit> hits;
  hit_symbols(scene.scene(), camera, position, radius, hits);
  hit_badges(scene.scene(), camera, position, hits);
  hit_paths(scene.scene(), camera, position, radius, hits);
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.distance < b.distance;
  });
  std::vector<Id> out;
  for (const Hit& hit : hits)
    if (std::find(out.begin(), out.end(), hit.measure) == out.end()) out.push_back(hit.measure);
  return out;
}

std::vector<std::vector<QRectF>> label_boxes(const MapScene& scene, const Camera& camera) {
  const LayoutPtr layout = layout_for(scene.scene(), camera);
  std::vector<std::vector<QRectF>> out;
  for (const PlacedText& placed : layout->texts) out.push_back({placed.box});
  for (const PlacedBadge& placed : layout->badges) out.push_back({placed.box});
  for (const PlacedFeature& placed : layout->features)
    out.push_back(placed.path ? placed.path->boxes : std::vector{placed.box});
  return out;
}

Id district_at(const MapScene& scene, const Camera& camera, QPointF position) {
  const LevelShapes* shown = scene.scene().shown_level();
  if (shown == nullptr) return 0;
  const Point ground = camera.to_ground(position);
  for (const DistrictShape& shape : shown->districts)
    if (shape.box.contains(ground) && locate(ground, shape.district->geometry) != Side::outside)
      return shape.district->id;
  return 0;
}

}  // namespace smile::layers
