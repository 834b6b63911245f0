#include <boost/test/unit_test.hpp>
#include <cstring>
#include <random>

#include "gis/geometry/geometry.h"

using namespace smile;

namespace {

std::vector<Geometry> samples() {
  Geometry with_hole = make_area({{0, 0}, {10, 0}, {10, 10}, {0, 10}});
  for (const Point p : {Point{2, 2}, {2, 4}, {4, 4}, {2, 2}}) with_hole.points.push_back(p);
  with_hole.path_ends.push_back(9);
  with_hole.part_ends = {2};
  Geometry two = make_area({{0, 0}, {1, 0}, {1, 1}});
  for (const Point p : {Point{5, 5}, {6, 5}, {6, 6}, {5, 5}}) two.points.push_back(p);
  two.path_ends.push_back(8);
  two.part_ends.push_back(2);
  Geometry lines = make_line({{0, 0}, {1, 1}});
  for (const Point p : {Point{5, 5}, {6, 5}, {6, 6}}) lines.points.push_back(p);
  lines.path_ends.push_back(5);
  return {make_point({1.5, -2}), make_points({{1, 2}, {3, 4}}), make_line({{0, 0}, {3, 4}}), lines, with_hole, two};
}

std::string bytes(std::initializer_list<unsigned> values) {
  std::string out;
  for (const unsigned value : values) out += static_cast<char>(value);
  return out;
}

std::string big_endian_double(double value) {
  std::string out(8, '\0');
  std::memcpy(out.data(), &value, 8);
  return {out.rbegin(), out.rend()};
}

std::string little_endian_double(double value) {
  std::string out(8, '\0');
  std::memcpy(out.data(), &value, 8);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wkb)

BOOST_AUTO_TEST_CASE(every_kind_comes_back_as_it_was) {
  for (const Geometry& g : samples()) BOOST_CHECK(from_wkb(to_wkb(g)) == g);
}

BOOST_AUTO_TEST_CASE(empty_geometries_come_back_empty) {
  for (const GeometryKind kind : {GeometryKind::point, GeometryKind::line, GeometryKind::area}) {
    const auto back = from_wkb(to_wkb({kind, {}, {}, {}}));
    BOOST_REQUIRE(back.has_value());
    BOOST_CHECK(back->kind == kind);
    BOOST_TEST(back->empty());
  }
}

BOOST_AUTO_TEST_CASE(big_endian_is_read) {
  const auto g = from_wkb(bytes({0, 0, 0, 0, 1}) + big_endian_double(12.25) + big_endian_double(54.5));
  BOOST_CHECK(g == make_point({12.25, 54.5}));
}

BOOST_AUTO_TEST_CASE(heights_and_measures_are_dropped_in_iso_and_extended_form) {
  const std::string xy = little_endian_double(1) + little_endian_double(2);
  const std::string more = little_endian_double(9);
  BOOST_CHECK(from_wkb(bytes({1, 0xE9, 3, 0, 0}) + xy + more) == make_point({1, 2}));             // 1001
  BOOST_CHECK(from_wkb(bytes({1, 0xD1, 7, 0, 0}) + xy + more) == make_point({1, 2}));             // 2001
  BOOST_CHECK(from_wkb(bytes({1, 0xB9, 11, 0, 0}) + xy + more + more) == make_point({1, 2}));     // 3001
  BOOST_CHECK(from_wkb(bytes({1, 1, 0, 0, 0x80}) + xy + more) == make_point({1, 2}));             // EWKB Z
  BOOST_CHECK(from_wkb(bytes({1, 1, 0, 0, 0x20, 0xE6, 0x10, 0, 0}) + xy) == make_point({1, 2}));  // with SRID
}

BOOST_AUTO_TEST_CASE(no_cut_is_read_as_something_and_no_flipped_byte_crashes) {
  std::mt19937 random(1);
  for (const Geometry& g : samples()) {
    const std::string whole = to_wkb(g);
    for (std::size_t cut = 0; cut < whole.size(); ++cut) BOOST_CHECK(!from_wkb(std::string_view(whole).substr(0, cut)));
    for (int i = 0; i < 500; ++i) {
      std::string mutant = whole;
      mutant[random() % mutant.size()] = static_cast<char>(random());
      from_wkb(mutant);
    }
  }
}

BOOST_AUTO_TEST_CASE(curves_and_lying_counts_are_refused) {
  BOOST_CHECK(!from_wkb(bytes({1, 8, 0, 0, 0, 0, 0, 0, 0})));
  BOOST_CHECK(!from_wkb(bytes({1, 2, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF})));
  BOOST_CHECK(!from_wkb(bytes({1, 6, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F})));
}

BOOST_AUTO_TEST_SUITE_END()
