#include "gis/geometry/near_lines.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <random>

#include "gis/geometry/nearest.h"
#include "gis/geometry/overlay.h"

using namespace smile;

namespace {

Geometry lines_of(const std::vector<std::vector<Point>>& paths) {
  Geometry lines;
  lines.kind = GeometryKind::line;
  for (const auto& path : paths) {
    lines.points.insert(lines.points.end(), path.begin(), path.end());
    lines.path_ends.push_back(static_cast<std::uint32_t>(lines.points.size()));
    lines.part_ends.push_back(static_cast<std::uint32_t>(lines.path_ends.size()));
  }
  return lines;
}

double distance_to(Point p, const Geometry& lines) {
  double least = 1e9;
  for (std::size_t k = 0; k < lines.paths(); ++k)
    for (std::size_t i = 1; i < lines.path(k).size(); ++i)
      least = std::min(least, distance(p, nearest_on(p, lines.path(k)[i - 1], lines.path(k)[i])));
  return least;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ground_near_lines)

BOOST_AUTO_TEST_CASE(beside_one_line_it_is_a_strip_with_round_ends) {
  const Geometry strip = near_lines(lines_of({{{0, 0}, {1000, 0}}}), 40, 10);
  BOOST_TEST(std::abs(area(strip) / (80 * 1000 + std::numbers::pi * 40 * 40) - 1) < 0.01);
  BOOST_TEST(std::abs(bounds(strip).max_x - 1040) < 1);
}

BOOST_AUTO_TEST_CASE(a_block_of_streets_has_a_hole_and_what_lies_in_it_is_a_part_of_its_own) {
  const Geometry ground =
      near_lines(lines_of({{{0, 0}, {600, 0}, {600, 600}, {0, 600}, {0, 0}}, {{280, 300}, {320, 300}}}), 40, 10);
  BOOST_TEST(ground.part_ends.size() == 2U);
  BOOST_TEST(ground.paths() == 3U);
  BOOST_TEST((locate({300, 300}, ground) == Side::inside));
  BOOST_TEST((locate({150, 300}, ground) == Side::outside));
  BOOST_TEST((locate({600, 300}, ground) == Side::inside));
}

BOOST_AUTO_TEST_CASE(whatever_the_lines_it_is_valid_and_right_but_for_a_step) {
  for (unsigned seed = 1; seed <= 30; ++seed) {
    std::mt19937 chance(seed);
    std::uniform_real_distribution<double> anywhere(0, 800);
    std::vector<std::vector<Point>> paths;
    for (int i = 0; i < 12; ++i)
      paths.push_back({{anywhere(chance), anywhere(chance)}, {anywhere(chance), anywhere(chance)}});
    const Geometry lines = lines_of(paths), ground = near_lines(lines, 40, 10);
    BOOST_TEST(validity(ground).valid, "seed " << seed << ": " << validity(ground).reason);
    for (int i = 0; i < 200; ++i) {
      const Point p{anywhere(chance), anywhere(chance)};
      const double far = distance_to(p, lines);
      if (far < 37) BOOST_TEST((locate(p, ground) != Side::outside), "seed " << seed << ", " << far << " m");
      if (far > 43) BOOST_TEST((locate(p, ground) == Side::outside), "seed " << seed << ", " << far << " m");
    }
  }
}

BOOST_AUTO_TEST_CASE(a_large_city_is_drawn_with_larger_steps) {
  const Geometry ground = near_lines(lines_of({{{0, 0}, {90000, 0}}, {{0, 90000}, {10, 90000}}}), 40, 10);
  BOOST_TEST(ground.part_ends.size() == 2U);
  BOOST_TEST(std::abs(area(ground) / (80.0 * 90000) - 1) < 0.1);
}

BOOST_AUTO_TEST_CASE(without_lines_there_is_no_ground) {
  BOOST_TEST(near_lines(lines_of({}), 40, 10).empty());
}

BOOST_AUTO_TEST_SUITE_END()
