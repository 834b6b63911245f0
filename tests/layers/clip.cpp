#include "layers/clip.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <random>

using namespace smile::layers;

namespace {

double ring_area(const QPolygonF& ring) {
  double twice = 0;
  for (qsizetype i = 0; i < ring.size(); ++i) {
    const QPointF a = ring[i];
    const QPointF b = ring[(i + 1) % ring.size()];
    twice += a.x() * b.y() - b.x() * a.y();
  }
  return std::abs(twice) / 2;
}

const QRectF window(10, 20, 100, 50);

}  // namespace

BOOST_AUTO_TEST_SUITE(clip_suite)

BOOST_AUTO_TEST_CASE(a_ring_keeps_what_lies_in_the_window) {
  const QPolygonF ring({{0, 0}, {60, 0}, {60, 200}, {0, 200}});
  BOOST_TEST(ring_area(clipped_ring(ring, window)) == 50 * 50, boost::test_tools::tolerance(1e-12));
  const QPolygonF inside({{20, 30}, {30, 30}, {30, 40}});
  BOOST_TEST((clipped_ring(inside, window) == inside));
  BOOST_TEST(clipped_ring(QPolygonF({{200, 0}, {300, 0}, {300, 90}}), window).isEmpty());
}

BOOST_AUTO_TEST_CASE(nothing_of_a_line_stands_outside_and_nothing_inside_is_lost) {
  std::mt19937 generator(11);
  std::uniform_real_distribution<double> somewhere(-100, 250);
  for (int round = 0; round < 200; ++round) {
    std::vector<QPointF> line;
    for (int i = 0; i < 12; ++i) line.emplace_back(somewhere(generator), somewhere(generator));
    const auto pieces = clipped_line(line, window);
    double length = 0;
    for (const QPolygonF& piece : pieces)
      for (qsizetype i = 0; i < piece.size(); ++i) {
        BOOST_TEST(window.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(piece[i]));
        if (i > 0) length += QLineF(piece[i - 1], piece[i]).length();
      }
    double sampled = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
      const QLineF segment(line[i - 1], line[i]);
      constexpr int steps = 4000;
      for (int k = 0; k < steps; ++k)
        if (window.contains(segment.pointAt((k + 0.5) / steps))) sampled += segment.length() / steps;
    }
    BOOST_TEST(std::abs(length - sampled) < 1.5);
  }
}

BOOST_AUTO_TEST_CASE(hatching_stays_inside_and_leaves_holes_free) {
  const QPolygonF shell({{0, 0}, {100, 0}, {100, 100}, {0, 100}});
  const QPolygonF hole({{40, 40}, {60, 40}, {60, 60}, {40, 60}});
  const auto lines = hatching({shell, hole}, 5, 0);
  double length = 0;
  for (const QLineF& line : lines) {
    length += line.length();
    BOOST_TEST(shell.boundingRect().adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(line.p1()));
    for (const double t : {0.01, 0.5, 0.99})
      BOOST_TEST(!hole.boundingRect().adjusted(1e-6, 1e-6, -1e-6, -1e-6).contains(line.pointAt(t)));
  }
  BOOST_TEST(length == (10000 - 400) / 5.0, boost::test_tools::tolerance(0.02));  // lines 5 apart cover their area
}

BOOST_AUTO_TEST_SUITE_END()
