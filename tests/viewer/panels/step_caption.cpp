#include "viewer/panels/step_caption.h"

#include <QFontMetrics>
#include <QStringList>
#include <boost/test/unit_test.hpp>

using namespace smile::viewer;

namespace {

const QString long_title = "Wen die Maßnahmen in 500 m Fußweg erreichen – 36 %";

QStringList lines_of(const QString& words, int width, int most) {
  return in_lines(words, {}, width, most).split(QChar::LineSeparator);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(step_captions)

BOOST_AUTO_TEST_CASE(a_caption_that_fits_is_whole) {
  BOOST_TEST(in_lines("1  Wer hier lebt", {}, 1000, 3).toStdString() == "1  Wer hier lebt");
  BOOST_TEST(lines_of(long_title, 1000, 3).size() == 1);
}

BOOST_AUTO_TEST_CASE(a_longer_one_is_broken_between_words_and_its_last_line_says_that_there_is_more) {
  const QFontMetrics metrics{QFont()};
  const int width = metrics.horizontalAdvance("Wen die Maßnahmen in") + 2;
  const QStringList lines = lines_of(long_title, width, 2);
  BOOST_TEST_REQUIRE(lines.size() == 2);
  BOOST_TEST(lines.front().toStdString() == "Wen die Maßnahmen in");
  BOOST_TEST(lines.back().endsWith(QChar(0x2026)));
  for (const QString& line : lines) BOOST_TEST(metrics.horizontalAdvance(line) <= width);
  const QStringList whole = lines_of(long_title, width, 9);
  BOOST_TEST(whole.join(" ").toStdString() == long_title.toStdString());
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_a_line_is_broken_within) {
  const QFontMetrics metrics{QFont()};
  for (const QString& line : lines_of("Straßenbahnhaltestellenumfeldgestaltung", 60, 20))
    BOOST_TEST(metrics.horizontalAdvance(line) <= 61);
}

BOOST_AUTO_TEST_SUITE_END()
