#include "viewer/map/map_view.h"

#include <QSignalSpy>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "tests/viewer/map/shown.h"
#include "viewer/map/context_menu.h"

#include <QMenu>

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

const Point bench_place{309000, 6001000};
const Point empty_west{308300, 6000300};
const Point empty_east{311500, 6001500};

}  // namespace

BOOST_AUTO_TEST_SUITE(map_view)

BOOST_FIXTURE_TEST_CASE(the_map_begins_with_the_whole_city, Shown) {
  const Box city = extent(*document.plan());
  const Box seen = map.camera().ground();
  BOOST_TEST((seen.contains({city.min_x, city.min_y}) && seen.contains({city.max_x, city.max_y})));
}

BOOST_FIXTURE_TEST_CASE(the_wheel_keeps_the_ground_under_the_pointer, Shown) {
  const QPoint pointer(123, 456);
  for (const int delta : {120, 240, -120, -360, 15}) {
    const Point before = map.camera().to_ground(pointer);
    const double scale = map.camera().metres_per_pixel;
    wheel(pointer, delta);
    close_to(map.camera().to_ground(pointer), before, 1e-6);
    BOOST_TEST((delta > 0) == (map.camera().metres_per_pixel < scale));
  }
}

BOOST_FIXTURE_TEST_CASE(dragging_empty_ground_keeps_it_under_the_pointer, Shown) {
  const QPoint from = at(empty_west);
  const Point grabbed = map.camera().to_ground(from);
  drag(from, from + QPoint(150, -90));
  close_to(map.camera().to_ground(from + QPoint(150, -90)), grabbed, 1e-6);
  BOOST_TEST(!document.can_undo());
}

BOOST_FIXTURE_TEST_CASE(the_middle_button_and_space_pan_with_every_tool, Shown) {
  map.use(ToolKind::area);
  const QPoint from(400, 300);
  Point grabbed = map.camera().to_ground(from);
  QTest::mousePress(&map, Qt::MiddleButton, {}, from);
  move({450, 320}, {}, Qt::MiddleButton);
  QTest::mouseRelease(&map, Qt::MiddleButton, {}, {450, 320});
  close_to(map.camera().to_ground(QPointF(450, 320)), grabbed, 1e-6);
  grabbed = map.camera().to_ground(from);
  QTest::keyPress(&map, Qt::Key_Space);
  drag(from, {300, 200});
  QTest::keyRelease(&map, Qt::Key_Space);
  close_to(map.camera().to_ground(QPointF(300, 200)), grabbed, 1e-6);
  BOOST_TEST((map.tool().kind() == ToolKind::area));
}

BOOST_FIXTURE_TEST_CASE(keys_zoom_pan_and_show_everything, Shown) {
  const layers::Camera whole = map.camera();
  QTest::keyClick(&map, Qt::Key_Plus);
  BOOST_TEST(map.camera().metres_per_pixel < whole.metres_per_pixel);
  QTest::keyClick(&map, Qt::Key_Minus);
  BOOST_TEST(std::abs(map.camera().metres_per_pixel - whole.metres_per_pixel) < 1e-9);
  QTest::keyClick(&map, Qt::Key_Right);
  BOOST_TEST(map.camera().centre.x > whole.centre.x);
  QTest::keyClick(&map, Qt::Key_Up);
  BOOST_TEST(map.camera().centre.y > whole.centre.y);
  QTest::keyClick(&map, Qt::Key_Home);
  close_to(map.camera().centre, whole.centre, 1e-6);
  QTest::keyClick(&map, Qt::Key_Down);
  QTest::keyClick(&map, Qt::Key_0);
  close_to(map.camera().centre, whole.centre, 1e-6);
}

BOOST_FIXTURE_TEST_CASE(a_click_selects_what_lies_there_and_empty_ground_selects_the_district, Shown) {
  click(bench_place);
  BOOST_TEST((document.selected_measures() == std::vector<Id>{bench}));
  click(empty_east);
  BOOST_TEST(document.selected_measures().empty());
  BOOST_TEST(find_district(*document.plan(), document.selected_district())->name == "Osten");
  QTest::keyClick(&map, Qt::Key_Escape);
  BOOST_TEST(document.selected_district() == 0);
}

