#include "gis/analysis/spread_people.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/analysis/people.h"
#include "gis/analysis/which_district.h"
#include "tests/support/square_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// Four districts of which K has 1,000 inhabitants (100 under 18), L 500, M keeps it secret, N has none listed.
struct City {
  Plan plan = square_city();
  LayerData buildings;
  Id level = plan.levels[0].id;

  City() {
    add("einwohner", true,
        {{"K", {Figure::State::value, 1000}},
         {"L", {Figure::State::value, 500}},
         {"M", {Figure::State::suppressed, 0}}});
    add("unter 18", false, {{"K", {Figure::State::value, 100}}, {"L", {Figure::State::value, 70}}});
    add("18 und älter", false, {{"K", {Figure::State::value, 900}}, {"L", {Figure::State::value, 430}}});
    buildings.layer = "gebaeude";
    buildings.kind = GeometryKind::area;
    for (const char* name : {"nutzung", "geschosse"}) {
      buildings.features.columns.emplace_back().name = name;
      buildings.features.columns.back().kind = ValueColumn::Kind::text;
    }
  }
  void add(const std::string& name, bool inhabitants, const std::map<std::string, Figure>& figures) {
    Statistic statistic;
    statistic.id = plan.next_id++;
    statistic.level = level;
    statistic.name = name;
    statistic.year = 2023;
    statistic.inhabitants = inhabitants;
    for (const auto& [code, figure] : figures) statistic.figures[find_district(plan, code)->id] = figure;
    plan.statistics.push_back(std::make_shared<const Statistic>(statistic));
  }
  void build(double x, double y, double side, const std::string& use, const std::string& storeys) {
    append_feature(buildings.features, make_area({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}),
                   {use, storeys});
  }
  double people_in(const SpreadPeople& spread, const std::string& code) const {
    const auto index = district_index(plan);
    const Id id = find_district(plan, code)->id;
    double sum = 0;
    for (std::size_t i = 0; i < spread.data.features.size(); ++i) {
      const auto hit = index->at(spread.data.features.points_of(i)[0]).district;
      if (hit >= 0 && index->districts()[static_cast<std::size_t>(hit)]->id == id)
        sum += spread.data.features.columns[0].reals[i];
    }
    return sum;
  }
  static int count(const SpreadPeople& spread, const std::string& kind) {
    return static_cast<int>(std::count_if(spread.issues.begin(), spread.issues.end(),
                                          [&](const Issue& issue) { return issue.kind == kind; }));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(spreading_people, City)

BOOST_AUTO_TEST_CASE(homes_get_people_by_floor_area) {
  build(301000, 6001000, 10, "Wohnen", "1");
  build(302000, 6001000, 10, "Wohnen", "3");
  build(303000, 6001000, 50, "Gewerbe", "2");
  build(301000, 5991000, 10, "Wohngebäude", "");
  const SpreadPeople spread = spread_people(plan, &buildings, {});
  BOOST_REQUIRE(spread.data.features.size() == 3U);
  BOOST_TEST(spread.data.features.columns[0].reals[0] == 250);
  BOOST_TEST(spread.data.features.columns[0].reals[1] == 750);
  BOOST_TEST(spread.people == 1500);
  BOOST_TEST(spread.use.age_groups.size() == 2U);
  BOOST_TEST(spread.data.features.columns[1].reals[1] == 75);  // of the 100 under 18
  BOOST_TEST(count(spread, "no_inhabitants") == 2);            // secret and missing are not 0
}

BOOST_AUTO_TEST_CASE(or_each_home_gets_the_same) {
  build(301000, 6001000, 10, "Wohnen", "1");
  build(302000, 6001000, 90, "Wohnen", "3");
  SpreadOptions options;
  options.by = SpreadBy::buildings;
  const SpreadPeople spread = spread_people(plan, &buildings, options);
  BOOST_TEST(spread.data.features.columns[0].reals[0] == 500);
  BOOST_TEST(people_in(spread, "L") == 500);  // no homes there: they stand at its middle
  BOOST_TEST(count(spread, "no_homes") == 1);
}

BOOST_AUTO_TEST_CASE(without_buildings_people_stand_evenly_on_the_ground) {
  SpreadOptions options;
  options.by = SpreadBy::ground;
  const SpreadPeople spread = spread_people(plan, nullptr, options);
  BOOST_TEST(spread.data.features.size() == 20'000U);
  BOOST_TEST(std::abs(people_in(spread, "K") - 1000) < 1e-9);
}

BOOST_AUTO_TEST_CASE(totals_stay_to_the_last_digit) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> weight(0.001, 1000);
  for (int i = 0; i < 200; ++i) {
    std::vector<double> weights(static_cast<std::size_t>(1 + i * 7));
    for (double& one : weights) one = weight(random);
    const double total = std::round(weight(random) * 1000);
    BOOST_REQUIRE_SMALL(sum_of(shared_out(total, weights)) / total - 1, 1e-12);
  }
  BOOST_TEST(shared_out(5, {}).empty());
  BOOST_TEST(sum_of(shared_out(5, {0, 0})) == 0);
}

BOOST_AUTO_TEST_CASE(columns_and_values_can_be_named) {
  build(301000, 6001000, 10, "2071", "1");
  build(302000, 6001000, 10, "1010", "1");
  BOOST_CHECK_THROW(spread_people(plan, &buildings, {}), Error);
  SpreadOptions options;
  options.residential = {"1010"};
  BOOST_TEST(spread_people(plan, &buildings, options).data.features.points_of(0)[0].x == 302005);
  options.use_field = "funktion";
  BOOST_CHECK_THROW(spread_people(plan, &buildings, options), Error);
}

BOOST_AUTO_TEST_CASE(a_plan_without_inhabitants_asks_for_them) {
  build(301000, 6001000, 10, "Wohnen", "1");
  plan.statistics.clear();
  BOOST_CHECK_THROW(spread_people(plan, &buildings, {}), Error);
}

BOOST_AUTO_TEST_SUITE_END()
