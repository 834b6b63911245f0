#include "gis/analysis/kinds_reached.h"

#include "gis/analysis/home_districts.h"
#include "gis/analysis/walking_time.h"

namespace smile {
namespace {

/// By kind, for each home: whether it is reached.
std::vector<std::vector<bool>> reached(const KindsSettings& settings, const std::vector<PlaceKind>& kinds,
                                       const People& people, const WalkNetwork* network, const Progress& progress) {
  const Millimetres limit = millimetres(settings.distance_m);
  std::optional<WalkedHomes> homes;
  std::optional<WalkSearch> search;
  if (settings.by == DistanceBy::walk) {
    homes.emplace(*network, people.at, JoinBy::edge, progress);
    search.emplace(*network);
  }
  std::vector<std::vector<bool>> out;
  for (const PlaceKind& kind : kinds) {
    progress.check();
    const Distances far = homes ? walked_distances(*homes, *search, kind.places, limit, progress)
                                : straight_distances(people.at, kind.places, limit, progress);
    std::vector<bool>& of_kind = out.emplace_back(people.size());
    for (std::size_t i = 0; i < far.size(); ++i) of_kind[i] = far[i] != unreached;
  }
  return out;
}

/// index holds people × kinds until all have been added.
void add_home(DistrictKinds& row, std::size_t home, double people, const std::vector<std::vector<bool>>& reached,
              std::size_t of_home) {
  row.people += people;
  row.index = row.index.value_or(0) + people * static_cast<double>(of_home);
  if (of_home == reached.size()) row.all += people;
  if (of_home == 0) row.none += people;
  for (std::size_t k = 0; k < reached.size(); ++k)
    if (reached[k][home]) row.by_kind[k] += people;
}

void finish(DistrictKinds& row, std::size_t kinds) {
  row.index = row.people > 0 ? std::optional(*row.index / row.people / static_cast<double>(kinds)) : std::nullopt;
}

std::vector<Text> method_of(const KindsSettings& settings, bool shared_out) {
  std::vector<Text> method;
  method.push_back(text(
      "Index: the share of the kinds of places that are within {1}, as a mean over the people; each kind counts the "
      "same, one place of a kind is enough (the idea: Moreno and others 2021).",
      far_in_words(settings.distance_m, settings.speed_kmh)));
  method.push_back(how_far_it_is(settings.by));
  if (settings.speed_kmh > 0) method.push_back(speed_sentence(settings.speed_kmh));
  if (shared_out) method.push_back(ages_shared_out());
  return method;
}

}  // namespace

KindsReached kinds_reached(const KindsSettings& settings, const std::vector<PlaceKind>& kinds, const Plan& plan,
                           const People& people, const WalkNetwork* network, const Progress& progress) {
  if (kinds.empty()) throw Error(ErrorKind::usage, text("Say which kinds of places people are to reach."));
  needs_network(settings.by, network != nullptr);
  const PeopleOfAge of = of_age(people, settings.ages);
  const HomeDistricts districts(plan, settings.level, people.at);
  const auto reach = reached(settings, kinds, people, network, progress);
  KindsReached result;
  result.counted = of.count;
  result.everybody.by_kind.assign(kinds.size(), 0.0);
  result.districts.assign(districts.rows(), result.everybody);
  for (std::size_t row = 0; row < districts.rows(); ++row) result.districts[row].district = districts.district(row);
  for (std::size_t i = 0; i < people.size(); ++i) {
    std::uint16_t count = 0;
    for (const auto& kind : reach) count = static_cast<std::uint16_t>(count + (kind[i] ? 1 : 0));
    result.of_home.push_back(count);
    add_home(result.everybody, i, of.count[i], reach, count);
    if (districts.rows() > 0) add_home(result.districts[districts.row_of(i)], i, of.count[i], reach, count);
  }
  if (!result.districts.empty() && result.districts.back().people == 0) result.districts.pop_back();
  finish(result.everybody, kinds.size());
  for (DistrictKinds& row : result.districts) finish(row, kinds.size());
  result.method = method_of(settings, of.shared_out);
  return result;
}

}  // namespace smile
