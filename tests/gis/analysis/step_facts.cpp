#include "gis/analysis/step_facts.h"

#include <boost/test/unit_test.hpp>

#include "tests/layers/real_city.h"
#include "tests/support/places.h"
#include "tests/support/stepped_city.h"

using namespace smile;

namespace {

std::string numbers(const std::vector<LocalMeasure>& measures) {
  std::string out;
  for (const LocalMeasure& local : measures) out += local.measure->number + " ";
  return out;
}

std::vector<Figure> people_of_ages(const Plan& plan, Id district) {
  return people_by_age(ages_around(plan, district), plan, district);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(step_facts)

BOOST_AUTO_TEST_CASE(a_step_speaks_of_what_it_points_out_else_of_its_scenario_in_its_district) {
  Plan plan = tests::stepped_city();
  Step step;
  BOOST_TEST(numbers(measures_meant(plan, step)) == "1 2 3 5 6 7 8 ", "the fourth is rejected");
  step.district = 10;
  BOOST_TEST(numbers(measures_meant(plan, step)) == "1 7 ");
  plan.scenarios = {{90, "A", {101, 102}}};
  step.style.scenario = 90;
  BOOST_TEST(numbers(measures_meant(plan, step)) == "1 ");
  step.district = 0;
  BOOST_TEST(numbers(measures_meant(plan, step)) == "1 2 ");
  step.measures = {105, 999};
  BOOST_TEST(numbers(measures_meant(plan, step)) == "5 ", "what the plan hasn't any more is passed over");
}

BOOST_AUTO_TEST_CASE(a_step_speaks_of_a_rejected_measure_only_where_it_points_it_out_and_counts_it_nowhere) {
  const Plan plan = tests::stepped_city();
  Step step;
  step.measures = {101, 104};
  BOOST_TEST(numbers(measures_meant(plan, step)) == "1 4 ");
  BOOST_TEST(costs_by_block(measures_meant(plan, step)).measures == 1);
  BOOST_TEST(costs_by_block(measures_meant(plan, step)).all.cents == 101 * 1234500);
}

BOOST_AUTO_TEST_CASE(people_are_told_by_age_of_a_district_and_of_the_city_where_nothing_is_missing) {
  Plan plan = tests::stepped_city();
  const auto middle = people_of_ages(plan, 11);
  BOOST_TEST_REQUIRE(middle.size() == 5U);
  BOOST_TEST(ages_around(plan, 11).groups[0].to == 5);
  BOOST_TEST(middle[0].value == 100.0);
  BOOST_TEST(middle[4].value == 500.0);
  BOOST_TEST((people_of_ages(plan, 0)[0].state == Figure::State::missing), "the sixth district has no figures");
  plan.districts.erase(plan.districts.begin() + 5);
  BOOST_TEST(people_of_ages(plan, 0)[0].value == 50.0 * (1 + 2 + 3 + 4 + 5));
  BOOST_TEST(people_of_ages(plan, 20).empty(), "the finer level has no ages");
}

BOOST_AUTO_TEST_CASE(costs_are_summed_by_block_and_missing_ones_are_counted) {
  const Plan plan = tests::stepped_city();
  const BlockCosts costs = costs_by_block(measures_meant(plan, {}));
  BOOST_TEST(costs.without_cost == 3);
  BOOST_TEST(costs.in_part == 0);
  Money sum;
  for (const Money part : costs.by_block) sum = sum + part;
  BOOST_TEST(sum.cents == costs.all.cents);
  BOOST_TEST(costs.by_block[static_cast<std::size_t>(Block::citizens)].cents == (101 + 106) * 1234500);
}

BOOST_AUTO_TEST_CASE(what_lies_only_in_part_in_the_district_costs_it_that_part) {
  Plan plan = tests::stepped_city();
  auto path = std::make_shared<Measure>(*plan.measures.front());
  path->location.placement = Placement::line;
  path->cost.likely = Money{100'000};
  const Box here = bounds(find_district(plan, 10)->geometry), there = bounds(find_district(plan, 11)->geometry);
  path->location.geometry = Geometry{GeometryKind::line, {here.centre(), there.centre()}, {2}, {1}};
  plan.measures.front() = path;
  Step step;
  step.measures = {path->id};
  BOOST_TEST(costs_by_block(measures_meant(plan, step)).all.cents == 100'000);
  step.district = 10;
  const BlockCosts costs = costs_by_block(measures_meant(plan, step));
  BOOST_TEST(costs.all.cents == 50'000);
  BOOST_TEST(costs.in_part == 1);
  BOOST_TEST(title_in_words(measures_meant(plan, step).front()) == path->title + " (50\u00a0% of it here)");
}

BOOST_AUTO_TEST_CASE(in_a_real_city_the_ages_are_all_its_inhabitants) {
  if (!tests::have_shared_data()) return;
  const auto folder = tests::shared_data() / "rostock";
  const PlanPtr plan = tests::with_ages(*tests::real_city(folder), folder);
  for (const DistrictPtr& district : districts_of(*plan, coarsest_level(*plan)->id)) {
    double sum = 0;
    for (const Figure& people : people_of_ages(*plan, district->id)) sum += people.value;
    BOOST_TEST(sum == inhabitants(*plan, district->id).value_or(0), district->name);
  }
  BOOST_TEST(people_of_ages(*plan, 0).size() == 10U);
}

BOOST_AUTO_TEST_SUITE_END()
