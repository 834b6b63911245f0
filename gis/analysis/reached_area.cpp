#include "gis/analysis/reached_area.h"

#include <algorithm>

#include "gis/analysis/reach_of_one.h"
#include "gis/formats/feature_values.h"
#include "gis/geometry/morton.h"
#include "gis/geometry/near_lines.h"
#include "gis/geometry/overlay.h"
#include "gis/jobs/side_by_side.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

constexpr double grid_m = 10;

/// A union of many areas can't be stopped: neighbours are united first, some at a time, then what came out of it.
Geometry united_in_groups(std::vector<Geometry> areas, const Progress& progress) {
  constexpr std::size_t together = 16;
  Box all;
  for (const Geometry& area : areas) all.add(bounds(area));
  std::stable_sort(areas.begin(), areas.end(), [&all](const Geometry& a, const Geometry& b) {
    return morton(bounds(a).centre(), all) < morton(bounds(b).centre(), all);
  });
  while (areas.size() > 1) {
    std::vector<Geometry> fewer((areas.size() + together - 1) / together);
    side_by_side(fewer.size(), [&](std::size_t i) {
      progress.check();
      const auto first = areas.begin() + static_cast<std::ptrdiff_t>(i * together);
      const auto last = areas.begin() + static_cast<std::ptrdiff_t>(std::min(areas.size(), (i + 1) * together));
      fewer[i] = united({std::make_move_iterator(first), std::make_move_iterator(last)});
    });
    areas = std::move(fewer);
  }
  return areas.empty() ? united({}) : std::move(areas.front());
}

/// Each shape grown, side by side, then together.
Geometry grown(const std::vector<Geometry>& shapes, double far, const Progress& progress) {
  std::vector<Geometry> areas(shapes.size());
  side_by_side(shapes.size(), [&](std::size_t i) {
    progress.check();
    areas[i] = buffered(shapes[i], far);
  });
  progress.check();
  return united_in_groups(std::move(areas), progress);
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
    const Geometry streets = reached_streets(search, millimetres(far), progress);
    progress.check();
    areas.push_back(near_lines(streets, beside_street_m, grid_m, progress));
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
