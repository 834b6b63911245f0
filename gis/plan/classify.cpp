#include "gis/plan/classify.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "gis/words/numbers.h"

namespace smile {
namespace {

/// Sorted different values and how often each occurs.
struct Distinct {
  std::vector<double> values;
  std::vector<double> weights;
  std::size_t size() const { return values.size(); }
};

Distinct distinct_of(std::vector<double> values) {
  std::erase_if(values, [](double v) { return !std::isfinite(v); });
  std::sort(values.begin(), values.end());
  Distinct out;
  for (const double value : values) {
    if (out.values.empty() || out.values.back() != value) {
      out.values.push_back(value);
      out.weights.push_back(0);
    }
    out.weights.back() += 1;
  }
  return out;
}

/// Dynamic programme of Fisher, a row per number of classes; each row by halving, because the best split never moves
/// left.
class FisherJenks {
public:
  FisherJenks(std::span<const double> values, std::span<const double> weights) : weight_{0}, sum_{0}, square_{0} {
    double total = 0;
    double mean = 0;
    for (std::size_t i = 0; i < values.size(); ++i) total += weights[i], mean += weights[i] * values[i];
    mean /= std::max(total, 1.0);  // sums of squares about the mean keep their digits
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double x = values[i] - mean;
      weight_.push_back(weight_.back() + weights[i]);
      sum_.push_back(sum_.back() + weights[i] * x);
      square_.push_back(square_.back() + weights[i] * x * x);
    }
  }

  std::vector<std::size_t> starts(std::size_t classes) {
    const std::size_t n = weight_.size() - 1;
    best_.resize(n);
    for (std::size_t j = 0; j < n; ++j) best_[j] = cost(0, j);
    for (std::size_t c = 1; c < classes; ++c) add_class(c);
    std::vector<std::size_t> out(classes, 0);
    std::size_t end = n - 1;
    for (std::size_t c = classes - 1; c > 0; --c) {
      out[c] = split_[c - 1][end];
      end = out[c] - 1;
    }
    return out;
  }

private:
  /// Sum of squared deviations of values i … j from their mean.
  double cost(std::size_t i, std::size_t j) const {
    const double w = weight_[j + 1] - weight_[i];
    const double s = sum_[j + 1] - sum_[i];
    return std::max(0.0, square_[j + 1] - square_[i] - s * s / w);
  }

  void add_class(std::size_t c) {
    previous_ = best_;
    split_.emplace_back(best_.size(), 0);
    halve(c, best_.size() - 1, c, best_.size() - 1);
  }

  /// Fills best_ and split_ for ends low … high, whose split lies in from … to.
  void halve(std::size_t low, std::size_t high, std::size_t from, std::size_t to) {
    if (low > high || high >= best_.size()) return;
    const std::size_t middle = low + (high - low) / 2;
    double least = INFINITY;
    std::size_t where = from;
    for (std::size_t i = from; i <= std::min(middle, to); ++i) {
      const double value = previous_[i - 1] + cost(i, middle);
      if (value < least) least = value, where = i;
    }
    best_[middle] = least;
    split_.back()[middle] = where;
    if (middle > low) halve(low, middle - 1, from, where);
    halve(middle + 1, high, where, to);
  }

  std::vector<double> weight_, sum_, square_;  ///< prefix sums
  std::vector<double> best_, previous_;
  std::vector<std::vector<std::size_t>> split_;
};

std::vector<std::size_t> quantile_starts(const Distinct& distinct, int classes) {
  std::vector<double> before(distinct.size() + 1, 0);
  for (std::size_t i = 0; i < distinct.size(); ++i) before[i + 1] = before[i] + distinct.weights[i];
  std::vector<std::size_t> out{0};
  for (int c = 1; c < classes; ++c) {
    const double target = before.back() * c / classes;
    std::size_t best = 0;
    for (std::size_t i = out.back() + 1; i < distinct.size(); ++i)
      if (best == 0 || std::abs(before[i] - target) < std::abs(before[best] - target)) best = i;
    if (best != 0) out.push_back(best);
  }
  return out;
}

/// Values that are small counts, for which "2 – 4" is clearer than "2 – 5".
bool small_counts(const Distinct& distinct) {
  return distinct.values.front() >= 0 && distinct.values.back() <= 200 &&
         std::all_of(distinct.values.begin(), distinct.values.end(), [](double v) { return v == std::floor(v); });
}

/// Lowest and highest limit, readable and near the extremes.
void set_ends(Classes& classes, double low, double high) {
  std::vector<double>& limits = classes.limits;
  const double first_width = limits[1] - low;
  const double last_width = high - limits[limits.size() - 2];
  double floor = low - first_width / 4;
  if (low >= 0 && floor < 0) floor = -1e-300;  // counts don't begin below zero
  limits.front() = readable_between(floor, low);
  // Mirrored, so that the interval is closed at the end that holds the value.
  limits.back() = -readable_between(-(high + last_width / 4), -high);
}

Classes classes_from_starts(const Distinct& distinct, const std::vector<std::size_t>& starts, bool whole) {
  Classes classes;
  classes.whole = whole;
  classes.limits.push_back(distinct.values.front());
  for (std::size_t c = 1; c < starts.size(); ++c) {
    const double below = distinct.values[starts[c] - 1];
    const double above = distinct.values[starts[c]];
    classes.limits.push_back(whole ? std::floor(readable_between(below, above)) : readable_between(below, above));
    if (classes.limits.back() <= below) classes.limits.back() = above;
  }
  classes.limits.push_back(distinct.values.back());
  if (!whole) set_ends(classes, distinct.values.front(), distinct.values.back());
  return classes;
}

/// Equal steps between the extremes, each limit moved to a readable number between its neighbouring values, by a
/// quarter of a step at most.
Classes equal_classes(const Distinct& distinct, int wanted, bool whole) {
  const double low = distinct.values.front();
  const double high = distinct.values.back();
  const double width = (high - low) / wanted;
  Classes classes;
  classes.limits.push_back(low);
  for (int c = 1; c < wanted; ++c) {
    const double limit = low + width * c;
    const auto next = std::lower_bound(distinct.values.begin(), distinct.values.end(), limit);
    const double below = std::max(*(next - 1), limit - width / 4);
    classes.limits.push_back(readable_between(below, std::min(*next, limit + width / 4)));
  }
  classes.limits.push_back(high);
  set_ends(classes, low, high);
  classes.whole =
      whole && std::all_of(classes.limits.begin(), classes.limits.end(), [](double v) { return v == std::floor(v); });
  return classes;
}

/// The smallest step of 1, 2, 2.5, 5 · 10^k whose multiples cover the values in at most `wanted` classes.
Classes pretty_classes(const Distinct& distinct, int wanted) {
  const double low = distinct.values.front();
  const double high = distinct.values.back();
  const double power = std::pow(10.0, std::floor(std::log10((high - low) / wanted)));
  Classes classes;
  for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0}) {
    const double step = power * factor;
    const double first = std::floor(low / step);
    const double last = std::ceil(high / step);
    if (last - first > wanted) continue;
    for (double i = first; i <= last; ++i) classes.limits.push_back(i * step);
    return classes;
  }
  return equal_classes(distinct, wanted, false);  // one class across zero has no round step
}

