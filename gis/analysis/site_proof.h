#pragma once
// Private to the choice of sites: the search until nothing better is possible. Branch and bound over single sites;
// where that becomes long, the solver gets what is left of the problem.

#include <functional>

#include "gis/analysis/site_problem.h"
#include "gis/analysis/site_search.h"

namespace smile {

struct SiteProof {
  double bound = 0;  ///< of every choice's gain; the best gain when proven
  bool proven = false;
  std::size_t parts = 0;  ///< of the problem that were looked at one by one
};

struct ProofOptions {
  bool only_first = false;           ///< the bound of the whole and what it shows, no search
  std::size_t parts = 2000;          ///< so many are looked at by our own search before the solver is asked
  std::size_t solver_size = 400000;  ///< and only for problems with at most so many terms
};

/// Improves `best` until it is proven or the clock is over; tells of each better choice and of lower bounds.
SiteProof prove(const SiteProblem& problem, SiteChoice& best, const SiteClock& clock, const ProofOptions& options,
                const std::function<void(const SiteChoice&, double bound)>& on_news);

}  // namespace smile
