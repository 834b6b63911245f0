#pragma once
// Round numbers along an axis.

#include <vector>

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

}  // namespace smile::layers
