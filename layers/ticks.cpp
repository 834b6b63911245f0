#include "layers/ticks.h"

#include <algorithm>
#include <cmath>

namespace smile::layers {
namespace {

/// k · step as the decimal number nearest to it: 3 · 0.1 is 0.3.
double multiple(double k, double step) {
  return step < 1 ? k / std::round(1 / step) : k * step;
}

/// Steps of 1, 2, 5 · 10^k, from finer than `size` on.
class RoundSteps {
public:
  explicit RoundSteps(double size) : power_(static_cast<int>(std::floor(std::log10(size)))) {}
  double step() const { return factors[index_] * std::pow(10.0, power_); }
  int decimals() const { return std::max(0, -power_); }
  void next() {
    index_ = (index_ + 1) % 3;
    if (index_ == 0) ++power_;
  }

private:
  static constexpr double factors[] = {1, 2, 5};
  int power_;
  std::size_t index_ = 0;
};

}  // namespace

Ticks round_ticks(double low, double high, int most) {
  if (low == high) (low > 0 ? low : high) = 0;
  if (low == high) high = 1;
  RoundSteps steps((high - low) / std::max(1, most));
  const auto below = [&] { return std::floor(low / steps.step() + 1e-9); };
  const auto above = [&] { return std::ceil(high / steps.step() - 1e-9); };
  while (above() - below() > most && !(most < 2 && above() - below() <= 2)) steps.next();
  Ticks out{steps.step(), steps.decimals(), {}, multiple(below(), steps.step()), multiple(above(), steps.step())};
  for (double k = below(); k <= above(); ++k) {
    const double value = multiple(k, out.step);
    const double slack = out.step * 1e-9;
    if (value >= low - slack && value <= high + slack) out.values.push_back(value);
  }
  return out;
}

std::vector<int> year_ticks(int first, int last, int most) {
  std::vector<int> out;
  for (RoundSteps steps(1); out.empty() || static_cast<int>(out.size()) > std::max(1, most); steps.next()) {
    const int step = static_cast<int>(std::lround(steps.step()));
    out.clear();
    for (int year = (first + step - 1) / step * step; year <= last; year += step) out.push_back(year);
    if (out.empty()) return {last};
  }
  return out;
}

}  // namespace smile::layers
