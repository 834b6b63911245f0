#pragma once
// Round numbers and days along an axis.

#include <functional>
#include <vector>

#include "gis/plan/date.h"

namespace smile::layers {

/// Ticks at multiples of 1, 2 or 5 · 10^k.
struct Ticks {
  double step = 1;
  int decimals = 0;             ///< behind the point, so that every tick is written exactly
  std::vector<double> values;   ///< inside low … high, the least first
  double below = 0, above = 1;  ///< the round numbers that enclose low … high
};
/// The finest step with at most `most` (≥ 1) steps between the round numbers that enclose low … high. Both finite;
/// where they are equal the axis goes from there to 0, and from 0 to 1.
Ticks round_ticks(double low, double high, int most);

/// Years within first … last at multiples of 1, 2 or 5 · 10^k, the finest step that leaves at most `most` (≥ 1) of
/// them.
std::vector<int> year_ticks(int first, int last, int most);

/// Days since 1970-01-01 at which a date begins: the first day of its year, half, quarter or month.
int day_number(const Date& date);

struct DateTick {
  int day = 0;
  Date date;  ///< a month, or a year
};
/// First days of months, quarters, halves, years or 2, 5, 10 … years within first … last: the finest that `fits` takes.
std::vector<DateTick> date_ticks(int first, int last, const std::function<bool(const std::vector<DateTick>&)>& fits);

}  // namespace smile::layers
