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

BOOST_AUTO_TEST_CASE(the_source_line_names_each_holder_once_and_says_when_boundaries_are_schematic) {
  Plan plan;
  BOOST_TEST(source_line(plan).empty());
  plan.sources = {{"Stadtbereiche", "Stadt Rostock", "CC0 1.0", "", false},
                  {"Ortsteile", "Stadt Rostock", "CC0 1.0", "", true}};
  const std::string line = source_line(plan);
  BOOST_TEST(line.find("Schematic") == 0u);
  BOOST_TEST(line.find("Stadt Rostock, CC0 1.0") == line.rfind("Stadt Rostock, CC0 1.0"));
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
