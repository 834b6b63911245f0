#include "layers/shapes.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "tests/support/sample.h"

using namespace smile;
using namespace smile::layers;

namespace {

double distance_to_line(Point p, std::span<const Point> line) {
  double best = INFINITY;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double dx = line[i].x - line[i - 1].x;
    const double dy = line[i].y - line[i - 1].y;
    const double t = std::clamp(
        ((p.x - line[i - 1].x) * dx + (p.y - line[i - 1].y) * dy) / std::max(dx * dx + dy * dy, 1e-12), 0.0, 1.0);
    best = std::min(best, std::hypot(p.x - line[i - 1].x - t * dx, p.y - line[i - 1].y - t * dy));
  }
  return best;
}

std::vector<Point> wavy_line() {
  std::vector<Point> points;
  for (int i = 0; i <= 2000; ++i) points.push_back({i * 3.0, 80 * std::sin(i / 90.0) + 7 * std::sin(i / 5.0)});
  return points;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shapes_suite)

BOOST_AUTO_TEST_CASE(a_simplified_line_is_never_off_by_more_than_asked) {
  const Line line(wavy_line());
  std::size_t last = line.all().size() + 1;
  for (const double tolerance : {0.0, 0.3, 1.0, 4.0, 20.0, 300.0}) {
    const auto simple = line.at(tolerance);
    for (const Point& p : line.all()) BOOST_TEST(distance_to_line(p, simple) <= tolerance + 1e-9);
    BOOST_TEST(simple.size() <= last);
    BOOST_TEST((simple.front() == line.all().front() && simple.back() == line.all().back()));
    last = simple.size();
  }
  BOOST_TEST(last < 10U);
}

BOOST_AUTO_TEST_CASE(a_border_between_two_districts_is_one_arc) {
  const Plan plan = tests::sample_plan();
  const LevelShapesPtr shapes = level_shapes(plan.levels[0], districts_of(plan, 1));
  double length = 0;
  for (const Line& arc : shapes->arcs) {
    const auto points = arc.all();
    for (std::size_t i = 1; i < points.size(); ++i)
      length += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  }
  BOOST_TEST(length == 20000 + 6000 + 2 * 4000,
             boost::test_tools::tolerance(1e-12));  // outline, one row inside, two columns
}

BOOST_AUTO_TEST_CASE(rings_put_together_from_arcs_are_the_districts) {
  const Plan plan = tests::sample_plan();
  const LevelShapesPtr shapes = level_shapes(plan.levels[1], districts_of(plan, 2));
  for (const DistrictShape& shape : shapes->districts) {
    std::vector<Point> ring;
    for (const std::int32_t arc : shape.rings.at(0)) {
      auto points = std::vector<Point>(shapes->arcs[static_cast<std::size_t>(arc >= 0 ? arc : ~arc)].all().begin(),
                                       shapes->arcs[static_cast<std::size_t>(arc >= 0 ? arc : ~arc)].all().end());
      if (arc < 0) std::reverse(points.begin(), points.end());
      if (!ring.empty()) BOOST_TEST((ring.back() == points.front()));
      ring.insert(ring.end(), points.begin(), points.end());
    }
    BOOST_TEST((ring.front() == ring.back()));
    BOOST_TEST(area(make_area(ring)) == shape.district->area_m2, boost::test_tools::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(an_enclave_shares_its_border_with_the_hole) {
  District outer = *tests::square(1, 1, "A", "Außen", 0, 0, 1000);
  const std::vector<Point> hole{{400, 400}, {400, 600}, {600, 600}, {600, 400}, {400, 400}};
  outer.geometry.points.insert(outer.geometry.points.end(), hole.begin(), hole.end());
  outer.geometry.path_ends.push_back(static_cast<std::uint32_t>(outer.geometry.points.size()));
  outer.geometry.part_ends.back() = 2;
  const std::vector<DistrictPtr> districts{std::make_shared<District>(outer),
                                           tests::square(2, 1, "B", "Innen", 400, 400, 200)};
  const LevelShapesPtr shapes = level_shapes({1, "Stufe", 0}, districts);
  BOOST_TEST(shapes->arcs.size() == 2U);
  BOOST_TEST(shapes->districts[0].rings.size() == 2U);
  BOOST_TEST(std::abs(shapes->districts[1].rings[0][0] ^ shapes->districts[0].rings[1][0]) <=
             1);  // the same arc, perhaps backwards
}

BOOST_AUTO_TEST_CASE(boxes_for_names_lie_inside_the_area) {
  std::vector<Point> points;
  for (int i = 0; i < 200; ++i) {
    const double angle = 2 * std::numbers::pi * i / 200;
    const double radius = 1000 + 350 * std::sin(5 * angle);
    points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  const Geometry star = make_area(points);
  const Slices slices(star);
  const Box view = bounds(star);
  for (const double width : {100.0, 400.0, 900.0})
    for (const Point& p : slices.places_for(width, width / 5, view, slices.roomiest()))
      for (const double x : {-0.5, 0.0, 0.5})
        for (const double y : {-0.5, 0.5})
          BOOST_TEST((locate({p.x + x * width, p.y + y * width / 5}, star) == Side::inside));
  BOOST_TEST(!slices.places_for(400, 80, view, {}).empty());
  BOOST_TEST(slices.places_for(3000, 80, view, {}).empty());
}

BOOST_AUTO_TEST_CASE(names_stay_in_the_part_that_is_seen) {
  const Slices slices(make_area({{0, 0}, {10000, 0}, {10000, 10000}, {0, 10000}}));
  BOOST_TEST(slices.covered({2000, 2000, 3000, 3000}) == 1, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(slices.covered({-1000, 2000, 1000, 3000}) == 0.5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(slices.covered({9000, 9000, 11000, 11000}) == 0.25, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(slices.covered({11000, 0, 12000, 1000}) == 0);
  const Box view{100, 100, 2100, 1100};
  const auto places = slices.places_for(400, 100, view, {5000, 5000});
  BOOST_TEST_REQUIRE(!places.empty());
  for (const Point& p : places)
    BOOST_TEST((view.contains({p.x - 200, p.y - 50}) && view.contains({p.x + 200, p.y + 50})));
}

BOOST_AUTO_TEST_CASE(the_same_districts_are_prepared_once) {
  const Plan plan = tests::sample_plan();
  Plan edited = plan;
  edited.measures.pop_back();
  BOOST_TEST(level_shapes(plan.levels[0], districts_of(plan, 1)) ==
             level_shapes(edited.levels[0], districts_of(edited, 1)));
  BOOST_TEST(measure_shape(plan.measures[3]) == measure_shape(edited.measures[3]));
}

BOOST_AUTO_TEST_CASE(a_line_carries_its_symbol_in_its_middle) {
  const MeasurePtr line =
      tests::measure(1, Block::none, Phase::idea, {Placement::line, make_line({{0, 0}, {100, 0}, {100, 300}}), {}, {}});
  const MeasureShapePtr shape = measure_shape(line);
  BOOST_TEST_REQUIRE(shape->symbols.size() == 1U);
  BOOST_TEST((shape->symbols[0] == Point{100, 100}));
}

BOOST_AUTO_TEST_SUITE_END()
