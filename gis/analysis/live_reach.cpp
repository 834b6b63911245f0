#include "gis/analysis/live_reach.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "gis/analysis/asked_layers.h"
#include "gis/analysis/home_districts.h"

namespace smile {
namespace {

/// People in units that add up exactly in any order: a millionth.
using Units = std::int64_t;
constexpr double units_per_person = 1e6;

double people(Units units) {
  return static_cast<double>(units) / units_per_person;
}

}  // namespace

struct LiveReach::State {
  ReachQuestion question;
  std::shared_ptr<const People> homes;
  WalkNetworkPtr network;
  std::vector<Millimetres> limits;
  std::optional<HomesToReach> to_reach;
  std::optional<ReachOfOne> reach;
  std::vector<Units> counted;           ///< of each home
  std::vector<std::uint32_t> district;  ///< of each home: its row in figures.districts
  std::vector<std::uint32_t> reached;   ///< home after home, by distance: how many places reach it
  std::vector<Units> sums;              ///< row after row, by distance; the last row: all
  struct Moving {
    Geometry shape;
    std::vector<ReachedHome> homes;
    std::uint64_t seen = 0;  ///< the last follow() that met the measure
  };
  std::unordered_map<Id, Moving> measures;
  std::uint64_t follows = 0;
  Catchment figures;

  std::size_t bands() const { return limits.size(); }
  std::size_t rows() const { return figures.districts.size(); }

  void count(const ReachedHome& one, bool more) {
    for (std::size_t k = 0; k < bands(); ++k) {
      if (one.distance > limits[k]) continue;
      std::uint32_t& by = reached[one.home * bands() + k];
      const bool first = more ? by++ == 0 : --by == 0;
      if (!first) continue;
      const Units change = more ? counted[one.home] : -counted[one.home];
      if (district[one.home] < rows()) sums[district[one.home] * bands() + k] += change;
      sums[rows() * bands() + k] += change;
    }
  }

  void set_people(const Plan& plan) {
    const PeopleOfAge of = of_age(*homes, question.settings.ages);
    for (const double count : of.count) counted.push_back(std::llround(count * units_per_person));
    figures.counted = of.count;
    const HomeDistricts districts(plan, question.settings.level, homes->at);
    for (std::size_t row = 0; row < districts.rows(); ++row)
      figures.districts.push_back({districts.district(row), 0, std::vector<double>(bands())});
    Units all = 0;
    std::vector<Units> by_row(rows());
    district.assign(homes->size(), 0);
    for (std::size_t i = 0; i < counted.size(); ++i) {
      all += counted[i];
      if (rows() == 0) continue;
      district[i] = static_cast<std::uint32_t>(districts.row_of(i));
      by_row[district[i]] += counted[i];
    }
    figures.all = {0, people(all), std::vector<double>(bands())};
    for (std::size_t row = 0; row < rows(); ++row) figures.districts[row].people = people(by_row[row]);
    if (rows() > 0 && by_row.back() == 0) figures.districts.pop_back();  // nobody lives outside
    sums.assign((rows() + 1) * bands(), 0);
    reached.assign(counted.size() * bands(), 0);
  }

  void add_fixed(const Places& places, const Progress& progress) {
    const auto& settings = question.settings;
    const Distances nearest =
        settings.by == DistanceBy::line
            ? straight_distances(homes->at, places, limits.back(), progress)
            : walked_distances(*network, homes->at, places, limits.back(), settings.join, progress);
    for (std::uint32_t i = 0; i < nearest.size(); ++i)
      if (nearest[i] != unreached) count({i, nearest[i]}, true);
    fixed_places = places.size();
  }

  void set(Moving& moving, const Geometry& shape) {
    for (const ReachedHome& one : moving.homes) count(one, false);
    moving.shape = shape;
    moving.homes = reach->of(shape);
    for (const ReachedHome& one : moving.homes) count(one, true);
  }

  void keep(Id id, const Geometry& shape) {
    Moving& known = measures[id];
    if (known.seen == 0 || !(known.shape == shape)) set(known, shape);
    known.seen = follows;
  }

