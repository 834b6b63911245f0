#include "gis/analysis/district_profile.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "gis/analysis/home_districts.h"
#include "gis/analysis/level_ages.h"
#include "gis/analysis/which_district.h"
#include "gis/plan/pursued.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

Figure known(double value) {
  return {Figure::State::value, value};
}

Figure quotient(const Figure& part, const Figure& whole) {
  if (part.state != Figure::State::value) return {part.state, 0};
  if (whole.state != Figure::State::value) return {whole.state, 0};
  if (whole.value <= 0) return {};
  return known(part.value / whole.value);
}

void count_measures(CityProfile& profile, const Plan& plan, const Progress& progress) {
  const auto index = district_index(plan, profile.level);
  profile.cost = cost_of(plan.measures).sum;
  for (const MeasurePtr& measure : plan.measures) {
    progress.check();
    if (measure->location.placement == Placement::city) {
      profile.measures[0].push_back({measure, 1});
      continue;
    }
    if (measure->location.placement == Placement::none) continue;
    for (const DistrictShare& share : districts_of_measure(*measure, plan, *index))
      profile.measures[share.district].push_back({measure, share.share});
  }
}

void ages_of_statistics(CityProfile& profile, const Plan& plan) {
  const LevelAges ages = level_ages(plan, profile.level);
  if (ages.groups.empty()) return;
  profile.ages = ages.groups;
  profile.ages_from = ages.of_each_group.front()->source;
  for (const DistrictFigures& row : profile.figures.districts)
    profile.people_by_age[row.district] = people_by_age(ages, plan, row.district);
}

void ages_of_cells(CityProfile& profile, const Plan& plan, const People& people) {
  if (people.ages.empty()) return;
  const HomeDistricts homes(plan, profile.level, people.at);
  if (homes.rows() == 0) return;
  profile.ages = people.ages;
  profile.ages_of_cells = true;
  if (const MapLayer* layer = population_layer(plan))
    profile.ages_from = layer->name + (layer->credit.empty() ? "" : " – " + layer->credit);
  std::vector<std::vector<double>> sums(homes.rows(), std::vector<double>(people.ages.size()));
  for (std::size_t group = 0; group < people.ages.size(); ++group)
    for (std::size_t home = 0; home < people.size(); ++home)
      sums[homes.row_of(home)][group] += people.by_age[group][home];
  for (std::size_t row = 0; row + 1 < homes.rows(); ++row)
    for (const double sum : sums[row]) profile.people_by_age[homes.district(row)].push_back(known(sum));
}

/// The city is the sum of its districts: of cells outside nobody knows whether they belong to it.
void add_up_ages(CityProfile& profile) {
  std::vector<Figure> city;
  for (std::size_t group = 0; group < profile.ages.size(); ++group) {
    std::vector<Figure> parts;
    for (const auto& [district, people] : profile.people_by_age) parts.push_back(people[group]);
    city.push_back(sum_of(parts));
  }
  if (!profile.ages.empty()) profile.people_by_age[0] = std::move(city);
}

struct Totals {
  Figure inhabitants;
  double area_m2 = 0;
  int measures = 0;
  Money cost;
};

Totals totals_of(const DistrictFigures& row, int for_city) {
  return {row.inhabitants ? known(*row.inhabitants) : Figure{}, row.area_m2, row.measures - for_city, row.cost};
}

Totals totals_of(const CityProfile& profile, const Plan& plan) {
  Totals city;
  std::vector<Figure> inhabitants;
  for (const DistrictFigures& row : profile.figures.districts) {
    inhabitants.push_back(totals_of(row, 0).inhabitants);
    city.area_m2 += row.area_m2;
  }
  city.inhabitants = sum_of(inhabitants);
  city.measures = static_cast<int>(cost_of(plan.measures).measures);
  city.cost = profile.cost;
  return city;
}

/// Of all inhabitants whose age is known, those whom `belongs` takes in.
template <class Belongs>
Figure share_of_ages(const CityProfile& profile, Id district, Belongs belongs) {
  const auto people = profile.people_by_age.find(district);
  if (people == profile.people_by_age.end()) return {};
  std::vector<Figure> chosen;
  for (std::size_t group = 0; group < profile.ages.size(); ++group)
    if (belongs(profile.ages[group])) chosen.push_back(people->second[group]);
  return quotient(sum_of(chosen), sum_of(people->second));
}

/// The first of these ages that a group begins with: groups are never cut.
std::optional<int> border_among(const std::vector<AgeGroup>& groups, std::initializer_list<int> ages) {
  for (const int age : ages)
    if (std::any_of(groups.begin(), groups.end(), [&](const AgeGroup& group) { return group.from == age; })) return age;
  return std::nullopt;
}

