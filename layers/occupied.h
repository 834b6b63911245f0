#pragma once
// What is taken on a map: rectangles in a grid of cells, so that asking about one place stays cheap with thousands.

#include <QLineF>
#include <QRectF>
#include <QSize>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace smile::layers {

/// A box with its middle there.
inline QRectF around(QPointF centre, QSizeF size) {
  return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

class Occupied {
public:
  explicit Occupied(QSize size)
      : columns_(std::max(1, size.width() / side + 1)),
        rows_(std::max(1, size.height() / side + 1)),
        cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

  void add(const QRectF& box) {
    boxes_.push_back(box);
    each_cell(box, [&](std::size_t cell) { cells_[cell].push_back(static_cast<std::uint32_t>(boxes_.size() - 1)); });
  }
  int count(const QRectF& box) const {
    std::vector<std::uint32_t> hits;
    each_cell(box, [&](std::size_t cell) {
      for (const std::uint32_t i : cells_[cell])
        if (boxes_[i].intersects(box)) hits.push_back(i);
    });
    std::sort(hits.begin(), hits.end());
    return static_cast<int>(std::unique(hits.begin(), hits.end()) - hits.begin());
  }

  bool touches(const QRectF& box) const {
    bool hit = false;
    each_cell(box, [&](std::size_t cell) {
      for (const std::uint32_t i : cells_[cell]) hit = hit || boxes_[i].intersects(box);
    });
    return hit;
  }

private:
  static constexpr int side = 48;
  template <class Visit>
  void each_cell(const QRectF& box, Visit visit) const {
    const auto clamped = [](double v, int last) { return std::clamp(static_cast<int>(std::floor(v / side)), 0, last); };
    for (int row = clamped(box.top(), rows_ - 1); row <= clamped(box.bottom(), rows_ - 1); ++row)
      for (int column = clamped(box.left(), columns_ - 1); column <= clamped(box.right(), columns_ - 1); ++column)
        visit(static_cast<std::size_t>(row * columns_ + column));
  }

  int columns_, rows_;
  std::vector<std::vector<std::uint32_t>> cells_;
  std::vector<QRectF> boxes_;
};

/// What is on a map already: names, numbers and pills; symbols; lines and edges of measures.
struct TakenRoom {
  Occupied& texts;        ///< to which what is placed is added
  Occupied& symbols;      ///< to which the points that bear names are added
  const Occupied& paths;  ///< names keep off them where there is another place

  /// With some air, so that two texts don't touch.
  void take(const QRectF& box) const {
    constexpr double air = 2.5;
    texts.add(box.adjusted(-air, -air, air, air));
  }
};

/// What a line takes up: boxes of this side, not more than `step` apart.
inline std::vector<QRectF> boxes_along(const QLineF& line, double step, double side) {
  constexpr double most = 200;  // lines may reach far beyond what is seen
  const double pieces = std::clamp(std::ceil(line.length() / step), 1.0, most);
  std::vector<QRectF> boxes;
  for (double k = 0; k <= pieces; ++k) {
    const QPointF at = line.pointAt(k / pieces);
    boxes.emplace_back(at.x() - side / 2, at.y() - side / 2, side, side);
  }
  return boxes;
}

}  // namespace smile::layers
