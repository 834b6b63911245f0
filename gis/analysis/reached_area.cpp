#include "gis/analysis/reached_area.h"

#include <algorithm>

#include "gis/analysis/reach_of_one.h"
#include "gis/formats/feature_values.h"
#include "gis/geometry/near_lines.h"
#include "gis/geometry/overlay.h"
#include "gis/jobs/side_by_side.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

constexpr double grid_m = 10;

/// Each shape grown, side by side, then together.
Geometry grown(const std::vector<Geometry>& shapes, double far, const Progress& progress) {
  std::vector<Geometry> areas(shapes.size());
  side_by_side(shapes.size(), [&](std::size_t i) {
    progress.check();
    areas[i] = buffered(shapes[i], far);
  });
  progress.check();
  return united(areas);
}

}  // namespace

std::vector<Geometry> reached_areas(const CatchmentSettings& settings, const CatchmentInput& input,
                                    const Progress& progress) {
  check(settings, input.network != nullptr);
  std::vector<Geometry> areas;
  if (settings.by == DistanceBy::line) {
    for (const double far : settings.distances_m) areas.push_back(grown(input.places.shapes, far, progress));
    return areas;
  }
  const Millimetres last = millimetres(settings.distances_m.back());
  const WalkSearch search = walk_from(*input.network, input.places, last, settings.join, progress);
  for (const double far : settings.distances_m) {
    progress.check();
    areas.push_back(near_lines(reached_streets(search, millimetres(far)), beside_street_m, grid_m));
  }
  return areas;
}

LayerData area_features(const std::vector<Geometry>& areas, const std::vector<double>& distances_m) {
  LayerData data;
  data.kind = GeometryKind::area;
  add_column(data.features, "distance_m", ValueColumn::Kind::real);
  add_column(data.features, "within", ValueColumn::Kind::text);
  for (std::size_t i = areas.size(); i-- > 0;) {
    if (areas[i].empty()) continue;
    append_values(data, areas[i],
                  {distances_m[i], str(text("within {1}", format_number(language(), distances_m[i]) + " m"))});
  }
  return data;
}

}  // namespace smile
