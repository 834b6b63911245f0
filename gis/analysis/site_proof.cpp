#include "gis/analysis/site_proof.h"

#include <algorithm>

#include "gis/analysis/site_bound.h"
#include "gis/analysis/site_program.h"

namespace smile {
namespace {

/// A part of all choices: those that hold `chosen`, and else only sites of `problem`.
struct Part {
  SiteProblem problem;               ///< origin: sites of the whole problem
  std::vector<std::int32_t> chosen;  ///< of the whole problem
  std::vector<double> prices;
  double bound = SiteProblem::no_limit;
  std::vector<double> share;  ///< by site: how often it was among the best; empty: not looked at yet
};

constexpr BoundSteps long_walk{600, 0, 1.0, 10};
constexpr BoundSteps short_walk{60, 0, 0.3, 8};  // from the prices of the part it was made from

/// The prices of a problem for a smaller one made from it.
std::vector<double> carried_over(const std::vector<double>& prices, const SmallerProblem& smaller) {
  std::vector<double> next(smaller.problem.people.size(), 0.0);
  for (std::size_t d = 0; d < smaller.demand_of.size(); ++d)
    if (smaller.demand_of[d] >= 0) next[static_cast<std::size_t>(smaller.demand_of[d])] += prices[d];
  return next;
}

/// Applies what is known about sites. False if nothing is.
bool shrink(Part& part, std::span<const SiteFate> fates) {
  if (std::all_of(fates.begin(), fates.end(), [](SiteFate fate) { return fate == SiteFate::open; })) return false;
  for (std::size_t s = 0; s < fates.size(); ++s)
    if (fates[s] == SiteFate::chosen) part.chosen.push_back(part.problem.origin[s]);
  SmallerProblem smaller = reduced(part.problem, fates);
  part.prices = carried_over(part.prices, smaller);
  std::vector<double> share;
  for (std::int32_t& origin : smaller.problem.origin) {
    const auto before = static_cast<std::size_t>(origin);
    if (!part.share.empty()) share.push_back(part.share[before]);
    origin = part.problem.origin[before];
  }
  part.share = std::move(share);
  part.problem = std::move(smaller.problem);
  return true;
}

std::vector<std::int32_t> all_free(const SiteProblem& p) {
  std::vector<std::int32_t> all;
  for (std::size_t s = p.fixed; s < p.sites(); ++s) all.push_back(static_cast<std::int32_t>(s));
  return all;
}

/// The site on which most depends: often, but not always among the best, and with many people.
std::size_t branching_site(const Part& part) {
  const SiteProblem& p = part.problem;
  std::size_t site = p.fixed;
  double highest = -1;
  for (std::size_t s = p.fixed; s < p.sites(); ++s) {
    double all = 0;
    for (auto [e, end] = p.of_site(s); e < end; ++e)
      all += p.site_gain[e] * p.people[static_cast<std::size_t>(p.site_demand[e])];
    const double score = std::min(part.share[s], 1 - part.share[s]) * all;
    if (score <= highest) continue;
    highest = score;
    site = s;
  }
  return site;
}

class Search {
public:
  Search(const SiteProblem& whole, SiteChoice& best, const SiteClock& clock, const ProofOptions& options,
         const std::function<void(const SiteChoice&, double)>& on_news)
      : whole_(whole), best_(best), clock_(clock), options_(options), on_news_(on_news) {}

  SiteProof run();

private:
  bool is_settled(const Part& part) const { return settles(whole_, part.bound, best_.gain); }
  void offer(const Part& part, std::span<const std::int32_t> sites);
  bool settle_small(const Part& part);
  bool settle(Part& part, const BoundSteps& walk);
  bool settle_root(Part& root);
  void branch(Part part);
  bool ask_solver(const Part& root);

