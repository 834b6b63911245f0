#include "layers/snap.h"

#include <boost/test/unit_test.hpp>

#include "tests/layers/layered.h"

using namespace smile;
using namespace smile::layers;
using namespace smile::tests;

namespace {

const Camera camera{{303000, 6002000}, 10, QSize(600, 400), 1};

std::optional<Snap> met(const Layered& city, Point ground, Id except = 0) {
  return snap(city.scene(), camera, camera.to_screen(ground), except);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(snapping)

BOOST_AUTO_TEST_CASE(a_vertex_is_met_exactly_and_wins_over_a_nearer_edge) {
  // The corner of four districts; the border along x = 302000 is nearer.
  const auto corner = met({}, {302010, 6002060});
  BOOST_REQUIRE(corner.has_value());
  BOOST_TEST((corner->at == Point{302000, 6002000}));
  BOOST_TEST(corner->vertex);
}

BOOST_AUTO_TEST_CASE(away_from_vertices_the_nearest_place_of_an_edge_is_met) {
  const auto edge = met({}, {302040, 6001300});
  BOOST_REQUIRE(edge.has_value());
  BOOST_TEST((edge->at == Point{302000, 6001300}));
  BOOST_TEST(!edge->vertex);
  BOOST_TEST(!met({}, {302500, 6001300}).has_value());
  BOOST_TEST(!met({}, {302110, 6001300}).has_value());  // ten pixels are a hundred metres here
}

BOOST_AUTO_TEST_CASE(only_the_level_that_is_shown_is_met) {
  Layered city;
  BOOST_TEST(!met(city, {301010, 6001500}).has_value());
  city.plan.style.level = 2;
  BOOST_TEST(met(city, {301010, 6001500}).has_value());
}

BOOST_AUTO_TEST_CASE(measures_are_met_but_not_the_one_that_is_drawn) {
  const Layered city;
  const auto symbol = met(city, {300520, 6000480});
  BOOST_REQUIRE(symbol.has_value());
  BOOST_TEST((symbol->at == Point{300500, 6000500}));
  BOOST_TEST(!met(city, {300520, 6000480}, 101).has_value());
  BOOST_TEST((met(city, {304210, 6002210})->at == Point{304200, 6002200}));  // corner of the area
}

BOOST_AUTO_TEST_CASE(features_of_visible_layers_are_met_in_their_own_coordinates) {
  Layered city;
  const Point odd{301234.567891234, 6001234.567891234};  // floats of the drawing would be off by millimetres
  const Id streets = city.add("Straßen", LayerTopic::streets, {make_line({odd, {301400, 6001234}})});
  BOOST_TEST((met(city, {301220, 6001240})->at == odd));
  city.settings(streets).visible = false;
  BOOST_TEST(!met(city, {301220, 6001240}).has_value());
  const Id stops = city.add("Halte", LayerTopic::stops, {make_point({305500.5, 6003500.5})});
  BOOST_TEST((met(city, {305510, 6003510})->at == Point{305500.5, 6003500.5}));
  BOOST_TEST(stops != streets);
}

BOOST_AUTO_TEST_SUITE_END()
