// Do the districts of a level cover the city without gaps and overlaps?
#include <algorithm>
#include <numeric>

#include "gis/geometry/overlay.h"
#include "gis/plan/hierarchy.h"

namespace smile {
namespace {

constexpr double noise_m2 = 1e-4;

/// Candidates by their boxes, sorted from west to east: a sweep instead of all pairs.
template <class Visit>
void for_each_near_pair(const std::vector<Geometry>& districts, Visit visit) {
  std::vector<Box> boxes;
  for (const Geometry& district : districts) boxes.push_back(bounds(district));
  std::vector<std::size_t> order(districts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return boxes[a].min_x < boxes[b].min_x; });
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size() && boxes[order[j]].min_x <= boxes[order[i]].max_x; ++j)
      if (boxes[order[i]].intersects(boxes[order[j]]))
        visit(std::min(order[i], order[j]), std::max(order[i], order[j]));
}

double area_of_ring(std::span<const Point> ring) {
  return area(make_area({ring.begin(), ring.end()}));
}

}  // namespace

std::vector<Overlap> overlaps(const std::vector<Geometry>& districts) {
  std::vector<Overlap> out;
  for_each_near_pair(districts, [&](std::size_t a, std::size_t b) {
    const double shared = area(intersection(districts[a], districts[b]));
    if (shared > noise_m2) out.push_back({a, b, shared});
  });
  std::sort(out.begin(), out.end(), [](const Overlap& a, const Overlap& b) {
    return std::pair(a.first, a.second) < std::pair(b.first, b.second);
  });
  return out;
}

Partition measure_partition(const std::vector<Geometry>& districts) {
  Partition out;
  for (const Overlap& overlap : overlaps(districts)) {
    out.overlap_m2 += overlap.area_m2;
    ++out.overlapping_pairs;
  }
  const Geometry all = united(districts);
  std::size_t path = 0;
  for (const std::uint32_t end : all.part_ends)
    for (const std::size_t shell = path; path < end; ++path) {
      const double gap = path == shell ? 0 : area_of_ring(all.path(path));
      if (gap <= noise_m2) continue;
      out.gap_m2 += gap;
      ++out.gaps;
    }
  return out;
}

}  // namespace smile
