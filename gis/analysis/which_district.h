#pragma once
// Which district holds a point, a line, an area: exact, and fast for millions of points.
// Method: a grid of cells of which most lie wholly in one district (true-hit filtering); the rest test only the edges
// that cross the cell.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "gis/analysis/by_geometry.h"
#include "gis/plan/plan.h"

namespace smile {

/// "K" before "L", "9" before "10": codes of digits by number and before all others, those by letters. On a border the
/// lower code counts.
bool lower_code(const std::string& a, const std::string& b);

/// The districts of one level, indexed. Immutable; safe to use from several threads. Where districts overlap, the lower
/// code wins too.
class DistrictIndex {
public:
  explicit DistrictIndex(std::vector<DistrictPtr> districts);
  ~DistrictIndex();
  DistrictIndex(DistrictIndex&&) noexcept;
  DistrictIndex& operator=(DistrictIndex&&) noexcept;

  static constexpr std::int32_t nowhere = -1;
  struct Hit {
    std::int32_t district = nowhere;  ///< position in districts()
    bool on_border = false;           ///< on a border: the lower code was taken
  };
  Hit at(Point p) const;
  /// For each point the position in districts(), or nowhere. Same answers as at().
  void locate(std::span<const Point> points, std::span<std::int32_t> out) const;
  const std::vector<DistrictPtr>& districts() const;

  /// The district that holds the whole box for certain, else nowhere: a quick answer, "nowhere" only means "look
  /// closer".
  std::int32_t whole(const Box& box) const;
  const Box& bounds(std::int32_t district) const;

  struct ShapeShare {
    std::int32_t district = nowhere;  ///< position in districts()
    double share = 0;                 ///< of the line's length or the area's size
    bool on_border = false;
  };
  /// For a line or an area, by position. Kept: an edit of one measure asks about all the others again.
  std::vector<ShapeShare> shares_of(const Geometry& shape) const;

private:
  struct Grid;
  std::vector<DistrictPtr> districts_;
  std::unique_ptr<const Grid> grid_;
  std::unique_ptr<ByGeometry<std::vector<ShapeShare>>> known_;
};

/// A district's part of a measure: of its sites, its length or its area. Shares of all districts sum to ≤ 1 (less where
/// it lies outside).
struct DistrictShare {
  Id district = 0;
  double share = 0;
  bool on_border = false;
};

/// Placement district: that district with 1 (or the ones below/above it at this level); city: every district with its
/// share of the area; none: nothing. By descending share, then code.
std::vector<DistrictShare> districts_of_measure(const Measure& measure, const Plan& plan, const DistrictIndex& index);

/// The index for a level (0: the finest) of a plan. Kept for the last few sets of districts; thread-safe.
std::shared_ptr<const DistrictIndex> district_index(const Plan& plan, Id level = 0);

}  // namespace smile
