#pragma once
// District hierarchy by geometry: each district belongs to the one of the next coarser level in which most of its area
// lies.

#include <vector>

#include "gis/plan/plan.h"

namespace smile {

/// Sets District::parent of every level against the next coarser one. Slivers are tolerated: what counts is the largest
/// share. Issues: "parent_doubtful" (warning) where the largest share is below 90 %, "parent_missing" where nothing
/// overlaps.
Issues find_parents(Plan& plan);

/// The district lies in the other one, at whatever depth; not in itself.
bool lies_in(const Plan& plan, Id inner, Id outer);

/// Two districts that share more than a border. Rounding noise below 1 cm² is none.
struct Overlap {
  std::size_t first = 0;  ///< positions in the list
  std::size_t second = 0;
  double area_m2 = 0;
};
/// Every pair once, in the order of the list.
std::vector<Overlap> overlaps(const std::vector<Geometry>& districts);

/// Gaps and overlaps between the districts of one level, in m². Slivers below 1 m² are counted, not listed one by one.
struct Partition {
  double overlap_m2 = 0;
  int overlapping_pairs = 0;
  double gap_m2 = 0;  ///< holes inside the union
  int gaps = 0;
};
Partition measure_partition(const std::vector<Geometry>& districts);

}  // namespace smile