BOOST_FIXTURE_TEST_CASE(shift_adds_and_takes_away_and_shift_drags_a_box, Shown) {
  document.apply(add_measures({named_at("Brücke", 309500, 6000500), named_at("Spielplatz", 311500, 6000500)}));
  const Id bridge = document.plan()->measures[2]->id;
  settle();
  click(bench_place);
  click({309500, 6000500}, Qt::ShiftModifier);
  BOOST_TEST((document.selected_measures() == std::vector<Id>{bench, bridge}));
  click(bench_place, Qt::ShiftModifier);
  BOOST_TEST((document.selected_measures() == std::vector<Id>{bridge}));
  click(empty_west);
  drag(at({308200, 6001900}), at({309900, 6000100}), Qt::ShiftModifier);
  BOOST_TEST((document.selected_measures() == std::vector<Id>{bench, bridge}));
  drag(at({311000, 6001000}), at({311900, 6000100}), Qt::ShiftModifier);
  BOOST_TEST(document.selected_measures().size() == 3u);
}

BOOST_FIXTURE_TEST_CASE(dragging_a_measure_is_live_and_one_step_of_undo, Shown) {
  QSignalSpy changes(&document, &Document::plan_changed);
  drag(at(bench_place), at({309600, 6001400}));
  BOOST_TEST(changes.count() >= 3);
  close_to(where(), {309600, 6001400}, 2 * map.camera().metres_per_pixel);
  document.undo();
  BOOST_TEST((where() == bench_place));
  BOOST_TEST(!document.can_undo());
  document.redo();
  close_to(where(), {309600, 6001400}, 2 * map.camera().metres_per_pixel);
  settle();
  drag(at(where()), at(bench_place));
  document.undo();
  close_to(where(), {309600, 6001400}, 2 * map.camera().metres_per_pixel);
}

BOOST_FIXTURE_TEST_CASE(a_dragged_point_meets_the_corners_of_districts, Shown) {
  map.set_snaps(true);
  drag(at(bench_place), at({310000, 6002000}) + QPoint(-4, 4));
  BOOST_TEST((where() == Point{310000, 6002000}));
  BOOST_TEST(!map.met().has_value());  // the sign goes with the drag
  document.undo();
  BOOST_TEST((where() == bench_place));
  BOOST_TEST(!document.can_undo());
}

BOOST_FIXTURE_TEST_CASE(a_dragged_point_goes_with_the_pointer_where_nothing_is_to_be_met, Shown) {
  const QPoint near_corner = at({310000, 6002000}) + QPoint(-4, 4);
  const Point pointer = map.camera().to_ground(near_corner);
  map.set_snaps(true);
  drag(at(bench_place), near_corner, Qt::AltModifier);  // Alt sets it free
  close_to(where(), pointer, 2 * map.camera().metres_per_pixel);
  document.undo();
  settle();
  map.set_snaps(false);
  drag(at(bench_place) + QPoint(2, 2), near_corner + QPoint(2, 2));  // held beside its middle
  close_to(where(), pointer, 2 * map.camera().metres_per_pixel);
}

BOOST_FIXTURE_TEST_CASE(escape_puts_a_dragged_measure_back, Shown) {
  QTest::mousePress(&map, Qt::LeftButton, {}, at(bench_place));
  move(at({309700, 6001700}));
  move(at({309800, 6001700}));
  BOOST_TEST((where() != bench_place));
  QTest::keyClick(&map, Qt::Key_Escape);
  BOOST_TEST((where() == bench_place));
  move(at({309900, 6001700}));
  QTest::mouseRelease(&map, Qt::LeftButton, {}, at({309900, 6001700}));
  BOOST_TEST((where() == bench_place));
}

BOOST_FIXTURE_TEST_CASE(alt_and_arrows_move_the_selected_measure, Shown) {
  document.select_measures({bench});
  QTest::keyClick(&map, Qt::Key_Right, Qt::AltModifier);
  QTest::keyClick(&map, Qt::Key_Right, Qt::AltModifier);
  BOOST_TEST(std::abs(where().x - bench_place.x - 8 * map.camera().metres_per_pixel) < 1e-6);
  document.undo();
  BOOST_TEST((where() == bench_place));
}

