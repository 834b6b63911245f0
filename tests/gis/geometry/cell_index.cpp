#include "gis/geometry/cell_index.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/geometry/morton.h"
#include "gis/geometry/nearest.h"

using namespace smile;

namespace {

std::vector<Box> boxes_around(const std::vector<Point>& points) {
  std::vector<Box> boxes;
  for (const Point& p : points) boxes.emplace_back().add(p);
  return boxes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cell_index)

BOOST_AUTO_TEST_CASE(the_nearest_is_that_of_looking_at_all_and_of_equal_ones_the_first) {
  std::mt19937 chance(1);
  std::uniform_int_distribution<int> raster(0, 40), beyond(-60, 100);  // whole numbers: many are equally near
  for (int round = 0; round < 200; ++round) {
    std::vector<Point> points;
    for (int i = 0; i <= round; ++i)
      points.push_back({static_cast<double>(raster(chance)), static_cast<double>(raster(chance)) / 7});
    const CellIndex index(boxes_around(points));
    const Point p{static_cast<double>(beyond(chance)), static_cast<double>(beyond(chance))};
    std::uint32_t wanted = 0;
    for (std::uint32_t i = 1; i < points.size(); ++i)
      if (distance(p, points[i]) < distance(p, points[wanted])) wanted = i;
    BOOST_TEST(index.nearest(p, [&](std::uint32_t i) { return distance(p, points[i]); }) == wanted);
  }
}

BOOST_AUTO_TEST_CASE(nothing_one_place_and_a_row_are_no_trouble) {
  const auto nearest = [](const std::vector<Point>& points, Point p) {
    return CellIndex(boxes_around(points)).nearest(p, [&](std::uint32_t i) { return distance(p, points[i]); });
  };
  BOOST_TEST(nearest({}, {0, 0}) == CellIndex::nothing);
  BOOST_TEST(nearest({{5, 5}, {5, 5}}, {1e6, -1e6}) == 0U);
  BOOST_TEST(nearest({{0, 5}, {1000, 5}, {1e6, 5}}, {900, 80}) == 1U);
}

BOOST_AUTO_TEST_CASE(neighbours_on_the_ground_stand_together_in_z_order) {
  const Box ground{0, 0, 100, 100};
  BOOST_TEST(morton({0, 0}, ground) == 0U);
  BOOST_TEST(morton({100, 100}, ground) == ~std::uint64_t{0});
  const auto quarter = [&](double x, double y) { return morton({x, y}, ground) >> 62U; };
  BOOST_TEST(quarter(10, 10) == 0U);
  BOOST_TEST(quarter(90, 10) == 1U);
  BOOST_TEST(quarter(10, 90) == 2U);
  BOOST_TEST(quarter(90, 90) == 3U);
  BOOST_TEST(morton({7, 7}, {7, 7, 7, 7}) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
