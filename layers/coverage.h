#pragma once
// Features smaller than a pixel, drawn as what they cover: a city of houses becomes a grey that is darker where more is
// built, at the cost of an addition each.

#include <QPainter>
#include <cstdint>
#include <vector>

namespace smile::layers {

class Coverage {
public:
  /// visible: logical pixels; ratio: device pixels per logical one.
  Coverage(const QRectF& visible, double ratio);
  /// A feature around `at` (logical pixels) that covers `area` square logical pixels.
  void add(double x, double y, double area) {
    const double column = (x - left_) * ratio_;
    const double row = (y - top_) * ratio_;
    if (!(column >= 0 && row >= 0 && column < columns_ && row < rows_)) return;
    if (cells_.empty()) begin();
    cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column)] +=
        static_cast<float>(area);
  }
  /// A feature that covers the share `density` of a box of a few pixels.
  void add_box(double left, double top, double right, double bottom, double density);
  /// Paints what was added, in one colour, and forgets it.
  void paint(QPainter& painter, const QColor& colour);

private:
  void begin();
  double left_, top_, ratio_;
  int columns_, rows_;
  std::vector<float> cells_;  ///< by rows; empty until something is added
};

}  // namespace smile::layers
