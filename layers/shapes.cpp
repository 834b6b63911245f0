#include "layers/shapes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <deque>
#include <map>
#include <mutex>
#include <unordered_map>

namespace smile::layers {
namespace {

using VertexId = std::uint32_t;

struct PointHash {
  std::size_t operator()(const Point& p) const {
    const auto x = std::bit_cast<std::uint64_t>(p.x);
    const auto y = std::bit_cast<std::uint64_t>(p.y);
    return static_cast<std::size_t>((x ^ (y << 1 | y >> 63)) * 0x9E3779B97F4A7C15ULL >> 7);
  }
};

/// Where three or more borders meet, arcs begin and end; between two such vertices a border is the same for both its
/// districts.
class Topology {
public:
  explicit Topology(const std::vector<DistrictPtr>& districts) {
    for (const DistrictPtr& district : districts) {
      auto& rings = rings_.emplace_back();
      for (std::size_t i = 0; i < district->geometry.paths(); ++i)
        rings.push_back(numbered(district->geometry.path(i)));
    }
    neighbours_.resize(points_.size(), {none, none});
    node_.resize(points_.size(), false);
    for (const auto& rings : rings_)
      for (const auto& ring : rings) note_neighbours(ring);
  }

  std::vector<std::vector<std::int32_t>> rings_of(std::size_t district) {
    std::vector<std::vector<std::int32_t>> out;
    for (const auto& ring : rings_[district])
      if (ring.size() >= 3) out.push_back(arcs_of(ring));
    return out;
  }
  std::vector<Line> take_arcs() { return std::move(arcs_); }

private:
  static constexpr VertexId none = ~VertexId{0};

  /// A hole narrower than a street, left over where parts were dissolved: not worth a border.
  static bool is_sliver(std::span<const Point> ring) {
    double twice_area = 0;
    double around = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const Point a{ring[i - 1].x - ring[0].x, ring[i - 1].y - ring[0].y};
      const Point b{ring[i].x - ring[0].x, ring[i].y - ring[0].y};
      twice_area += a.x * b.y - b.x * a.y;
      around += std::hypot(b.x - a.x, b.y - a.y);
    }
    constexpr double narrow = 12;
    return std::abs(twice_area) < narrow * around && std::abs(twice_area) < 2e5;
  }

  std::vector<VertexId> numbered(std::span<const Point> ring) {
    std::vector<VertexId> out;
    for (const Point& p : ring) {
      const auto [found, added] = ids_.try_emplace(p, static_cast<VertexId>(points_.size()));
      if (added) points_.push_back(p);
      if (out.empty() || out.back() != found->second) out.push_back(found->second);
    }
    while (out.size() > 1 && out.front() == out.back()) out.pop_back();
    return out;
  }

  void note_neighbour(VertexId vertex, VertexId other) {
    auto& pair = neighbours_[vertex];
    if (pair[0] == other || pair[1] == other) return;
    if (pair[0] == none)
      pair[0] = other;
    else if (pair[1] == none)
      pair[1] = other;
    else
      node_[vertex] = true;
  }
  void note_neighbours(const std::vector<VertexId>& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const VertexId next = ring[(i + 1) % ring.size()];
      note_neighbour(ring[i], next);
      note_neighbour(next, ring[i]);
    }
  }

  std::vector<std::int32_t> arcs_of(const std::vector<VertexId>& ring) {
    const auto first = std::find_if(ring.begin(), ring.end(), [this](VertexId v) { return node_[v]; });
    const auto start = static_cast<std::size_t>(
        (first == ring.end() ? std::min_element(ring.begin(), ring.end()) : first) - ring.begin());
    std::vector<std::int32_t> out;
    std::vector<VertexId> arc{ring[start]};
    for (std::size_t i = 1; i <= ring.size(); ++i) {
      arc.push_back(ring[(start + i) % ring.size()]);
      if (i < ring.size() && !node_[arc.back()]) continue;
      out.push_back(arc_number(arc));
      arc = {arc.back()};
    }
    return out;
  }

  std::int32_t arc_number(const std::vector<VertexId>& arc) {
    const auto key = std::pair(arc.front(), arc[1]);
    if (const auto known = numbers_.find(key); known != numbers_.end()) return known->second;
    const auto number = static_cast<std::int32_t>(arcs_.size());
    numbers_[std::pair(arc.back(), arc[arc.size() - 2])] = ~number;
    numbers_[key] = number;
    std::vector<Point> points;
    for (const VertexId v : arc) points.push_back(points_[v]);
    arcs_.emplace_back(std::move(points));
    return number;
  }

