// Meeting what is there, and adding and removing corners.

#include "tests/viewer/map/shown.h"
#include "viewer/map/places.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

/// The small plan with a selected area, a triangle.
struct Triangle : Shown {
  Triangle() {
    Measure park = named("Park");
    park.location = {Placement::area, make_area({{308500, 6000500}, {309500, 6000500}, {309500, 6001500}}), {}, {}};
    document.apply(add_measures({park}));
    document.select_measures({newest().id});
    map.set_snaps(false);
    map.setFocus();
    settle();
  }
  const std::vector<Point>& corners() const { return newest().location.geometry.points; }
};

const Point middle_of_edge{309000, 6000500};

}  // namespace

BOOST_AUTO_TEST_SUITE(corners)

BOOST_FIXTURE_TEST_CASE(a_drawn_corner_meets_a_district_exactly, Shown) {
  map.use(ToolKind::line);
  QTest::mouseClick(&map, Qt::LeftButton, {}, at({310000, 6000000}) + QPoint(5, -5));
  click({308700, 6000700});
  QTest::keyClick(&map, Qt::Key_Return);
  BOOST_TEST((newest().location.geometry.points.front() == Point{310000, 6000000}));
}

BOOST_FIXTURE_TEST_CASE(alt_control_and_the_menu_set_the_pointer_free, Shown) {
  const QPoint near = at({310000, 6000000}) + QPoint(5, -5);
  const Point there = map.camera().to_ground(near);
  for (const auto key : {Qt::AltModifier, Qt::ControlModifier}) {
    map.use(ToolKind::point);
    QTest::mouseClick(&map, Qt::LeftButton, key, near);
    BOOST_TEST((newest().location.geometry.points.front() == there));
    document.select_measures({});
  }
  map.set_snaps(false);
  map.use(ToolKind::point);
  QTest::mouseClick(&map, Qt::LeftButton, {}, near);
  BOOST_TEST((newest().location.geometry.points.front() == there));
}

BOOST_FIXTURE_TEST_CASE(what_is_met_is_marked_until_the_pointer_goes_on, WithLayer) {
  show_features({{"Wald", make_area({{308200, 6000200}, {308900, 6000200}, {308900, 6000900}})}});
  map.use(ToolKind::point);
  move(at({308900, 6000900}) + QPoint(3, 3), {}, Qt::NoButton);
  BOOST_REQUIRE(map.met().has_value());
  BOOST_TEST((map.met()->at == Point{308900, 6000900}));
  BOOST_TEST(map.met()->vertex);
  move(at({309500, 6001500}), {}, Qt::NoButton);
  BOOST_TEST(!map.met().has_value());
}

BOOST_FIXTURE_TEST_CASE(a_dragged_corner_meets_other_things_but_not_its_own_shape, Triangle) {
  map.set_snaps(true);
  drag(at({309500, 6001500}), at({310000, 6002000}) + QPoint(-4, 4));
  BOOST_TEST((corners()[2] == Point{310000, 6002000}));
  drag(at({310000, 6002000}), at({308500, 6000500}) + QPoint(5, -5));
  BOOST_TEST((corners()[2] != Point{308500, 6000500}));
}

BOOST_FIXTURE_TEST_CASE(a_double_click_on_an_edge_adds_a_corner_as_one_step, Triangle) {
  click(middle_of_edge);
  QTest::mouseDClick(&map, Qt::LeftButton, {}, at(middle_of_edge));
  BOOST_REQUIRE(corners().size() == 5U);
  close_to(corners()[1], middle_of_edge, 2 * map.camera().metres_per_pixel);
  BOOST_TEST((document.selected_measures() == std::vector<Id>{newest().id}));
  document.undo();
  BOOST_TEST(corners().size() == 4U);
}

BOOST_FIXTURE_TEST_CASE(control_and_a_click_on_an_edge_adds_a_corner_too, Triangle) {
  click(middle_of_edge, Qt::ControlModifier);
  BOOST_TEST(corners().size() == 5U);
  BOOST_TEST((document.selected_measures() == std::vector<Id>{newest().id}));
}

