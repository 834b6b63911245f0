#include "gis/analysis/site_seats.h"

#include <algorithm>
#include <numeric>

namespace smile {

SeatPlan::SeatPlan(const SiteProblem& problem)
    : problem_(&problem),
      nothing_(1e-12 * std::accumulate(problem.people.begin(), problem.people.end(), 0.0)),
      taken_(problem.demand_site.size(), 0.0),
      waiting_(problem.people),
      seats_left_(problem.seats),
      open_(problem.sites(), 0),
      demand_of_(problem.demand_site.size(), 0),
      want_(problem.sites()),
      into_(problem.sites()),
      steps_(problem.sites()) {
  for (std::size_t d = 0; d < problem.people.size(); ++d)
    for (auto [e, end] = problem.of_demand(d); e < end; ++e) demand_of_[e] = static_cast<std::int32_t>(d);
  for (std::size_t s = 0; s < problem.fixed; ++s) open(s);
}

std::size_t SeatPlan::demand_of(std::size_t entry) const {
  return static_cast<std::size_t>(demand_of_[entry]);
}

std::size_t SeatPlan::entry_at(std::size_t demand, std::size_t site) const {
  const auto [begin, end] = problem_->of_demand(demand);
  const auto first = problem_->demand_site.begin();
  const auto at = std::lower_bound(first + static_cast<std::ptrdiff_t>(begin), first + static_cast<std::ptrdiff_t>(end),
                                   static_cast<std::int32_t>(site));
  return static_cast<std::size_t>(at - first);
}

SeatPlan::Offers& SeatPlan::moves(std::size_t from, std::size_t to) {
  for (Move& move : into_[to])
    if (move.from == from) return move.offers;
  into_[to].push_back({from, {}});
  return into_[to].back().offers;
}

/// Offers are left in their queues when they are gone, and skipped here.
const SeatPlan::Offer* SeatPlan::best_waiting(std::size_t site) {
  Offers& offers = want_[site];
  while (!offers.empty() && waiting_[demand_of(offers.top().entry)] <= nothing_) offers.pop();
  return offers.empty() ? nullptr : &offers.top();
}

const SeatPlan::Offer* SeatPlan::best_move(Move& move) {
  while (!move.offers.empty() && taken_[entry_at(demand_of(move.offers.top().entry), move.from)] <= nothing_)
    move.offers.pop();
  return move.offers.empty() ? nullptr : &move.offers.top();
}

void SeatPlan::seat(std::size_t entry, double amount) {
  const bool is_new = taken_[entry] <= nothing_;
  const auto site = static_cast<std::size_t>(problem_->demand_site[entry]);
  taken_[entry] += amount;
  seats_left_[site] -= amount;
  gain_ += amount * problem_->demand_gain[entry];
  if (!is_new) return;
  for (auto [e, end] = problem_->of_demand(demand_of(entry)); e < end; ++e) {
    const auto other = static_cast<std::size_t>(problem_->demand_site[e]);
    if (other != site && open_[other] != 0)
      moves(site, other).push({problem_->demand_gain[e] - problem_->demand_gain[entry], e});
  }
}

void SeatPlan::unseat(std::size_t entry, double amount) {
  taken_[entry] -= amount;
  seats_left_[static_cast<std::size_t>(problem_->demand_site[entry])] += amount;
  gain_ -= amount * problem_->demand_gain[entry];
}

/// For each open site: what a person gains who frees a seat there by moving on, over others or at once, to the new
/// site.
void SeatPlan::find_ways(std::size_t site) {
  for (const std::size_t s : reached_) steps_[s].worth = -SiteProblem::no_limit;
  reached_.assign(1, site);
  steps_[site] = {0, site, 0};
  std::vector<std::size_t> next{site};
  for (std::size_t at = 0; at < next.size() && at < 64 * (opened_.size() + 1); ++at) {
    const std::size_t to = next[at];
    for (Move& move : into_[to]) {
      const Offer* offer = best_move(move);
      if (offer == nullptr) continue;
      const double worth = offer->gain + steps_[to].worth;
      const bool met = std::find(reached_.begin(), reached_.end(), move.from) != reached_.end();
      if (met && worth <= steps_[move.from].worth + 1e-9) continue;
      if (!met) reached_.push_back(move.from);
      steps_[move.from] = {worth, to, offer->entry};
      next.push_back(move.from);
    }
  }
}

/// One more group of people gets a seat, or a better one, along the best chain of moves that ends at the new site.
bool SeatPlan::fill_once(std::size_t site) {
  find_ways(site);
  double best = 1e-9;
  std::size_t start = problem_->sites();
  const Offer* newcomer = nullptr;
  for (const std::size_t s : reached_) {
    const Offer* offer = best_waiting(s);
    const double worth = steps_[s].worth + (offer == nullptr ? 0 : offer->gain);
    if (worth <= best || (s == site && offer == nullptr)) continue;
    best = worth;
    start = s;
    newcomer = offer;
  }
  if (start == problem_->sites()) return false;
  double amount = seats_left_[site];
  if (newcomer != nullptr) amount = std::min(amount, waiting_[demand_of(newcomer->entry)]);
  for (std::size_t s = start; s != site; s = steps_[s].to)
    amount = std::min(amount, taken_[entry_at(demand_of(steps_[s].entry), s)]);
  const std::size_t seated = newcomer == nullptr ? 0 : newcomer->entry;
  const bool somebody = newcomer != nullptr;
  for (std::size_t s = start; s != site; s = steps_[s].to) {
    unseat(entry_at(demand_of(steps_[s].entry), s), amount);
    seat(steps_[s].entry, amount);
  }
  if (somebody) {
    waiting_[demand_of(seated)] -= amount;
    seat(seated, amount);
  }
  return true;
}

void SeatPlan::open(std::size_t site) {
  open_[site] = 1;
  opened_.push_back(site);
  const auto [begin, end] = problem_->of_site(site);
  for (std::size_t i = begin; i < end; ++i) {
    const auto d = static_cast<std::size_t>(problem_->site_demand[i]);
    const std::size_t entry = entry_at(d, site);
    if (waiting_[d] > nothing_) want_[site].push({problem_->site_gain[i], entry});
    for (auto [e, last] = problem_->of_demand(d); e < last; ++e)
      if (taken_[e] > nothing_)
        moves(static_cast<std::size_t>(problem_->demand_site[e]), site)
            .push({problem_->site_gain[i] - problem_->demand_gain[e], entry});
  }
  while (seats_left_[site] > nothing_ && fill_once(site)) {
  }
}

double SeatPlan::served() const {
  return std::accumulate(taken_.begin(), taken_.end(), 0.0);
}

std::vector<double> SeatPlan::prices() const {
  SeatPlan looked = *this;  // looking clears queues of what is gone
  std::vector<double> worth(problem_->sites(), 0.0);
  for (const std::size_t s : opened_)
    if (const Offer* offer = looked.best_waiting(s)) worth[s] = offer->gain;
  bool changed = true;
  for (std::size_t round = 0; changed && round <= opened_.size(); ++round) {
    changed = false;
    for (const std::size_t s : opened_)
      for (Move& move : looked.into_[s]) {
        const Offer* offer = looked.best_move(move);
        if (offer == nullptr || offer->gain + worth[move.from] <= worth[s] + 1e-9) continue;
        worth[s] = offer->gain + worth[move.from];
        changed = true;
      }
  }
  std::vector<double> prices(problem_->people.size(), 0.0);
  for (const std::size_t s : opened_)
    for (auto [e, end] = problem_->of_site(s); e < end; ++e) {
      double& price = prices[static_cast<std::size_t>(problem_->site_demand[e])];
      price = std::max(price, problem_->site_gain[e] - worth[s]);
    }
  return prices;
}

double at_most(const SiteProblem& problem, std::size_t site, std::span<const double> prices) {
  std::vector<std::pair<double, double>> margins;  // gain of a person, people
  double all = 0, sum = 0;
  for (auto [e, end] = problem.of_site(site); e < end; ++e) {
    const auto d = static_cast<std::size_t>(problem.site_demand[e]);
    const double margin = problem.site_gain[e] - prices[d];
    if (margin <= 0) continue;
    margins.emplace_back(margin, problem.people[d]);
    all += problem.people[d];
    sum += margin * problem.people[d];
  }
  double left = problem.seats[site];
  if (all <= left) return sum;
  std::sort(margins.begin(), margins.end(), std::greater<>());
  sum = 0;
  for (const auto& [margin, people] : margins) {
    const double seated = std::min(left, people);
    sum += margin * seated;
    left -= seated;
    if (left <= 0) break;
  }
  return sum;
}

}  // namespace smile
