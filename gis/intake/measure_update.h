#pragma once
// Measures read from a file against those of the plan: new, updated, unchanged.

#include <string>
#include <vector>

#include "gis/intake/measure_rows.h"

namespace smile {

struct Merged {
  std::vector<Measure> added;            ///< id 0
  std::vector<std::int64_t> added_rows;  ///< the row of each
  std::vector<Measure> updated;          ///< with the id they have
  std::int64_t unchanged = 0;
  std::vector<std::pair<std::int64_t, Id>> measure_of_row;  ///< known ones: row and id
  Issues issues;
};

/// header_of: the column that fills a field, for the notes.
Merged merge_with_plan(std::vector<ReadMeasure> read, const Plan& plan, const std::string& file,
                       const std::function<std::string(std::string_view field)>& header_of);

}  // namespace smile
