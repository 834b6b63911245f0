#pragma once
// Where would a few new places do most? The best k of n candidate sites beside the places that are there already:
// those that reach most people (maximum coverage, Church and ReVelle 1974), or those that make the ways of all people
// shortest (p-median, Hakimi 1964); where places have seats, nobody is counted who finds none.
// An answer at once (greedy, then exchange of sites: Teitz and Bart 1968), improved while it runs, with a proven limit
// of what any other choice could do (Lagrangian relaxation, Cornuéjols, Fisher and Nemhauser 1977), until it is proven.

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "gis/jobs/progress.h"
#include "gis/words/issue.h"

namespace smile {

/// Places, and whom each of them reaches: positions of demand points, in rows of different lengths.
struct SiteReach {
  std::vector<std::size_t> ends;     ///< for each place, where its part of `demand` ends
  std::vector<std::int32_t> demand;  ///< positions in SiteQuestion::people
  std::vector<double> distance;      ///< of the demand point beside it, in metres; empty: nobody asks
  std::vector<double> seats;         ///< for each place, in people; empty: all have room for everybody

  std::size_t size() const { return ends.size(); }
  /// One more place. `distances`: none, or one for each demand point.
  void add(std::span<const std::int32_t> reached, std::span<const double> distances = {});
};

struct SiteQuestion {
  enum class Goal {
    coverage,  ///< most people reached
    distance,  ///< least metres walked by all people together, each to the place that suits the whole best
  };
  Goal goal = Goal::coverage;
  std::vector<double> people;  ///< at each demand point, 0 or more; those of a point may go to different places
  SiteReach existing;          ///< stay as they are
  SiteReach candidates;
  std::int64_t count = 0;  ///< at most so many candidates are chosen
  double unreached_m = 0;  ///< Goal::distance: the way counted for everybody without a place nearer than this
};

struct SiteAnswer {
  enum class State {
    proven,   ///< no choice is better (for fractions of people: by more than 1e-9 of the total)
    limited,  ///< time was over, or only the first answers were asked for
    stopped,  ///< by cancel
  };
  SiteQuestion::Goal goal = SiteQuestion::Goal::coverage;
  State state = State::limited;
  std::vector<std::int32_t> sites;  ///< positions among the candidates, first those that add most (by position where
                                    ///< seats are short); fewer than asked for where more would add nothing
  std::vector<double> gains;        ///< what each site adds to those before it: people, or metres saved
  double people = 0;                ///< all of them
  double reached_before = 0;        ///< people with a place (and a seat) among the existing ones
  double reached = 0;               ///< and with the sites
  double walked_before_m = 0;       ///< Goal::distance: by all people together, unreached ones with unreached_m
  double walked_m = 0;
  double bound = 0;  ///< proven: no choice reaches more people than this; Goal::distance: none makes less metres of it
  Issues issues;     ///< what is odd about the question

  /// How much better another choice could be at most, as a share of this one: 0.013 for "at most 1.3 % better exists".
  /// Goal::distance: of walked_m. Infinite if this one reaches nobody and somebody might be reached.
  double gap() const;
};

struct SiteOptions {
  double seconds =
      std::numeric_limits<double>::infinity();  ///< wall time; by then the best is returned, with its bound
  bool prove = true;  ///< false: the first answers and their bound, without a search for the proof
  /// The first answer, and each better one, on the calling thread. Their bounds hold but may still be loose.
  std::function<void(const SiteAnswer&)> on_better;
};

/// Same question, same answer, as long as neither time nor cancel ends it. Cancel: within 100 ms the best so far is
/// returned as `stopped`; only before the first answer it throws Error{cancelled}.
/// Error{refused} for what is no number of people, seats or metres, or lists that do not fit each other.
SiteAnswer choose_sites(const SiteQuestion& question, const SiteOptions& options, const Progress& progress);

/// "No other choice reaches more people." – "Another choice might reach at most 1.3 % more people."
Text how_good(const SiteAnswer& answer);
/// How the figures were made, for under a table.
Text site_method(const SiteQuestion& question);

}  // namespace smile
