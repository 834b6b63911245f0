#include "gis/geometry/overlay.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <thread>

using namespace smile;

namespace {

Geometry square(double x, double y, double size) {
  return make_area({{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}});
}
Geometry bow_tie() {
  return make_area({{0, 0}, {4, 4}, {4, 0}, {0, 4}});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(overlay)

BOOST_AUTO_TEST_CASE(a_bow_tie_is_found_and_repaired_into_its_two_wings) {
  BOOST_TEST(validity(square(0, 0, 1)).valid);
  const Validity found = validity(bow_tie());
  BOOST_TEST(!found.valid);
  BOOST_TEST(found.reason.find("Self-intersection") != std::string::npos);
  BOOST_CHECK(found.where == (Point{2, 2}));
  const Geometry good = repaired(bow_tie());
  BOOST_TEST(validity(good).valid);
  BOOST_TEST(area(good) == 8);
  BOOST_TEST(good.parts() == 2);
}

BOOST_AUTO_TEST_CASE(rings_that_are_too_short_are_invalid_and_vanish) {
  const Geometry spike{GeometryKind::area, {{0, 0}, {1, 1}, {0, 0}}, {3}, {1}};
  BOOST_TEST(!validity(spike).valid);
  BOOST_TEST(repaired(spike).empty());
  const Geometry one{GeometryKind::line, {{0, 0}}, {1}, {}};
  BOOST_TEST(!validity(one).valid);
  BOOST_TEST(repaired(one).empty());
}

BOOST_AUTO_TEST_CASE(infinite_coordinates_never_reach_geos) {
  const Geometry bad = make_area({{0, 0}, {1, 0}, {INFINITY, 1}});
  BOOST_CHECK_THROW(validity(bad), std::invalid_argument);
  BOOST_CHECK_THROW(repaired(bad), std::invalid_argument);
  BOOST_CHECK_THROW(intersection(bad, square(0, 0, 1)), std::invalid_argument);
  BOOST_CHECK_THROW(label_point(bad), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(what_two_squares_share_unite_and_leave) {
  const Geometry a = square(0, 0, 4);
  const Geometry b = square(2, 2, 4);
  BOOST_TEST(area(intersection(a, b)) == 4);
  BOOST_TEST(area(united({a, b})) == 28);
  BOOST_TEST(area(difference(a, b)) == 12);
  BOOST_TEST(intersects(a, b));
  BOOST_TEST(!intersects(a, square(9, 9, 1)));
}

BOOST_AUTO_TEST_CASE(areas_that_only_touch_share_no_area) {
  const Geometry shared = intersection(square(0, 0, 1), square(1, 0, 1));
  BOOST_TEST(shared.empty());
  BOOST_CHECK(shared.kind == GeometryKind::area);
}

BOOST_AUTO_TEST_CASE(a_line_is_cut_at_the_border) {
  const Geometry cut = intersection(make_line({{-1, 0.5}, {3, 0.5}}), square(0, 0, 1));
  BOOST_CHECK(cut.kind == GeometryKind::line);
  BOOST_TEST(length(cut) == 1);
}

BOOST_AUTO_TEST_CASE(a_label_point_lies_in_the_widest_part) {
  Geometry two = square(0, 0, 1);
  const Geometry large = square(10, 10, 8);
  two.points.insert(two.points.end(), large.points.begin(), large.points.end());
  two.path_ends.push_back(10);
  two.part_ends.push_back(2);
  const Point p = label_point(two);
  BOOST_TEST(std::hypot(p.x - 14, p.y - 14) < 0.2);
  const Geometry u = make_area({{0, 0}, {9, 0}, {9, 9}, {6, 9}, {6, 1}, {1, 1}, {1, 9}, {0, 9}});
  BOOST_CHECK(locate(label_point(u), u) == Side::inside);
  BOOST_CHECK(label_point(make_point({3, 4})) == (Point{3, 4}));
  BOOST_CHECK(label_point(make_line({{0, 0}, {4, 0}})) == (Point{2, 0}));
}

BOOST_AUTO_TEST_CASE(simplified_keeps_the_corners) {
  const Geometry g = make_area({{0, 0}, {5, 0.001}, {10, 0}, {10, 10}, {0, 10}});
  BOOST_TEST(simplified(g, 0.1).points.size() == 5);
}

BOOST_AUTO_TEST_CASE(several_threads_work_at_once) {
  std::vector<std::jthread> threads;
  std::vector<double> areas(4);
  for (std::size_t i = 0; i < areas.size(); ++i)
    threads.emplace_back([&areas, i] {
      for (int n = 0; n < 200; ++n) areas[i] += area(intersection(square(0, 0, 4), square(2, 2, 4)));
    });
  threads.clear();
  for (const double sum : areas) BOOST_TEST(sum == 800);
}

BOOST_AUTO_TEST_SUITE_END()
