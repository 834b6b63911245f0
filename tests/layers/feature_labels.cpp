#include "layers/feature_labels.h"

#include <boost/test/unit_test.hpp>
#include <numbers>
#include <set>

#include "gis/plan/edits.h"
#include "layers/furniture.h"
#include "layers/label_path.h"
#include "layers/map.h"
#include "layers/paper.h"
#include "layers/scene.h"
#include "tests/support/sample.h"

using namespace smile;
using namespace smile::layers;

namespace {

LayerDataPtr named(GeometryKind kind, const std::vector<std::pair<std::string, Geometry>>& features) {
  auto data = std::make_shared<LayerData>();
  data->kind = kind;
  data->features.columns.resize(1);
  data->features.columns[0].name = "name";
  for (const auto& [name, geometry] : features) append_feature(data->features, geometry, {name});
  for (const Point& p : data->features.shapes.points) data->box.add(p);
  return data;
}

/// A plan of four kilometres with a layer whose names are written.
struct Labelled {
  PlanPtr plan;
  MapSettings settings;
  LayerSet layers;

  Labelled(LayerTopic topic, LayerDataPtr data) {
    load_fonts();
    Plan made = tests::sample_plan();
    made.measures.clear();
    MapLayer layer;
    layer.name = "Karte";
    layer.kind = data->kind;
    layer.style.topic = topic;
    layer.style.label_field = "name";
    made = add_layer(layer, {}).apply(made);
    layers.emplace(made.layers.front()->id, std::move(data));
    plan = std::make_shared<const Plan>(std::move(made));
    settings.style = plan->style;
  }
  LayoutPtr layout(const Camera& camera) const { return layout_for(MapScene(plan, settings, layers).scene(), camera); }
};

Camera over(Point centre, double metres_per_pixel, QSize size = {800, 600}) {
  return {centre, metres_per_pixel, size, 1};
}

int overlaps(const std::vector<std::vector<QRectF>>& texts) {
  int count = 0;
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      for (const QRectF& a : texts[i])
        for (const QRectF& b : texts[j]) count += a.intersects(b);
  return count;
}

/// A grid of streets, each made of pieces from crossing to crossing.
LayerDataPtr street_grid(int n, double pitch) {
  std::vector<std::pair<std::string, Geometry>> streets;
  for (int i = 0; i < n; ++i)
    for (int k = 0; k + 1 < n; ++k) {
      const double x = 300000, y = 6000000;
      streets.push_back({"Lange Straße " + std::to_string(i),
                         make_line({{x + k * pitch, y + i * pitch}, {x + (k + 1) * pitch, y + i * pitch}})});
      streets.push_back({"Querstraße " + std::to_string(i),
                         make_line({{x + i * pitch, y + k * pitch}, {x + i * pitch, y + (k + 1) * pitch}})});
    }
  return named(GeometryKind::line, streets);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(feature_labels_suite)

BOOST_AUTO_TEST_CASE(pieces_of_a_street_become_one_line) {
  const auto shapes = feature_shapes(street_grid(5, 100));
  const FeatureLabelsPtr labels = feature_labels(shapes, "name");
  BOOST_REQUIRE(labels != nullptr);
  BOOST_REQUIRE(labels->lines.size() == 10U);
  for (const NamedLine& line : labels->lines) {
    BOOST_TEST(line.points.size() == 5U);
    BOOST_TEST(line.length == 400, boost::test_tools::tolerance(1e-3F));
  }
  BOOST_TEST(feature_labels(shapes, "name").get() == labels.get());
  BOOST_TEST(feature_labels(shapes, "fort") == nullptr);
}

BOOST_AUTO_TEST_CASE(the_number_of_a_ditch_is_no_name) {
  const auto ditches = named(GeometryKind::line, {{"1/1/4/1", make_line({{300000, 6001000}, {306000, 6001000}})},
                                                  {"13/1 Land", make_line({{300000, 6003000}, {306000, 6003000}})}});
  const auto names_on = [&](LayerTopic topic) {
    std::set<std::string> names;
    for (const PlacedFeature& one : Labelled(topic, ditches).layout(over({303000, 6002000}, 8))->features)
      names.insert(one.text.toStdString());
    return names;
  };
  BOOST_TEST((names_on(LayerTopic::water) == std::set<std::string>{"13/1 Land"}));
  BOOST_TEST(names_on(LayerTopic::streets).size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_street_that_forks_is_not_joined_across_the_fork) {
  const auto shapes = feature_shapes(named(GeometryKind::line, {{"Am Markt", make_line({{0, 0}, {100, 0}})},
                                                                {"Am Markt", make_line({{100, 0}, {200, 80}})},
                                                                {"Am Markt", make_line({{100, 0}, {200, -80}})}}));
  BOOST_TEST(feature_labels(shapes, "name")->lines.size() == 3U);
}

BOOST_AUTO_TEST_CASE(an_area_is_named_where_it_is_wide) {
  // A U: the middle of its box is outside.
  const auto shapes = feature_shapes(named(
      GeometryKind::area,
      {{"U", make_area({{0, 0}, {300, 0}, {300, 300}, {260, 300}, {260, 120}, {40, 120}, {40, 300}, {0, 300}})}}));
  const NamedArea area = feature_labels(shapes, "name")->areas.at(0);
  BOOST_TEST(area.width == 300, boost::test_tools::tolerance(1e-3F));
  BOOST_TEST(area.at.y + shapes->origin().y < 120);
}

BOOST_AUTO_TEST_CASE(text_on_a_straight_line_is_one_piece_and_upright) {
  load_fonts();
  const auto anywhere = [](const QRectF&) { return true; };
  for (const auto& [from, to] : {std::pair{QPointF(0, 0), QPointF(400, 100)}, {QPointF(400, 100), QPointF(0, 0)}}) {
    const QPointF line[] = {from, to};
    const auto path = text_along(line, TextStyle::street, "Lange Straße", anywhere);
    BOOST_REQUIRE(path.has_value());
    BOOST_TEST(path->pieces.size() == 1U);
    BOOST_TEST(path->pieces[0].angle == 14.036, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(path->middle.x() == 200, boost::test_tools::tolerance(0.01));
  }
  const QPointF short_line[] = {{0, 0}, {30, 0}};
  BOOST_TEST(!text_along(short_line, TextStyle::street, "Lange Straße", anywhere).has_value());
}

BOOST_AUTO_TEST_CASE(text_follows_a_gentle_bend_and_keeps_off_a_sharp_one) {
  load_fonts();
  const auto anywhere = [](const QRectF&) { return true; };
  std::vector<QPointF> arc;
  for (int i = 0; i <= 60; ++i)
    arc.emplace_back(200 * std::cos(std::numbers::pi * (1 + i / 120.0)),
                     200 * std::sin(std::numbers::pi * (1 + i / 120.0)));
  const auto bent = text_along(arc, TextStyle::street, "Lange Straße", anywhere);
  BOOST_REQUIRE(bent.has_value());
  BOOST_TEST(bent->pieces.size() == 12U);
  BOOST_TEST(bent->bend > 5);
  const QPointF corner[] = {{0, 0}, {45, 0}, {45, 45}};
  BOOST_TEST(!text_along(corner, TextStyle::street, "Lange Straße", anywhere).has_value());
}

BOOST_AUTO_TEST_CASE(names_of_a_whole_city_of_streets_never_overlap) {
  const Labelled city(LayerTopic::streets, street_grid(40, 100));
  for (const double metres_per_pixel : {0.4, 1.0, 2.5, 6.0, 12.0}) {
    const MapScene scene(city.plan, city.settings, city.layers);
    const Camera camera = over({302000, 6002000}, metres_per_pixel);
    BOOST_TEST(overlaps(label_boxes(scene, camera)) == 0);
    if (metres_per_pixel < 6) BOOST_TEST(layout_for(scene.scene(), camera)->features.size() > 5U);
  }
}

BOOST_AUTO_TEST_CASE(names_stay_on_their_ground_while_the_map_is_moved) {
  const Labelled city(LayerTopic::streets, street_grid(40, 100));
  const MapScene scene(city.plan, city.settings, city.layers);
  Camera camera = over({302000, 6002000}, 2);
  LayoutPtr before = layout_for(scene.scene(), camera);
  for (int step = 0; step < 12; ++step) {
    camera = panned(camera, {17, -9});
    const LayoutPtr after = layout_for(scene.scene(), camera);
    int stayed = 0, seen = 0;
    for (const PlacedFeature& was : before->features) {
      const QPointF expected = was.middle() + QPointF(17, -9);
      if (!QRectF(80, 80, 640, 440).contains(expected)) continue;
      ++seen;
      for (const PlacedFeature& is : after->features) {
        const QPointF off = is.middle() - expected;
        stayed += is.text == was.text && std::hypot(off.x(), off.y()) < 0.01;
      }
    }
    BOOST_TEST(seen > 3);
    BOOST_TEST(stayed == seen);
    BOOST_TEST(overlaps(label_boxes(scene, camera)) == 0);
    before = after;
  }
}

BOOST_AUTO_TEST_CASE(names_stand_whole_within_what_is_seen_of_the_picture) {
  Labelled city(LayerTopic::streets, street_grid(40, 100));
  city.settings.label_margins = {96, 96, 96, 130};
  const MapScene scene(city.plan, city.settings, city.layers);
  const QRectF seen(96, 96, 800 - 192, 600 - 226);
  Camera camera = over({302000, 6002000}, 2.5);
  for (int step = 0; step < 10; ++step) {
    const LayoutPtr layout = layout_for(scene.scene(), camera);
    BOOST_TEST(layout->features.size() > 3U);
    for (const auto& boxes : label_boxes(scene, camera))
      for (const QRectF& box : boxes) BOOST_TEST(seen.contains(box));
    camera = panned(camera, {-23, 31});
  }
}

BOOST_AUTO_TEST_CASE(no_name_lies_under_what_stands_over_the_picture) {
  Labelled city(LayerTopic::streets, street_grid(40, 100));
  const QRectF arrow(640, 20, 140, 200);
  const Camera camera = over({302000, 6002000}, 2.5);
  const auto under = [&] {
    const MapScene scene(city.plan, city.settings, city.layers);
    int count = 0;
    for (const auto& boxes : label_boxes(scene, camera))
      for (const QRectF& box : boxes) count += box.intersects(arrow);
    return count;
  };
  BOOST_TEST(under() > 0);
  city.settings.no_labels = {arrow};
  BOOST_TEST(under() == 0);
}

BOOST_AUTO_TEST_CASE(no_name_lies_under_scale_bar_and_sources_of_a_picture) {
  Labelled city(LayerTopic::streets, street_grid(40, 100));
  const Camera camera = over({302000, 6002000}, 2.5);
  const auto under = [&] {
    const MapScene scene(city.plan, city.settings, city.layers);
    int count = 0;
    for (const auto& boxes : label_boxes(scene, camera))
      for (const QRectF& box : boxes)
        for (const QRectF& furniture : furniture_boxes(QSizeF(camera.size))) count += box.intersects(furniture);
    return count;
  };
  BOOST_TEST(under() > 0);
  city.settings.furniture = true;
  BOOST_TEST(under() == 0);
}

BOOST_AUTO_TEST_CASE(names_keep_off_the_lines_of_measures_and_are_read_above_them_where_they_cannot) {
  Labelled city(LayerTopic::stops, named(GeometryKind::point, {{"Hafen", make_point({302000, 6002000})}}));
  const Camera camera = over({302000, 6002000}, 2);
  const QRectF usual = city.layout(camera)->features.front().box;
  Measure way;
  way.id = 900;
  way.title = "Weg";
  way.location.placement = Placement::line;
  const auto with_ways = [&](const std::vector<double>& heights) {
    Plan plan = *city.plan;
    plan.measures.clear();
    for (const double y : heights) {
      way.location.geometry = make_line({{302000 - 900, y}, {302000 + 300, y}});
      ++way.id;
      plan.measures.push_back(std::make_shared<const Measure>(way));
    }
    return std::make_shared<const Plan>(plan);
  };
  const double beside = camera.to_ground(usual.center()).y;
  city.plan = with_ways({beside});
  BOOST_TEST_REQUIRE(city.layout(camera)->features.size() == 1U);
  BOOST_TEST(std::abs(city.layout(camera)->features.front().box.center().y() - usual.center().y()) > 5);
  city.plan = with_ways({beside, beside + 40, beside - 40, beside + 20, beside - 20});
  BOOST_TEST_REQUIRE(city.layout(camera)->features.size() == 1U);
  // Above the line: no pixel of it within the letters' halo.
  const QRectF box = city.layout(camera)->features.front().box;
  const QImage image = render(MapScene(city.plan, city.settings, city.layers), camera).image;
  const QImage without = render(MapScene(with_ways({}), city.settings, city.layers), camera).image;
  int dark = 0, alone = 0;
  for (int x = static_cast<int>(box.left()) + 2; x < box.right() - 2; ++x) {
    dark += image.pixelColor(x, static_cast<int>(box.center().y())).lightness() < 110;
    alone += without.pixelColor(x, static_cast<int>(box.center().y())).lightness() < 110;
  }
  BOOST_TEST(dark < box.width() / 2);
  BOOST_TEST(alone > 0);
}

BOOST_AUTO_TEST_CASE(two_platforms_of_one_stop_are_named_once) {
  const Labelled city(LayerTopic::stops, named(GeometryKind::point, {{"Hafen", make_point({302000, 6002000})},
                                                                     {"Hafen", make_point({302030, 6002010})},
                                                                     {"Markt", make_point({302600, 6002000})}}));
  const LayoutPtr layout = city.layout(over({302000, 6002000}, 2));
  BOOST_TEST(layout->features.size() == 2U);
}

BOOST_AUTO_TEST_CASE(names_appear_in_the_picture_and_go_with_their_layer) {
  const Labelled lake(
      LayerTopic::water,
      named(GeometryKind::area,
            {{"Großer See", make_area({{301200, 6001200}, {302800, 6001200}, {302800, 6002800}, {301200, 6002800}})}}));
  const Camera camera = over({302000, 6002000}, 4, {400, 400});
  const auto ink = [&](const MapSettings& settings) {
    const QImage image = render(MapScene(lake.plan, settings, lake.layers), camera).image;
    int dark = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) dark += image.pixelColor(x, y).red() < 0x60;
    return dark;
  };
  MapSettings settings = lake.settings;
  for (LayerSettings& layer : settings.style.layers) layer.visible = layer_of_key(layer.layer) != 0;
  BOOST_TEST(ink(settings) > 30);
  for (LayerSettings& layer : settings.style.layers) layer.farthest = 100;
  BOOST_TEST(ink(settings) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
