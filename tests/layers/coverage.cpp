#include "layers/coverage.h"

#include <QImage>
#include <boost/test/unit_test.hpp>
#include <random>

using namespace smile::layers;

namespace {

/// White paper of so many pixels; black is painted on it.
struct Paper {
  QImage image;
  QPainter painter;
  Coverage coverage;
  explicit Paper(QSize size = {101, 67})
      : image(filled(size)), painter(&image), coverage(painter, QRectF(QPointF(), size)) {}

  static QImage filled(QSize size) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    return image;
  }
  void ring(const std::vector<Coverage::Point>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Coverage::Point a = points[i], b = points[(i + 1) % points.size()];
      coverage.edge(a.x, a.y, b.x, b.y);
    }
  }
  void paint() { coverage.paint(Qt::black); }
  /// How much of a pixel is black.
  double at(int x, int y) const { return 1 - qRed(image.pixel(x, y)) / 255.0; }
  /// Square pixels that are black.
  double area() const {
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) sum += at(x, y);
    return sum;
  }
  bool is_white() const { return image == filled(image.size()); }
};

constexpr double grey_step = 1.0 / 255;

}  // namespace

BOOST_AUTO_TEST_SUITE(coverage)

BOOST_AUTO_TEST_CASE(a_pixel_is_as_dark_as_it_is_covered) {
  Paper paper;
  paper.ring({{10.5, 20}, {13.25, 20}, {13.25, 21.5}, {10.5, 21.5}});
  paper.paint();
  BOOST_TEST(std::abs(paper.at(10, 20) - 0.5) <= grey_step);
  BOOST_TEST(paper.at(11, 20) == 1);
  BOOST_TEST(std::abs(paper.at(13, 20) - 0.25) <= grey_step);
  BOOST_TEST(std::abs(paper.at(10, 21) - 0.25) <= grey_step);
  BOOST_TEST(std::abs(paper.at(12, 21) - 0.5) <= grey_step);
  BOOST_TEST(paper.at(9, 20) == 0);
  BOOST_TEST(paper.at(14, 20) == 0);
  BOOST_TEST(paper.at(11, 22) == 0);
}

BOOST_AUTO_TEST_CASE(houses_that_share_a_pixel_add_up_and_never_to_more_than_all_of_it) {
  Paper paper;
  for (const double x : {40.0, 40.5}) paper.ring({{x, 30}, {x + 0.5, 30}, {x + 0.5, 31}, {x, 31}});
  for (int i = 0; i < 3; ++i) paper.ring({{50, 30}, {51, 30}, {51, 31}, {50, 31}});
  paper.paint();
  BOOST_TEST(paper.at(40, 30) == 1);
  BOOST_TEST(paper.at(50, 30) == 1);
  BOOST_TEST(std::abs(paper.area() - 2) <= grey_step);
}

BOOST_AUTO_TEST_CASE(a_hole_runs_the_other_way) {
  Paper paper;
  paper.ring({{10, 10}, {30, 10}, {30, 30}, {10, 30}});
  paper.ring({{15, 15}, {15, 25}, {25, 25}, {25, 15}});
  paper.paint();
  BOOST_TEST(std::abs(paper.area() - 300) < 0.01);
  BOOST_TEST(paper.at(20, 20) == 0);
}

BOOST_AUTO_TEST_CASE(any_triangle_covers_its_area) {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> x(1, 100), y(1, 66);
  for (int i = 0; i < 300; ++i) {
    const Coverage::Point a{x(random), y(random)}, b{x(random), y(random)}, c{x(random), y(random)};
    Paper paper;
    paper.ring({a, b, c});
    paper.paint();
    const double expected = std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
    // Each pixel of its edge is rounded to a grey.
    BOOST_REQUIRE_SMALL(paper.area() - expected, 0.6);
  }
}

BOOST_AUTO_TEST_CASE(what_reaches_beyond_the_picture_covers_what_is_in_it) {
  Paper paper;
  paper.ring({{-1000, -1000}, {1000, -1000}, {1000, 1000}, {-1000, 1000}});
  paper.ring({{-50, -50}, {-50, -40}, {-40, -40}});
  paper.ring({{200, 10}, {200, 20}, {210, 20}});
  paper.paint();
  BOOST_TEST(paper.area() == 101 * 67);
}

BOOST_AUTO_TEST_CASE(what_was_painted_is_forgotten) {
  Paper paper;
  paper.ring({{10, 10}, {90, 12}, {30, 60}});
  paper.paint();
  paper.image.fill(Qt::white);
  paper.paint();
  BOOST_TEST(paper.is_white());
  paper.coverage.disc(3, 3, 2);  // another picture of the same size may get the memory of this one
  paper.paint();
  BOOST_TEST(!paper.is_white());
  Paper next;
  next.coverage.add(50, 50, 0.5);
  next.paint();
  BOOST_TEST(std::abs(next.area() - 0.5) <= grey_step);
}

BOOST_AUTO_TEST_CASE(a_dot_and_a_box_cover_the_share_they_are_given) {
  Paper paper;
  paper.coverage.add(100.5, 66.5, 0.25);  // the last pixel of all
  paper.coverage.add(101.5, 3, 1);        // beyond
  paper.coverage.add_box(20, 20, 24, 22, 0.5);
  paper.paint();
  BOOST_TEST(std::abs(paper.at(100, 66) - 0.25) <= grey_step);
  BOOST_TEST(std::abs(paper.area() - 4.25) <= 10 * grey_step);
}

