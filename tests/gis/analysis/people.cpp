#include "gis/analysis/people.h"

#include <boost/test/unit_test.hpp>
#include <numeric>

using namespace smile;

namespace {

/// One place with 30 children under 6, 60 from 6 to 17, 100 up to 64 and 31 older ones.
People one_place() {
  People people;
  people.at = {{0, 0}};
  people.all = {221};
  people.ages = {{"a", 0, 5}, {"b", 6, 17}, {"c", 18, 64}, {"d", 65, oldest_age}};
  people.by_age = {{30}, {60}, {100}, {30}};
  return people;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(people)

BOOST_AUTO_TEST_CASE(everybody_is_the_total_not_the_sum_of_ages) {
  BOOST_TEST(of_age(one_place(), {}).count[0] == 221);
  BOOST_TEST(!of_age(one_place(), {}).shared_out);
}

BOOST_AUTO_TEST_CASE(whole_groups_add_up) {
  const PeopleOfAge children = of_age(one_place(), {0, 17});
  BOOST_TEST(children.count[0] == 90);
  BOOST_TEST(!children.shared_out);
}

BOOST_AUTO_TEST_CASE(a_group_that_is_cut_is_shared_out_over_its_years) {
  const PeopleOfAge some = of_age(one_place(), {6, 11});
  BOOST_TEST(some.count[0] == 30);
  BOOST_TEST(some.shared_out);
  BOOST_TEST(of_age(one_place(), {80, oldest_age}).count[0] == 15);  // 15 of the 30 years from 65 to 94
}

BOOST_AUTO_TEST_CASE(ages_nobody_counted_are_asked_for_in_vain) {
  People people = one_place();
  people.ages.erase(people.ages.begin() + 1);
  people.by_age.erase(people.by_age.begin() + 1);
  BOOST_CHECK_THROW(of_age(people, {0, 10}), Error);
  BOOST_CHECK_NO_THROW(of_age(people, {0, 5}));
  people.ages.clear();
  BOOST_CHECK_THROW(of_age(people, {0, 5}), Error);
}

BOOST_AUTO_TEST_CASE(sums_are_exact_for_whole_people_and_stable_for_parts) {
  std::vector<double> values(100'000, 0.1);
  BOOST_TEST(std::abs(sum_of(values) - 10'000) < 1e-9);
  std::iota(values.begin(), values.end(), 0.0);
  BOOST_TEST(sum_of(values) == 4999950000.0);
  BOOST_TEST(sum_of({}) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
