#include "gis/analysis/site_search.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "gis/analysis/site_seats.h"

namespace smile {

double rounding_of(const SiteProblem& problem, double gain) {
  return problem.whole ? 0.5 : 1e-9 * std::max(1.0, std::fabs(gain));
}

double gain_of(const SiteProblem& problem, std::span<const std::int32_t> sites) {
  if (problem.limited) {
    SeatPlan plan(problem);
    for (const std::int32_t s : sites) plan.open(static_cast<std::size_t>(s));
    return problem.base + plan.gain();
  }
  std::vector<double> best(problem.people.size(), 0.0);
  for (const std::int32_t s : sites)
    for (auto [e, end] = problem.of_site(static_cast<std::size_t>(s)); e < end; ++e) {
      double& gain = best[static_cast<std::size_t>(problem.site_demand[e])];
      gain = std::max(gain, problem.site_gain[e]);
    }
  double sum = problem.base;
  for (std::size_t d = 0; d < best.size(); ++d) sum += best[d] * problem.people[d];
  return sum;
}

namespace {

/// Sites with what they may add, most first, of equals the first.
struct Candidate {
  double gain;
  std::size_t site;
  bool operator<(const Candidate& other) const { return gain != other.gain ? gain < other.gain : site > other.site; }
};

double added(const SiteProblem& p, std::size_t site, const std::vector<double>& best) {
  double sum = 0;
  for (auto [e, end] = p.of_site(site); e < end; ++e) {
    const auto d = static_cast<std::size_t>(p.site_demand[e]);
    sum += std::max(0.0, p.site_gain[e] - best[d]) * p.people[d];
  }
  return sum;
}

SiteChoice greedy_unlimited(const SiteProblem& p, const SiteClock& clock) {
  std::vector<double> best(p.people.size(), 0.0);
  std::priority_queue<Candidate> queue;
  for (std::size_t s = 0; s < p.sites(); ++s) queue.push({added(p, s, best), s});
  SiteChoice choice{{}, p.base};
  while (choice.sites.size() < p.count && !queue.empty() && queue.top().gain > 0 && !clock.over()) {
    Candidate top = queue.top();
    queue.pop();
    top.gain = added(p, top.site, best);  // what it once would have added was an upper bound
    if (!queue.empty() && top < queue.top()) {
      queue.push(top);
      continue;
    }
    choice.sites.push_back(static_cast<std::int32_t>(top.site));
    choice.gain += top.gain;
    for (auto [e, end] = p.of_site(top.site); e < end; ++e) {
      double& gain = best[static_cast<std::size_t>(p.site_demand[e])];
      gain = std::max(gain, p.site_gain[e]);
    }
  }
  choice.gain = gain_of(p, choice.sites);
  return choice;
}

/// The free sites that are not in the choice, with upper bounds of what they add to a plan, most first.
std::vector<Candidate> candidates_for(const SiteProblem& p, const SeatPlan& plan,
                                      std::span<const std::int32_t> chosen) {
  const std::vector<double> prices = plan.prices();
  std::vector<Candidate> candidates;
  for (std::size_t s = p.fixed; s < p.sites(); ++s) {
    if (std::find(chosen.begin(), chosen.end(), static_cast<std::int32_t>(s)) != chosen.end()) continue;
    const double bound = at_most(p, s, prices);
    if (bound > 0) candidates.push_back({bound, s});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return b < a; });
  return candidates;
}

/// The site that adds most to a plan, if it adds more than `more_than`; only those are tried whose bound allows it.
std::pair<std::size_t, SeatPlan> best_addition(const SiteProblem& p, const SeatPlan& plan,
                                               std::span<const std::int32_t> chosen, double more_than,
                                               const SiteClock& clock) {
  std::pair<std::size_t, SeatPlan> best{p.sites(), plan};
  for (const Candidate& candidate : candidates_for(p, plan, chosen)) {
    if (candidate.gain <= more_than || clock.over()) break;
    SeatPlan with = plan;
    with.open(candidate.site);
    const double gain = with.gain() - plan.gain();
    if (gain <= more_than) continue;
    more_than = gain;
    best = {candidate.site, std::move(with)};
  }
  return best;
}

SiteChoice greedy_limited(const SiteProblem& p, const SiteClock& clock) {
  SeatPlan plan(p);
  SiteChoice choice{{}, p.base};
  while (choice.sites.size() < p.count && !clock.over()) {
    auto [site, with] = best_addition(p, plan, choice.sites, rounding_of(p, 0), clock);
    if (site == p.sites()) break;
    choice.sites.push_back(static_cast<std::int32_t>(site));
    plan = std::move(with);
  }
  choice.gain = p.base + plan.gain();
  return choice;
}

/// For each demand point the best and the second best of the open sites.
struct Nearest {
  std::vector<double> first, second;
  std::vector<std::int32_t> who;  ///< position in the choice of the best, −1: none