BOOST_AUTO_TEST_CASE(a_colour_lets_through_what_it_and_the_painter_say) {
  Paper paper;
  paper.ring({{10, 10}, {60, 10}, {60, 20}, {10, 20}});
  paper.painter.setOpacity(0.5);
  paper.coverage.paint(QColor(0, 0, 0, 128));
  for (const int x : {10, 33, 59}) BOOST_TEST(std::abs(paper.at(x, 15) - 0.25) <= grey_step);
  BOOST_TEST(qAlpha(paper.image.pixel(33, 15)) == 255);
}

BOOST_AUTO_TEST_SUITE(polylines)

BOOST_AUTO_TEST_CASE(a_straight_line_covers_its_length_times_its_width) {
  Paper paper;
  paper.coverage.polyline({{10, 10}, {50, 40}}, 3, false);
  paper.paint();
  BOOST_TEST(std::abs(paper.area() - 150) < 0.5);
}

BOOST_AUTO_TEST_CASE(a_gentle_bend_has_no_gap_and_is_not_laid_twice) {
  for (const double bend : {-12.0, 12.0}) {
    Paper paper;
    paper.coverage.polyline({{10, 30}, {40, 30}, {70, 30 + bend}}, 4, false);
    paper.paint();
    BOOST_TEST(std::abs(paper.area() - 4 * (30 + std::hypot(30, bend))) < 0.5);
    for (int x = 12; x < 68; ++x) {
      const double y = x < 40 ? 30 : 30 + (x + 0.5 - 40) * bend / 30;
      BOOST_TEST(paper.at(x, static_cast<int>(std::floor(y))) > 0.97);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_sharp_corner_is_closed) {
  for (const bool rounded : {false, true}) {
    Paper paper;
    paper.coverage.polyline({{20, 20}, {60, 20}, {60, 60}}, 6, rounded);
    paper.paint();
    BOOST_TEST(paper.at(60, 20) == 1);
    BOOST_TEST(paper.at(61, 18) > 0.5);  // the outer corner
  }
}

BOOST_AUTO_TEST_CASE(a_line_that_turns_back_stays_in_its_width) {
  Paper paper;
  paper.coverage.polyline({{20, 30}, {60, 30}, {25, 30.5}}, 2, false);
  paper.paint();
  for (int x = 0; x < 101; ++x)
    for (int y = 0; y < 67; ++y)
      if (y < 28 || y > 32 || x < 17 || x > 63) BOOST_REQUIRE(paper.at(x, y) == 0);
}

BOOST_AUTO_TEST_CASE(repeated_points_and_nothing_at_all_do_no_harm) {
  Paper paper;
  paper.coverage.polyline({}, 2, true);
  paper.coverage.polyline({{5, 5}}, 2, true);
  paper.coverage.polyline({{5, 5}, {5, 5}}, 2, false);
  paper.paint();
  BOOST_TEST(paper.is_white());
  paper.coverage.polyline({{10, 10}, {10, 10}, {40, 10}, {40, 10}, {60, 10}, {60, 10}}, 2, false);
  paper.paint();
  BOOST_TEST(std::abs(paper.area() - 100) < 0.1);
}

BOOST_AUTO_TEST_CASE(any_line_leaves_nothing_open_that_would_run_to_the_side) {
  std::mt19937 random(9);
  std::uniform_real_distribution<double> x(-60, 160), y(-40, 110), width(0.5, 9);
  for (int i = 0; i < 400; ++i) {
    std::vector<Coverage::Point> line;
    for (int k = 0; k < 2 + i % 7; ++k) line.push_back({x(random), y(random)});
    const double wide = width(random);
    Paper paper;
    paper.coverage.polyline(line, wide, i % 2 == 0);
    paper.paint();
    // Far from the line nothing is painted.
    const auto distance = [&](double px, double py) {
      double least = 1e9;
      for (std::size_t k = 1; k < line.size(); ++k) {
        const double dx = line[k].x - line[k - 1].x, dy = line[k].y - line[k - 1].y;
        const double t =
            std::clamp(((px - line[k - 1].x) * dx + (py - line[k - 1].y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
        least = std::min(least, std::hypot(px - line[k - 1].x - t * dx, py - line[k - 1].y - t * dy));
      }
      return least;
    };
    for (int py = 0; py < 67; py += 3)
      for (int px = 0; px < 101; px += 3) {
        const double far = distance(px + 0.5, py + 0.5);
        if (far > wide * 0.75 + 1.5) BOOST_REQUIRE_MESSAGE(paper.at(px, py) == 0, i << " paints beside the line");
        // Square ends leave the outside of a very sharp corner open: lines so thin have no room for it.
        const bool at_corner = std::any_of(line.begin(), line.end(), [&](const Coverage::Point& corner) {
          return std::hypot(corner.x - px - 0.5, corner.y - py - 0.5) < wide;
        });
        if (far < wide / 2 - 1.5 && (i % 2 == 0 || !at_corner))
          BOOST_REQUIRE_MESSAGE(paper.at(px, py) > 0.9, i << " leaves a gap");
      }
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE_END()
