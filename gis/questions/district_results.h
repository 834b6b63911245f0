#pragma once
// What the results kept in a plan say about one district.

#include <optional>
#include <vector>

#include "gis/plan/plan.h"

namespace smile {

struct DistrictResult {
  const Finding* finding = nullptr;  ///< in the plan
  Text figure;                       ///< what is counted: "reached within 300 m, %"
  std::string here;                  ///< in the language of the program
  std::string city;                  ///< "": the result has no row for everybody
  bool of_parts = false;             ///< here: from the least to the most of the district's parts
  bool outdated = false;
};

/// A table as the districts alone tell it: without the row of those who were counted outside of them, and its total is
/// theirs where it can be put together, as a sum or a share of two sums.
FindingTable of_districts(FindingTable table);

/// The figure its chart shows, else its first share, else its last column: in the row of the district, else of its
/// parts put together – a sum, or a share of two sums of the same table –, else from the least to the most of them. The
/// city's is that of_districts(). district 0: the city's as `here`. Nothing: it has no row
/// for either, or is a Lorenz curve or a scatter chart, which speak of all districts together.
std::optional<DistrictResult> result_in(const Finding& finding, const Plan& plan, Id district);

/// Of all results kept that have something to say, oldest first; without figures per district, which stand on sheets
/// anyway. district 0: none.
std::vector<DistrictResult> results_in(const Plan& plan, Id district);

}  // namespace smile
