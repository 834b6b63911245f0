#pragma once
// Many features as columns: flat coordinates and flat values. A hundred thousand features are a dozen allocations.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gis/geometry/geometry.h"

namespace smile {

/// Values of one column. Only the list that suits `kind` is filled; a null has 0 or "" there.
struct ValueColumn {
  enum class Kind : std::uint8_t { integer, real, text, boolean, date, date_time };
  std::string name;
  Kind kind = Kind::text;
  std::vector<std::int64_t> integers;  ///< integer, boolean
  std::vector<double> reals;
  std::string bytes;              ///< text, date, date_time: all values one after another, as they stand in the file
  std::vector<std::size_t> ends;  ///< where each value ends in `bytes`
  std::vector<bool> null;

  std::string_view text(std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : ends[row - 1];
    return std::string_view(bytes).substr(begin, ends[row] - begin);
  }
};

struct FeatureColumns {
  std::vector<ValueColumn> columns;                             ///< all but the key, the geometry and binary ones
  std::vector<GeometryKind> kinds;                              ///< per feature; none: null
  Geometry shapes;                                              ///< all coordinates; see append_wkb
  std::vector<std::uint32_t> point_ends, path_ends, part_ends;  ///< per feature: one past its last in `shapes`
  std::int64_t with_heights = 0;
  std::vector<std::size_t> unreadable;                      ///< features whose geometry is damaged; kind none
  std::vector<std::pair<std::size_t, std::string>> curves;  ///< features with arcs and their WKB; kind none

  std::size_t size() const { return kinds.size(); }
  std::span<const Point> points_of(std::size_t feature) const {
    const std::uint32_t begin = feature == 0 ? 0 : point_ends[feature - 1];
    return std::span(shapes.points).subspan(begin, point_ends[feature] - begin);
  }
  std::size_t bytes() const;  ///< of memory, about
  Geometry geometry(std::size_t feature) const;
};

/// One record at the end. Its cells are in the columns' text form (see Feature); "" is null.
void append_feature(FeatureColumns& columns, const Geometry& geometry, const std::vector<std::string>& cells);
/// A cell as text: numbers with a point, dates as ISO; null is "".
std::string cell_text(const ValueColumn& column, std::size_t row);

}  // namespace smile
