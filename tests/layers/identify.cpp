#include "layers/identify.h"

#include <boost/test/unit_test.hpp>

#include "tests/layers/layered.h"

using namespace smile;
using namespace smile::layers;
using namespace smile::tests;

namespace {

/// The whole sample on 600 × 400 pixels of 10 m.
const Camera camera{{303000, 6002000}, 10, QSize(600, 400), 1};

std::vector<FeatureHit> at(const Layered& city, Point ground) {
  return features_at(city.scene(), camera, camera.to_screen(ground));
}

using Hits = std::vector<FeatureHit>;

}  // namespace

BOOST_AUTO_TEST_SUITE(identify)

BOOST_AUTO_TEST_CASE(the_topmost_layer_answers_first) {
  Layered city;
  const Id stops = city.add("Halte", LayerTopic::stops, {make_point({301500, 6001500})});
  const Id parks = city.add("Parks", LayerTopic::green, {box_area(301000, 6001000, 1000)});
  const Id streets = city.add("Straßen", LayerTopic::streets, {make_line({{301000, 6001500}, {302000, 6001500}})});
  BOOST_TEST((at(city, {301500, 6001500}) == Hits{{stops, 0}, {streets, 0}, {parks, 0}}));
  BOOST_TEST((at(city, {301800, 6001500}) == Hits{{streets, 0}, {parks, 0}}));
  BOOST_TEST((at(city, {301800, 6001800}) == Hits{{parks, 0}}));
  BOOST_TEST(at(city, {305000, 6001800}).empty());
}

BOOST_AUTO_TEST_CASE(points_and_lines_are_met_within_pixels_and_areas_only_inside) {
  Layered city;
  const Id stops = city.add("Halte", LayerTopic::stops, {make_point({301500, 6001500})});
  BOOST_TEST((at(city, {301555, 6001500}) == Hits{{stops, 0}}));
  BOOST_TEST(at(city, {301565, 6001500}).empty());
  Layered green;
  green.add("Parks", LayerTopic::green, {box_area(301000, 6001000, 1000)});
  BOOST_TEST(at(green, {300999, 6001500}).empty());
  BOOST_TEST(at(green, {301001, 6001500}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_hole_is_outside) {
  Layered city;
  Geometry ring = box_area(301000, 6001000, 1000);
  const Geometry hole = box_area(301400, 6001400, 200);
  ring.points.insert(ring.points.end(), hole.points.begin(), hole.points.end());
  ring.path_ends.push_back(static_cast<std::uint32_t>(ring.points.size()));
  ring.part_ends = {2};
  city.add("Parks", LayerTopic::green, {ring});
  BOOST_TEST(at(city, {301500, 6001500}).empty());
  BOOST_TEST(at(city, {301300, 6001500}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(of_one_layer_the_nearest_and_then_the_smaller_comes_first) {
  Layered city;
  const Id parks =
      city.add("Parks", LayerTopic::green, {box_area(301000, 6001000, 1000), box_area(301400, 6001400, 200)});
  BOOST_TEST((at(city, {301500, 6001500}) == Hits{{parks, 1}, {parks, 0}}));
  const Id stops = city.add("Halte", LayerTopic::stops, {make_point({305040, 6001500}), make_point({305000, 6001500})});
  BOOST_TEST((at(city, {305010, 6001500}) == Hits{{stops, 1}, {stops, 0}}));
}

BOOST_AUTO_TEST_CASE(what_is_hidden_or_out_of_its_scales_does_not_answer) {
  Layered city;
  const Id parks = city.add("Parks", LayerTopic::green, {box_area(301000, 6001000, 1000)});
  city.settings(parks).visible = false;
  BOOST_TEST(at(city, {301500, 6001500}).empty());
  city.settings(parks).visible = true;
  city.settings(parks).farthest = camera.scale_denominator() / 2;
  BOOST_TEST(at(city, {301500, 6001500}).empty());
  city.settings(parks).farthest = camera.scale_denominator() * 2;
  BOOST_TEST(at(city, {301500, 6001500}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(every_one_of_many_features_is_found_where_it_is) {
  Layered city;
  std::vector<Geometry> many;
  for (int i = 0; i < 2000; ++i) many.push_back(box_area(300000 + 60 * (i % 50), 6000000 + 60 * (i / 50), 40));
  const Id houses = city.add("Häuser", LayerTopic::buildings, many);
  const MapScene scene = city.scene();
  for (std::size_t i = 0; i < many.size(); ++i) {
    const Hits hits = features_at(scene, camera, camera.to_screen(bounds(many[i]).centre()));
    if (hits != Hits{{houses, i}}) BOOST_TEST((hits == Hits{{houses, i}}), "feature " << i);
  }
}

BOOST_AUTO_TEST_CASE(districts_of_every_level_coarsest_first) {
  const MapScene scene = Layered().scene();
  BOOST_TEST((districts_at(scene, camera, camera.to_screen({300500, 6000500})) == std::vector<Id>{10, 20}));
  BOOST_TEST((districts_at(scene, camera, camera.to_screen({299000, 6000500})).empty()));
}

BOOST_AUTO_TEST_SUITE_END()
