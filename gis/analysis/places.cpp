#include "gis/analysis/places.h"

#include <algorithm>
#include <cmath>

#include "gis/geometry/nearest.h"
#include "gis/intake/layers.h"
#include "gis/plan/pursued.h"

namespace smile {

Places places_of(const MapLayer& layer, const LayerData& data) {
  const auto& columns = data.features.columns;
  const std::string& field = layer.style.label_field;
  const auto named = [&](const std::string& wanted) {
    return std::find_if(columns.begin(), columns.end(), [&](const ValueColumn& c) { return c.name == wanted; });
  };
  auto name = named(field);
  if (name == columns.end()) name = named(guess_name_field(data));
  Places places;
  for (std::size_t i = 0; i < data.features.size(); ++i) {
    Geometry shape = data.features.geometry(i);
    if (shape.empty()) continue;
    places.shapes.push_back(std::move(shape));
    places.names.push_back(name == columns.end() ? std::string() : cell_text(*name, i));
  }
  return places;
}

bool is_place(const Measure& measure) {
  return is_pursued(measure) && !measure.location.geometry.empty();
}

Places places_of_measures(const std::vector<MeasurePtr>& measures) {
  Places places;
  for (const MeasurePtr& measure : measures) {
    if (!is_place(*measure)) continue;
    places.shapes.push_back(measure->location.geometry);
    places.names.push_back(measure->title);
  }
  return places;
}

std::vector<Point> entrances(const Geometry& shape, double step_m) {
  if (shape.kind == GeometryKind::point) return shape.points;
  std::vector<Point> points;
  for (std::size_t k = 0; k < shape.paths(); ++k) {
    const auto path = shape.path(k);
    if (!path.empty()) points.push_back(path.front());
    for (std::size_t i = 1; i < path.size(); ++i) {
      const double pieces = std::max(1.0, std::ceil(distance(path[i - 1], path[i]) / step_m));
      for (double piece = 1; piece <= pieces; ++piece)
        points.push_back({path[i - 1].x + (path[i].x - path[i - 1].x) * piece / pieces,
                          path[i - 1].y + (path[i].y - path[i - 1].y) * piece / pieces});
    }
  }
  return points;
}

}  // namespace smile
