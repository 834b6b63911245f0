#pragma once
// Private to the choice of sites: who takes which seat, so that the gains of all sum to most.
// Method: the transportation problem by successive best augmenting paths (Busacker and Gowen 1960) over the open sites
// only, one site opened after the other: what is best for the sites so far stays the start for the next.

#include <queue>
#include <span>
#include <vector>

#include "gis/analysis/site_problem.h"

namespace smile {

class SeatPlan {
public:
  /// The fixed sites are open.
  explicit SeatPlan(const SiteProblem& problem);

  void open(std::size_t site);
  double gain() const { return gain_; }  ///< without the problem's base
  double served() const;                 ///< people with a seat
  /// By demand point: what one more seat for a person there would be worth, at whichever site, so that
  /// gain = Σ people · price + Σ seats · worth of a seat. No new site can add more than at_most() says.
  std::vector<double> prices() const;

private:
  struct Offer {
    double gain;
    std::size_t entry;  ///< in the lists by demand point
    bool operator<(const Offer& other) const { return gain != other.gain ? gain < other.gain : entry > other.entry; }
  };
  using Offers = std::priority_queue<Offer>;
  struct Move {  ///< people who sit at one site and could sit at another
    std::size_t from;
    Offers offers;
  };
  struct Step {
    double worth = -1;  ///< of a seat that becomes free here, for the site that is being opened; below 0: no way there
    std::size_t to = 0, entry = 0;
  };

  std::size_t demand_of(std::size_t entry) const;
  std::size_t entry_at(std::size_t demand, std::size_t site) const;
  void seat(std::size_t entry, double amount);
  void unseat(std::size_t entry, double amount);
  Offers& moves(std::size_t from, std::size_t to);
  const Offer* best_waiting(std::size_t site);
  const Offer* best_move(Move& move);
  void find_ways(std::size_t site);
  bool fill_once(std::size_t site);

  const SiteProblem* problem_;
  double nothing_ = 0;  ///< amounts below are rounding
  double gain_ = 0;
  std::vector<double> taken_;       ///< people, by entry of the lists by demand point
  std::vector<double> waiting_;     ///< people without a seat, by demand point
  std::vector<double> seats_left_;  ///< by site; of closed sites all
  std::vector<std::uint8_t> open_;
  std::vector<std::size_t> opened_;
  std::vector<std::int32_t> demand_of_;  ///< by entry
  std::vector<Offers> want_;             ///< by site: people without a seat
  std::vector<std::vector<Move>> into_;  ///< by site: whence people could come
  std::vector<Step> steps_;              ///< by site, of the search that runs
  std::vector<std::size_t> reached_;     ///< sites that the search has met
};

/// An upper bound of what a site adds to a plan with these prices.
double at_most(const SiteProblem& problem, std::size_t site, std::span<const double> prices);

}  // namespace smile
