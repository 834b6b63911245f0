#pragma once
// Which columns of a table count people, all of them or those of an age.

#include <string>
#include <vector>

#include "gis/plan/layer.h"

namespace smile {

/// Columns that count people between two ages, by age: "anzahl_3_6", "0 bis 5", "unter 18", "u6", "age_65_plus" … Where
/// the next group begins with the year a group ends with, that year is the next one's: 3_6, 6_15 is 3–5, 6–14. Shares
/// and quotas are left out, and so are groups that lie within another one: each person is to be counted once.
std::vector<AgeGroup> age_groups_of(const std::vector<std::string>& columns);

/// The column that counts all inhabitants; "": none says so.
std::string inhabitants_column(const std::vector<std::string>& columns);

}  // namespace smile
