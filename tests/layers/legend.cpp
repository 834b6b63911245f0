// What explains the layers of a map, in the legend's lines and on paper.

#include "layers/legend.h"

#include <QImage>
#include <boost/test/unit_test.hpp>

#include "layers/furniture.h"
#include "tests/layers/layered.h"

using namespace smile;
using namespace smile::layers;

namespace {

QImage drawn_legend(const Legend& legend, QSize size) {
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  QPainter painter(&image);
  draw_legend(painter, QRectF({}, QSizeF(size)), legend, Theme::light, Language::english);
  return image;
}

/// Pixels that are not paper in a row's strip, right of the keys: the words.
int inked(const QImage& image, QRect strip) {
  int count = 0;
  for (int y = strip.top(); y <= strip.bottom(); ++y)
    for (int x = strip.left(); x <= strip.right(); ++x) count += image.pixelColor(x, y).lightness() < 200;
  return count;
}

LegendLayer one_look(const char* name, QColor fill, double opacity) {
  LegendLayer layer;
  layer.name = name;
  layer.kind = GeometryKind::area;
  layer.opacity = opacity;
  layer.paints = {{fill, fill, 0, {}, -1}};
  return layer;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(legend_suite)

BOOST_AUTO_TEST_CASE(a_picture_of_the_ground_has_a_line_with_its_name_while_it_is_shown) {
  tests::Layered map;
  MapLayer picture;
  picture.name = "Luftbild";
  picture.content = LayerContent::raster;
  map.plan = add_layer(picture, {}).apply(map.plan);
  const Id id = map.plan.layers.back()->id;
  map.settings(id).opacity = 0.4;
  map.settings(id).farthest = 50000;
  const Legend legend = map.scene().legend();
  BOOST_REQUIRE(legend.layers.size() == 1U);
  BOOST_TEST(legend.layers[0].name.toStdString() == "Luftbild");
  BOOST_TEST((legend.layers[0].kind == GeometryKind::none));
  BOOST_TEST(legend.layers[0].opacity == 0.4);
  BOOST_TEST(legend.layers[0].paints.front().features == -1);  // nothing to be counted
  BOOST_TEST(!legend.layers[0].paints.front().fill.isValid());
  BOOST_TEST(legend_at(legend, 60000).layers.empty());
  map.settings(id).visible = false;
  BOOST_TEST(map.scene().legend().layers.empty());
}

BOOST_AUTO_TEST_CASE(a_grey_picture_has_a_grey_sign_and_others_a_coloured_one) {
  const auto sign = [](QColor fill) {
    QImage image(24, 12, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw_sample(painter, QRectF(0, 0, 24, 12), GeometryKind::none, {fill, Qt::black, 0, {}, -1});
    return image;
  };
  const QImage grey = sign(QColor(128, 128, 128)), coloured = sign({});
  for (const int x : {3, 9, 15, 21}) {
    BOOST_TEST(grey.pixelColor(x, 6).saturation() == 0);
    BOOST_TEST(coloured.pixelColor(x, 6).saturation() > 30);
  }
  BOOST_TEST(grey.pixelColor(3, 6).lightness() < grey.pixelColor(21, 6).lightness());
}

BOOST_AUTO_TEST_CASE(a_key_is_as_opaque_as_its_layer_on_the_map) {
  Legend legend;
  legend.layers = {one_look("Park", Qt::black, 1), one_look("Wald", Qt::black, 0.5)};
  const QImage image = drawn_legend(legend, {200, 100});
  BOOST_TEST(image.pixelColor(12, 28).red() == 0);
  BOOST_TEST(image.pixelColor(12, 46).red() == 128, boost::test_tools::tolerance(0.02));
  // Districts too.
  legend.layers.clear();
  legend.classes = {{Qt::black, "1 – 2", 3, false, 0.25}};
  BOOST_TEST(drawn_legend(legend, {200, 100}).pixelColor(12, 28).red() == 191, boost::test_tools::tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(where_not_all_finds_room_signs_stand_beside_each_other_and_layers_left_out_are_counted) {
  LegendLayer classes = one_look("Nutzung", Qt::blue, 1);
  classes.paints.clear();
  for (int i = 0; i < 4; ++i) classes.paints.push_back({Qt::blue, Qt::blue, 0, QString("Art %1").arg(i), 5});
  Legend legend;
  for (const Block block : {Block::citizens, Block::governance, Block::places, Block::exchange})
    legend.symbols.push_back({block, "Baustein", 3});
  legend.layers = {classes};
  const auto height = [&](int room) {
    QImage image(240, room, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    return draw_legend(painter, QRectF(0, 0, 240, room), legend, Theme::light, Language::english);
  };
  const double rows = height(400);
  // Less room than a row for everything takes: the blocks give way, the classes stay.
  const int little = static_cast<int>(rows) - 20;
  BOOST_TEST(height(little) < rows - 20);
  constexpr double height_of_part = 20 + 4 * 17.5 + 12;
  BOOST_TEST(height(little) > height_of_part);
  // Less still: layers are named. Where three names find room, of four two do and "… and 2 layers more".
  const double blocks = height(little) - height_of_part;
  legend.layers = {classes, classes, classes};
  BOOST_TEST(height(130) == blocks + 3 * 17.5, boost::test_tools::tolerance(1e-9));
  legend.layers.push_back(classes);
  BOOST_TEST(height(130) == blocks + 2 * 17.5 + 13, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_layer_whose_classes_find_no_room_on_paper_is_named_by_one_line) {
  LegendLayer classes = one_look("Nutzung", Qt::blue, 1);
  classes.paints.clear();
  for (int i = 0; i < 8; ++i) classes.paints.push_back({Qt::blue, Qt::blue, 0, QString("Art %1").arg(i), 5});
  Legend legend;
  legend.layers = {one_look("Park", Qt::green, 1), classes};
  const QRect second_part(34, 50, 160, 18);  // below "Map" and "Park"
  const auto height = [&](int room) {
    QImage image(200, room, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    return draw_legend(painter, QRectF(0, 0, 200, room), legend, Theme::light, Language::english);
  };
  const double whole = height(400), named = height(80), without = height(55);
  BOOST_TEST(whole > 200);
  BOOST_TEST(named == without + 17.5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(named <= 80);
  const QImage image = drawn_legend(legend, {200, 80});
  BOOST_TEST(image.pixelColor(12, 58).blue() > 200);  // its key …
  BOOST_TEST(image.pixelColor(12, 58).red() < 60);
  BOOST_TEST(inked(image, second_part) > 30);  // … and its name
  // With room the same layer has a line for each class.
  const QImage roomy = drawn_legend(legend, {200, 400});
  for (int i = 0; i < 8; ++i) BOOST_TEST(inked(roomy, {34, static_cast<int>(71 + 17.5 * i), 100, 17}) > 10);
}

BOOST_AUTO_TEST_CASE(the_map_of_an_answer_says_what_its_colours_tell_and_counts_no_cells) {
  tests::Layered map;
  const Id plain = map.add("Parks", LayerTopic::green, {tests::box_area(305000, 6001000, 500)});
  const Id found = map.add("Lücken", LayerTopic::other, {tests::box_area(306000, 6001000, 500)});
  Finding finding;
  finding.name = "Lücken";
  finding.question.kind = "gaps";
  finding.layer = found;
  map.plan = keep_finding(finding).apply(map.plan);
  const MapScene scene = map.scene();
  BOOST_TEST_REQUIRE(scene.legend().layers.size() == 2U);
  for (const LegendLayer& layer : scene.legend().layers) {
    BOOST_TEST(layer.finding == (layer.layer == found));
    BOOST_TEST(layer.paints.front().features == (layer.layer == plain ? 1 : -1));
    BOOST_TEST(layer.method.toStdString() ==
               (layer.layer == found ? "not reached: people in each cell or building" : ""));
  }
}

BOOST_AUTO_TEST_SUITE_END()
