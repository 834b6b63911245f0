#include "layers/simplify.h"

#include <algorithm>
#include <cmath>

namespace smile::layers {
namespace {

double squared_distance_to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
  const double off_x = p.x - a.x - t * dx;
  const double off_y = p.y - a.y - t * dy;
  return off_x * off_x + off_y * off_y;
}

struct Stretch {
  std::size_t from, to;
  double limit;  ///< no vertex inside may outlive the one that split here
};

}  // namespace

std::vector<double> vertex_lifetimes(std::span<const Point> points) {
  std::vector<double> life(points.size(), INFINITY);
  std::vector<Stretch> open;
  if (points.size() > 2) open.push_back({0, points.size() - 1, INFINITY});
  while (!open.empty()) {
    const Stretch s = open.back();
    open.pop_back();
    double farthest = -1;
    std::size_t split = s.from + 1;
    for (std::size_t i = s.from + 1; i < s.to; ++i) {
      const double distance = squared_distance_to_segment(points[i], points[s.from], points[s.to]);
      if (distance > farthest) farthest = distance, split = i;
    }
    life[split] = std::min(std::sqrt(farthest), s.limit);
    if (split - s.from > 1) open.push_back({s.from, split, life[split]});
    if (s.to - split > 1) open.push_back({split, s.to, life[split]});
  }
  return life;
}

}  // namespace smile::layers
