#include <algorithm>
#include <cmath>

#include "layers/shapes.h"
#include "layers/simplify.h"

namespace smile::layers {
namespace {

constexpr double finest_tolerance = 0.25;  ///< metres; doubled from level to level

}  // namespace

Line::Line(std::vector<Point> points) : points_(std::move(points)), ends_{points_.size()} {
  for (const Point& p : points_) bounds_.add(p);
  const std::vector<double> life = vertex_lifetimes(points_);
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