BOOST_FIXTURE_TEST_CASE(the_selected_measure_gets_a_point_where_one_clicks, Shown) {
  const Id council = document.plan()->measures[1]->id;
  document.select_measures({council});
  map.use(ToolKind::point);
  BOOST_TEST(map.hint().contains("Bürgerrat"));
  click(empty_west);
  const Measure& placed = *find_measure(*document.plan(), council);
  BOOST_TEST((placed.location.placement == Placement::point));
  close_to(placed.location.geometry.points[0], empty_west, map.camera().metres_per_pixel);
  BOOST_TEST((map.tool().kind() == ToolKind::select));
  document.undo();
  BOOST_TEST((find_measure(*document.plan(), council)->location.placement == Placement::none));
}

BOOST_FIXTURE_TEST_CASE(without_a_selection_a_new_measure_is_made_there, Shown) {
  map.use(ToolKind::point);
  click(empty_east);
  BOOST_TEST(document.plan()->measures.size() == 3u);
  BOOST_TEST((newest().location.placement == Placement::point));
  BOOST_TEST((document.selected_measures() == std::vector<Id>{newest().id}));
}

BOOST_FIXTURE_TEST_CASE(several_unplaced_measures_are_placed_one_after_the_other, Shown) {
  document.apply(add_measures({named("Dritte")}));
  document.select_measures({document.plan()->measures[1]->id, document.plan()->measures[2]->id});
  map.use(ToolKind::point);
  click(empty_west);
  BOOST_TEST(map.hint().contains("Dritte"));
  click(empty_east);
  BOOST_TEST((map.tool().kind() == ToolKind::select));
  for (const MeasurePtr& measure : document.plan()->measures)
    BOOST_TEST((measure->location.placement == Placement::point));
}

BOOST_FIXTURE_TEST_CASE(a_line_ends_with_enter_and_backspace_takes_back, Shown) {
  map.use(ToolKind::line);
  click(empty_west);
  QTest::keyClick(&map, Qt::Key_Return);
  BOOST_TEST(document.plan()->measures.size() == 2u);  // one click is no line
  click({308800, 6000800});
  click({309900, 6001900});
  QTest::keyClick(&map, Qt::Key_Backspace);
  click(empty_east);
  QTest::keyClick(&map, Qt::Key_Return);
  BOOST_TEST((newest().location.placement == Placement::line));
  BOOST_REQUIRE(newest().location.geometry.points.size() == 3u);
  close_to(newest().location.geometry.points[2], empty_east, map.camera().metres_per_pixel);
}

BOOST_FIXTURE_TEST_CASE(an_area_ends_with_a_double_click_and_is_closed, Shown) {
  map.use(ToolKind::area);
  click(empty_west);
  click({309500, 6000300});
  click({309500, 6001500});
  click({308300, 6001500});
  QTest::mouseDClick(&map, Qt::LeftButton, {}, at({308300, 6001500}));
  BOOST_TEST((newest().location.placement == Placement::area));
  const auto& points = newest().location.geometry.points;
  BOOST_TEST((points.front() == points.back()));
  BOOST_TEST(points.size() == 5u);
}

BOOST_FIXTURE_TEST_CASE(sites_are_one_measure_and_escape_gives_up, Shown) {
  map.use(ToolKind::sites);
  click(empty_west);
  click(empty_east);
  QTest::keyClick(&map, Qt::Key_Enter);
  BOOST_TEST((newest().location.placement == Placement::sites));
  BOOST_TEST(newest().location.geometry.points.size() == 2u);
  map.use(ToolKind::line);
  click(empty_west);
  click(empty_east);
  QTest::keyClick(&map, Qt::Key_Escape);
  BOOST_TEST((map.tool().kind() == ToolKind::select));
  BOOST_TEST(document.plan()->measures.size() == 3u);
}

