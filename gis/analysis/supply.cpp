#include "gis/analysis/supply.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/home_districts.h"
#include "gis/analysis/homes_in_reach.h"
#include "gis/analysis/walking_time.h"

namespace smile {
namespace {

void check(const SupplySettings& settings, const CatchmentInput& input) {
  if (settings.target && !(*settings.target >= 0 && std::isfinite(*settings.target)))
    throw Error(ErrorKind::usage, text("An orientation value is 0 or more."));
  if (!(settings.per > 0) || !std::isfinite(settings.per))
    throw Error(ErrorKind::usage, text("An orientation value speaks of more than 0 people: --per 1, --per 100."));
  if (settings.distance_m > 0) needs_network(settings.by, input.network != nullptr);
}

struct Part {
  std::int32_t district = DistrictIndex::nowhere;
  double share = 0;
};

/// Where a place lies, in parts that sum to 1.
std::vector<Part> parts_of(const Geometry& shape, const DistrictIndex& index) {
  std::vector<Part> parts;
  double inside = 0;
  if (shape.kind == GeometryKind::point) {
    for (const Point& p : shape.points)
      parts.push_back({index.at(p).district, 1.0 / static_cast<double>(shape.points.size())});
    return parts;
  }
  for (const auto& [district, share, border] : index.shares_of(shape)) {
    if (district == DistrictIndex::nowhere) continue;
    parts.push_back({district, share});
    inside += share;
  }
  constexpr double rounding = 1e-9;
  if (inside < 1 - rounding) parts.push_back({DistrictIndex::nowhere, 1 - inside});
  return parts;
}

/// One place more, or a part of one.
void add_place(DistrictSupply& row, const std::optional<double>& capacity, double share) {
  ++row.places;
  if (capacity)
    row.capacity = row.capacity.value_or(0) + *capacity * share;
  else
    ++row.unknown;
}

void add_places(std::vector<DistrictSupply>& rows, DistrictSupply& all, const HomeDistricts& districts,
                const CatchmentInput& input, const Capacities& capacities) {
  for (std::size_t k = 0; k < input.places.size(); ++k) {
    add_place(all, capacities[k], 1);
    if (districts.index() == nullptr) continue;
    std::vector<double> share(rows.size(), 0.0);
    for (const Part& part : parts_of(input.places.shapes[k], *districts.index()))
      share[districts.row_at(part.district)] += part.share;
    for (std::size_t row = 0; row < rows.size(); ++row)
      if (share[row] > 0) add_place(rows[row], capacities[k], share[row]);
  }
}

/// What each home has within the distance.
struct InReach {
  std::vector<bool> any;        ///< a place
  std::vector<double> for_one;  ///< capacity for one of its people
};

InReach in_reach(const SupplySettings& settings, const CatchmentInput& input, const Capacities& capacities,
                 const std::vector<double>& people, const Progress& progress) {
  const HomesInReach homes = homes_in_reach(input.people.at, input.places, millimetres(settings.distance_m),
                                            settings.by, input.network, progress);
  InReach out{std::vector<bool>(people.size(), false), std::vector<double>(people.size(), 0.0)};
  for (std::size_t k = 0; k < homes.size(); ++k) {
    double sharers = 0;
    for (const ReachedHome& one : homes[k]) sharers += people[one.home], out.any[one.home] = true;
    if (!capacities[k] || !(sharers > 0)) continue;
    for (const ReachedHome& one : homes[k]) out.for_one[one.home] += *capacities[k] / sharers;
  }
  return out;
}

/// Everything that follows from people and capacity.
void derive(DistrictSupply& row, const SupplySettings& settings) {
  if (row.places == 0) row.capacity = 0;  // none is known to be none
  if (row.capacity && row.people > 0) row.ratio = *row.capacity / row.people * settings.per;
  if (!settings.target) return;
  row.need = *settings.target * row.people / settings.per;
  if (!row.capacity) return;
  row.missing = std::max(0.0, *row.need - *row.capacity);
  if (*row.need > 0) row.coverage = *row.capacity / *row.need;
}

void add_reached(std::vector<DistrictSupply>& rows, DistrictSupply& all, const HomeDistricts& districts,
                 const SupplySettings& settings, const std::vector<double>& people, const InReach& reach) {
  const auto add = [&](DistrictSupply& row, std::size_t i) {
    if (reach.any[i]) row.reached += people[i];
    row.in_reach = row.in_reach.value_or(0) + reach.for_one[i] * people[i] * settings.per;
  };
  for (std::size_t i = 0; i < people.size(); ++i) {
    add(all, i);
    if (!rows.empty()) add(rows[districts.row_of(i)], i);
  }
  const auto mean = [](DistrictSupply& row) {
    if (row.in_reach) row.in_reach = row.people > 0 ? std::optional(*row.in_reach / row.people) : std::nullopt;
  };
  mean(all);
  std::for_each(rows.begin(), rows.end(), mean);
}

/// Of what is missing in each; a district of which nobody knows leaves the sum a sum of the others.
void add_up_missing(const std::vector<DistrictSupply>& rows, DistrictSupply& all) {
  if (rows.empty() || !all.missing) return;
  all.missing = 0;
  for (const DistrictSupply& row : rows) *all.missing += row.missing.value_or(0);
}

std::vector<Text> method_of(const SupplySettings& settings, bool shared_out) {
  std::vector<Text> method;
  method.push_back(
      text("Capacity counts in the district where the place lies, of lines and areas by the part that lies there; what "
           "nobody knows is left out and not taken for 0."));
  if (settings.target)
    method.push_back(text(
        "Needed: orientation value × people. Coverage: capacity / needed, above 100 % where there is more. Missing "
        "for everybody is the sum over the districts: what one has too much does not fill up another."));
  if (settings.distance_m > 0) {
    method.push_back(how_far_it_is(settings.by));
    if (settings.speed_kmh > 0) method.push_back(speed_sentence(settings.speed_kmh));
    method.push_back(text(
        "In reach: the two-step floating catchment area (Luo and Wang 2003); a place's capacity is shared among all "
        "within the distance, a home has the sum of its places, districts the mean over their people."));
  }
  if (shared_out) method.push_back(ages_shared_out());
  return method;
}

}  // namespace

Supply supply(const SupplySettings& settings, const CatchmentInput& input, const Capacities& capacities,
              const Progress& progress) {
  check(settings, input);
  const PeopleOfAge people = of_age(input.people, settings.ages);
  const HomeDistricts districts(input.plan, settings.level, input.people.at);
  Supply result;
  result.counted = people.count;
  result.all.people = sum_of(people.count);
  result.districts.resize(districts.rows());
  for (std::size_t row = 0; row < districts.rows(); ++row) result.districts[row].district = districts.district(row);
  for (std::size_t i = 0; i < people.count.size() && districts.rows() > 0; ++i)
    result.districts[districts.row_of(i)].people += people.count[i];
  add_places(result.districts, result.all, districts, input, capacities);
  for (DistrictSupply& row : result.districts) derive(row, settings);
  derive(result.all, settings);
  add_up_missing(result.districts, result.all);
  if (settings.distance_m > 0)
    add_reached(result.districts, result.all, districts, settings, people.count,
                in_reach(settings, input, capacities, people.count, progress));
  if (!result.districts.empty() && result.districts.back().people == 0 && result.districts.back().places == 0)
    result.districts.pop_back();
  result.method = method_of(settings, people.shared_out);
  return result;
}

}  // namespace smile
