#pragma once
// Which row of a table of figures belongs to which district. Inner part of intake_statistics.

#include "gis/intake/district_names.h"
#include "gis/intake/statistics.h"

namespace smile {

/// Columns by position; −1: the table has none.
struct KeyColumns {
  Id level = 0;
  int code = -1;
  int name = -1;
  int row_number = -1;  ///< an unnamed 1, 2, 3 …: no figures
};

/// The level and columns that most rows agree with; a row whose code and name mean the same district counts twice.
/// Throws Error{usage} for a level or column that isn't there, {needs_answer} where nothing matches.
KeyColumns find_keys(const TextTable& table, const std::string& file, const StatisticsOptions& options,
                     const Plan& plan);

/// One per row of the table: its district, or nullptr. What was guessed or not found is added to the issues.
struct Join {
  std::vector<const District*> rows;
  Issues issues;
};
Join join_rows(const TextTable& table, const std::string& file, const KeyColumns& keys, const DistrictNames& names,
               const Plan& plan);

}  // namespace smile
