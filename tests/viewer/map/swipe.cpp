#include "viewer/map/swipe.h"

#include "gis/plan/scenarios.h"
#include "tests/viewer/map/shown.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

namespace {

using Kind = SwipeChoice::Kind;

/// A park over both districts, from x 308200 to 311800.
struct Comparing : WithLayer {
  Comparing() {
    show_features({{"Park", make_area({{308200, 6000200}, {311800, 6000200}, {311800, 6001800}, {308200, 6001800}})}});
    map.set_swipe({Kind::without_context, 0});
    settle_both();
  }
  void settle_both() {
    settle();
    BOOST_REQUIRE(wait_for([&] { return map.swipe_idle(); }));
  }
  QColor shown_at(int x) const {
    return const_cast<MapView&>(map).grab().toImage().pixelColor(x, at({310000, 6001500}).y());
  }
  QColor colour(double x) const { return shown_at(at({x, 6001500}).x()); }
  SwipeDivider& divider() { return *map.findChild<SwipeDivider*>("swipe_divider"); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(swipe)

BOOST_AUTO_TEST_CASE(each_choice_switches_what_it_says_and_nothing_else) {
  MapStyle style;
  style.layers.push_back({layer_key(7)});
  style.layers.push_back({layer_key(8), false});
  BOOST_TEST((swiped(style, {}) == style));
  const MapStyle bare = swiped(style, {Kind::without_context, 0});
  BOOST_TEST(!bare.layers[4].visible);
  BOOST_TEST(bare.layers[0].visible);
  BOOST_TEST(bare.choropleth.figure == style.choropleth.figure);
  BOOST_TEST(swiped(style, {Kind::without_colours, 0}).choropleth.figure.empty());
  BOOST_TEST(!swiped(style, {Kind::layer, 7}).layers[4].visible);
  BOOST_TEST(swiped(style, {Kind::layer, 8}).layers[5].visible);
}

BOOST_FIXTURE_TEST_CASE(left_is_the_plan_and_right_is_the_other_look, Comparing) {
  BOOST_TEST((colour(308600) != colour(311500)));
  const QColor park = colour(308600);
  map.set_swipe({});
  settle();
  BOOST_TEST((colour(311500) == park));  // the park reaches from end to end
}

BOOST_FIXTURE_TEST_CASE(the_divider_is_dragged_and_moved_with_keys, Comparing) {
  const QColor park = colour(308600);
  const double before = divider().x();
  QTest::mousePress(&divider(), Qt::LeftButton, {}, {14, 100});
  QMouseEvent move(QEvent::MouseMove, QPointF(214, 100), divider().mapToGlobal(QPointF(214, 100)), Qt::NoButton,
                   Qt::LeftButton, {});
  QCoreApplication::sendEvent(&divider(), &move);
  BOOST_TEST(std::abs(divider().x() - before - 200) <= 1);
  BOOST_TEST((map.camera().centre == Point{310000, 6001000}));  // the map itself is not dragged
  QTest::keyClick(&divider(), Qt::Key_Left);
  BOOST_TEST(std::abs(divider().x() - before - 184) <= 1);
  QTest::keyClick(&divider(), Qt::Key_End);
  BOOST_TEST((colour(311500) == park));
  QTest::keyClick(&divider(), Qt::Key_Home);
  BOOST_TEST((colour(308600) != park));
  QTest::keyClick(&divider(), Qt::Key_Escape);
  BOOST_TEST((map.swipe().kind == Kind::none));
}

BOOST_FIXTURE_TEST_CASE(both_sides_follow_the_map, Comparing) {
  map.zoom_by(2);
  settle_both();
  BOOST_TEST((colour(309500) != colour(310500)));
}

BOOST_FIXTURE_TEST_CASE(what_is_not_seen_on_the_right_does_not_answer_there, Comparing) {
  const auto left = map.seen_at(at({308600, 6001500})).scene->settings().style;
  const auto right = map.seen_at(at({311500, 6001500})).scene->settings().style;
  BOOST_TEST((left.layers != right.layers));
}

BOOST_FIXTURE_TEST_CASE(a_magnified_map_has_its_places_where_they_were, Shown) {
  const QPoint bench_at = at({309000, 6001000});
  map.set_magnified(1.8);
  settle();
  BOOST_TEST((map.measures_at(bench_at) == std::vector<Id>{bench}));
  BOOST_TEST(map.measures_at(bench_at + QPoint(40, 0)).empty());
  BOOST_TEST(find_district(*document.plan(), map.district_at(at({311500, 6001500})))->name == "Osten");
  BOOST_TEST(map.district_at(at({311990, 6001500})) != 0);
  BOOST_TEST(map.district_at(at({312020, 6001500})) == 0);
  // The land's edge is drawn where the ground says.
  const QImage picture = map.grab().toImage();
  const auto colour = [&](double x) { return picture.pixelColor(at({x, 6000200})); };
  BOOST_TEST((colour(311900) == colour(311500)));
  BOOST_TEST((colour(312100) != colour(311500)));
  map.use(ToolKind::ruler_length);
  QTest::mouseClick(&map, Qt::LeftButton, {}, at({310000, 6000000}) + QPoint(4, -4));
  BOOST_REQUIRE(map.met().has_value());
  BOOST_TEST((map.met()->at == Point{310000, 6000000}));
}

BOOST_AUTO_TEST_CASE(two_scenarios_are_compared_by_their_names) {
  Plan plan = add_scenario({0, "B", {}}).apply(add_scenario({0, "A", {}}).apply(small_plan()));
  const Id a = plan.scenarios[0].id;
  const SwipeChoice choice{Kind::scenario, 0, a};
  BOOST_TEST(swiped(plan.style, choice).scenario == a);
  BOOST_TEST(swipe_words(plan, choice).toStdString() == "Scenario “A”");
  BOOST_TEST(left_words(plan, choice).toStdString() == "Scenario “B”");
  BOOST_TEST(swipe_words(plan, {Kind::scenario, 0, 0}).toStdString() == "All measures");
  BOOST_TEST(left_words(plan, {Kind::without_context}).toStdString() == "As it is");
}

BOOST_AUTO_TEST_SUITE_END()
