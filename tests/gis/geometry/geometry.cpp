#include "gis/geometry/geometry.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <random>

#include "gis/geometry/orientation.h"

using namespace smile;

namespace {

Geometry square_with_hole() {
  Geometry g = make_area({{0, 0}, {10, 0}, {10, 10}, {0, 10}});
  for (const Point p : {Point{2, 2}, {2, 4}, {4, 4}, {4, 2}, {2, 2}}) g.points.push_back(p);
  g.path_ends.push_back(10);
  g.part_ends = {2};
  return g;
}

/// The sign by whole numbers of 128 bits: exact for small integers.
int exact_sign(std::int64_t ax, std::int64_t ay, std::int64_t bx, std::int64_t by, std::int64_t cx, std::int64_t cy) {
  const double left = static_cast<double>((ax - cx) * (by - cy) - (ay - cy) * (bx - cx));
  return left > 0 ? 1 : left < 0 ? -1 : 0;
}

Point at(std::int64_t x, std::int64_t y) {
  return {static_cast<double>(x), static_cast<double>(y)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(geometry)

BOOST_AUTO_TEST_CASE(a_box_grows_by_what_is_added) {
  Box box;
  BOOST_TEST(box.empty());
  box.add(Box{});
  BOOST_TEST(box.empty());
  box.add(Point{1, 2});
  box.add(Point{3, -4});
  BOOST_CHECK(box == (Box{1, -4, 3, 2}));
  BOOST_CHECK(box.centre() == (Point{2, -1}));
}

BOOST_AUTO_TEST_CASE(an_open_ring_is_closed) {
  const Geometry g = make_area({{0, 0}, {1, 0}, {1, 1}});
  BOOST_TEST(g.points.size() == 4);
  BOOST_CHECK(g.points.front() == g.points.back());
  BOOST_TEST(g.parts() == 1);
}

BOOST_AUTO_TEST_CASE(holes_are_subtracted_whatever_their_direction) {
  Geometry g = square_with_hole();
  BOOST_TEST(area(g) == 96);
  std::reverse(g.points.begin() + 5, g.points.end());
  BOOST_TEST(area(g) == 96);
  BOOST_TEST(length(g) == 48);
}

BOOST_AUTO_TEST_CASE(areas_keep_their_digits_far_from_the_origin) {
  const Geometry near = square_with_hole();
  BOOST_TEST(area(moved(near, 33307845.125, 6005103.25)) == 96);
}

BOOST_AUTO_TEST_CASE(nan_infinity_and_absurd_coordinates_are_not_finite) {
  BOOST_TEST(is_finite(make_point({1e9, -1e9})));
  BOOST_TEST(!is_finite(make_point({std::nan(""), 0})));
  BOOST_TEST(!is_finite(make_point({0, INFINITY})));
  BOOST_TEST(!is_finite(make_point({1e300, 0})));
}

BOOST_AUTO_TEST_CASE(a_point_is_located_inside_outside_in_a_hole_and_on_every_border) {
  const Geometry g = square_with_hole();
  BOOST_CHECK(locate({1, 1}, g) == Side::inside);
  BOOST_CHECK(locate({3, 3}, g) == Side::outside);
  BOOST_CHECK(locate({11, 5}, g) == Side::outside);
  BOOST_CHECK(locate({-1, 10}, g) == Side::outside);
  BOOST_CHECK(locate({11, 0}, g) == Side::outside);
  BOOST_CHECK(locate({5, 0}, g) == Side::border);
  BOOST_CHECK(locate({0, 0}, g) == Side::border);
  BOOST_CHECK(locate({10, 10}, g) == Side::border);
  BOOST_CHECK(locate({2, 3}, g) == Side::border);
  BOOST_CHECK(locate({1, 4}, g) == Side::inside);
}

BOOST_AUTO_TEST_CASE(a_ray_through_vertices_counts_them_once) {
  const Geometry diamond = make_area({{0, -5}, {5, 0}, {0, 5}, {-5, 0}});
  BOOST_CHECK(locate({0, 0}, diamond) == Side::inside);
  BOOST_CHECK(locate({-6, 0}, diamond) == Side::outside);
  BOOST_CHECK(locate({-1, 5}, diamond) == Side::outside);
}

BOOST_AUTO_TEST_CASE(orientation_is_exact_where_floating_point_is_not) {
  // Points on the line y = x, half a unit in the last place apart: the plain formula answers at random here.
  const double tiny = std::ldexp(1.0, -53);
  for (int i = 0; i < 64; ++i)
    for (int j = 0; j < 64; ++j) {
      const Point p{0.5 + i * tiny * 2, 0.5 + j * tiny * 2};
      const int expected = j > i ? 1 : j < i ? -1 : 0;
      BOOST_REQUIRE_EQUAL(orientation({12, 12}, {24, 24}, p), expected);
    }
}

BOOST_AUTO_TEST_CASE(orientation_agrees_with_whole_numbers_and_changes_sign_with_the_order) {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<std::int64_t> any(-300000000, 300000000);
  for (int i = 0; i < 20000; ++i) {
    const std::int64_t ax = any(random), ay = any(random), bx = any(random), by = any(random);
    const bool on_line = i % 2 == 0;
    const std::int64_t cx = on_line ? 2 * bx - ax : any(random);
    const std::int64_t cy = on_line ? 2 * by - ay : any(random);
    const int expected = exact_sign(ax, ay, bx, by, cx, cy);
    BOOST_REQUIRE_EQUAL(orientation(at(ax, ay), at(bx, by), at(cx, cy)), expected);
    BOOST_REQUIRE_EQUAL(orientation(at(bx, by), at(ax, ay), at(cx, cy)), -expected);
  }
}

BOOST_AUTO_TEST_CASE(two_neighbours_share_no_point_and_lose_none) {
  // A diagonal border between two areas: each point is inside exactly one of them, or on the border of both.
  const Geometry left = make_area({{0, 0}, {7.3, 11.9}, {0, 11.9}});
  const Geometry right = make_area({{0, 0}, {7.3, 0}, {7.3, 11.9}});
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> x(0.001, 7.299), t(0.001, 0.999);
  for (int i = 0; i < 5000; ++i) {
    const double share = t(random);
    const Point p = i % 2 ? Point{x(random), t(random) * 11.9} : Point{share * 7.3, share * 11.9};
    const Side a = locate(p, left);
    const Side b = locate(p, right);
    BOOST_REQUIRE((a == Side::border) == (b == Side::border));
    if (a != Side::border) BOOST_REQUIRE((a == Side::inside) != (b == Side::inside));
  }
}

BOOST_AUTO_TEST_SUITE_END()
