#include "gis/analysis/step_facts.h"

#include <boost/test/unit_test.hpp>

#include "tests/layers/real_city.h"
#include "tests/support/places.h"
#include "tests/support/stepped_city.h"

using namespace smile;

namespace {

std::string numbers(const std::vector<MeasurePtr>& measures) {
  std::string out;
  for (const MeasurePtr& measure : measures) out += measure->number + " ";
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(step_facts)

BOOST_AUTO_TEST_CASE(a_step_speaks_of_what_it_points_out_else_of_its_scenario_in_its_district) {
  Plan plan = tests::stepped_city();
  Step step;
  BOOST_TEST(numbers(measures_meant(plan, step)) == "1 2 3 4 5 6 7 8 ");
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

BOOST_AUTO_TEST_CASE(people_are_told_by_age_of_a_district_and_of_the_city_where_nothing_is_missing) {
  Plan plan = tests::stepped_city();
  const auto middle = people_by_age(plan, 11);
  BOOST_TEST_REQUIRE(middle.size() == 5U);
  BOOST_TEST(middle[0].ages.to == 5);
  BOOST_TEST(middle[0].people.value == 100.0);
  BOOST_TEST(middle[4].people.value == 500.0);
  BOOST_TEST((people_by_age(plan, 0)[0].people.state == Figure::State::missing), "the sixth district has no figures");
  plan.districts.erase(plan.districts.begin() + 5);
  BOOST_TEST(people_by_age(plan, 0)[0].people.value == 50.0 * (1 + 2 + 3 + 4 + 5));
  BOOST_TEST(people_by_age(plan, 20).empty(), "the finer level has no ages");
}

BOOST_AUTO_TEST_CASE(costs_are_summed_by_block_and_missing_ones_are_counted) {
  const Plan plan = tests::stepped_city();
  const BlockCosts costs = costs_by_block(plan.measures);
  BOOST_TEST(costs.without_cost == 3);
  Money sum;
  for (const Money part : costs.by_block) sum = sum + part;
  BOOST_TEST(sum.cents == costs.all.cents);
  BOOST_TEST(costs.by_block[static_cast<std::size_t>(Block::citizens)].cents == (101 + 106) * 1234500);
}

BOOST_AUTO_TEST_CASE(in_a_real_city_the_ages_are_all_its_inhabitants) {
  if (!tests::have_shared_data()) return;
  const auto folder = tests::shared_data() / "rostock";
  const PlanPtr plan = tests::with_ages(*tests::real_city(folder), folder);
  for (const DistrictPtr& district : districts_of(*plan, coarsest_level(*plan)->id)) {
    double sum = 0;
    for (const PeopleOfAges& group : people_by_age(*plan, district->id)) sum += group.people.value;
    BOOST_TEST(sum == inhabitants(*plan, district->id).value_or(0), district->name);
  }
  BOOST_TEST(people_by_age(*plan, 0).size() == 10U);
}

BOOST_AUTO_TEST_SUITE_END()
