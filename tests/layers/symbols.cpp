#include "layers/symbols.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "layers/palette.h"

using namespace smile;
using namespace smile::layers;

namespace {

constexpr Block blocks[] = {Block::none, Block::citizens, Block::governance, Block::places, Block::exchange};

QImage drawn(Block block, Phase phase, bool selected = false, bool cached = false) {
  QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  QPainter painter(&image);
  cached ? draw_symbol_image(painter, {24, 24}, {block, phase, {}}, 16, selected)
         : draw_symbol(painter, {24, 24}, {block, phase, {}}, 16, selected);
  return image;
}

QImage grey(const QImage& image) {
  QImage out = image.convertToFormat(QImage::Format_Grayscale8);
  for (int y = 0; y < out.height(); ++y)
    for (int x = 0; x < out.width(); ++x) out.scanLine(y)[x] = out.constScanLine(y)[x] < 200 ? 0 : 255;
  return out;
}

int ink(const QImage& image) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) count += qGray(image.pixel(x, y)) < 250;
  return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(symbols_suite)

BOOST_AUTO_TEST_CASE(blocks_are_told_by_shape_without_colour) {
  for (const Block a : blocks)
    for (const Block b : blocks)
      if (a != b) BOOST_TEST((grey(drawn(a, Phase::decided)) != grey(drawn(b, Phase::decided))));
}

BOOST_AUTO_TEST_CASE(phases_are_told_by_fill) {
  std::set<PhaseFill> fills;
  for (int p = 1; p <= 9; ++p) fills.insert(phase_fill(static_cast<Phase>(p)));
  BOOST_TEST(fills.size() == 7U);
  for (const Phase a : {Phase::idea, Phase::proposed, Phase::shortlisted, Phase::decided, Phase::in_progress,
                        Phase::done, Phase::rejected})
    for (const Phase b : {Phase::idea, Phase::proposed, Phase::shortlisted, Phase::decided, Phase::in_progress,
                          Phase::done, Phase::rejected})
      if (a != b) BOOST_TEST((drawn(Block::places, a) != drawn(Block::places, b)));
}

BOOST_AUTO_TEST_CASE(symbols_stand_out_from_white_paper) {
  for (const Block block : blocks)
    BOOST_TEST(contrast(block_colour(block), Qt::white) >= (block == Block::exchange ? 2.9 : 4.5));
}

BOOST_AUTO_TEST_CASE(a_selected_symbol_is_larger) {
  BOOST_TEST(ink(drawn(Block::places, Phase::idea, true)) > 1.5 * ink(drawn(Block::places, Phase::idea)));
}

BOOST_AUTO_TEST_CASE(images_from_the_cache_are_the_drawing) {
  const QImage a = drawn(Block::exchange, Phase::done, true);
  const QImage b = drawn(Block::exchange, Phase::done, true, true);
  int different = 0;
  for (int y = 0; y < a.height(); ++y)
    for (int x = 0; x < a.width(); ++x) different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 40;
  BOOST_TEST(different == 0);
}

BOOST_AUTO_TEST_CASE(rings_stay_within_the_reach_that_is_told) {
  for (const Block block : blocks)
    for (const bool selected : {false, true}) {
      const QImage image = drawn(block, Phase::decided, selected);
      for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 48; ++x)
          if (qGray(image.pixel(x, y)) < 200)
            BOOST_TEST(std::max(std::abs(x + 0.5 - 24), std::abs(y + 0.5 - 24)) <= symbol_reach(16, selected) + 1);
    }
}

BOOST_AUTO_TEST_CASE(icons_have_the_size_asked_for) {
  const QPixmap icon = symbol_pixmap(Block::governance, Phase::idea, 20, 2);
  BOOST_TEST((icon.size() == QSize(40, 40)));
  BOOST_TEST(icon.devicePixelRatio() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
