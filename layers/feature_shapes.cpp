#include "layers/feature_shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <numeric>

#include "gis/jobs/side_by_side.h"
#include "layers/simplify.h"

namespace smile::layers {
namespace {

constexpr std::size_t block_size = 64;

/// Position along a Z-shaped curve (G. M. Morton 1966) through 65,536 × 65,536 cells.
std::uint64_t along_curve(double x, double y) {
  const auto spread = [](double share) {
    auto v = static_cast<std::uint64_t>(std::clamp(share, 0.0, 1.0) * 65535);
    v = (v | v << 8) & 0x00FF00FF;
    v = (v | v << 4) & 0x0F0F0F0F;
    v = (v | v << 2) & 0x33333333;
    return (v | v << 1) & 0x55555555;
  };
  return spread(x) | spread(y) << 1;
}

Box box_of(std::span<const Point> points) {
  Box box;
  for (const Point& p : points) box.add(p);
  return box;
}

/// Positive counter-clockwise.
double signed_area(std::span<const Point> ring) {
  double twice = 0;
  for (std::size_t i = 1; i < ring.size(); ++i)
    twice +=
        (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) - (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
  return twice / 2;
}

/// Of one feature: where its paths begin and end in the columns.
struct Paths {
  const FeatureColumns& features;
  std::size_t begin, end;

  Paths(const FeatureColumns& of, std::uint32_t row)
      : features(of), begin(row == 0 ? 0 : of.path_ends[row - 1]), end(of.path_ends[row]) {}
  std::span<const Point> operator[](std::size_t i) const { return features.shapes.path(i); }
  /// Shells are drawn counter-clockwise and holes clockwise, however the file has them.
  bool runs_backwards(std::size_t i, std::uint32_t row) const {
    const auto& parts = features.shapes.part_ends;
    const std::size_t first = row == 0 ? 0 : features.part_ends[row - 1];
    bool shell = i == begin;
    for (std::size_t part = first; part < features.part_ends[row]; ++part) shell = shell || parts[part] == i;
    return (signed_area((*this)[i]) > 0) != shell;
  }
};

}  // namespace

FeatureShapes::FeatureShapes(LayerDataPtr data) : data_(std::move(data)), origin_(data_->box.centre()) {
  if (data_->box.empty()) return;
  order();
  boxes_.reserve(rows_.size());
  areas_.reserve(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) measure(i);
  make_blocks();
}

void FeatureShapes::order() {
  const FeatureColumns& features = data_->features;
  const Box& all = data_->box;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
  keys.reserve(features.size());
  for (std::uint32_t row = 0; row < features.size(); ++row) {
    if (features.kinds[row] == GeometryKind::none || features.points_of(row).empty()) continue;
    const Point centre = box_of(features.points_of(row)).centre();
    keys.emplace_back(along_curve((centre.x - all.min_x) / std::max(all.width(), 1e-9),
                                  (centre.y - all.min_y) / std::max(all.height(), 1e-9)),
                      row);
  }
  std::sort(keys.begin(), keys.end());
  rows_.reserve(keys.size());
  for (const auto& [key, row] : keys) rows_.push_back(row);
}

void FeatureShapes::measure(std::size_t feature) {
  const FeatureColumns& features = data_->features;
  const Box box = box_of(features.points_of(rows_[feature]));
  const GroundPoint low = from_origin({box.min_x, box.min_y});
  const GroundPoint high = from_origin({box.max_x, box.max_y});
  boxes_.push_back({low.x, low.y, high.x, high.y});
  double area = 0;
  if (kind(feature) == GeometryKind::area) {
    // The largest ring and the others subtracted: right for one polygon, good enough for dots of several.
    const Paths paths(features, rows_[feature]);
    double largest = 0;
    for (std::size_t i = paths.begin; i < paths.end; ++i) {
      const double one = std::abs(signed_area(paths[i]));
      area += one;
      largest = std::max(largest, one);
    }
    area = std::max(2 * largest - area, largest / 2);
  }
  areas_.push_back(static_cast<float>(area));
}

void FeatureShapes::make_blocks() {
  for (std::size_t begin = 0; begin < rows_.size(); begin += block_size) {
    Block block{static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(std::min(begin + block_size, rows_.size())), boxes_[begin]};
    for (std::size_t i = begin; i < block.end; ++i) {
      block.box.min_x = std::min(block.box.min_x, boxes_[i].min_x);
      block.box.min_y = std::min(block.box.min_y, boxes_[i].min_y);
      block.box.max_x = std::max(block.box.max_x, boxes_[i].max_x);
      block.box.max_y = std::max(block.box.max_y, boxes_[i].max_y);
    }
    blocks_.push_back(block);
  }
}

void FeatureShapes::find_lives() const {
  const Geometry& shapes = data_->features.shapes;
  lives_.resize(shapes.points.size(), 0);
  constexpr std::size_t at_once = 4096;  // features
  side_by_side(rows_.size() / at_once + 1, [&](std::size_t part) {
    const std::size_t end = std::min((part + 1) * at_once, rows_.size());
    for (std::size_t feature = part * at_once; feature < end; ++feature) {
      const Paths paths(data_->features, rows_[feature]);
      for (std::size_t i = paths.begin; i < paths.end; ++i) {
        const std::span<const Point> path = paths[i];
        const Box box = box_of(path);
        const double size = std::max(box.width(), box.height());
        const std::vector<double> life = vertex_lifetimes(path);
        std::uint8_t* lives = lives_.data() + (path.data() - shapes.points.data());
        for (std::size_t v = 0; v < path.size(); ++v)
          while (lives[v] < step_count &&
                 (lives[v] == 0 || (life[v] > tolerances[lives[v]] && size >= tolerances[lives[v]])))
            ++lives[v];
      }
    }
  });
}

void FeatureShapes::fill(Step& step, std::size_t k) const {
  const Geometry& shapes = data_->features.shapes;
  const auto stays = [&](const Point& p) {
    return k == 0 || lives_[static_cast<std::size_t>(&p - shapes.points.data())] > k;
  };
  const auto add = [&](std::span<const Point> path) {
    const std::size_t before = step.points.size();
    for (const Point& p : path)
      if (stays(p)) step.points.push_back(from_origin(p));
    if (step.points.size() > before) step.path_ends.push_back(static_cast<std::uint32_t>(step.points.size()));
    return static_cast<std::ptrdiff_t>(before);
  };
  step.tolerance = tolerances[k];
  step.points.reserve(static_cast<std::size_t>(std::count_if(shapes.points.begin(), shapes.points.end(), stays)));
  step.ends.reserve(rows_.size());
  step.path_ends.reserve(std::min(shapes.path_ends.size() + rows_.size(), step.points.capacity()));
  for (std::size_t feature = 0; feature < rows_.size(); ++feature) {
    const std::uint32_t row = rows_[feature];
    const GeometryKind its_kind = kind(feature);
    const Paths paths(data_->features, row);
    if (its_kind == GeometryKind::point && k == 0) add(data_->features.points_of(row));
    for (std::size_t i = paths.begin; i < paths.end && its_kind != GeometryKind::point; ++i) {
      const std::ptrdiff_t begin = add(paths[i]);
      if (its_kind == GeometryKind::area && paths.runs_backwards(i, row))
        std::reverse(step.points.begin() + begin, step.points.end());
    }
    step.ends.push_back(static_cast<std::uint32_t>(step.path_ends.size()));
  }
}

const FeatureShapes::Step& FeatureShapes::step(std::size_t k) const {
  std::call_once(made_[k], [&] {
    if (k > 0) std::call_once(lives_found_, [&] { find_lives(); });
    fill(steps_[k], k);
  });
  return steps_[k];
}

const FeatureShapes::Step& FeatureShapes::at(double tolerance) const {
  std::size_t best = 0;
  while (best + 1 < step_count && tolerances[best + 1] <= tolerance) ++best;
  return step(best);
}

void FeatureShapes::make_steps(const std::stop_token& stop) const {
  for (std::size_t k = 0; k < step_count && !stop.stop_requested(); ++k) step(k);
}

FeatureShapesPtr feature_shapes(const LayerDataPtr& data) {
  static std::mutex mutex;
  static std::map<std::weak_ptr<const LayerData>, std::weak_ptr<const FeatureShapes>, std::owner_less<>> known;
  {
    const std::lock_guard lock(mutex);
    std::erase_if(known, [](const auto& entry) { return entry.second.expired(); });
    if (const auto found = known.find(data); found != known.end())
      if (FeatureShapesPtr shapes = found->second.lock()) return shapes;
  }
  auto shapes = std::make_shared<const FeatureShapes>(data);
  const std::lock_guard lock(mutex);
  known.insert_or_assign(data, shapes);
  return shapes;
}

}  // namespace smile::layers
