#pragma once
// Small walking networks for tests, drawn as lines in metres.

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "gis/analysis/network.h"
#include "gis/intake/noding.h"

namespace smile::tests {

using Line = std::vector<Point>;

inline LayerData edges_of(const std::vector<Line>& lines) {
  LayerData data;
  for (const Line& line : lines) append_feature(data.features, make_line(line), {});
  return noded(shared_lines(data), {});
}

inline WalkNetwork network_of_lines(const std::vector<Line>& lines) {
  return network_of(edges_of(lines));
}

/// Streets between random crossings of a raster, bent part-way, some missing; loops, parallel streets and parts that do
/// not join come about by themselves.
inline std::vector<Line> random_streets(std::mt19937& chance, int size = 5) {
  std::uniform_real_distribution<double> bend(-30, 30);
  std::uniform_int_distribution<int> dice(0, 9);
  std::vector<Line> lines;
  const auto corner = [](int x, int y) { return Point{x * 100.0, y * 100.0 + x % 2 * 7.123}; };
  const auto street = [&](Point a, Point b) {
    const Point middle{(a.x + b.x) / 2 + bend(chance), (a.y + b.y) / 2 + bend(chance)};
    if (dice(chance) < 7) lines.push_back({a, middle, b});
    if (dice(chance) == 0) lines.push_back({a, b});
    if (dice(chance) == 0) lines.push_back({a, {a.x + 9, a.y + 20}, {a.x - 5, a.y + 20}, a});
  };
  for (int x = 0; x < size; ++x)
    for (int y = 0; y < size; ++y) {
      if (x + 1 < size) street(corner(x, y), corner(x + 1, y));
      if (y + 1 < size) street(corner(x, y), corner(x, y + 1));
    }
  lines.push_back({{1000, 1000}, {1000.0004, 1000}});  // shorter than a millimetre, and apart
  return lines;
}

}  // namespace smile::tests