BOOST_FIXTURE_TEST_CASE(a_corner_of_the_selected_area_can_be_dragged, Shown) {
  Measure park = named("Park");
  park.location = {Placement::area, make_area({{308500, 6000500}, {309500, 6000500}, {309500, 6001500}}), {}, {}};
  document.apply(add_measures({park}));
  const Id id = newest().id;
  document.select_measures({id});
  settle();
  drag(at({308500, 6000500}), at({308200, 6000200}));
  const auto& points = newest().location.geometry.points;
  close_to(points.front(), {308200, 6000200}, 2 * map.camera().metres_per_pixel);
  BOOST_TEST((points.front() == points.back()));
  BOOST_TEST((points[1] == Point{309500, 6000500}));
  document.undo();
  BOOST_TEST((newest().location.geometry.points.front() == Point{308500, 6000500}));
}

BOOST_FIXTURE_TEST_CASE(the_map_stays_in_sight_while_a_shape_is_edited, Shown) {
  document.apply(place(bench, {Placement::line, make_line({{308500, 6000500}, {311000, 6001500}}), {}, {}}));
  settle();
  const QColor land = map.grab().toImage().pixelColor(at({308200, 6001800}));
  document.select_measures({bench});
  map.setFocus();
  settle();
  BOOST_TEST((map.grab().toImage().pixelColor(at({308200, 6001800})) == land));  // handles and focus hide nothing
}

BOOST_FIXTURE_TEST_CASE(a_double_click_zooms_to_the_district, Shown) {
  QTest::mouseDClick(&map, Qt::LeftButton, {}, at(empty_east));
  close_to(map.camera().centre, {311000, 6001000}, 1);
}

BOOST_FIXTURE_TEST_CASE(the_menu_places_the_selected_measure_in_the_district_under_it, Shown) {
  const Id council = document.plan()->measures[1]->id;
  document.select_measures({council});
  std::unique_ptr<QMenu> menu(make_map_menu(map, at(empty_east)));
  menu->setAttribute(Qt::WA_DeleteOnClose, false);
  for (QAction* action : menu->actions())
    if (action->text().contains("Osten") && !action->text().startsWith("Zoom")) action->trigger();
  const Measure& placed = *find_measure(*document.plan(), council);
  BOOST_TEST((placed.location.placement == Placement::district));
  BOOST_TEST((placed.location.districts == std::vector<Id>{document.plan()->districts[1]->id}));
}

BOOST_FIXTURE_TEST_CASE(a_plan_without_districts_has_a_map_too, Shown) {
  Plan plan;
  plan.crs = crs_from_epsg(25833);
  plan = applied(plan, add_measures({named_at("Allein", 309000, 6001000)}));
  Shown bare(plan);
  BOOST_TEST((bare.map.camera().ground().contains({309000, 6001000})));
  bare.map.use(ToolKind::point);
  bare.click(bare.map.camera().to_ground(QPointF(100, 100)));
  BOOST_TEST(bare.document.plan()->measures.size() == 2u);
}

BOOST_FIXTURE_TEST_CASE(the_picture_arrives_for_the_camera_of_the_widget, Shown) {
  BOOST_TEST(map.renderer().frame().image.width() >= 800);
  BOOST_TEST(map.renderer().frame().camera.metres_per_pixel == map.camera().metres_per_pixel);
  const QImage picture = map.grab().toImage();
  BOOST_TEST((picture.pixelColor(at(empty_west)) != picture.pixelColor(QPoint(2, 300))));
}

BOOST_AUTO_TEST_CASE(a_plan_of_layers_alone_begins_with_all_of_them) {
  TemporaryFolder folder;
  Plan plan;
  plan.crs = crs_from_epsg(25833);
  Document document(PlanFile::create(folder / "plan.gpkg", plan));
  MapView map(document, nullptr);
  map.resize(800, 600);
  map.show();
  const auto points = [](Point a, Point b) {
    auto data = std::make_shared<LayerData>();
    data->kind = GeometryKind::point;
    for (const Point& at : {a, b}) append_feature(data->features, make_point(at), {}), data->box.add(at);
    return data;
  };
  LayerSet layers{{1, points({305000, 6000000}, {306000, 6001000})}};
  map.show_layers(layers);
  layers[2] = points({325000, 6020000}, {326000, 6021000});
  map.show_layers(layers);
  for (const Point corner : {Point{305000, 6000000}, Point{326000, 6021000}})
    BOOST_TEST(map.camera().ground().contains(corner));
}

BOOST_AUTO_TEST_SUITE_END()
