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

LegendLayer one_look(const char* name, QColor fill) {
  LegendLayer layer;
  layer.name = name;
  layer.kind = GeometryKind::area;
  layer.paints = {{fill, fill, 0, {}, -1}};
  return layer;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(legend_suite)

BOOST_AUTO_TEST_CASE(a_layer_whose_classes_find_no_room_on_paper_is_named_by_one_line) {
  LegendLayer classes = one_look("Nutzung", Qt::blue);
  classes.paints.clear();
  for (int i = 0; i < 8; ++i) classes.paints.push_back({Qt::blue, Qt::blue, 0, QString("Art %1").arg(i), 5});
  Legend legend;
  legend.layers = {one_look("Park", Qt::green), classes};
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

BOOST_AUTO_TEST_SUITE_END()
