#include <boost/test/unit_test.hpp>

#include "gis/plan/hierarchy.h"

using namespace smile;

namespace {

Geometry box(double x, double y, double width, double height) {
  return make_area({{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(partition)

BOOST_AUTO_TEST_CASE(neighbours_that_share_a_border_neither_overlap_nor_gap) {
  const Partition found = measure_partition({box(0, 0, 10, 10), box(10, 0, 10, 10), box(0, 10, 20, 5)});
  BOOST_TEST(found.overlapping_pairs == 0);
  BOOST_TEST(found.overlap_m2 == 0);
  BOOST_TEST(found.gaps == 0);
}

BOOST_AUTO_TEST_CASE(each_overlapping_pair_is_counted_once) {
  const std::vector<Geometry> districts = {box(0, 0, 10, 10), box(9, 0, 10, 10), box(18.5, 0, 5, 4)};
  const Partition found = measure_partition(districts);
  BOOST_TEST(found.overlapping_pairs == 2);
  BOOST_TEST(found.overlap_m2 == 12);
  const auto pairs = overlaps(districts);
  BOOST_REQUIRE_EQUAL(pairs.size(), 2);
  BOOST_TEST(pairs[0].first == 0);
  BOOST_TEST(pairs[0].second == 1);
  BOOST_TEST(pairs[1].area_m2 == 2);
}

BOOST_AUTO_TEST_CASE(a_hole_inside_the_union_is_a_gap_and_the_outside_is_none) {
  const Partition found =
      measure_partition({box(0, 0, 10, 4), box(0, 6, 10, 4), box(0, 4, 4, 2), box(7, 4, 3, 2), box(100, 0, 5, 5)});
  BOOST_TEST(found.gaps == 1);
  BOOST_TEST(found.gap_m2 == 6);
  BOOST_TEST(measure_partition({}).gaps == 0);
}

BOOST_AUTO_TEST_SUITE_END()
