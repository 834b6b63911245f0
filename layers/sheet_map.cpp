#include "layers/sheet_map.h"

#include <QImage>
#include <algorithm>
#include <cmath>

#include "layers/furniture.h"
#include "layers/legend.h"

namespace smile::layers {
namespace {

constexpr double room_around = 1.08;  // of the ground, so that no border lies on the frame
constexpr double metres_per_paper_pixel = 0.0254 / 96;

struct Part {
  Box box;
  double area = 0;
};

/// One polygon of an area.
Geometry polygon(const Geometry& area, std::uint32_t first_path, std::uint32_t last_path) {
  Geometry one;
  one.kind = GeometryKind::area;
  const std::uint32_t begin = first_path == 0 ? 0 : area.path_ends[first_path - 1];
  one.points.assign(area.points.begin() + begin, area.points.begin() + area.path_ends[last_path - 1]);
  for (std::uint32_t path = first_path; path < last_path; ++path) one.path_ends.push_back(area.path_ends[path] - begin);
  one.part_ends = {last_path - first_path};
  return one;
}

/// Largest first.
std::vector<Part> parts_of(const Geometry& geometry) {
  std::vector<Part> parts;
  std::uint32_t first = 0;
  for (const std::uint32_t last : geometry.part_ends) {
    const Geometry one = polygon(geometry, first, last);
    parts.push_back({bounds(one), area(one)});
    first = last;
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.area > b.area; });
  return parts;
}

/// Thousands of houses on a map of the whole city are grey dust, and most of its file.
void leave_out_too_small(MapStyle& style, const Plan& plan, const LayerSet& layers, int scale) {
  constexpr std::size_t many = 2000;
  constexpr int houses_until = 30000, streets_until = 75000;
  for (LayerSettings& settings : style.layers) {
    const MapLayer* layer = find_layer(plan, layer_of_key(settings.layer));
    if (layer == nullptr) continue;
    const auto data = layers.find(layer->id);
    if (data == layers.end() || data->second->features.size() < many) continue;
    if ((layer->style.topic == LayerTopic::buildings && scale > houses_until) ||
        (layer->style.topic == LayerTopic::streets && scale > streets_until))
      settings.visible = false;
  }
}

double longer_side(const Box& box) {
  return std::max(box.width(), box.height());
}

}  // namespace

int round_scale(double denominator) {
  constexpr double steps[] = {1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10};
  const double power = std::pow(10.0, std::floor(std::log10(std::max(denominator, 100.0))));
  for (const double step : steps)
    if (step * power >= denominator * (1 - 1e-9)) return static_cast<int>(std::lround(step * power));
  return static_cast<int>(std::lround(10 * power));
}

ShownGround ground_to_show(const District& district) {
  const ShownGround whole{bounds(district.geometry), true};
  const std::vector<Part> parts = parts_of(district.geometry);
  double all = 0;
  for (const Part& part : parts) all += part.area;
  ShownGround most{{}, false};
  double taken = 0;
  for (const Part& part : parts) {
    if (taken > 0.9 * all) break;
    most.box.add(part.box);
    taken += part.area;
  }
  return longer_side(most.box) * 2 <= longer_side(whole.box) ? most : whole;
}

PlanPtr plan_of_sheets(const Plan& plan, Id level) {
  auto quiet = std::make_shared<Plan>(plan);
  quiet->style.choropleth.figure.clear();
  quiet->style.level = level;
  quiet->style.measure_labels = true;
  for (LayerSettings& settings : quiet->style.layers) {
    const Id id = layer_of_key(settings.layer);
    const MapLayer* layer = find_layer(plan, id);
    const bool people = layer != nullptr && layer->use.kind == LayerUse::Kind::population;
    const bool result = id != 0 && std::any_of(plan.findings.begin(), plan.findings.end(),
                                               [&](const FindingPtr& finding) { return finding->layer == id; });
    if (people || result) settings.visible = false;
    if (settings.layer == "measures" || settings.layer == "districts" || settings.layer == "district_borders" ||
        settings.layer == "district_labels")
      settings = {.layer = settings.layer};
  }
  return quiet;
}

SheetMap map_of(const PlanPtr& plan, const LayerSet& layers, Id district, const Box& ground, const QRectF& box,
                double zoom, Language language) {
  SheetMap map;
  map.box = QRectF(box.toRect());  // whole pixels: the camera's size is whole
  map.plan = plan;
  map.layers = layers;
  map.camera = fit(ground, map.box.size().toSize(), 0);
  const double tightest = map.camera.metres_per_pixel * room_around / metres_per_paper_pixel / zoom;
  map.round_scale = round_scale(tightest);
  map.camera.metres_per_pixel = map.round_scale * metres_per_paper_pixel * zoom;
  map.camera.device_pixel_ratio = 2;
  map.settings.style = plan->style;
  leave_out_too_small(map.settings.style, *plan, layers, map.round_scale);
  map.settings.language = language;
  map.settings.focus_district = district;
  map.settings.counted = map.camera.ground();
  return map;
}

LegendHeights legend_heights(const SheetMap& map, double signs_width, double width, Language language) {
  const MapScene scene(map.plan, map.settings, map.layers);
  Legend legend = legend_at(scene.legend(), map.camera.scale_denominator());
  const double signs = draw_signs(nullptr, {0, 0, signs_width, 1e5}, legend, language);
  legend.symbols.clear(), legend.phase_symbols.clear();
  QImage nowhere(1, 1, QImage::Format_ARGB32_Premultiplied);
  QPainter painter(&nowhere);
  return {signs, draw_legend(painter, {0, 0, width, 1e5}, legend, Theme::light, language)};
}

}  // namespace smile::layers