  void find(const SiteProblem& p, std::span<const std::int32_t> sites) {
    first.assign(p.people.size(), 0.0);
    second.assign(p.people.size(), 0.0);
    who.assign(p.people.size(), -1);
    for (std::size_t r = 0; r < sites.size(); ++r)
      for (auto [e, end] = p.of_site(static_cast<std::size_t>(sites[r])); e < end; ++e) {
        const auto d = static_cast<std::size_t>(p.site_demand[e]);
        const double gain = p.site_gain[e];
        if (gain > first[d]) {
          second[d] = first[d];
          first[d] = gain;
          who[d] = static_cast<std::int32_t>(r);
        } else {
          second[d] = std::max(second[d], gain);
        }
      }
  }
};

struct Swap {
  double gain = 0;
  std::size_t out = 0, in = 0;
};

/// The best exchange of one open site for a closed one, with all pairs looked at in one walk over the lists.
Swap best_swap(const SiteProblem& p, std::span<const std::int32_t> sites, Nearest& nearest) {
  nearest.find(p, sites);
  std::vector<double> loss(sites.size(), 0.0), saved(sites.size(), 0.0);
  for (std::size_t d = 0; d < p.people.size(); ++d)
    if (nearest.who[d] >= 0)
      loss[static_cast<std::size_t>(nearest.who[d])] += p.people[d] * (nearest.first[d] - nearest.second[d]);
  Swap best;
  for (std::size_t s = 0; s < p.sites(); ++s) {
    double more = 0;
    std::fill(saved.begin(), saved.end(), 0.0);
    for (auto [e, end] = p.of_site(s); e < end; ++e) {
      const auto d = static_cast<std::size_t>(p.site_demand[e]);
      const double gain = p.site_gain[e], first = nearest.first[d];
      more += std::max(0.0, gain - first) * p.people[d];
      if (nearest.who[d] >= 0 && gain > nearest.second[d])
        saved[static_cast<std::size_t>(nearest.who[d])] += (std::min(gain, first) - nearest.second[d]) * p.people[d];
    }
    for (std::size_t r = 0; r < sites.size(); ++r)
      if (more - loss[r] + saved[r] > best.gain && sites[r] != static_cast<std::int32_t>(s))
        best = {more - loss[r] + saved[r], r, s};
  }
  return best;
}

void exchange_unlimited(const SiteProblem& p, SiteChoice& choice, const SiteClock& clock,
                        const std::function<void(const SiteChoice&)>& on_better) {
  Nearest nearest;
  while (!clock.over()) {
    const Swap swap = best_swap(p, choice.sites, nearest);
    if (swap.gain <= rounding_of(p, choice.gain)) return;
    choice.sites[swap.out] = static_cast<std::int32_t>(swap.in);
    choice.gain = gain_of(p, choice.sites);
    if (on_better) on_better(choice);
  }
}

SeatPlan plan_without(const SiteProblem& p, std::span<const std::int32_t> sites, std::size_t out) {
  SeatPlan plan(p);
  for (std::size_t r = 0; r < sites.size(); ++r)
    if (r != out) plan.open(static_cast<std::size_t>(sites[r]));
  return plan;
}

void exchange_limited(const SiteProblem& p, SiteChoice& choice, const SiteClock& clock,
                      const std::function<void(const SiteChoice&)>& on_better) {
  std::size_t failed = 0;  // as many places of the choice in a row as can't be filled better
  for (std::size_t out = 0; failed < choice.sites.size() && !clock.over(); out = (out + 1) % choice.sites.size()) {
    const SeatPlan plan = plan_without(p, choice.sites, out);
    const double needed = choice.gain + rounding_of(p, choice.gain) - p.base - plan.gain();
    const auto [site, with] = best_addition(p, plan, choice.sites, needed, clock);
    ++failed;
    if (site == p.sites()) continue;
    failed = 0;
    choice.sites[out] = static_cast<std::int32_t>(site);
    choice.gain = p.base + with.gain();
    if (on_better) on_better(choice);
  }
}

}  // namespace

SiteChoice greedy_choice(const SiteProblem& problem, const SiteClock& clock) {
  return problem.limited ? greedy_limited(problem, clock) : greedy_unlimited(problem, clock);
}

void exchange(const SiteProblem& problem, SiteChoice& choice, const SiteClock& clock,
              const std::function<void(const SiteChoice&)>& on_better) {
  if (problem.limited)
    exchange_limited(problem, choice, clock, on_better);
  else
    exchange_unlimited(problem, choice, clock, on_better);
}

}  // namespace smile
