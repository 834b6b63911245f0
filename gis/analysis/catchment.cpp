#include "gis/analysis/catchment.h"

#include <algorithm>

#include "gis/analysis/home_districts.h"
#include "gis/analysis/walking_time.h"

namespace smile {
namespace {

std::vector<Text> method_of(const CatchmentSettings& settings, bool shared_out) {
  std::vector<Text> method{how_far_it_is(settings.by, settings.join)};
  if (settings.speed_kmh > 0) method.push_back(speed_sentence(settings.speed_kmh));
  method.push_back(text("Everybody is counted once, by the nearest place; areas can be entered all around."));
  if (shared_out) method.push_back(ages_shared_out());
  return method;
}

std::vector<CatchmentCount> by_district(const HomeDistricts& homes, const Catchment& result,
                                        const std::vector<Millimetres>& limits) {
  std::vector<CatchmentCount> counts;
  for (std::size_t row = 0; row < homes.rows(); ++row)
    counts.push_back({homes.district(row), 0, std::vector<double>(limits.size(), 0.0)});
  if (counts.empty()) return counts;
  for (std::size_t i = 0; i < result.counted.size(); ++i) {
    CatchmentCount& count = counts[homes.row_of(i)];
    count.people += result.counted[i];
    for (std::size_t k = 0; k < limits.size(); ++k)
      if (result.nearest[i] <= limits[k]) count.within[k] += result.counted[i];
  }
  if (counts.back().people == 0) counts.pop_back();
  return counts;
}

}  // namespace

void check(const CatchmentSettings& settings, bool has_network) {
  const auto& far = settings.distances_m;
  const bool rising = std::adjacent_find(far.begin(), far.end(), std::greater_equal<>()) == far.end();
  if (far.empty() || !rising || !(far.front() > 0) || !(far.back() <= 100'000))
    throw Error(ErrorKind::usage,
                text("Distances are metres above 0 and up to 100,000, each larger than the one before."));
  needs_network(settings.by, has_network);
}

Catchment catchment(const CatchmentSettings& settings, const CatchmentInput& input, const Progress& progress) {
  check(settings, input.network != nullptr);
  const PeopleOfAge people = of_age(input.people, settings.ages);
  std::vector<Millimetres> limits;
  for (const double far : settings.distances_m) limits.push_back(millimetres(far));
  Catchment result;
  result.places = static_cast<std::int64_t>(input.places.size());
  result.counted = people.count;
  result.nearest =
      settings.by == DistanceBy::line
          ? straight_distances(input.people.at, input.places, limits.back(), progress)
          : walked_distances(*input.network, input.people.at, input.places, limits.back(), settings.join, progress);
  result.all.people = sum_of(people.count);
  for (const Millimetres limit : limits) {
    std::vector<double> reached(people.count.size(), 0.0);
    for (std::size_t i = 0; i < reached.size(); ++i)
      if (result.nearest[i] <= limit) reached[i] = people.count[i];
    result.all.within.push_back(sum_of(reached));
  }
  result.districts = by_district(HomeDistricts(input.plan, settings.level, input.people.at), result, limits);
  result.method = method_of(settings, people.shared_out);
  return result;
}

}  // namespace smile