int decimals_of(const Classes& classes) {
  for (int decimals = 0; decimals < 9; ++decimals) {
    const double scale = std::pow(10.0, decimals);
    const bool exact = std::all_of(classes.limits.begin(), classes.limits.end(), [scale](double v) {
      return std::abs(v * scale - std::round(v * scale)) <= 1e-6 * std::max(1.0, std::abs(v * scale) * 1e-6);
    });
    if (exact) return decimals;
  }
  return 9;
}

}  // namespace

int Classes::class_of(double value) const {
  if (limits.empty() || !(value >= limits.front()) || value > limits.back()) return -1;
  const auto above = std::upper_bound(limits.begin(), limits.end(), value);
  return std::min(static_cast<int>(above - limits.begin()) - 1, count() - 1);
}

std::vector<std::size_t> fisher_jenks(std::span<const double> distinct, std::span<const double> weights, int classes) {
  const std::size_t wanted = std::min(static_cast<std::size_t>(std::max(classes, 1)), distinct.size());
  if (wanted == 0) return {};
  return FisherJenks(distinct, weights).starts(wanted);
}

double readable_between(double above, double up_to) {
  const double largest = std::max(std::abs(above), std::abs(up_to));
  if (above < 0 && up_to >= 0) return 0;
  if (!(up_to > above) || largest == 0) return up_to;
  const double middle = (above + up_to) / 2;
  const int top = static_cast<int>(std::floor(std::log10(largest)));
  for (int k = top; k >= top - 15; --k) {
    for (const double factor : {10.0, 5.0, 2.0, 1.0}) {
      const double step = factor * std::pow(10.0, k);
      const double first = std::floor(above / step) + 1;
      const double last = std::floor(up_to / step);
      if (first > last) continue;
      const double value = std::clamp(std::round(middle / step), first, last) * step;
      if (value > above && value <= up_to) return value;
    }
  }
  return up_to;
}

Classes classify(std::vector<double> values, int wanted, ClassMethod method) {
  const Distinct distinct = distinct_of(std::move(values));
  if (distinct.size() == 0 || wanted < 1) return {};
  const bool whole = small_counts(distinct);
  if (distinct.size() == 1) return {{distinct.values.front(), distinct.values.front()}, whole};
  const int classes = std::min(wanted, static_cast<int>(distinct.size()));
  switch (method) {
    case ClassMethod::equal:
      return equal_classes(distinct, wanted, whole);
    case ClassMethod::pretty:
      return pretty_classes(distinct, wanted);
    case ClassMethod::quantile:
      return classes_from_starts(distinct, quantile_starts(distinct, classes), whole);
    case ClassMethod::natural_breaks:
    case ClassMethod::manual:
      break;
  }
  return classes_from_starts(distinct, fisher_jenks(distinct.values, distinct.weights, classes), whole);
}

Classes classes_of(std::vector<double> values, const LayerStyle& style) {
  if (style.class_method != ClassMethod::manual || style.limits.size() < 2)
    return classify(std::move(values), style.classes, style.class_method);
  Classes classes{style.limits, false};
  std::sort(classes.limits.begin(), classes.limits.end());
  classes.limits.erase(std::unique(classes.limits.begin(), classes.limits.end()), classes.limits.end());
  if (classes.limits.size() < 2) classes.limits.push_back(classes.limits.front());
  return classes;
}

std::string class_label(Language language, const Classes& classes, int index) {
  const auto i = static_cast<std::size_t>(index);
  const int decimals = decimals_of(classes);
  const double low = classes.limits[i];
  double high = classes.limits[i + 1];
  if (classes.whole && index + 1 < classes.count()) high -= 1;
  const std::string from = format_number(language, low, decimals);
  return high <= low ? from : from + " – " + format_number(language, high, decimals);
}

}  // namespace smile
