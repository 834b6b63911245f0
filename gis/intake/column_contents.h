#pragma once
// What the cells of a column look like, judged by a sample.

#include <map>
#include <string>
#include <vector>

#include "gis/formats/text_table.h"
#include "gis/plan/plan.h"

namespace smile {

struct ColumnContents {
  int filled = 0;  ///< cells that say something ("k. A." doesn't)
  int positions = 0;
  int numbers = 0;
  int amounts = 0;  ///< with a sign of currency
  int money = 0;    ///< readable as money, sign or not
  int dates = 0;    ///< more precise than a year
  int dates_or_years = 0;
  int districts = 0;                   ///< names of districts or the whole city
  std::map<std::string, int> choices;  ///< by field key: cells that are one of its words
  int distinct = 0;
  double mean_length = 0;

  double share(int count) const { return filled == 0 ? 0 : static_cast<double>(count) / filled; }
};

/// One per column; looks at the first 400 rows.
std::vector<ColumnContents> column_contents(const TextTable& table, const Plan& plan);

/// True where the numbers of the table have a decimal comma.
bool has_decimal_comma(const TextTable& table);
/// False only where a date like 3/25/2025 shows that months come first.
bool has_day_first(const TextTable& table);

}  // namespace smile
