#include "viewer/map/furniture.h"

#include <boost/test/unit_test.hpp>

#include "tests/viewer/support.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;

BOOST_AUTO_TEST_SUITE(furniture_of_the_map)

BOOST_AUTO_TEST_CASE(the_scale_bar_is_round_and_fits) {
  for (const double metres_per_pixel : {0.013, 0.4, 1.0, 3.7, 12.5, 99.0, 2500.0}) {
    const double metres = round_length(metres_per_pixel, 160);
    BOOST_TEST(metres / metres_per_pixel <= 160);
    BOOST_TEST(metres / metres_per_pixel > 160 / 2.5001);
  }
  BOOST_TEST(round_length(10, 160) == 1000);
  BOOST_TEST(length_words(Language::english, 500) == "500 m");
  BOOST_TEST(length_words(Language::german, 2000) == "2 km");
}

BOOST_AUTO_TEST_CASE(each_source_is_named_once_and_schematic_boundaries_are_said) {
  Plan plan;
  BOOST_TEST(all_sources(plan).isEmpty());
  plan.sources = {{"Stadtbereiche", "Stadt Rostock", "CC0 1.0", "", false},
                  {"Ortsteile", "Stadt Rostock", "CC0 1.0", "", true}};
  const QStringList sources = all_sources(plan);
  BOOST_TEST_REQUIRE(sources.size() == 2);
  BOOST_TEST(sources.front().startsWith("Schematic"));
  BOOST_TEST((sources.back() == "Stadt Rostock, CC0 1.0"));
}

BOOST_AUTO_TEST_CASE(sources_take_one_line_and_those_without_room_are_counted) {
  const Furniture furniture;
  Plan plan;
  BOOST_TEST(furniture.sources_box(plan, {900, 600}).isEmpty());
  for (const char* holder : {"Stadt Rostock", "Landesamt", "Amt für Statistik", "Verkehrsverbund", "Bürgerverein"})
    plan.sources.push_back({"", holder, "CC BY 4.0", "", false});
  const QRectF few = furniture.sources_box(plan, {700, 600}), all = furniture.sources_box(plan, {2400, 600});
  BOOST_TEST(few.height() == all.height());
  BOOST_TEST(few.left() > 200);  // where the scale bar stands
  BOOST_TEST(furniture.sources_shown(plan, {2400, 600}).endsWith("Bürgerverein, CC BY 4.0"));
  const QString shown = furniture.sources_shown(plan, {700, 600});
  BOOST_TEST(shown.startsWith("Stadt Rostock, CC BY 4.0 · "));
  BOOST_TEST(shown.contains("more"));
  BOOST_TEST(!shown.contains("Bürgerverein"));
}

BOOST_AUTO_TEST_CASE(the_picture_is_drawn_anew_only_when_something_changed) {
  Furniture furniture;
  const Plan plan = small_plan();
  layers::Camera camera = layers::fit(extent(plan), QSize(640, 480));
  const qint64 first = furniture.picture(plan, camera, layers::Theme::light).cacheKey();
  camera.centre.x += 100;
  BOOST_TEST(furniture.picture(plan, camera, layers::Theme::light).cacheKey() == first);
  camera.metres_per_pixel *= 2;
  BOOST_TEST(furniture.picture(plan, camera, layers::Theme::light).cacheKey() != first);
}

BOOST_AUTO_TEST_SUITE_END()
