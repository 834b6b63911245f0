#include "gis/intake/position.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdio>
#include <random>

using namespace smile;

namespace {

/// Rostock's extent in UTM 33.
PositionContext rostock() {
  PositionContext context;
  context.plan_crs = crs_from_epsg(25833);
  context.city = {300000, 5990000, 325000, 6015000};
  return context;
}

std::string print(const char* format, double a, double b) {
  char buffer[100];
  std::snprintf(buffer, sizeof buffer, format, a, b);
  return buffer;
}

std::string dms(double value, char letter) {
  const double degrees = std::floor(value);
  const double minutes = std::floor((value - degrees) * 60);
  const double seconds = std::min(((value - degrees) * 60 - minutes) * 60, 59.99);
  char buffer[60];
  std::snprintf(buffer, sizeof buffer, "%.0f°%02.0f'%05.2f\"%c", degrees, minutes, seconds, letter);
  return buffer;
}

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(position)

BOOST_AUTO_TEST_CASE(the_order_that_falls_into_the_city_is_taken_and_a_wrong_stated_one_is_told) {
  const PositionReader reader(rostock());
  const auto stated = reader.from_text("54.10207, 12.17037");
  const auto swapped = reader.from_text("12.17037, 54.10207");
  BOOST_TEST_REQUIRE((stated && swapped));
  BOOST_TEST(!stated->swapped);
  BOOST_TEST(swapped->swapped);
  BOOST_TEST(!swapped->outside);
  BOOST_TEST(distance(stated->point, swapped->point) < 1e-6);
  BOOST_TEST(reader.from_text("54.1 O 12.17 N")->swapped);
  BOOST_TEST(reader.from_text("6002869 / 307321")->swapped);
}

BOOST_AUTO_TEST_CASE(outside_in_every_order_keeps_what_was_written) {
  const auto position = position_from_text("55.33087, 12.06335", rostock());
  BOOST_TEST_REQUIRE(position.has_value());
  BOOST_TEST(position->outside);
  BOOST_TEST(!position->swapped);
  BOOST_TEST(position->point.y > 6'100'000);
}

BOOST_AUTO_TEST_CASE(a_column_that_writes_longitude_first_throughout_is_not_swapped) {
  PositionContext context = rostock();
  context.reversed = true;
  BOOST_TEST(!position_from_text("12.17037, 54.10207", context)->swapped);
  BOOST_TEST(position_from_text("54.10207, 12.17037", context)->swapped);
  BOOST_TEST(!position_from_text("54.1°N 12.17°E", context)->swapped);
}

BOOST_AUTO_TEST_CASE(the_system_is_found_by_the_city) {
  const PositionReader reader(rostock());
  const Point expected{307321, 6002869};
  BOOST_TEST(distance(reader.from_text("307321 / 6002869")->point, expected) < 1e-6);
  BOOST_TEST(distance(reader.from_text("33307321 6002869")->point, expected) < 1e-6);
  BOOST_TEST(reader.from_text("33307321 6002869")->read_as.epsg == 5650);
  BOOST_TEST(distance(reader.from_text("33U 307321 6002869")->point, expected) < 1e-6);
  for (const int code : {25832, 4647, 5678, 3857}) {
    const Transform there(crs_from_epsg(25833), crs_from_epsg(code));
    const Point p = *there(expected);
    const auto position = reader.from_text(print("%.2f / %.2f", p.x, p.y));
    BOOST_TEST_REQUIRE(position.has_value(), code);
    BOOST_TEST(position->read_as.epsg == code);
    BOOST_TEST(distance(position->point, expected) < 1, code);
  }
}

BOOST_AUTO_TEST_CASE(what_the_user_said_wins) {
  PositionContext context = rostock();
  context.crs = crs_from_epsg(5674);
  const Transform there(crs_from_epsg(25833), *context.crs);
  const Point p = *there(Point{307321, 6002869});
  const auto position = position_from_text(print("%.2f %.2f", p.x, p.y), context);
  BOOST_TEST_REQUIRE(position.has_value());
  BOOST_TEST(position->read_as.epsg == 5674);
  BOOST_TEST(distance(position->point, {307321, 6002869}) < 1);
  BOOST_TEST(position_from_text("54.10207, 12.17037", context)->read_as.epsg == 4326);
}

BOOST_AUTO_TEST_CASE(without_a_city_the_size_of_the_easting_decides) {
  PositionContext context = rostock();
  context.city = {};
  BOOST_TEST(position_from_text("33307321 6002869", context)->read_as.epsg == 5650);
  BOOST_TEST(position_from_text("307321 6002869", context)->read_as.epsg == 25833);
  BOOST_TEST(!position_from_text("12.17037, 54.10207", context)->swapped);
  BOOST_TEST(!position_from_text("12.17037, 54.10207", context)->outside);
}

BOOST_AUTO_TEST_CASE(columns_are_read_in_every_notation) {
  const PositionReader reader(rostock());
  const auto plain = reader.from_columns("12.17037", "54.10207");
  BOOST_TEST_REQUIRE(plain.has_value());
  BOOST_TEST(!plain->swapped);
  BOOST_TEST(distance(reader.from_columns("12,17037", "54,10207")->point, plain->point) < 1e-6);
  BOOST_TEST(reader.from_columns("54.10207", "12.17037")->swapped);
  BOOST_TEST(!reader.from_columns("307.321", "6.002.869")->swapped);
  BOOST_TEST(!reader.from_columns("", "54.1").has_value());
  BOOST_TEST(!reader.from_columns("Mitte", "54.1").has_value());
}

BOOST_AUTO_TEST_CASE(words_are_no_position) {
  const PositionReader reader(rostock());
  for (const std::string_view text : {"Kröpeliner Straße 5", "12", "54 / 12", "1.234,50 / 2.000,00", "2021-01-07"})
    BOOST_TEST(!reader.from_text(text).has_value(), text);
}

BOOST_AUTO_TEST_CASE(random_points_come_back_from_every_notation) {
  const PositionReader reader(rostock());
  const Transform degrees(crs_from_epsg(25833), crs_from_epsg(4326));
  std::mt19937 random(17);
  for (int round = 0; round < 2000; ++round) {
    const Point p{301000.0 + static_cast<double>(random() % 23000), 5991000.0 + static_cast<double>(random() % 23000)};
    const Point d = *degrees(p);
    std::string comma = print("%.6f; %.6f", d.y, d.x);
    std::replace(comma.begin(), comma.end(), '.', ',');
    for (const std::string& text :
         {print("%.6f, %.6f", d.y, d.x), print("%.6f %.6f", d.x, d.y), comma, dms(d.y, 'N') + " " + dms(d.x, 'O'),
          dms(d.x, 'E') + ", " + dms(d.y, 'N'), print("%.0f / %.0f", p.x, p.y), print("33%.0f %.0f", p.x, p.y),
          print("33U %.0f %.0f", p.x, p.y), print("N %.0f E %.0f", p.y, p.x)}) {
      const auto position = reader.from_text(text);
      BOOST_TEST_REQUIRE(position.has_value(), text);
      BOOST_TEST_REQUIRE(!position->outside, text);
      BOOST_TEST_REQUIRE(distance(position->point, p) <= 1.0, text);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