BOOST_FIXTURE_TEST_CASE(a_right_click_on_a_corner_removes_it_but_three_stay, Triangle) {
  click(middle_of_edge, Qt::ControlModifier);
  QTest::mouseClick(&map, Qt::RightButton, {}, at({308500, 6000500}));  // the ring's first
  BOOST_REQUIRE(corners().size() == 4U);
  BOOST_TEST((corners().front() == corners().back()));
  BOOST_TEST((corners()[1] == Point{309500, 6000500}));
  QTest::mouseClick(&map, Qt::RightButton, {}, at({309500, 6000500}));
  BOOST_TEST(corners().size() == 4U);
  document.undo();
  BOOST_TEST((corners().front() == Point{308500, 6000500}));
}

BOOST_FIXTURE_TEST_CASE(delete_removes_the_corner_under_the_pointer_and_not_the_measure, Triangle) {
  click(middle_of_edge, Qt::ControlModifier);
  move(at({309500, 6001500}), {}, Qt::NoButton);
  QTest::keyClick(&map, Qt::Key_Delete);
  BOOST_TEST(corners().size() == 4U);
  BOOST_TEST(document.plan()->measures.size() == 3U);
}

BOOST_FIXTURE_TEST_CASE(the_keys_choose_move_add_and_remove_corners, Triangle) {
  QTest::keyClick(&map, Qt::Key_C);
  QTest::keyClick(&map, Qt::Key_C);  // the second
  QTest::keyClick(&map, Qt::Key_Right, Qt::AltModifier);
  QTest::keyClick(&map, Qt::Key_Right, Qt::AltModifier);
  BOOST_TEST(std::abs(corners()[1].x - 309500 - 8 * map.camera().metres_per_pixel) < 1e-6);
  BOOST_TEST((corners()[0] == Point{308500, 6000500}));
  document.undo();
  BOOST_TEST(corners()[1].x == 309500);
  QTest::keyClick(&map, Qt::Key_Insert);
  BOOST_REQUIRE(corners().size() == 5U);
  BOOST_TEST((corners()[2] == Point{309500, 6001000}));
  QTest::keyClick(&map, Qt::Key_Delete);
  BOOST_TEST(corners().size() == 4U);
  QTest::keyClick(&map, Qt::Key_C, Qt::ShiftModifier);
  QTest::keyClick(&map, Qt::Key_Escape);
  BOOST_TEST(!document.selected_measures().empty());  // the first Esc lets the corner go
}

BOOST_FIXTURE_TEST_CASE(of_two_sites_one_is_left_as_a_point, Shown) {
  Measure sites = named("Räder");
  sites.location = {Placement::sites, make_points({{308500, 6000500}, {309500, 6000500}}), {}, {}};
  document.apply(add_measures({sites}));
  document.select_measures({newest().id});
  settle();
  QTest::mouseClick(&map, Qt::RightButton, {}, at({308500, 6000500}));
  BOOST_TEST((newest().location.placement == Placement::point));
  BOOST_TEST((newest().location.geometry.points == std::vector<Point>{{309500, 6000500}}));
}

BOOST_AUTO_TEST_CASE(a_line_keeps_its_two_ends) {
  const Location line{Placement::line, make_line({{0, 0}, {1, 0}}), {}, {}};
  BOOST_TEST(!without_corner(line, 0).has_value());
}

BOOST_AUTO_TEST_CASE(corners_of_a_hole_leave_the_shell_alone) {
  Geometry area = make_area({{0, 0}, {10, 0}, {10, 10}, {0, 10}});
  const Geometry hole = make_area({{2, 2}, {4, 2}, {4, 4}, {2, 4}});
  area.points.insert(area.points.end(), hole.points.begin(), hole.points.end());
  area.path_ends = {5, 10};
  area.part_ends = {2};
  const Geometry more = with_new_corner(area, 6, {3, 2});
  BOOST_TEST((more.path_ends == std::vector<std::uint32_t>{5, 11}));
  BOOST_TEST((more.points[6] == Point{3, 2}));
  const auto less = without_corner({Placement::area, more, {}, {}}, 10);  // the hole's closing coordinate
  BOOST_REQUIRE(less.has_value());
  BOOST_TEST((less->geometry.path_ends == std::vector<std::uint32_t>{5, 10}));
  BOOST_TEST((less->geometry.points[5] == Point{3, 2}));
  BOOST_TEST((less->geometry.points[9] == Point{3, 2}));
  const auto edge = edge_at(area, {3, 1.9}, 0.5);
  BOOST_REQUIRE(edge.has_value());
  BOOST_TEST(edge->before == 6U);
}

BOOST_AUTO_TEST_SUITE_END()
