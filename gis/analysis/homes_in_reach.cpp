#include "gis/analysis/homes_in_reach.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <thread>

#include "gis/jobs/side_by_side.h"

namespace smile {
namespace {

/// Homes by their easting, so that those near a place are looked up instead of tried.
class ByEasting {
public:
  explicit ByEasting(std::span<const Point> homes) : homes_(homes), order_(homes.size()) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return homes[a].x < homes[b].x; });
  }

  /// In the box, rising.
  std::vector<std::uint32_t> in(const Box& box) const {
    std::vector<std::uint32_t> found;
    const auto before = [&](std::uint32_t home, double x) { return homes_[home].x < x; };
    for (auto it = std::lower_bound(order_.begin(), order_.end(), box.min_x, before);
         it != order_.end() && homes_[*it].x <= box.max_x; ++it)
      if (box.contains(homes_[*it])) found.push_back(*it);
    std::sort(found.begin(), found.end());
    return found;
  }

private:
  std::span<const Point> homes_;
  std::vector<std::uint32_t> order_;
};

/// No walk is shorter than the straight way but for what rounding to millimetres makes of it.
Box around(const Geometry& place, Millimetres limit) {
  return bounds(place).grown(limit / 1000.0 * 1.001 + 1);
}

std::vector<std::uint32_t> within_line(std::span<const Point> homes, std::vector<std::uint32_t> near,
                                       const Geometry& place, Millimetres limit) {
  std::vector<Point> at;
  for (const std::uint32_t home : near) at.push_back(homes[home]);
  const Distances far = straight_distances(at, {{place}, {}}, limit);
  std::vector<std::uint32_t> within;
  for (std::size_t i = 0; i < near.size(); ++i)
    if (far[i] != unreached) within.push_back(near[i]);
  return within;
}

std::vector<std::uint32_t> within_walk(const WalkedHomes& homes, WalkSearch& search, std::vector<std::uint32_t> near,
                                       const Geometry& place, Millimetres limit) {
  search.run(homes.starts(place, limit), limit);
  std::erase_if(near, [&](std::uint32_t home) { return homes.to(home, search, limit) == unreached; });
  return near;
}

}  // namespace

HomesInReach homes_in_reach(std::span<const Point> homes, const Places& places, Millimetres limit, DistanceBy by,
                            const WalkNetwork* network, const Progress& progress) {
  HomesInReach out(places.size());
  const ByEasting index(homes);
  const bool walk = by == DistanceBy::walk;
  std::optional<WalkedHomes> walked;
  if (walk) walked.emplace(*network, homes, JoinBy::edge, progress);
  const std::size_t workers = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), places.size());
  side_by_side(workers, [&](std::size_t worker) {
    std::optional<WalkSearch> search;
    if (walk) search.emplace(*network);
    for (std::size_t k = worker; k < places.size(); k += workers) {
      progress.check();
      const Geometry& place = places.shapes[k];
      std::vector<std::uint32_t> near = index.in(around(place, limit));
      out[k] = walk ? within_walk(*walked, *search, std::move(near), place, limit)
                    : within_line(homes, std::move(near), place, limit);
    }
  });
  return out;
}

}  // namespace smile
