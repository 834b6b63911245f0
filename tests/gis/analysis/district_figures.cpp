#include "gis/analysis/district_figures.h"

#include <boost/test/unit_test.hpp>

#include "tests/gis/analysis/city.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(district_figures_)

namespace {

Plan city_with_people() {
  Plan plan = plan_of({district(1, "A", square(0, 0, 100)), district(2, "B", square(100, 0, 100)),
                       district(3, "C", square(0, 100, 100))});
  Statistic people;
  people.id = 50;
  people.level = 1;
  people.name = "Einwohner";
  people.year = 2023;
  people.inhabitants = true;
  people.figures = {
      {1, {Figure::State::value, 200}}, {2, {Figure::State::suppressed, 0}}, {3, {Figure::State::value, 0}}};
  plan.statistics.push_back(std::make_shared<const Statistic>(people));
  return plan;
}

std::int64_t all_cents(const FiguresResult& result) {
  std::int64_t sum = result.outside_cost.cents + result.unplaced_cost.cents;
  for (const DistrictFigures& figures : result.districts) sum += figures.cost.cents;
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(costs_are_split_by_share_and_sum_to_the_cent) {
  Plan plan = plan_of(shaken_city(5, 4, 8, 3));
  std::mt19937 random(9);
  std::uniform_real_distribution<double> x(307500, 313500), y(5999500, 6004500), size(10, 1500);
  std::uniform_int_distribution<std::int64_t> cents(1, 99999999);
  std::int64_t sum = 0;
  for (int i = 0; i < 200; ++i) {
    const Point at{x(random), y(random)};
    const double s = size(random);
    const std::int64_t cost = cents(random);
    sum += cost;
    switch (i % 5) {
      case 0:
        add(plan, measure(i + 1, Placement::area, square(at.x, at.y, s), cost));
        break;
      case 1:
        add(plan, measure(i + 1, Placement::line, make_line({at, {at.x + s, at.y + s / 3}}), cost));
        break;
      case 2:
        add(plan, measure(i + 1, Placement::sites, make_points({at, {at.x + s, at.y}, {at.x, at.y + s}}), cost));
        break;
      case 3:
        add(plan, measure(i + 1, Placement::city, {}, cost));
        break;
      default:
        add(plan, measure(i + 1, Placement::none, {}, cost));
    }
  }
  BOOST_TEST(all_cents(district_figures(plan)) == sum);
}

BOOST_AUTO_TEST_CASE(three_cents_over_two_sites_leave_none_behind) {
  Plan plan = city_with_people();
  add(plan, measure(10, Placement::sites, make_points({{50, 50}, {150, 50}}), 3));
  const FiguresResult result = district_figures(plan);
  BOOST_TEST(result.districts[0].cost.cents == 2);
  BOOST_TEST(result.districts[1].cost.cents == 1);
}

BOOST_AUTO_TEST_CASE(each_measure_counts_once_in_each_district_it_touches) {
  Plan plan = city_with_people();
  Measure sites = measure(10, Placement::sites, make_points({{50, 50}, {60, 50}, {150, 50}}), 30000);
  sites.block = Block::places;
  sites.phase = Phase::decided;
  add(plan, sites);
  add(plan, measure(11, Placement::point, make_point({50, 50})));
  add(plan, measure(12, Placement::none, {}, 500));
  add(plan, measure(13, Placement::point, make_point({900, 50}), 700));
  const FiguresResult result = district_figures(plan);
  BOOST_TEST(result.districts[0].measures == 2);
  BOOST_TEST(result.districts[0].measures_without_cost == 1);
  BOOST_TEST(result.districts[0].cost.cents == 20000);
  BOOST_TEST(result.districts[0].by_block[static_cast<std::size_t>(Block::places)] == 1);
  BOOST_TEST(result.districts[1].by_phase[static_cast<std::size_t>(Phase::decided)] == 1);
  BOOST_TEST(result.districts[2].measures == 0);
  BOOST_TEST(result.unplaced == 1);
  BOOST_TEST(result.unplaced_cost.cents == 500);
  BOOST_TEST(result.outside == 1);
  BOOST_TEST(result.outside_cost.cents == 700);
}

BOOST_AUTO_TEST_CASE(rejected_measures_are_in_their_phase_and_in_nothing_else) {
  Plan plan = city_with_people();
  add(plan, measure(10, Placement::point, make_point({50, 50}), 100));
  for (const auto& [id, placement, at] :
       {std::tuple(11, Placement::point, make_point({50, 50})), std::tuple(12, Placement::none, Geometry()),
        std::tuple(13, Placement::city, Geometry())}) {
    Measure rejected = measure(id, placement, at, 30000);
    rejected.phase = Phase::rejected;
    rejected.block = Block::places;
    add(plan, rejected);
  }
  const FiguresResult result = district_figures(plan);
  BOOST_TEST(result.rejected == 3);
  BOOST_TEST(result.for_city == 0);
  BOOST_TEST(result.unplaced == 0);
  BOOST_TEST(all_cents(result) == 100);
  BOOST_TEST(result.districts[0].measures == 1);
  BOOST_TEST(result.districts[0].by_block[static_cast<std::size_t>(Block::places)] == 0);
  BOOST_TEST(result.districts[0].by_phase[static_cast<std::size_t>(Phase::rejected)] == 2);
}

BOOST_AUTO_TEST_CASE(costs_per_head_need_heads) {
  Plan plan = city_with_people();
  add(plan, measure(10, Placement::city, {}, 60000));
  const FiguresResult result = district_figures(plan);
  BOOST_TEST(*result.districts[0].cost_per_head == 1.0);
  BOOST_TEST(!result.districts[1].inhabitants);
  BOOST_TEST(!result.districts[1].cost_per_head);
  BOOST_TEST(*result.districts[2].inhabitants == 0.0);
  BOOST_TEST(!result.districts[2].cost_per_head);
  BOOST_TEST(in(Language::english, result.method).find("“Einwohner” 2023") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_border_is_noted) {
  Plan plan = city_with_people();
  add(plan, measure(10, Placement::point, make_point({100, 50}), 100));
  const FiguresResult result = district_figures(plan);
  BOOST_TEST(result.districts[0].measures == 1);
  BOOST_TEST(result.districts[1].measures == 0);
  BOOST_REQUIRE(result.issues.size() == 1U);
  BOOST_TEST(result.issues[0].kind == "on_border");
  BOOST_TEST((result.issues[0].severity == Severity::note));
}

BOOST_AUTO_TEST_CASE(figures_to_colour_by_keep_suppressed_missing_and_zero_apart) {
  const Plan plan = city_with_people();
  const auto people = figure_by_district(plan, "inhabitants", 0);
  BOOST_TEST((people.at(1) == Figure{Figure::State::value, 200}));
  BOOST_TEST((people.at(2).state == Figure::State::suppressed));
  BOOST_TEST((people.at(3) == Figure{Figure::State::value, 0}));
  BOOST_TEST((people == figure_by_district(plan, "statistic:50", 1)));
  const auto density = figure_by_district(plan, "density", 1);
  BOOST_TEST(density.at(1).value == 20000.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST((density.at(2).state == Figure::State::suppressed));
  BOOST_TEST((figure_by_district(plan, "cost_per_head", 1).at(2).state == Figure::State::missing));
  BOOST_TEST((figure_by_district(plan, "measures", 1).at(2) == Figure{Figure::State::value, 0}));
  BOOST_TEST(figure_by_district(plan, "statistic:51", 1).empty());
}

BOOST_AUTO_TEST_CASE(only_figures_that_exist_are_offered) {
  Plan plan = city_with_people();
  std::vector<std::string> keys;
  for (const FigureChoice& choice : figures_to_choose(plan, 0)) keys.push_back(choice.key);
  const std::vector<std::string> expected = {"measures",    "cost",    "cost_per_head",
                                             "inhabitants", "density", "statistic:50"};
  BOOST_TEST(keys == expected, boost::test_tools::per_element());
  plan.statistics.clear();
  BOOST_TEST(figures_to_choose(plan, 0).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
