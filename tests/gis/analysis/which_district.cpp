#include "gis/analysis/which_district.h"

#include <boost/test/unit_test.hpp>

#include "tests/gis/analysis/city.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(which_district)

namespace {

/// What the index must say, edge by edge of every district.
DistrictIndex::Hit slowly(const std::vector<DistrictPtr>& districts, Point p) {
  DistrictIndex::Hit hit;
  for (std::size_t i = 0; i < districts.size(); ++i) {
    const Side side = locate(p, districts[i]->geometry);
    if (side == Side::outside) continue;
    const bool lower = hit.district == DistrictIndex::nowhere ||
                       lower_code(districts[i]->code, districts[static_cast<std::size_t>(hit.district)]->code);
    if (lower) hit = {static_cast<std::int32_t>(i), side == Side::border};
  }
  return hit;
}

/// Vertices, middles of edges, and their next representable neighbours: where a rounding error would show.
std::vector<Point> delicate_points(const std::vector<DistrictPtr>& districts) {
  std::vector<Point> points;
  const auto around = [&](Point p) {
    const auto infinity = std::numeric_limits<double>::infinity();
    for (const Point q : {p, Point{std::nextafter(p.x, infinity), p.y}, Point{std::nextafter(p.x, -infinity), p.y},
                          Point{p.x, std::nextafter(p.y, infinity)}, Point{p.x, std::nextafter(p.y, -infinity)}})
      points.push_back(q);
  };
  for (const DistrictPtr& district : districts)
    for (std::size_t i = 1; i < district->geometry.points.size(); ++i) {
      const Point a = district->geometry.points[i - 1], b = district->geometry.points[i];
      around(b);
      around({(a.x + b.x) / 2, (a.y + b.y) / 2});
    }
  return points;
}

std::vector<Point> random_points(const std::vector<DistrictPtr>& districts, std::size_t count, unsigned seed) {
  Box box;
  for (const DistrictPtr& district : districts) box.add(bounds(district->geometry));
  box = box.grown(box.width() * 0.05);
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> x(box.min_x, box.max_x), y(box.min_y, box.max_y);
  std::vector<Point> points(count);
  for (Point& p : points) p = {x(random), y(random)};
  return points;
}

void expect_same_answers(const std::vector<DistrictPtr>& districts, const std::vector<Point>& points) {
  const DistrictIndex index(districts);
  std::vector<std::int32_t> many(points.size());
  index.locate(points, many);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const DistrictIndex::Hit expected = slowly(districts, points[i]), found = index.at(points[i]);
    if (found.district != expected.district || found.on_border != expected.on_border || many[i] != expected.district)
      ++wrong;
  }
  BOOST_TEST(wrong == 0U);
}

}  // namespace

BOOST_AUTO_TEST_CASE(random_points_get_the_answer_of_looking_at_every_edge) {
  const auto city = shaken_city(6, 5, 30, 1);
  expect_same_answers(city, random_points(city, 100000, 2));
}

BOOST_AUTO_TEST_CASE(points_on_vertices_and_edges_and_one_step_beside_them_are_exact) {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    const auto city = shaken_city(4, 3, 20, seed);
    expect_same_answers(city, delicate_points(city));
  }
}

BOOST_AUTO_TEST_CASE(squares_whose_sides_run_along_the_cells_are_exact) {
  std::vector<DistrictPtr> city;
  for (int i = 0; i < 16; ++i)
    city.push_back(district(i + 1, std::to_string(i + 1), square(i % 4 * 64, i / 4 * 64, 64)));
  std::vector<Point> points;
  for (int y = -4; y <= 260; ++y)
    for (int x = -4; x <= 260; ++x) points.push_back({static_cast<double>(x), static_cast<double>(y)});
  expect_same_answers(city, points);
}

