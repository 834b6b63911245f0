#include "gis/analysis/district_profile.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/square_city.h"

using namespace smile;

namespace {

Plan add_figures(Plan plan, const std::string& name, std::vector<double> figures, bool inhabitants) {
  Statistic statistic;
  statistic.level = plan.levels.front().id;
  statistic.name = name;
  statistic.year = 2023;
  statistic.inhabitants = inhabitants;
  statistic.source = "alter.csv";
  for (std::size_t i = 0; i < figures.size(); ++i)
    statistic.figures[plan.districts[i]->id] = {Figure::State::value, figures[i]};
  return add_statistics({statistic}).apply(plan);
}

/// K and L have a measure of 100 € each, one of 300 € is for the whole city, one has no cost.
Plan city() {
  Plan plan = tests::square_city();
  plan = add_figures(plan, "einwohner", {1000, 2000, 3000, 4000}, true);
  const auto add = [&](Location location, std::optional<Money> cost) {
    Measure measure;
    measure.cost.likely = cost;
    measure.location = std::move(location);
    plan = add_measures({measure}).apply(plan);
  };
  add({Placement::point, make_point({305000, 6005000}), {}, {}}, Money{100'00});
  add({Placement::point, make_point({305000, 5995000}), {}, {}}, Money{100'00});
  add({Placement::city, {}, {}, {}}, Money{300'00});
  add({Placement::point, make_point({305000, 6006000}), {}, {}}, std::nullopt);
  return plan;
}

const KeyFigure& key_named(const std::vector<KeyFigure>& keys, const std::string& name) {
  for (const KeyFigure& key : keys)
    if (str(key.name) == name) return key;
  throw std::out_of_range(name);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(district_profile)

BOOST_AUTO_TEST_CASE(figures_of_a_district_stand_beside_the_citys) {
  const Plan plan = city();
  const CityProfile profile = city_profile(plan, 0);
  const auto keys = key_figures(profile, plan, plan.districts[0]->id);
  BOOST_TEST(key_named(keys, "Inhabitants 2023").here.value == 1000);
  BOOST_TEST(key_named(keys, "Inhabitants 2023").city.value == 10000);
  BOOST_TEST(key_named(keys, "Inhabitants per km²").here.value == 10);
  BOOST_TEST(key_named(keys, "Measures in the district").here.value == 2);  // the one for the city stands apart
  BOOST_TEST(key_named(keys, "Measures in the district").city.value == 4);
  BOOST_TEST(key_named(keys, "Likely costs").here.value == 130);  // 100 and, of 300, the tenth of those who live here
  BOOST_TEST(key_named(keys, "Likely costs").city.value == 500);
  BOOST_TEST(key_named(keys, "Part of all costs").here.value == 0.26);
  BOOST_TEST(key_named(keys, "Costs per inhabitant").here.value == 0.13);
}

BOOST_AUTO_TEST_CASE(a_rejected_measure_stays_in_the_list_but_in_no_figure) {
  Plan plan = city();
  auto rejected = std::make_shared<Measure>(*plan.measures.front());
  rejected->phase = Phase::rejected;
  plan.measures.front() = rejected;
  const CityProfile profile = city_profile(plan, 0);
  const auto keys = key_figures(profile, plan, plan.districts[0]->id);
  BOOST_TEST(profile.measures.at(plan.districts[0]->id).size() == 2U);
  BOOST_TEST(key_named(keys, "Measures in the district").here.value == 1);
  BOOST_TEST(key_named(keys, "Measures in the district").city.value == 3);
  BOOST_TEST(key_named(keys, "Likely costs").here.value == 30);
  BOOST_TEST(key_named(keys, "Likely costs").city.value == 400);
}

BOOST_AUTO_TEST_CASE(without_the_inhabitants_of_every_district_the_citys_costs_go_by_area) {
  Plan plan = city();
  auto some = std::make_shared<Statistic>(*plan.statistics.front());
  some->figures.erase(plan.districts[3]->id);
  plan.statistics = {some};
  const auto keys = key_figures(city_profile(plan, 0), plan, plan.districts[0]->id);
  BOOST_TEST(key_named(keys, "Likely costs").here.value == 175);  // 100 and a quarter of 300
}

BOOST_AUTO_TEST_CASE(the_measures_of_a_district_are_its_own_and_those_for_the_city_stand_apart) {
  const Plan plan = city();
  const CityProfile profile = city_profile(plan, 0);
  BOOST_TEST(profile.measures.at(plan.districts[0]->id).size() == 2U);
  BOOST_TEST(profile.measures.at(plan.districts[1]->id).size() == 1U);
  BOOST_TEST(profile.measures.at(0).size() == 1U);
  BOOST_TEST(!profile.measures.contains(plan.districts[2]->id));
}

BOOST_AUTO_TEST_CASE(a_sum_with_a_secret_part_is_secret) {
  Plan plan = tests::square_city();
  plan = add_figures(plan, "anzahl_0_17", {100, 200, 300, 400}, false);
  Statistic old;
  old.level = plan.levels.front().id;
  old.name = "anzahl_18_64";
  old.year = 2023;
  for (const DistrictPtr& district : plan.districts) old.figures[district->id] = {Figure::State::value, 600};
  old.figures[plan.districts[3]->id] = {Figure::State::suppressed, 0};
  plan = add_statistics({old}).apply(plan);
  plan = add_figures(plan, "anzahl_65_aelter", {300, 200, 100, 0}, false);
  const CityProfile profile = city_profile(plan, 0);
  BOOST_TEST_REQUIRE(profile.ages.size() == 3U);
  BOOST_TEST(profile.people_by_age.at(0)[0].value == 1000);
  BOOST_TEST((profile.people_by_age.at(0)[1].state == Figure::State::suppressed));
  const auto keys = key_figures(profile, plan, plan.districts[0]->id);
  BOOST_TEST(key_named(keys, "Under 18 years").here.value == 0.1);
  BOOST_TEST((key_named(keys, "Under 18 years").city.state == Figure::State::suppressed));
  BOOST_TEST(key_named(keys, "65 years and older").here.value == 0.3);
  BOOST_TEST(figure_in_words(Language::english, keys[1], key_named(keys, "Under 18 years").city) == "secret");
}

BOOST_AUTO_TEST_CASE(ages_come_from_where_people_live_where_no_statistic_has_them) {
  const Plan plan = city();
  People people;
  people.at = {{305000, 6005000}, {306000, 6005000}, {315000, 5995000}};
  people.all = {10, 20, 30};
  people.ages = {{"u18", 0, 17}, {"rest", 18, oldest_age}};
  people.by_age = {{1, 2, 3}, {9, 18, 27}};
  const CityProfile profile = city_profile(plan, 0, &people);
  BOOST_TEST(profile.people_by_age.at(plan.districts[0]->id)[0].value == 3);
  BOOST_TEST(profile.people_by_age.at(plan.districts[3]->id)[1].value == 27);
  BOOST_TEST(profile.people_by_age.at(0)[0].value == 6);
}

BOOST_AUTO_TEST_CASE(figures_are_written_as_people_read_them) {
  const KeyFigure money{{}, "EUR", 0, false, {}, {}}, share{{}, {}, 1, true, {}, {}};
  BOOST_TEST(figure_in_words(Language::german, money, {Figure::State::value, 1753803.4}) == "1.753.803\u00a0€");
  BOOST_TEST(figure_in_words(Language::german, share, {Figure::State::value, 0.151}) == "15,1 %");
  BOOST_TEST(figure_in_words(Language::german, share, {}) == "–");
}

BOOST_AUTO_TEST_SUITE_END()