  const SiteProblem& whole_;
  SiteChoice& best_;
  const SiteClock& clock_;
  const ProofOptions& options_;
  const std::function<void(const SiteChoice&, double)>& on_news_;
  std::vector<Part> parts_;  ///< still to be looked at, the next at the end
  double root_bound_ = SiteProblem::no_limit;
};

/// Tries the chosen and other sites of a part together.
void Search::offer(const Part& part, std::span<const std::int32_t> sites) {
  SiteChoice choice{part.chosen, 0};
  for (const std::int32_t s : sites) choice.sites.push_back(part.problem.origin[static_cast<std::size_t>(s)]);
  choice.gain = gain_of(whole_, choice.sites);
  if (choice.gain < best_.gain + rounding_of(whole_, best_.gain)) return;
  best_ = choice;
  if (on_news_) on_news_(best_, std::max(best_.gain, root_bound_));
}

/// Where all or none of the sites are taken there is one choice only.
bool Search::settle_small(const Part& part) {
  if (part.problem.count == 0)
    offer(part, {});
  else if (part.problem.free_sites() <= part.problem.count)
    offer(part, all_free(part.problem));
  else
    return false;
  return true;
}

/// True if no choice of the part can be better than the best known one – perhaps because that was found in it.
bool Search::settle(Part& part, const BoundSteps& walk) {
  constexpr int rounds = 20;
  BoundSteps steps = walk;
  for (int round = 0; round < rounds; ++round) {
    if (settle_small(part)) return true;
    steps.known = best_.gain;
    SiteBound bound = upper_bound(part.problem, part.prices, steps, clock_);
    part.bound = std::min(part.bound, bound.bound);
    if (is_settled(part)) return true;
    if (clock_.over()) return false;
    part.prices = std::move(bound.prices);
    part.share = std::move(bound.share);
    offer(part, bound.best_sites);
    if (is_settled(part)) return true;
    if (!shrink(part, proven_fates(part.problem, bound, best_.gain))) return false;
    steps.pace = short_walk.pace;
    if (round > 0) steps.steps = std::min<std::size_t>(steps.steps, 20);
  }
  return settle_small(part);
}

/// The prices of the whole problem show good choices beside the bound: exchange makes better ones of them.
bool Search::settle_root(Part& root) {
  std::vector<std::int32_t> last;
  std::size_t step = 0;
  const auto look = [&](std::span<const std::int32_t> top) {
    if (++step % 25 != 0 || std::equal(top.begin(), top.end(), last.begin(), last.end())) return;
    last.assign(top.begin(), top.end());
    SiteChoice choice{last, gain_of(root.problem, last)};
    exchange(root.problem, choice, clock_, {});
    offer(root, choice.sites);
  };
  if (settle_small(root)) return true;
  BoundSteps steps = long_walk;
  steps.known = best_.gain;
  SiteBound bound = upper_bound(root.problem, {}, steps, clock_, look);
  root.bound = root_bound_ = bound.bound;
  root.prices = std::move(bound.prices);
  if (on_news_) on_news_(best_, std::max(best_.gain, root_bound_));
  if (is_settled(root)) return true;
  if (clock_.over() || options_.only_first) return false;
  shrink(root, proven_fates(root.problem, bound, best_.gain));
  return settle(root, short_walk);
}

/// Two parts: with one site, and without it. The first is looked at next.
void Search::branch(Part part) {
  if (part.share.empty()) part.share.assign(part.problem.sites(), 0.5);
  const std::size_t site = branching_site(part);
  std::vector<SiteFate> fates(part.problem.sites(), SiteFate::open);
  Part with = part;
  fates[site] = SiteFate::chosen;
  shrink(with, fates);
  fates[site] = SiteFate::closed;
  shrink(part, fates);
  parts_.push_back(std::move(part));
  parts_.push_back(std::move(with));
}

/// The whole problem, as far as it is still open, goes to the solver. True if that proved the best choice.
bool Search::ask_solver(const Part& root) {
  const IntegerProgram program = site_program(root.problem);
  if (program.terms.size() > options_.solver_size) return false;
  SolveLimits limits;
  limits.seconds = clock_.left();
  limits.known = best_.gain - root.problem.base;
  limits.step = whole_.whole ? 1 : 0;
  limits.cuts = false;
  const auto sites_of = [&](std::span<const double> values) {
    std::vector<std::int32_t> sites;
    for (std::size_t s = root.problem.fixed; s < root.problem.sites(); ++s)
      if (values[s] > 0.5) sites.push_back(static_cast<std::int32_t>(s));
    return sites;
  };
  limits.on_better = [&](std::span<const double> values, double) { offer(root, sites_of(values)); };
  const ProgramAnswer answer = solve(program, limits, clock_.progress());
  root_bound_ = std::min(root_bound_, std::max(best_.gain, answer.bound + root.problem.base));
  return answer.state == ProgramAnswer::State::optimal || answer.state == ProgramAnswer::State::infeasible;
}

SiteProof Search::run() {
  SiteProof proof;
  Part root{whole_, {}, {}, SiteProblem::no_limit, {}};
  for (std::size_t s = 0; s < whole_.sites(); ++s) root.problem.origin[s] = static_cast<std::int32_t>(s);
  proof.parts = 1;
  proof.proven = settle_root(root);
  if (!proof.proven && !clock_.over() && !options_.only_first) {
    branch(root);
    while (!parts_.empty() && proof.parts < options_.parts && !clock_.over()) {
      Part part = std::move(parts_.back());
      parts_.pop_back();
      ++proof.parts;
      if (is_settled(part) || settle(part, short_walk)) continue;
      if (clock_.over())
        parts_.push_back(std::move(part));
      else
        branch(std::move(part));
    }
    proof.proven = parts_.empty() || (!clock_.over() && ask_solver(root));
  }
  proof.bound = best_.gain;
  if (proof.proven) return proof;
  double open = parts_.empty() ? root.bound : best_.gain;
  for (const Part& part : parts_) open = std::max(open, part.bound);
  proof.bound = std::max(best_.gain, std::min({root_bound_, root.bound, open}));
  return proof;
}

}  // namespace

SiteProof prove(const SiteProblem& problem, SiteChoice& best, const SiteClock& clock, const ProofOptions& options,
                const std::function<void(const SiteChoice&, double bound)>& on_news) {
  return Search(problem, best, clock, options, on_news).run();
}

}  // namespace smile