  std::unordered_map<Point, VertexId, PointHash> ids_;
  std::vector<Point> points_;
  std::vector<std::array<VertexId, 2>> neighbours_;
  std::vector<bool> node_;
  std::vector<std::vector<std::vector<VertexId>>> rings_;          ///< by district
  std::map<std::pair<VertexId, VertexId>, std::int32_t> numbers_;  ///< by first and second vertex
  std::vector<Line> arcs_;
};

double median_width(const std::vector<DistrictShape>& districts) {
  std::vector<double> widths;
  for (const DistrictShape& d : districts) widths.push_back(d.box.width());
  if (widths.empty()) return 0;
  std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2), widths.end());
  return widths[widths.size() / 2];
}

LevelShapesPtr build(const Level& level, const std::vector<DistrictPtr>& districts) {
  auto shapes = std::make_shared<LevelShapes>();
  shapes->level = level;
  Topology topology(districts);
  for (std::size_t i = 0; i < districts.size(); ++i) {
    DistrictShape shape;
    shape.district = districts[i];
    shape.rings = topology.rings_of(i);
    shape.box = bounds(districts[i]->geometry);
    shape.slices = Slices(districts[i]->geometry);
    shape.anchor = shape.slices.roomiest();
    shapes->districts.push_back(std::move(shape));
  }
  shapes->arcs = topology.take_arcs();
  shapes->typical_width = median_width(shapes->districts);
  return shapes;
}

bool same_districts(const LevelShapes& shapes, const Level& level, const std::vector<DistrictPtr>& districts) {
  return shapes.level == level &&
         std::equal(shapes.districts.begin(), shapes.districts.end(), districts.begin(), districts.end(),
                    [](const DistrictShape& a, const DistrictPtr& b) { return a.district == b; });
}

Point middle_of(std::span<const Point> line) {
  double total = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    total += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  double left = total / 2;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    if (step >= left && step > 0) {
      const double t = left / step;
      return {line[i - 1].x + t * (line[i].x - line[i - 1].x), line[i - 1].y + t * (line[i].y - line[i - 1].y)};
    }
    left -= step;
  }
  return line.front();
}

MeasureShapePtr build(const MeasurePtr& measure) {
  auto shape = std::make_shared<MeasureShape>();
  shape->measure = measure;
  const Geometry& geometry = measure->location.geometry;
  shape->box = bounds(geometry);
  if (geometry.empty()) return shape;
  if (geometry.kind == GeometryKind::point) shape->symbols = geometry.points;
  for (std::size_t i = 0; i < geometry.paths(); ++i) {
    const auto path = geometry.path(i);
    shape->paths.emplace_back(std::vector<Point>(path.begin(), path.end()));
  }
  if (geometry.kind == GeometryKind::line) shape->symbols = {middle_of(geometry.path(0))};
  if (geometry.kind == GeometryKind::area) shape->symbols = {Slices(geometry).roomiest()};
  return shape;
}

}  // namespace

const DistrictShape* LevelShapes::find(Id district) const {
  const auto found = std::find_if(districts.begin(), districts.end(),
                                  [district](const DistrictShape& d) { return d.district->id == district; });
  return found == districts.end() ? nullptr : &*found;
}

LevelShapesPtr level_shapes(const Level& level, const std::vector<DistrictPtr>& districts) {
  static std::mutex mutex;
  static std::deque<LevelShapesPtr> kept;
  constexpr std::size_t most = 12;
  {
    const std::lock_guard lock(mutex);
    for (const LevelShapesPtr& shapes : kept)
      if (same_districts(*shapes, level, districts)) return shapes;
  }
  LevelShapesPtr shapes = build(level, districts);
  const std::lock_guard lock(mutex);
  kept.push_front(shapes);
  if (kept.size() > most) kept.pop_back();
  return shapes;
}

MeasureShapePtr measure_shape(const MeasurePtr& measure) {
  // The key is an address; the shape holds the measure, so that it can't be given to another one meanwhile.
  static std::mutex mutex;
  static std::unordered_map<const Measure*, MeasureShapePtr> kept;
  constexpr std::size_t most = 50000;
  {
    const std::lock_guard lock(mutex);
    if (const auto found = kept.find(measure.get()); found != kept.end()) return found->second;
  }
  MeasureShapePtr shape = build(measure);
  const std::lock_guard lock(mutex);
  if (kept.size() > most) std::erase_if(kept, [](const auto& entry) { return entry.second->measure.use_count() == 1; });
  if (kept.size() > most) kept.clear();
  kept[measure.get()] = shape;
  return shape;
}

}  // namespace smile::layers
