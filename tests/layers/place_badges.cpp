// Where pills stand: at home where there is room, else nearby with a line that leads back.

#include "layers/place_badges.h"

#include <boost/test/unit_test.hpp>

#include "layers/map.h"
#include "layers/paper.h"
#include "tests/support/sample.h"

using namespace smile;
using namespace smile::layers;

namespace {

/// Six districts, each 100 pixels wide and high; the first one's lower left corner lies at (150, 300).
struct Placed {
  Plan plan = tests::sample_plan();
  Camera camera{{303000, 6002000}, 20, {600, 400}, 1};
  MapSettings settings;
  std::unique_ptr<MapScene> scene;

  Placed() {
    load_fonts();
    plan.measures.clear();
    plan.style.measure_labels = true;
  }
  void add(Location location) {
    const auto id = static_cast<Id>(101 + plan.measures.size());
    plan.measures.push_back(tests::measure(id, Block::places, Phase::idea, std::move(location)));
  }
  void add_for(Id district) { add({Placement::district, {}, {district}, {}}); }
  /// Symbols so close to each other that a pill would hide a dozen.
  void crowd(Box ground) {
    for (double y = ground.min_y + 100; y < ground.max_y; y += 200)
      for (double x = ground.min_x + 100; x < ground.max_x; x += 200) add(tests::at({x, y}));
  }
  void hide_names() {
    for (LayerSettings& layer : plan.style.layers)
      if (layer.layer == "district_labels") layer.visible = false;
  }
  LayoutPtr layout() {
    settings.style = plan.style;
    scene = std::make_unique<MapScene>(std::make_shared<const Plan>(plan), settings);
    return layout_for(scene->scene(), camera);
  }
  bool lies_in(Id district, QPointF at) const {
    return locate(camera.to_ground(at), find_district(plan, district)->geometry) != Side::outside;
  }
};

const Box first_district{300000, 6000000, 302000, 6002000};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(place_badges_suite, Placed)

BOOST_AUTO_TEST_CASE(a_pill_stands_in_its_district_and_needs_no_line_there) {
  add_for(10);
  for (const bool named : {true, false}) {
    if (!named) hide_names();
    const LayoutPtr layout = Placed::layout();
    BOOST_REQUIRE(layout->badges.size() == 1U);
    BOOST_TEST(lies_in(10, layout->badges[0].box.center()));
    BOOST_TEST(!layout->badges[0].leader.has_value());
  }
}

BOOST_AUTO_TEST_CASE(out_of_a_crowded_district_a_line_leads_from_the_pill_back_to_a_dot) {
  add_for(10);
  camera.metres_per_pixel = 30;
  crowd(first_district);
  hide_names();
  const LayoutPtr layout = Placed::layout();
  BOOST_REQUIRE(layout->badges.size() == 1U);
  const auto& [box, badge, leader, of_city] = layout->badges[0];
  BOOST_TEST(!lies_in(10, box.center()));
  BOOST_REQUIRE(leader.has_value());
  BOOST_TEST(lies_in(10, leader->p2()));
  BOOST_TEST((box.adjusted(-0.1, -0.1, 0.1, 0.1).contains(leader->p1()) &&
              !box.adjusted(0.1, 0.1, -0.1, -0.1).contains(leader->p1())));
  BOOST_TEST(leader->length() < 110, "it is no farther away than the district is wide");
}

BOOST_AUTO_TEST_CASE(neither_numbers_nor_other_pills_stand_on_the_line) {
  for (const Id district : {10, 10, 10, 13, 11}) add_for(district);
  camera.metres_per_pixel = 30;
  crowd(first_district);
  crowd({300000, 6002000, 302000, 6004000});
  hide_names();
  const LayoutPtr layout = Placed::layout();
  int lines = 0;
  for (const PlacedBadge& one : layout->badges) {
    if (!one.leader) continue;
    ++lines;
    for (const QRectF& piece : boxes_along(*one.leader, 4, 1)) {
      for (const PlacedText& text : layout->texts) BOOST_TEST(!text.box.intersects(piece));
      for (const PlacedBadge& other : layout->badges) BOOST_TEST((&other == &one || !other.box.intersects(piece)));
    }
  }
  BOOST_TEST(lines >= 2);
}

BOOST_AUTO_TEST_CASE(no_pill_of_a_small_district_is_left_out) {
  plan.style.level = 2;
  camera.metres_per_pixel = 50;  // 24 districts, each as wide as half a pill
  for (Id district = 20; district < 44; ++district) add_for(district);
  const LayoutPtr layout = Placed::layout();
  BOOST_TEST(layout->badges.size() == 24U);
  for (const PlacedBadge& one : layout->badges)
    BOOST_TEST((one.leader.has_value() || lies_in(one.badge->district, one.box.center())));
}

BOOST_AUTO_TEST_CASE(of_a_district_at_the_edge_the_pill_stands_in_the_part_that_is_seen) {
  add_for(10);
  camera.centre = {304600, 6002000};  // 70 of its 100 pixels are to the left of the picture
  hide_names();
  const LayoutPtr layout = Placed::layout();
  BOOST_REQUIRE(layout->badges.size() == 1U);
  BOOST_TEST(lies_in(10, layout->badges[0].box.center()));
  BOOST_TEST(QRectF(0, 0, 600, 400).contains(layout->badges[0].box));
}

BOOST_AUTO_TEST_CASE(the_pill_of_the_city_stands_in_the_upper_corner_that_is_free) {
  add({Placement::city, {}, {}, {}});
  BOOST_TEST((Placed::layout()->badges[0].box.topLeft() == QPointF(12, 12)));
  add(tests::at(camera.to_ground({40, 20})));
  BOOST_TEST((Placed::layout()->badges[0].box.topRight() == QPointF(588, 12)));
  settings.no_labels = {QRectF(400, 0, 200, 60)};
  BOOST_TEST((Placed::layout()->badges[0].box.topLeft() == QPointF(12, 12)));
}

BOOST_AUTO_TEST_CASE(while_the_map_is_moved_the_pill_of_the_city_stays_in_its_corner) {
  add({Placement::city, {}, {}, {}});
  const LayoutPtr before = Placed::layout();
  camera.centre.x += 200;
  crowd({camera.to_ground({0, 60}).x, camera.to_ground({0, 60}).y, camera.to_ground({200, 0}).x,
         camera.to_ground({200, 0}).y});
  settings.style = plan.style;
  const MapScene after(std::make_shared<const Plan>(plan), settings);
  keep_places(after.scene(), before);
  BOOST_TEST((layout_for(after.scene(), camera)->badges[0].box.topLeft() == QPointF(12, 12)));
}

BOOST_AUTO_TEST_SUITE_END()
