#include <algorithm>
#include <cmath>

#include "layers/shapes.h"

namespace smile::layers {
namespace {

constexpr double finest_tolerance = 0.25;  ///< metres; doubled from level to level

double distance_to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

struct Stretch {
  std::size_t from, to;
  double limit;  ///< no vertex inside may outlive the one that split here
};

/// Up to which tolerance each vertex has to stay.
std::vector<double> lifetimes(const std::vector<Point>& points) {
  std::vector<double> life(points.size(), INFINITY);
  std::vector<Stretch> open;
  if (points.size() > 2) open.push_back({0, points.size() - 1, INFINITY});
  while (!open.empty()) {
    const Stretch s = open.back();
    open.pop_back();
    double farthest = -1;
    std::size_t split = s.from + 1;
    for (std::size_t i = s.from + 1; i < s.to; ++i) {
      const double distance = distance_to_segment(points[i], points[s.from], points[s.to]);
      if (distance > farthest) farthest = distance, split = i;
    }
    life[split] = std::min(farthest, s.limit);
    if (split - s.from > 1) open.push_back({s.from, split, life[split]});
    if (s.to - split > 1) open.push_back({split, s.to, life[split]});
  }
  return life;
}

}  // namespace

Line::Line(std::vector<Point> points) : points_(std::move(points)), ends_{points_.size()} {
  for (const Point& p : points_) bounds_.add(p);
  const std::vector<double> life = lifetimes(points_);
  const std::size_t finest = points_.size();
  const std::size_t least = finest > 3 ? 3 : finest;
  for (double tolerance = finest_tolerance; ends_.size() < 16; tolerance *= 2) {
    for (std::size_t i = 0; i < finest; ++i)
      if (life[i] > tolerance) points_.push_back(points_[i]);
    const std::size_t previous = ends_.back();
    ends_.push_back(points_.size());
    if (points_.size() - previous <= least) break;
  }
}

std::span<const Point> Line::at(double tolerance) const {
  if (tolerance < finest_tolerance) return all();
  const auto level = static_cast<std::size_t>(std::log2(tolerance / finest_tolerance)) + 1;
  const std::size_t i = std::min(level, ends_.size() - 1);
  return std::span(points_).subspan(ends_[i - 1], ends_[i] - ends_[i - 1]);
}

}  // namespace smile::layers
