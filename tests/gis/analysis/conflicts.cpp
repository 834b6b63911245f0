#include "gis/analysis/conflicts.h"

#include <boost/test/unit_test.hpp>
#include <chrono>

#include "gis/geometry/overlay.h"
#include "tests/gis/analysis/city.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(conflicts_)

namespace {

const auto close = boost::test_tools::tolerance(1e-9);

Places places(const std::vector<Geometry>& shapes) {
  Places out;
  for (const Geometry& shape : shapes) {
    out.shapes.push_back(shape);
    out.names.push_back("area " + std::to_string(out.shapes.size()));
  }
  return out;
}

Conflicts of(Measure one, const std::vector<Geometry>& shapes) {
  Plan plan = plan_of({});
  add(plan, std::move(one));
  return conflicts(plan, places(shapes));
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_area_conflicts_by_square_metres_and_share) {
  const Conflicts found = of(measure(1, Placement::area, square(0, 0, 100)), {square(50, 0, 100), square(500, 0, 10)});
  BOOST_REQUIRE(found.measures.size() == 1U);
  const MeasureConflicts& one = found.measures[0];
  BOOST_TEST(one.amount == 5000.0, close);
  BOOST_TEST(one.share == 0.5, close);
  BOOST_REQUIRE(one.areas.size() == 1U);
  BOOST_TEST(one.areas[0].name == "area 1");
  BOOST_TEST(one.areas[0].amount == 5000.0, close);
}

BOOST_AUTO_TEST_CASE(a_line_conflicts_by_metres) {
  const Conflicts found =
      of(measure(1, Placement::line, make_line({{-50, 50}, {250, 50}})), {square(0, 0, 100), square(200, 0, 100)});
  BOOST_TEST(found.measures.at(0).whole == 300.0, close);
  BOOST_TEST(found.measures[0].amount == 150.0, close);
  BOOST_TEST(found.measures[0].areas[0].amount == 100.0, close);
  BOOST_TEST(found.measures[0].areas[1].share == 1.0 / 6, close);
}

BOOST_AUTO_TEST_CASE(points_and_sites_are_in_or_out_and_on_the_border_in) {
  const Geometry sites = make_points({{50, 50}, {100, 50}, {101, 50}, {60, 60}});
  const Conflicts found = of(measure(1, Placement::sites, sites), {square(0, 0, 100), square(55, 55, 10)});
  BOOST_TEST(found.measures.at(0).amount == 3.0);
  BOOST_TEST(found.measures[0].share == 0.75);
  BOOST_TEST(found.measures[0].areas[0].amount == 3.0);
  BOOST_TEST(found.measures[0].areas[1].amount == 1.0);
  BOOST_TEST(of(measure(2, Placement::point, make_point({7, 7})), {square(8, 8, 9)}).measures.empty());
}

BOOST_AUTO_TEST_CASE(where_areas_overlap_the_sum_counts_once) {
  const Conflicts found = of(measure(1, Placement::area, square(0, 0, 100)),
                             {square(-50, 0, 100), square(0, 0, 60), square(0, 0, 60), square(20, 20, 10)});
  const MeasureConflicts& one = found.measures.at(0);
  BOOST_REQUIRE(one.areas.size() == 4U);
  BOOST_TEST(one.amount == 50.0 * 100 + 10.0 * 60, close);
  BOOST_TEST(one.areas[0].amount == 5000.0, close);
  BOOST_TEST(one.areas[3].amount == 100.0, close);
}

BOOST_AUTO_TEST_CASE(what_only_touches_is_no_conflict) {
  BOOST_TEST(of(measure(1, Placement::area, square(0, 0, 100)), {square(100, 0, 100)}).measures.empty());
  BOOST_TEST(of(measure(1, Placement::line, make_line({{0, 0}, {100, 0}})), {square(100, 0, 9)}).measures.empty());
}

BOOST_AUTO_TEST_CASE(the_largest_share_comes_first) {
  Plan plan = plan_of({});
  add(plan, measure(1, Placement::area, square(0, 0, 100)));
  add(plan, measure(2, Placement::point, make_point({90, 5})));
  add(plan, measure(3, Placement::area, square(80, 0, 40)));
  add(plan, measure(4, Placement::city, {}));
  add(plan, measure(5, Placement::none, {}));
  add(plan, measure(6, Placement::point, make_point({-90, 5})));
  const Conflicts found = conflicts(plan, places({square(80, 0, 30)}));
  BOOST_REQUIRE(found.measures.size() == 3U);
  BOOST_TEST(found.measures[0].measure == 2);
  BOOST_TEST(found.measures[1].measure == 3);
  BOOST_TEST(found.measures[2].measure == 1);
  BOOST_TEST(found.compared == 4);
  BOOST_TEST(found.without_place == 2);
}

BOOST_AUTO_TEST_CASE(invalid_areas_are_repaired_and_said_only_where_it_matters) {
  const Geometry bow = make_area({{0, 0}, {100, 100}, {100, 0}, {0, 100}});
  Geometry far = moved(bow, 9000, 9000);
  const Conflicts found = of(measure(1, Placement::area, square(0, 0, 100)), {bow, far});
  BOOST_TEST(found.measures.at(0).amount == 5000.0, close);
  BOOST_REQUIRE(found.issues.size() == 1U);
  BOOST_TEST(found.issues[0].kind == "area_repaired");
  BOOST_TEST(in(Language::english, found.issues[0].message).find("area 1") != std::string::npos);
  const Conflicts drawn_badly = of(measure(7, Placement::area, bow), {square(0, 0, 200)});
  BOOST_TEST(drawn_badly.measures.at(0).share == 1.0, close);
  BOOST_TEST(drawn_badly.issues.at(0).measure == 7);
}

BOOST_AUTO_TEST_CASE(shapes_that_are_no_areas_and_holes_hold_nothing) {
  const Conflicts lines = of(measure(1, Placement::area, square(0, 0, 100)), {make_line({{0, 0}, {50, 50}})});
  BOOST_TEST(lines.areas == 0);
  BOOST_TEST(lines.measures.empty());
  const Geometry ring = difference(square(0, 0, 100), square(10, 10, 80));
  BOOST_TEST(of(measure(1, Placement::point, make_point({50, 50})), {ring}).measures.empty());
  BOOST_TEST(of(measure(1, Placement::point, make_point({5, 50})), {ring}).measures.size() == 1U);
}

BOOST_AUTO_TEST_CASE(many_are_compared_as_each_with_each) {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> at(0, 20000), size(1, 400);
  std::vector<Geometry> shapes;
  for (int i = 0; i < 10'000; ++i) shapes.push_back(square(at(random), at(random), size(random)));
  shapes.push_back(square(-100, -100, 25000));
  Plan plan = plan_of({});
  for (int i = 0; i < 250; ++i) {
    const Point p{at(random), at(random)};
    const double s = size(random);
    if (i % 3 == 0)
      add(plan, measure(i + 1, Placement::area, square(p.x, p.y, s)));
    else if (i % 3 == 1)
      add(plan, measure(i + 1, Placement::line, make_line({p, {p.x + s, p.y + s / 2}})));
    else
      add(plan, measure(i + 1, Placement::point, make_point(p)));
  }
  const auto begin = std::chrono::steady_clock::now();
  const Conflicts found = conflicts(plan, places(shapes));
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  BOOST_TEST_MESSAGE("250 measures × 10,001 areas: " << took.count() << " s");
  BOOST_TEST(found.measures.size() == 250U);
  for (std::size_t k = 0; k < found.measures.size(); k += 10) {
    const MeasureConflicts& one = found.measures[k];
    std::vector<Geometry> met;
    const Geometry& own = find_measure(plan, one.measure)->location.geometry;
    for (const Geometry& shape : shapes)
      if (one.kind == GeometryKind::point ? locate(own.points[0], shape) != Side::outside : intersects(own, shape))
        met.push_back(shape);
    BOOST_TEST(one.areas.size() == met.size());
    BOOST_TEST(one.share == 1.0, close);
    if (one.kind == GeometryKind::area) BOOST_TEST(area(intersection(own, united(met))) == one.amount, close);
  }
}

BOOST_AUTO_TEST_CASE(work_that_nobody_wants_any_more_stops) {
  Plan plan = plan_of({});
  add(plan, measure(1, Placement::point, make_point({5, 5})));
  std::stop_source stop;
  stop.request_stop();
  BOOST_CHECK_THROW(conflicts(plan, places({square(0, 0, 9)}), Progress(stop.get_token(), {})), Error);
}

BOOST_AUTO_TEST_CASE(the_answer_says_what_it_means) {
  ConflictAnswer said{"Naturschutz", of(measure(1, Placement::point, make_point({5, 5})), {square(0, 0, 9)}), {}, {}};
  BOOST_TEST(in(Language::english, sentences_of(said)[0]) ==
             "1 of 1 measures lies at least partly in “Naturschutz”, wholly: 1.");
  said.found.without_place = 2;
  BOOST_TEST(in(Language::english, sentences_of(said)[1]).find("2 measures were not compared") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