BOOST_AUTO_TEST_CASE(holes_several_parts_overlaps_and_gaps_are_exact) {
  Geometry ring = make_area({{0, 0}, {100, 0}, {100, 100}, {0, 100}});
  const Geometry hole = make_area({{30, 30}, {30, 70}, {70, 70}, {70, 30}});
  ring.points.insert(ring.points.end(), hole.points.begin(), hole.points.end());
  ring.path_ends.push_back(static_cast<std::uint32_t>(ring.points.size()));
  ring.part_ends = {2};
  const Geometry island = square(40, 40, 20);
  ring.points.insert(ring.points.end(), island.points.begin(), island.points.end());
  ring.path_ends.push_back(static_cast<std::uint32_t>(ring.points.size()));
  ring.part_ends.push_back(3);
  const std::vector<DistrictPtr> city = {district(1, "B", ring), district(2, "A", square(60, 60, 60)),
                                         district(3, "C", square(-50, 10, 40)), district(4, "D", square(0, 0, 10))};
  auto points = random_points(city, 20000, 3);
  const auto delicate = delicate_points(city);
  points.insert(points.end(), delicate.begin(), delicate.end());
  expect_same_answers(city, points);
}

BOOST_AUTO_TEST_CASE(more_districts_in_a_cell_than_a_word_has_bits_are_still_exact) {
  std::vector<DistrictPtr> city;
  const int slices = 90;
  for (int i = 0; i < slices; ++i) {
    const auto tip = [&](int k) {
      const double angle = 2 * 3.14159265358979 * (k % slices) / slices;
      return Point{1000 * std::cos(angle), 1000 * std::sin(angle)};
    };
    city.push_back(district(i + 1, std::to_string(i + 1), make_area({{0, 0}, tip(i), tip(i + 1)})));
  }
  auto points = delicate_points(city);
  const auto more = random_points(city, 5000, 4);
  points.insert(points.end(), more.begin(), more.end());
  expect_same_answers(city, points);
}

BOOST_AUTO_TEST_CASE(a_point_that_is_no_point_lies_nowhere) {
  const DistrictIndex index({district(1, "A", square(0, 0, 10))});
  const double nan = std::numeric_limits<double>::quiet_NaN();
  BOOST_TEST(index.at({nan, 5}).district == DistrictIndex::nowhere);
  BOOST_TEST(index.at({5, std::numeric_limits<double>::infinity()}).district == DistrictIndex::nowhere);
  BOOST_TEST(DistrictIndex({}).at({5, 5}).district == DistrictIndex::nowhere);
}

BOOST_AUTO_TEST_CASE(codes_of_digits_are_ordered_as_numbers) {
  BOOST_TEST(lower_code("9", "10"));
  BOOST_TEST(!lower_code("10", "9"));
  BOOST_TEST(lower_code("01", "2"));
  BOOST_TEST(lower_code("A", "B"));
  // One order for mixed codes too: 9 < 10 < 1a, never round in a circle.
  BOOST_TEST(lower_code("10", "1a"));
  BOOST_TEST(lower_code("9", "1a"));
  BOOST_TEST(!lower_code("1a", "9"));
}

BOOST_AUTO_TEST_CASE(shares_of_lines_and_areas_inside_the_city_sum_to_one) {
  const Plan plan = plan_of(shaken_city(5, 5, 12, 7));
  const DistrictIndex index(plan.districts);
  std::mt19937 random(8);
  std::uniform_real_distribution<double> x(308500, 312000), y(6000500, 6004000), size(10, 900);
  for (int i = 0; i < 60; ++i) {
    const Point a{x(random), y(random)};
    const double s = size(random);
    const Measure measured = i % 2 == 0
                                 ? measure(1, Placement::area, square(a.x, a.y, s))
                                 : measure(1, Placement::line, make_line({a, {a.x + s, a.y}, {a.x + s, a.y + s}}));
    double sum = 0;
    for (const DistrictShare& share : districts_of_measure(measured, plan, index)) sum += share.share;
    BOOST_TEST(sum == 1.0, boost::test_tools::tolerance(1e-9));
  }
}

