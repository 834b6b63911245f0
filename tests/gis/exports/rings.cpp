#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/exports/codebook_file.h"
#include "tests/gis/exports/plans.h"

using namespace smile;
using namespace smile::exports;
using namespace smile::tests;

namespace {

/// The same polygons as a shapefile gives them back: rings turned, polygons in another order.
Geometry shuffled(const Geometry& geometry, std::mt19937& random) {
  std::vector<std::size_t> order;
  for (std::size_t part = 0; part < geometry.parts(); ++part) order.push_back(part);
  std::shuffle(order.begin(), order.end(), random);
  Geometry result;
  result.kind = GeometryKind::area;
  for (const std::size_t part : order) {
    const std::uint32_t begin = part == 0 ? 0 : geometry.part_ends[part - 1];
    for (std::uint32_t ring = begin; ring < geometry.part_ends[part]; ++ring) {
      const auto path = geometry.path(ring);
      std::vector<Point> points(path.begin(), path.end());
      if (random() % 2 == 0) std::reverse(points.begin(), points.end());
      result.points.insert(result.points.end(), points.begin(), points.end());
      result.path_ends.push_back(static_cast<std::uint32_t>(result.points.size()));
    }
    result.part_ends.push_back(static_cast<std::uint32_t>(result.path_ends.size()));
  }
  return result;
}

Geometry many_parts(std::mt19937& random) {
  Geometry all;
  all.kind = GeometryKind::area;
  for (std::size_t n = 1 + random() % 4; n > 0; --n) {
    const Geometry some = area_with_hole(random_coordinate(random, 0), static_cast<double>(n) * 5000);
    for (const std::uint32_t end : some.part_ends)
      all.part_ends.push_back(end + static_cast<std::uint32_t>(all.path_ends.size()));
    for (const std::uint32_t end : some.path_ends)
      all.path_ends.push_back(end + static_cast<std::uint32_t>(all.points.size()));
    all.points.insert(all.points.end(), some.points.begin(), some.points.end());
    std::sort(all.part_ends.begin(), all.part_ends.end());
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rings)

BOOST_AUTO_TEST_CASE(turned_and_reordered_rings_come_back_exactly_without_being_stored) {
  std::mt19937 random(5);
  for (int i = 0; i < 300; ++i) {
    const Geometry whole = many_parts(random);
    const Geometry read = shuffled(whole, random);
    const CodebookGeometry entry = difference_of(read, whole);
    BOOST_TEST(entry.whole.empty());
    const auto back = restored(entry, read);
    BOOST_REQUIRE(back);
    BOOST_TEST((*back == whole));
  }
}

BOOST_AUTO_TEST_CASE(what_no_turning_explains_is_stored_whole) {
  const Geometry whole = square(0, 0, 10);
  Geometry read = whole;
  read.points[1].x += 1e-9;
  const CodebookGeometry entry = difference_of(read, whole);
  BOOST_TEST((entry.whole == whole));
  BOOST_TEST((*restored(entry, read) == whole));
}

BOOST_AUTO_TEST_CASE(a_changed_geometry_is_never_overruled) {
  std::mt19937 random(6);
  for (int i = 0; i < 200; ++i) {
    const Geometry whole = many_parts(random);
    Geometry read = shuffled(whole, random);
    const CodebookGeometry entry = difference_of(read, whole);
    read.points[random() % read.points.size()].x += 0.001;
    BOOST_TEST(!restored(entry, read));
  }
}

BOOST_AUTO_TEST_CASE(the_same_geometry_needs_nothing_but_its_hash) {
  const Geometry line = make_line({{0, 0}, {1, 1}});
  const CodebookGeometry entry = difference_of(line, line);
  BOOST_TEST(entry.rings.empty());
  BOOST_TEST(entry.whole.empty());
  BOOST_TEST((*restored(entry, line) == line));
}

BOOST_AUTO_TEST_CASE(recipes_that_point_nowhere_give_nothing) {
  const Geometry read = square(0, 0, 10);
  for (const std::vector<int>& ring : {std::vector<int>{2}, {0}, {-7}, {1, 1000000}}) {
    CodebookGeometry entry{hash_of(read), ring, {static_cast<int>(ring.size())}, {}};
    BOOST_TEST(!restored(entry, read));
  }
  for (const std::vector<int>& parts : {std::vector<int>{}, {-1}, {0, 1}, {2}}) {
    CodebookGeometry entry{hash_of(read), {1}, parts, {}};
    BOOST_TEST(!restored(entry, read));
  }
}

BOOST_AUTO_TEST_SUITE_END()
