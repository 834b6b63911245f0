#include "gis/geometry/cell_index.h"

#include <numeric>

namespace smile {

CellIndex::CellIndex(std::span<const Box> boxes) {
  for (const Box& box : boxes) ground_.add(box);
  if (ground_.empty()) return;
  const double count = std::max(1.0, static_cast<double>(boxes.size()));
  const double longer = std::max({ground_.width(), ground_.height(), 1e-6});
  // A ground without width is a row of cells.
  width_ = std::max(std::sqrt(ground_.width() * ground_.height() / count), longer / count);
  columns_ = static_cast<std::int64_t>(ground_.width() / width_) + 1;
  lines_ = static_cast<std::int64_t>(ground_.height() / width_) + 1;
  ends_.assign(static_cast<std::size_t>(columns_ * lines_) + 1, 0);
  const auto each_cell = [&](const Box& box, auto use) {
    for (std::int64_t l = line(box.min_y); l <= line(box.max_y); ++l)
      for (std::int64_t c = column(box.min_x); c <= column(box.max_x); ++c)
        use(static_cast<std::size_t>(l * columns_ + c));
  };
  for (const Box& box : boxes) each_cell(box, [&](std::size_t at) { ++ends_[at + 1]; });
  std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
  items_.resize(ends_.back());
  std::vector<std::uint32_t> next(ends_.begin(), ends_.end() - 1);
  for (std::uint32_t item = 0; item < boxes.size(); ++item)
    each_cell(boxes[item], [&](std::size_t at) { items_[next[at]++] = item; });
}

}  // namespace smile
