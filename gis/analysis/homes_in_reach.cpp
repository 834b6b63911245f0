#include "gis/analysis/homes_in_reach.h"

#include <algorithm>
#include <thread>

#include "gis/jobs/side_by_side.h"

namespace smile {

HomesInReach homes_in_reach(std::span<const Point> homes, const Places& places, Millimetres limit, DistanceBy by,
                            const WalkNetwork* network, const Progress& progress) {
  HomesInReach out(places.size());
  const HomesToReach to_reach =
      by == DistanceBy::walk ? HomesToReach(homes, *network, JoinBy::edge, progress) : HomesToReach(homes);
  const std::size_t workers = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), places.size());
  side_by_side(workers, [&](std::size_t worker) {
    ReachOfOne reach(to_reach, limit);
    for (std::size_t k = worker; k < places.size(); k += workers) {
      progress.check();
      out[k] = reach.of(places.shapes[k]);
      std::sort(out[k].begin(), out[k].end(), [](const auto& a, const auto& b) { return a.home < b.home; });
    }
  });
  return out;
}

}  // namespace smile
