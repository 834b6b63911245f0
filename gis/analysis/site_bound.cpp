#include "gis/analysis/site_bound.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace smile {
namespace {

/// One evaluation of all sites at given prices.
class Prices {
public:
  explicit Prices(const SiteProblem& problem)
      : problem_(problem), worth(problem.sites()), served(problem.people.size()), profit_(problem.site_gain) {
    for (std::size_t e = 0; e < profit_.size(); ++e)
      profit_[e] *= problem.people[static_cast<std::size_t>(problem.site_demand[e])];
    order_.resize(problem.free_sites());
  }

  /// The bound, without base. Fills worth, the best sites and how much of each demand they serve.
  double evaluate(const std::vector<double>& prices) {
    double sum = std::accumulate(prices.begin(), prices.end(), 0.0);
    for (std::size_t s = 0; s < problem_.sites(); ++s) worth[s] = worth_of(s, prices, nullptr);
    for (std::size_t s = 0; s < problem_.fixed; ++s) sum += worth[s];
    sum += pick();
    std::fill(served.begin(), served.end(), 0.0);
    for (std::size_t s = 0; s < problem_.fixed; ++s) worth_of(s, prices, served.data());
    for (const std::int32_t s : best) worth_of(static_cast<std::size_t>(s), prices, served.data());
    return sum;
  }

  double last_in = 0, first_out = 0;
  std::vector<std::int32_t> best;

private:
  double worth_of(std::size_t site, const std::vector<double>& prices, double* serve) {
    if (problem_.seats[site] != SiteProblem::no_limit) return worth_of_seats(site, prices, serve);
    double sum = 0;
    for (auto [e, end] = problem_.of_site(site); e < end; ++e) {
      const auto d = static_cast<std::size_t>(problem_.site_demand[e]);
      const double more = profit_[e] - prices[d];
      if (more <= 0) continue;
      sum += more;
      if (serve != nullptr) serve[d] += 1;
    }
    return sum;
  }

