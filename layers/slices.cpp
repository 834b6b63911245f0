#include <algorithm>
#include <cmath>

#include "layers/shapes.h"

namespace smile::layers {
namespace {

constexpr std::size_t row_count = 48;

std::vector<std::pair<double, double>> both(const std::vector<std::pair<double, double>>& a,
                                            const std::vector<std::pair<double, double>>& b) {
  std::vector<std::pair<double, double>> out;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const double low = std::max(a[i].first, b[j].first);
    const double high = std::min(a[i].second, b[j].second);
    if (low < high) out.emplace_back(low, high);
    a[i].second < b[j].second ? ++i : ++j;
  }
  return out;
}

}  // namespace

Slices::Slices(const Geometry& area) : box_(smile::bounds(area)), step_(box_.height() / row_count), rows_(row_count) {
  if (!(step_ > 0)) return;
  std::vector<std::vector<double>> crossings(row_count);
  for (std::size_t r = 0; r < area.paths(); ++r) {
    const auto ring = area.path(r);
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const Point& low = ring[i - 1].y < ring[i].y ? ring[i - 1] : ring[i];
      const Point& high = ring[i - 1].y < ring[i].y ? ring[i] : ring[i - 1];
      const double from = std::max(0.0, std::ceil((low.y - box_.min_y) / step_ - 0.5));
      for (auto row = static_cast<std::size_t>(from); row < row_count && centre_of(row) < high.y; ++row)
        crossings[row].push_back(low.x + (centre_of(row) - low.y) / (high.y - low.y) * (high.x - low.x));
    }
  }
  for (std::size_t row = 0; row < row_count; ++row) {
    std::sort(crossings[row].begin(), crossings[row].end());
    for (std::size_t i = 0; i + 1 < crossings[row].size(); i += 2)
      rows_[row].emplace_back(crossings[row][i], crossings[row][i + 1]);
  }
}

std::vector<Slices::Interval> Slices::common(std::size_t from, std::size_t to) const {
  std::vector<Interval> out = rows_[from];
  for (std::size_t row = from + 1; row <= to && !out.empty(); ++row) out = both(out, rows_[row]);
  return out;
}

std::vector<Point> Slices::places_for(double width, double height, const Box& view, Point preferred) const {
  std::vector<Point> out;
  if (rows_.empty() || box_.width() < width || box_.height() < height || !box_.intersects(view)) return out;
  const auto reach = static_cast<std::size_t>(std::ceil(height / 2 / step_));
  const bool pulled = view.contains(preferred);
  for (std::size_t row = reach; row + reach < rows_.size(); ++row) {
    const double y = centre_of(row);
    if (y - height / 2 < view.min_y || y + height / 2 > view.max_y) continue;
    for (const Interval& room : common(row - reach, row + reach)) {
      const double low = std::max(room.first, view.min_x) + width / 2;
      const double high = std::min(room.second, view.max_x) - width / 2;
      if (low > high) continue;
      out.push_back({pulled ? std::clamp(preferred.x, low, high) : (low + high) / 2, y});
      if (high - low > width / 4) out.insert(out.end(), {{low, y}, {(low + high) / 2, y}, {high, y}});
    }
  }
  return out;
}

double Slices::covered(const Box& box) const {
  if (!(step_ > 0) || !box_.intersects(box)) return 0;
  const auto row_at = [&](double y) {
    return static_cast<std::size_t>(std::clamp((y - box_.min_y) / step_, 0.0, static_cast<double>(row_count - 1)));
  };
  double area = 0;
  for (std::size_t row = row_at(box.min_y); row <= row_at(box.max_y); ++row) {
    const double low = box_.min_y + static_cast<double>(row) * step_;
    const double height = std::min(low + step_, box.max_y) - std::max(low, box.min_y);
    for (const Interval& room : rows_[row])
      area += std::max(0.0, height) * std::max(0.0, std::min(room.second, box.max_x) - std::max(room.first, box.min_x));
  }
  return area / (box.width() * box.height());
}

std::optional<Point> Slices::best_for(double width) const {
  const auto reach = static_cast<std::size_t>(std::ceil(width / 10 / step_));
  const Point middle = box_.centre();
  double nearest = INFINITY;
  std::optional<Point> best;
  for (std::size_t row = reach; row + reach < rows_.size(); ++row)
    for (const Interval& room : common(row - reach, row + reach)) {
      const double low = room.first + width / 2;
      const double high = room.second - width / 2;
      if (low > high) continue;
      // Halfway between the middle of this room and the middle of the area: near the centre without leaning on a
      // border.
      const Point place{(std::clamp(middle.x, low, high) + (low + high) / 2) / 2, centre_of(row)};
      const double distance = std::hypot(place.x - middle.x, place.y - middle.y);
      if (distance < nearest) nearest = distance, best = place;
    }
  return best;
}

Point Slices::roomiest() const {
  if (rows_.empty()) return box_.centre();
  double low = 0;
  double high = box_.width();
  for (int round = 0; round < 8; ++round) {
    const double width = (low + high) / 2;
    (best_for(width) ? low : high) = width;
  }
  return best_for(low * 0.8).value_or(box_.centre());  // not the very largest box, but one near the middle
}

}  // namespace smile::layers
