#pragma once
// Private to the choice of sites: how much any choice can gain at most. Prices on being served make every site's worth
// its own affair: the sum of all prices and of the best sites' worth is a bound for any prices (Lagrangian relaxation),
// and a walk against the over- and underserved demand finds good prices (subgradients, Held, Wolfe and Crowder 1974).

#include <span>
#include <vector>

#include "gis/analysis/site_problem.h"
#include "gis/analysis/site_search.h"

namespace smile {

struct SiteBound {
  double bound = 0;  ///< with the problem's base; rounded down where totals are whole, else on the safe side
  double unrounded = 0;
  std::vector<double> prices;  ///< by demand point, for all its people together
  std::vector<double> worth;   ///< by site, at these prices
  double last_in = 0;  ///< the worth of the last free site that is among the best `count`, 0: fewer are worth anything
  double first_out = 0;                  ///< and of the first that isn't
  std::vector<double> share;             ///< by site: how often it was among the best in the last steps, 0–1
  std::vector<std::int32_t> best_sites;  ///< the best free ones at these prices
};

struct BoundSteps {
  std::size_t steps = 100;
  double known = 0;           ///< the gain of the best known choice: reaching it ends the walk
  double pace = 1;            ///< of the first steps: less where the prices are good already
  std::size_t patience = 10;  ///< steps without a lower bound before they become shorter
};

/// Starts from `prices` (all 0 where empty). `look` is shown the best sites of each step whose choice may be new.
SiteBound upper_bound(const SiteProblem& problem, std::vector<double> prices, const BoundSteps& steps,
                      const SiteClock& clock, const std::function<void(std::span<const std::int32_t>)>& look = {});

/// What a bound proves about single sites: with more gain than `known`, this one is in every better choice, or in none.
std::vector<SiteFate> proven_fates(const SiteProblem& problem, const SiteBound& bound, double known);

/// True if nothing better than `known` is possible with this bound.
bool settles(const SiteProblem& problem, double bound, double known);

}  // namespace smile
