#include "gis/analysis/site_choice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "gis/analysis/site_bound.h"
#include "gis/analysis/site_check.h"
#include "gis/analysis/site_proof.h"
#include "gis/analysis/site_search.h"
#include "gis/analysis/site_seats.h"

namespace smile {

void SiteReach::add(std::span<const std::int32_t> reached, std::span<const double> distances) {
  demand.insert(demand.end(), reached.begin(), reached.end());
  distance.insert(distance.end(), distances.begin(), distances.end());
  ends.push_back(demand.size());
}

double SiteAnswer::gap() const {
  const bool by_distance = goal == SiteQuestion::Goal::distance;
  const double better = by_distance ? walked_m - bound : bound - reached;
  if (better <= 0) return 0;
  return better / (by_distance ? walked_m : reached);
}

namespace {

using Goal = SiteQuestion::Goal;

/// Who gains what from which place, with existing and candidate places as they were given.
class Figures {
public:
  Figures(const SiteQuestion& question, const SiteProblem& raw, const Progress& progress)
      : question_(question), raw_(raw) {
    if (std::any_of(raw.seats.begin(), raw.seats.end(), [](double seats) { return seats != SiteProblem::no_limit; })) {
      listed_ = raw;
      list_by_demand(listed_, progress);
    }
    people_ = std::accumulate(question.people.begin(), question.people.end(), 0.0);
    everybody_walks_ = people_ * question.unreached_m;
    add_up({}, before_);
  }

  SiteAnswer answer(const SiteChoice& choice, double bound) const;

private:
  struct Sums {
    double gain = 0, reached = 0;
    std::vector<std::int32_t> sites;
    std::vector<double> gains;
  };
  void add_up(std::vector<std::int32_t> sites, Sums& sums) const;
  void with_seats(const std::vector<std::int32_t>& sites, Sums& sums) const;
  void without_limit(std::vector<std::int32_t> sites, Sums& sums) const;
  double take(std::size_t site, std::vector<double>& best, bool apply) const;

  const SiteQuestion& question_;
  const SiteProblem& raw_;
  SiteProblem listed_;  ///< raw with its lists by demand point; empty where nobody is short of seats
  double people_ = 0, everybody_walks_ = 0;
  Sums before_;
};

void Figures::add_up(std::vector<std::int32_t> sites, Sums& sums) const {
  if (listed_.sites() > 0)
    with_seats(sites, sums);
  else
    without_limit(std::move(sites), sums);
}

/// One site after the other as they come: which of them adds most first would ask for many plans.
void Figures::with_seats(const std::vector<std::int32_t>& sites, Sums& sums) const {
  SeatPlan plan(listed_);
  for (const std::int32_t s : sites) {
    const double before = plan.gain();
    plan.open(static_cast<std::size_t>(s));
    if (plan.gain() - before <= 1e-9 * std::max(1.0, before)) continue;
    sums.sites.push_back(s);
    sums.gains.push_back(plan.gain() - before);
  }
  sums.gain = plan.gain();
  sums.reached = plan.served();
}

double Figures::take(std::size_t site, std::vector<double>& best, bool apply) const {
  double sum = 0;
  for (auto [e, end] = raw_.of_site(site); e < end; ++e) {
    const auto d = static_cast<std::size_t>(raw_.site_demand[e]);
    const double more = raw_.site_gain[e] - best[d];
    if (more <= 0) continue;
    sum += more * raw_.people[d];
    if (apply) best[d] = raw_.site_gain[e];
  }
  return sum;
}

void Figures::without_limit(std::vector<std::int32_t> sites, Sums& sums) const {
  std::vector<double> best(raw_.people.size(), 0.0);
  for (std::size_t s = 0; s < raw_.fixed; ++s) take(s, best, true);
  while (!sites.empty()) {
    std::size_t most = 0;
    double highest = 0;
    for (std::size_t i = 0; i < sites.size(); ++i) {
      const double gain = take(static_cast<std::size_t>(sites[i]), best, false);
      if (gain > highest) {
        highest = gain;
        most = i;
      }
    }
    if (highest <= 0) break;
    sums.gains.push_back(take(static_cast<std::size_t>(sites[most]), best, true));
    sums.sites.push_back(sites[most]);
    sites.erase(sites.begin() + static_cast<std::ptrdiff_t>(most));
  }
  for (std::size_t d = 0; d < best.size(); ++d) {
    sums.gain += best[d] * raw_.people[d];
    if (best[d] > 0) sums.reached += raw_.people[d];
  }
}

SiteAnswer Figures::answer(const SiteChoice& choice, double bound) const {
  std::vector<std::int32_t> sites = choice.sites;
  std::sort(sites.begin(), sites.end());
  Sums sums;
  add_up(std::move(sites), sums);
  SiteAnswer answer;
  answer.goal = question_.goal;
  for (const std::int32_t s : sums.sites) answer.sites.push_back(raw_.origin[static_cast<std::size_t>(s)]);
  answer.gains = std::move(sums.gains);
  answer.people = people_;
  answer.reached_before = before_.reached;
  answer.reached = sums.reached;
  bound = std::max(bound, sums.gain);
  answer.bound = question_.goal == Goal::coverage ? std::min(bound, people_) : everybody_walks_ - bound;
  if (question_.goal == Goal::coverage) return answer;
  answer.walked_before_m = everybody_walks_ - before_.gain;
  answer.walked_m = everybody_walks_ - sums.gain;
  return answer;
}

/// The work on one question: each step leaves a better choice and a lower bound.
class Work {
public:
  Work(const SiteQuestion& question, const SiteOptions& options, const Progress& progress)
      : options_(options),
        clock_(progress, options.seconds),
        raw_(problem_of(question, progress)),
        figures_(question, raw_, progress),
        small_(folded(raw_, std::vector<SiteFate>(raw_.sites(), SiteFate::open), progress)) {}