  void forget_gone() {
    std::erase_if(measures, [this](const auto& known) {
      if (known.second.seen == follows) return false;
      for (const ReachedHome& one : known.second.homes) count(one, false);
      return true;
    });
  }

  void publish() {
    figures.places = static_cast<std::int64_t>(fixed_places + measures.size());
    for (std::size_t k = 0; k < bands(); ++k) {
      figures.all.within[k] = people(sums[rows() * bands() + k]);
      for (std::size_t row = 0; row < rows(); ++row) figures.districts[row].within[k] = people(sums[row * bands() + k]);
    }
  }

  std::size_t fixed_places = 0;
};

LiveReach::LiveReach(const ReachQuestion& question, const Plan& plan, std::shared_ptr<const People> people_,
                     const Places& fixed, WalkNetworkPtr network, const Progress& progress)
    : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.question = question;
  s.homes = std::move(people_);
  s.network = std::move(network);
  check(question.settings, s.network != nullptr);
  for (const double far : question.settings.distances_m) s.limits.push_back(millimetres(far));
  s.set_people(plan);
  if (question.settings.by == DistanceBy::line)
    s.to_reach.emplace(s.homes->at);
  else
    s.to_reach.emplace(s.homes->at, *s.network, question.settings.join, progress);
  s.reach.emplace(*s.to_reach, s.limits.back());
  s.add_fixed(fixed, progress);
  follow(plan);
}

LiveReach::LiveReach(const ReachQuestion& question, const Plan& plan, const PlanPlace& place, const Progress& progress)
    : state_(nullptr) {
  AskedLayers asked(plan, place, progress);
  const MapLayer& population = asked.population();
  auto people = std::make_shared<const People>(people_of(population, *asked.load(population)));
  const Places fixed = asked.places({question.places.layers, std::nullopt});
  WalkNetworkPtr network;
  if (question.settings.by == DistanceBy::walk)
    if (auto read = asked.network()) network = std::make_shared<const WalkNetwork>(std::move(*read));
  *this = LiveReach(question, plan, std::move(people), fixed, std::move(network), progress);
}

LiveReach::~LiveReach() = default;
LiveReach::LiveReach(LiveReach&&) noexcept = default;
LiveReach& LiveReach::operator=(LiveReach&&) noexcept = default;

void LiveReach::follow(const Plan& plan) {
  State& s = *state_;
  ++s.follows;
  if (s.question.places.measures)
    for (const MeasurePtr& measure : measures_of(plan, *s.question.places.measures))
      if (is_place(*measure)) s.keep(measure->id, measure->location.geometry);
  s.forget_gone();
  s.publish();
}

const Catchment& LiveReach::figures() const {
  return state_->figures;
}

std::optional<LiveReach::Part> LiveReach::part_of(Id measure) const {
  const State& s = *state_;
  const auto found = s.measures.find(measure);
  if (found == s.measures.end()) return std::nullopt;
  std::vector<Units> within(s.bands()), only(s.bands());
  for (const ReachedHome& one : found->second.homes)
    for (std::size_t k = 0; k < s.bands(); ++k) {
      if (one.distance > s.limits[k]) continue;
      within[k] += s.counted[one.home];
      if (s.reached[one.home * s.bands() + k] == 1) only[k] += s.counted[one.home];
    }
  Part part;
  for (std::size_t k = 0; k < s.bands(); ++k)
    part.within.push_back(people(within[k])), part.only.push_back(people(only[k]));
  return part;
}

double LiveReach::straight_m() const {
  const CatchmentSettings& settings = state_->question.settings;
  return settings.by == DistanceBy::line ? settings.distances_m.back() : 0;
}

Geometry LiveReach::ground_of(Id measure) {
  State& s = *state_;
  const auto found = s.measures.find(measure);
  if (found == s.measures.end()) return {};
  if (s.question.settings.by == DistanceBy::line) return found->second.shape;
  s.reach->of(found->second.shape);
  return s.reach->streets();
}

}  // namespace smile
