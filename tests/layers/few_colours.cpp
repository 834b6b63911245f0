#include "layers/few_colours.h"

#include <QPainter>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <random>

#include "layers/drawn_file.h"

using namespace smile::layers;

namespace {

/// Flat grounds with smooth edges and letters, as maps have them.
QImage like_a_map() {
  QImage picture(400, 300, QImage::Format_RGB32);
  picture.fill(QColor("#F6F4F1"));
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  for (int i = 0; i < 40; ++i) {
    painter.setBrush(QColor::fromHsv(9 * i, 60 + i, 240 - i, 180));
    painter.drawEllipse(QPointF(20 + 9.3 * i, 30 + (i * 71) % 240), 40, 25);
  }
  painter.setBrush(QColor("#D98200"));
  painter.drawRect(200, 150, 4, 4);
  painter.setPen(Qt::black);
  painter.drawText(QPointF(40.4, 200.2), "KRÖPELINER-TOR-VORSTADT");
  return picture;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(few_colours)

BOOST_AUTO_TEST_CASE(a_map_keeps_its_grounds_and_signs_exactly_and_takes_half_the_bytes) {
  const QImage map = like_a_map();
  const auto few = with_few_colours(map);
  BOOST_TEST_REQUIRE(few.has_value());
  BOOST_TEST((few->format() == QImage::Format_Indexed8));
  BOOST_TEST(few->colorCount() <= 256);
  BOOST_TEST((few->pixel(398, 2) == map.pixel(398, 2)), "the ground");
  const QColor sign(few->pixel(201, 151));
  BOOST_TEST(std::abs(sign.red() - 0xD9) + std::abs(sign.green() - 0x82) + sign.blue() < 6, "a sign of 16 pixels");
  BOOST_TEST(png_of(*few).size() * 2 < png_of(map).size());
}

BOOST_AUTO_TEST_CASE(no_pixel_is_far_from_what_it_was) {
  const QImage map = like_a_map();
  const QImage few = with_few_colours(map)->convertToFormat(QImage::Format_RGB32);
  int farthest = 0;
  for (int y = 0; y < map.height(); ++y)
    for (int x = 0; x < map.width(); ++x) {
      const QColor a(map.pixel(x, y)), b(few.pixel(x, y));
      farthest = std::max(
          {farthest, std::abs(a.red() - b.red()), std::abs(a.green() - b.green()), std::abs(a.blue() - b.blue())});
    }
  BOOST_TEST(farthest < 24);
}

BOOST_AUTO_TEST_CASE(few_colours_stay_as_they_are) {
  QImage flag(30, 20, QImage::Format_RGB32);
  flag.fill(QColor("#00815F"));
  for (int x = 0; x < 15; ++x) flag.setPixelColor(x, 3, QColor("#0072B2"));
  BOOST_TEST((with_few_colours(flag)->convertToFormat(QImage::Format_RGB32) == flag));
}

BOOST_AUTO_TEST_CASE(a_photograph_is_left_alone) {
  std::mt19937 chance(1);
  QImage photo(300, 300, QImage::Format_RGB32);
  for (int y = 0; y < 300; ++y)
    for (int x = 0; x < 300; ++x)
      photo.setPixel(x, y, qRgb(static_cast<int>(chance() % 256), static_cast<int>(chance() % 256), (x + y) % 256));
  BOOST_TEST(!with_few_colours(photo).has_value());
}

BOOST_AUTO_TEST_CASE(the_same_picture_gives_the_same_colours) {
  BOOST_TEST((*with_few_colours(like_a_map()) == *with_few_colours(like_a_map())));
}

BOOST_AUTO_TEST_SUITE_END()