  SiteAnswer run();
  bool something_to_gain() const { return small_.free_sites() > 0; }

private:
  /// A choice of the small problem in the sites of the raw one.
  static SiteChoice named(const SiteProblem& problem, const SiteChoice& choice) {
    SiteChoice named{{}, choice.gain};
    for (const std::int32_t s : choice.sites) named.sites.push_back(problem.origin[static_cast<std::size_t>(s)]);
    return named;
  }
  void tell(const SiteChoice& choice) {
    if (options_.on_better) options_.on_better(figures_.answer(choice, bound_));
  }
  SiteAnswer::State improve(const SiteProblem& problem, SiteChoice& found);
  /// What the best sites would gain if they did not take people from each other.
  double first_bound() const {
    double sum = small_.base;
    std::vector<double> worth(small_.sites(), 0.0);
    for (std::size_t s = 0; s < small_.sites(); ++s)
      for (auto [e, end] = small_.of_site(s); e < end; ++e)
        worth[s] += small_.site_gain[e] * small_.people[static_cast<std::size_t>(small_.site_demand[e])];
    const auto free = worth.begin() + static_cast<std::ptrdiff_t>(small_.fixed);
    std::sort(free, worth.end(), std::greater<>());
    for (std::size_t s = 0; s < small_.fixed + small_.count; ++s) sum += worth[s];
    return sum;
  }

  const SiteOptions& options_;
  SiteClock clock_;
  SiteProblem raw_;
  Figures figures_;
  SiteProblem small_;
  double bound_ = SiteProblem::no_limit;
};

SiteAnswer Work::run() {
  bound_ = first_bound();
  SiteChoice best;
  if (!small_.limited) {  // before anything that takes longer
    best = named(small_, greedy_choice(small_, clock_));
    tell(best);
  }
  SiteAnswer::State state = SiteAnswer::State::limited;
  try {
    const SiteProblem problem = merged(small_, clock_.progress()).problem;
    state = improve(problem, best);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::cancelled || small_.limited) throw;  // what was found stays
  }
  if (state != SiteAnswer::State::proven && clock_.cancelled()) state = SiteAnswer::State::stopped;
  SiteAnswer answer = figures_.answer(best, bound_);
  answer.state = state;
  return answer;
}

/// From the first choice in the merged problem to the proof. `found`: in the sites of the raw problem.
SiteAnswer::State Work::improve(const SiteProblem& problem, SiteChoice& found) {
  SiteChoice best = greedy_choice(problem, clock_);
  if (best.gain >= found.gain || problem.limited) found = named(problem, best);
  if (problem.limited) tell(found);
  const auto on_better = [&](const SiteChoice& better) {
    found = named(problem, better);
    tell(found);
  };
  exchange(problem, best, clock_, on_better);
  const SiteProof proof =
      prove(problem, best, clock_, {!options_.prove, 2000, 400000}, [&](const SiteChoice& better, double bound) {
        bound_ = std::min(bound_, bound);
        on_better(better);
      });
  if (best.gain >= found.gain) found = named(problem, best);
  bound_ = std::min(bound_, proof.bound);
  return proof.proven ? SiteAnswer::State::proven : SiteAnswer::State::limited;
}

}  // namespace

SiteAnswer choose_sites(const SiteQuestion& question, const SiteOptions& options, const Progress& progress) {
  check_question(question);
  Work work(question, options, progress);
  SiteAnswer answer = work.run();
  answer.issues = oddities_of(question, work.something_to_gain());
  return answer;
}

Text how_good(const SiteAnswer& answer) {
  const double percent = std::ceil(1000 * answer.gap()) / 10;  // never less than may be
  const bool coverage = answer.goal == Goal::coverage;
  if (answer.state == SiteAnswer::State::proven || percent <= 0)
    return coverage ? text("No other choice reaches more people.") : text("No other choice makes the ways shorter.");
  if (!std::isfinite(percent)) return text("How many people another choice might reach is not known yet.");
  return coverage ? text("Another choice might reach at most {1} % more people.", percent)
                  : text("Another choice might make the ways at most {1} % shorter.", percent);
}

Text site_method(const SiteQuestion& question) {
  const auto short_of_seats = [](const SiteReach& places) { return !places.seats.empty(); };
  const bool seats = short_of_seats(question.existing) || short_of_seats(question.candidates);
  if (question.goal == Goal::coverage)
    return seats ? text("Maximum coverage with seats: who finds no free seat is not reached; existing places stay.")
                 : text("Maximum coverage: most people with a place in reach; existing places stay.");
  return seats ? text("Shortest ways of all together (p-median) with seats; who finds no free seat counts with {1} m.",
                      question.unreached_m)
               : text("Shortest ways of all together (p-median); who has no place in reach counts with {1} m.",
                      question.unreached_m);
}

}  // namespace smile
