#pragma once
// Private to the choice of sites: the question as arrays, without what can't matter.
// Sought are at most `count` free sites beside the fixed ones, so that the gains of all people sum to most: each person
// takes one seat at one open site that reaches them, and gains what stands there. All that gets a Progress throws
// Error{cancelled}.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "gis/jobs/progress.h"

namespace smile {

struct SiteQuestion;

struct SiteProblem {
  static constexpr double no_limit = std::numeric_limits<double>::infinity();

  std::vector<double> people;  ///< by demand point, above 0
  std::vector<double> seats;   ///< by site
  /// By site: its demand points, ascending, and what each person there gains, above 0.
  std::vector<std::size_t> site_end;
  std::vector<std::int32_t> site_demand;
  std::vector<double> site_gain;
  /// The same by demand point: its sites, ascending.
  std::vector<std::size_t> demand_end;
  std::vector<std::int32_t> demand_site;
  std::vector<double> demand_gain;

  std::vector<std::int32_t> origin;  ///< by site: what it is called where the problem was made from
  std::size_t fixed = 0;             ///< the first so many sites are open; the others are free
  std::size_t count = 0;
  double base = 0;       ///< gained already, whatever is chosen
  bool limited = false;  ///< at least one site has fewer seats than people
  bool whole = false;    ///< all totals are whole numbers

  std::size_t sites() const { return site_end.size(); }
  std::size_t free_sites() const { return sites() - fixed; }
  struct Range {
    std::size_t begin, end;
  };
  Range of_site(std::size_t site) const { return {site == 0 ? 0 : site_end[site - 1], site_end[site]}; }
  Range of_demand(std::size_t point) const { return {point == 0 ? 0 : demand_end[point - 1], demand_end[point]}; }
};

enum class SiteFate : std::uint8_t { open, chosen, closed };

/// A problem made smaller: chosen sites become fixed, closed ones go; fixed sites with room for everybody turn into
/// what is gained already, so that those that stay fixed are short of seats; sites that can add nothing go. origin:
/// positions in the problem it was made from. The lists by demand point are empty.
SiteProblem folded(const SiteProblem& problem, std::span<const SiteFate> fates, const Progress& progress = {});

struct SmallerProblem {
  SiteProblem problem;
  std::vector<std::int32_t> demand_of;  ///< for each demand point of the one it was made from, its point here; −1: gone
};
/// Demand points that the same sites reach with the same gains become one; sites that another one replaces for
/// everybody go (not where seats are short). Fills the lists by demand point.
SmallerProblem merged(SiteProblem problem, const Progress& progress = {});
/// Both.
SmallerProblem reduced(const SiteProblem& problem, std::span<const SiteFate> fates);

/// Fills the lists by demand point from those by site.
void list_by_demand(SiteProblem& problem, const Progress& progress = {});

/// The question, checked already and not yet reduced; existing places are fixed sites with origin −1.
SiteProblem problem_of(const SiteQuestion& question, const Progress& progress = {});

}  // namespace smile
