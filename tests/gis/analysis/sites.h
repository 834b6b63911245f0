#pragma once
// Questions about sites, and answers found by trying everything.

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <random>
#include <vector>

#include "gis/analysis/site_choice.h"

namespace smile::tests {

using Goal = SiteQuestion::Goal;

struct SiteWish {
  Goal goal = Goal::coverage;
  int points = 20, candidates = 8, existing = 0, count = 3;
  double reach = 300;  ///< metres; the world is a square of 1,000
  bool seats = false, fractions = false;
};

class SiteWorld {
public:
  explicit SiteWorld(unsigned seed) : random_(seed) {}

  int between(int low, int high) { return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1)); }

  SiteQuestion question(const SiteWish& wish) {
    SiteQuestion question;
    question.goal = wish.goal;
    question.count = wish.count;
    question.unreached_m = wish.goal == Goal::distance ? wish.reach + 50 : 0;
    std::vector<std::pair<int, int>> points;
    for (int i = 0; i < wish.points; ++i) {
      points.emplace_back(between(0, 1000), between(0, 1000));
      question.people.push_back(between(0, wish.seats ? 4 : 50) + (wish.fractions ? between(0, 99) / 100.0 : 0));
    }
    question.existing = places(points, wish, wish.existing);
    question.candidates = places(points, wish, wish.candidates);
    return question;
  }

private:
  SiteReach places(const std::vector<std::pair<int, int>>& points, const SiteWish& wish, int number) {
    SiteReach reach;
    for (int s = 0; s < number; ++s) {
      const int x = between(0, 1000), y = between(0, 1000);
      std::vector<std::int32_t> reached;
      std::vector<double> metres;
      for (std::size_t d = 0; d < points.size(); ++d) {
        const double way = std::hypot(points[d].first - x, points[d].second - y);
        if (way > wish.reach) continue;
        reached.push_back(static_cast<std::int32_t>(d));
        metres.push_back(wish.fractions ? way : std::round(way));
      }
      reach.add(reached, metres);
      if (wish.seats) reach.seats.push_back(between(0, 20));
    }
    return reach;
  }
  std::mt19937 random_;
};

/// What a set of places is worth, worked out person by person: one seat after the other goes along the path that adds
/// most (Bellman and Ford over people and places). Slow and plain; whole people only where seats count.
class PlainWorth {
public:
  PlainWorth(const SiteQuestion& question, const std::vector<std::int32_t>& chosen) : question_(question) {
    for (std::size_t s = 0; s < question.existing.size(); ++s) add(question.existing, s);
    for (const std::int32_t s : chosen) add(question.candidates, static_cast<std::size_t>(s));
  }

  /// People reached, or metres saved beside everybody walking unreached_m.
  double gain() const {
    return question_.existing.seats.empty() && question_.candidates.seats.empty() ? nearest() : seated();
  }

private:
  struct Place {
    std::vector<std::pair<std::size_t, double>> gains;  // demand point, gain of a person
    double seats;
  };
  void add(const SiteReach& reach, std::size_t s) {
    Place place{{}, reach.seats.empty() ? 1e9 : reach.seats[s]};
    for (std::size_t e = s == 0 ? 0 : reach.ends[s - 1]; e < reach.ends[s]; ++e) {
      const double gain = question_.goal == Goal::coverage ? 1 : question_.unreached_m - reach.distance[e];
      place.gains.emplace_back(static_cast<std::size_t>(reach.demand[e]), gain);
    }
    places_.push_back(std::move(place));
  }
  double nearest() const {
    std::vector<double> best(question_.people.size(), 0.0);
    for (const Place& place : places_)
      for (const auto& [d, gain] : place.gains) best[d] = std::max(best[d], gain);
    return std::inner_product(best.begin(), best.end(), question_.people.begin(), 0.0);
  }
  double seated() const {
    std::vector<std::vector<int>> at(places_.size(), std::vector<int>(question_.people.size(), 0));
    std::vector<double> waiting = question_.people, taken(places_.size(), 0.0);
    double total = 0;
    for (double more = 1; more > 0; total += more) more = seat_one(at, waiting, taken);
    return total;
  }
  double seat_one(std::vector<std::vector<int>>& at, std::vector<double>& waiting, std::vector<double>& taken) const {
    // worth of standing at a demand point or at a place, and where one came from
    const double never = -1e18;
    std::vector<double> person(waiting.size(), never), place(places_.size(), never);
    std::vector<std::size_t> place_from(places_.size(), 0), person_from(waiting.size(), places_.size());
    for (std::size_t d = 0; d < waiting.size(); ++d)
      if (waiting[d] >= 1) person[d] = 0;
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t s = 0; s < places_.size(); ++s)
        for (const auto& [d, gain] : places_[s].gains) {
          if (person[d] > never && person[d] + gain > place[s] + 1e-9) {
            place[s] = person[d] + gain;
            place_from[s] = d;
            changed = true;
          }
          if (at[s][d] > 0 && place[s] > never && place[s] - gain > person[d] + 1e-9) {
            person[d] = place[s] - gain;
            person_from[d] = s;
            changed = true;
          }
        }
    }
    std::size_t end = places_.size();
    for (std::size_t s = 0; s < places_.size(); ++s)
      if (taken[s] + 1 <= places_[s].seats && place[s] > 0 && (end == places_.size() || place[s] > place[end])) end = s;
    if (end == places_.size()) return 0;
    const double more = place[end];
    taken[end] += 1;
    for (std::size_t s = end;;) {
      const std::size_t d = place_from[s];
      ++at[s][d];
      if (person_from[d] == places_.size()) {
        waiting[d] -= 1;
        return more;
      }
      s = person_from[d];
      --at[s][d];
    }
  }

  const SiteQuestion& question_;
  std::vector<Place> places_;
};

/// The most that any choice gains, all of them tried.
inline double best_of_all_choices(const SiteQuestion& question) {
  double best = 0;
  for (unsigned set = 0; set < (1U << question.candidates.size()); ++set) {
    std::vector<std::int32_t> chosen;
    for (std::size_t s = 0; s < question.candidates.size(); ++s)
      if ((set >> s & 1U) != 0) chosen.push_back(static_cast<std::int32_t>(s));
    if (static_cast<std::int64_t>(chosen.size()) <= question.count)
      best = std::max(best, PlainWorth(question, chosen).gain());
  }
  return best;
}

/// What an answer says it gains, and the bound, in the same measure.
inline double gain_of(const SiteQuestion& question, const SiteAnswer& answer) {
  return answer.goal == Goal::coverage ? answer.reached : answer.people * question.unreached_m - answer.walked_m;
}
inline double bound_of(const SiteQuestion& question, const SiteAnswer& answer) {
  return answer.goal == Goal::coverage ? answer.bound : answer.people * question.unreached_m - answer.bound;
}

}  // namespace smile::tests