  double worth_of_seats(std::size_t site, const std::vector<double>& prices, double* serve) {
    margins_.clear();
    for (auto [e, end] = problem_.of_site(site); e < end; ++e) {
      const auto d = static_cast<std::size_t>(problem_.site_demand[e]);
      const double more = profit_[e] - prices[d];
      if (more > 0) margins_.emplace_back(more / problem_.people[d], problem_.site_demand[e]);
    }
    std::sort(margins_.begin(), margins_.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    double sum = 0, left = problem_.seats[site];
    for (const auto& [margin, demand] : margins_) {
      const auto d = static_cast<std::size_t>(demand);
      const double seated = std::min(left, problem_.people[d]);
      sum += margin * seated;
      left -= seated;
      if (serve != nullptr) serve[d] += seated / problem_.people[d];
      if (left <= 0) break;
    }
    return sum;
  }

  /// The best free sites, at most `count`, and what they are worth together.
  double pick() {
    std::iota(order_.begin(), order_.end(), static_cast<std::int32_t>(problem_.fixed));
    const auto more = [&](std::int32_t a, std::int32_t b) {
      const double wa = worth[static_cast<std::size_t>(a)], wb = worth[static_cast<std::size_t>(b)];
      return wa != wb ? wa > wb : a < b;
    };
    const std::size_t in = std::min(problem_.count, order_.size());
    const auto middle = order_.begin() + static_cast<std::ptrdiff_t>(in);
    if (middle != order_.end()) std::nth_element(order_.begin(), middle, order_.end(), more);
    best.assign(order_.begin(), middle);
    std::sort(best.begin(), best.end(), more);
    last_in = in == 0 ? 0 : worth[static_cast<std::size_t>(best.back())];
    first_out = middle == order_.end() ? 0 : worth[static_cast<std::size_t>(*middle)];
    double sum = 0;
    for (const std::int32_t s : best) sum += worth[static_cast<std::size_t>(s)];
    return sum;
  }

  const SiteProblem& problem_;

public:
  std::vector<double> worth, served;

private:
  std::vector<double> profit_;  ///< by entry of the lists by site: of all people there together
  std::vector<std::int32_t> order_;
  std::vector<std::pair<double, std::int32_t>> margins_;
};

/// What a demand point can gain at most: no price above it makes sense.
std::vector<double> highest_prices(const SiteProblem& p) {
  std::vector<double> highest(p.people.size(), 0.0);
  for (std::size_t e = 0; e < p.site_gain.size(); ++e) {
    const auto d = static_cast<std::size_t>(p.site_demand[e]);
    highest[d] = std::max(highest[d], p.site_gain[e] * p.people[d]);
  }
  return highest;
}

double on_the_safe_side(const SiteProblem& p, double bound) {
  bound += 1e-10 * std::fabs(bound);
  return p.whole ? std::floor(bound + 1e-6) : bound;
}

}  // namespace

bool settles(const SiteProblem& problem, double bound, double known) {
  return bound < known + rounding_of(problem, known);
}

SiteBound upper_bound(const SiteProblem& problem, std::vector<double> prices, const BoundSteps& steps,
                      const SiteClock& clock, const std::function<void(std::span<const std::int32_t>)>& look) {
  if (prices.empty()) prices.assign(problem.people.size(), 0.0);
  const std::vector<double> highest = highest_prices(problem);
  Prices at(problem);
  std::vector<double> direction(prices.size(), 0.0);
  SiteBound best;
  best.share.assign(problem.sites(), 0.0);
  double lowest = SiteProblem::no_limit, pace = steps.pace;
  std::size_t idle = 0;
  for (std::size_t step = 0; step <= steps.steps; ++step) {
    const double value = problem.base + at.evaluate(prices);
    if (value < lowest - 1e-7 * std::fabs(lowest)) idle = 0;
    if (value < lowest) {
      lowest = value;
      best.prices = prices;
      best.worth = at.worth;
      best.last_in = at.last_in;
      best.first_out = at.first_out;
      best.best_sites = at.best;
    }
    for (double& share : best.share) share *= 0.93;
    for (const std::int32_t s : at.best) best.share[static_cast<std::size_t>(s)] += 0.07;
    if (look) look(at.best);
    if (settles(problem, on_the_safe_side(problem, lowest), steps.known) || clock.over()) break;
    if (++idle > steps.patience) {
      idle = 0;
      pace *= 0.6;
      prices = best.prices;
      at.evaluate(prices);
      std::fill(direction.begin(), direction.end(), 0.0);
      if (pace < 0.005) break;
    }
    double square = 0;
    for (std::size_t d = 0; d < prices.size(); ++d) {
      direction[d] = 0.3 * (at.served[d] - 1) + 0.7 * direction[d];
      if ((direction[d] < 0 && prices[d] <= 0) || (direction[d] > 0 && prices[d] >= highest[d])) continue;
      square += direction[d] * direction[d];
    }
    if (square <= 0) break;
    const double length = pace * (lowest - steps.known) / square;
    for (std::size_t d = 0; d < prices.size(); ++d)
      prices[d] = std::clamp(prices[d] + length * direction[d], 0.0, highest[d]);
  }
  best.unrounded = lowest;
  best.bound = on_the_safe_side(problem, lowest);
  return best;
}

std::vector<SiteFate> proven_fates(const SiteProblem& problem, const SiteBound& bound, double known) {
  std::vector<SiteFate> fates(problem.sites(), SiteFate::open);
  std::vector<std::uint8_t> in(problem.sites(), 0);
  for (const std::int32_t s : bound.best_sites) in[static_cast<std::size_t>(s)] = 1;
  for (std::size_t s = problem.fixed; s < problem.sites(); ++s) {
    // taken against the prices' advice it costs the worth of the one it pushes out, and the other way round
    const double cost = in[s] != 0 ? bound.worth[s] - bound.first_out : bound.last_in - bound.worth[s];
    if (cost <= 0 || !settles(problem, on_the_safe_side(problem, bound.unrounded - cost), known)) continue;
    fates[s] = in[s] != 0 ? SiteFate::chosen : SiteFate::closed;
  }
  return fates;
}

}  // namespace smile