namespace {
Plan two_squares() {
  return plan_of({district(1, "A", square(0, 0, 100)), district(2, "B", square(100, 0, 100))});
}
std::vector<DistrictShare> shares(const Plan& plan, const Measure& m) {
  return districts_of_measure(m, plan, *district_index(plan));
}
}  // namespace

BOOST_AUTO_TEST_CASE(what_lies_outside_has_no_share) {
  const auto found = shares(two_squares(), measure(1, Placement::area, square(150, 50, 100)));
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found[0].district == 2);
  BOOST_TEST(found[0].share == 0.25, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(shares(two_squares(), measure(1, Placement::point, make_point({500, 500}))).empty());
}

BOOST_AUTO_TEST_CASE(a_street_along_a_border_belongs_to_the_lower_code_and_says_so) {
  const auto found = shares(two_squares(), measure(1, Placement::line, make_line({{100, 10}, {100, 90}})));
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found[0].district == 1);
  BOOST_TEST(found[0].share == 1.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(found[0].on_border);
}

BOOST_AUTO_TEST_CASE(a_street_that_only_crosses_a_border_is_not_on_it) {
  const auto found = shares(two_squares(), measure(1, Placement::line, make_line({{70, 50}, {110, 50}})));
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].share == 0.75, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(!found[0].on_border);
  BOOST_TEST(!found[1].on_border);
}

BOOST_AUTO_TEST_CASE(sites_share_by_their_number) {
  const auto found =
      shares(two_squares(), measure(1, Placement::sites, make_points({{150, 1}, {160, 2}, {50, 3}, {900, 3}})));
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].district == 2);
  BOOST_TEST(found[0].share == 0.5);
  BOOST_TEST(found[1].share == 0.25);
}

BOOST_AUTO_TEST_CASE(a_measure_for_the_city_is_shared_by_area_and_none_has_nothing) {
  Plan plan = plan_of({district(1, "A", square(0, 0, 100)), district(2, "B", square(100, 0, 300))});
  const auto found = shares(plan, measure(1, Placement::city, {}));
  BOOST_REQUIRE(found.size() == 2U);
  BOOST_TEST(found[0].district == 2);
  BOOST_TEST(found[0].share == 0.9, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(shares(plan, measure(1, Placement::none, {})).empty());
}

BOOST_AUTO_TEST_CASE(a_named_district_is_found_on_every_level) {
  Plan plan = plan_of({district(1, "A", square(0, 0, 100)), district(11, "01", square(0, 0, 50), 2, 1),
                       district(12, "02", make_area({{50, 0}, {100, 0}, {100, 75}, {50, 75}}), 2, 1)});
  plan.levels.push_back({2, "Parts", 1});
  Measure named = measure(1, Placement::district, {});
  named.location.districts = {1};
  const auto parts = shares(plan, named);
  BOOST_REQUIRE(parts.size() == 2U);
  BOOST_TEST(parts[0].district == 12);
  BOOST_TEST(parts[0].share == 0.6, boost::test_tools::tolerance(1e-12));
  named.location.districts = {11};
  const auto whole = districts_of_measure(named, plan, *district_index(plan, 1));
  BOOST_REQUIRE(whole.size() == 1U);
  BOOST_TEST(whole[0].district == 1);
  BOOST_TEST(whole[0].share == 1.0);
}

BOOST_AUTO_TEST_CASE(the_index_of_unchanged_districts_is_kept) {
  const Plan plan = two_squares();
  Plan changed = plan;
  add(changed, measure(5, Placement::city, {}));
  BOOST_TEST(district_index(plan).get() == district_index(changed).get());
  BOOST_TEST(district_index(plan).get() != district_index(two_squares()).get());
}

BOOST_AUTO_TEST_SUITE_END()