void add_ages(std::vector<KeyFigure>& keys, const CityProfile& profile, Id district) {
  const auto add = [&](Text name, auto belongs) {
    keys.push_back(
        {std::move(name), {}, 1, true, share_of_ages(profile, district, belongs), share_of_ages(profile, 0, belongs)});
  };
  if (const auto age = border_among(profile.ages, {18, 15, 20}))
    add(text("Under {1} years", *age), [&](const AgeGroup& group) { return group.from < *age; });
  if (const auto age = border_among(profile.ages, {65, 60, 70}))
    add(text("{1} years and older", *age), [&](const AgeGroup& group) { return group.from >= *age; });
}

double amount(Money money) {
  return static_cast<double>(money.cents) / 100;
}

}  // namespace

std::string figure_in_words(Language language, const KeyFigure& key, const Figure& figure) {
  if (figure.state == Figure::State::suppressed) return in(language, text("secret"));
  if (figure.state == Figure::State::missing) return "–";
  if (key.share) return format_number(language, 100 * figure.value, key.digits) + " %";
  if (key.currency.empty()) return format_number(language, figure.value, key.digits);
  const double step = std::pow(10.0, 2 - key.digits);
  return format_money(language, static_cast<std::int64_t>(std::round(figure.value * 100 / step) * step), key.currency);
}

std::string title_in_words(const LocalMeasure& local) {
  std::string title = local.measure->title;
  if (local.share >= whole_share) return title;
  if (local.measure->location.placement == Placement::city)
    title += " " + str(text("(for the whole city)"));
  else
    title += " " + str(text("({1} of it here)", format_share(language(), std::max(local.share, 0.01))));
  return title;
}

CityProfile city_profile(const Plan& plan, Id level, const People* people, const Progress& progress) {
  CityProfile profile;
  profile.figures = district_figures(plan, level, progress);
  profile.level = profile.figures.level;
  count_measures(profile, plan, progress);
  ages_of_statistics(profile, plan);
  if (profile.ages.empty() && people != nullptr) ages_of_cells(profile, plan, *people);
  add_up_ages(profile);
  return profile;
}

std::vector<KeyFigure> key_figures(const CityProfile& profile, const Plan& plan, Id district) {
  const Totals city = totals_of(profile, plan);
  const auto row = std::find_if(profile.figures.districts.begin(), profile.figures.districts.end(),
                                [&](const DistrictFigures& one) { return one.district == district; });
  const Totals here = row == profile.figures.districts.end() ? city : totals_of(*row, profile.figures.for_city);
  const auto pair = [&](auto figure_of) { return std::pair<Figure, Figure>(figure_of(here), figure_of(city)); };
  std::vector<KeyFigure> keys;
  const auto add = [&](Text name, std::string currency, int digits, bool share, auto figure_of) {
    auto [of_district, of_city] = pair(figure_of);
    keys.push_back({std::move(name), std::move(currency), digits, share, of_district, of_city});
  };
  const Statistic* people = inhabitants_of(plan, profile.level);
  if (people != nullptr) {
    add(people->year > 0 ? text("Inhabitants {1}", std::to_string(people->year)) : text("Inhabitants"), {}, 0, false,
        [](const Totals& of) { return of.inhabitants; });
    add(text("Inhabitants per km²"), {}, 0, false,
        [](const Totals& of) { return quotient(of.inhabitants, known(of.area_m2 / 1e6)); });
  } else {
    add(text("Area, km²"), {}, 1, false, [](const Totals& of) { return known(of.area_m2 / 1e6); });
  }
  add_ages(keys, profile, district);
  if (plan.measures.empty()) return keys;
  add(district != 0 ? text("Measures in the district") : text("Measures"), {}, 0, false,
      [](const Totals& of) { return known(of.measures); });
  if (profile.cost.cents == 0) return keys;
  add(text("Likely costs"), plan.currency, 0, false, [](const Totals& of) { return known(amount(of.cost)); });
  if (district != 0)
    add(text("Part of all costs"), {}, 1, true,
        [&](const Totals& of) { return quotient(known(amount(of.cost)), known(amount(profile.cost))); });
  if (people != nullptr)
    add(text("Costs per inhabitant"), plan.currency, 2, false,
        [](const Totals& of) { return quotient(known(amount(of.cost)), of.inhabitants); });
  return keys;
}

std::string whole_money_in_words(Money money, const std::string& currency) {
  return format_money(language(), (money.cents + (money.cents < 0 ? -50 : 50)) / 100 * 100, currency);
}

Text age_label(const AgeGroup& group) {
  if (group.to >= oldest_age) return text("{1} and older", group.from);
  if (group.from == group.to) return text("{1}", group.from);
  return text("{1}–{2}", group.from, group.to);
}

}  // namespace smile
