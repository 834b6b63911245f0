#include "gis/intake/written_position.h"

#include <boost/test/unit_test.hpp>
#include <random>

using namespace smile;
using Order = WrittenPosition::Order;

namespace {

void check(std::string_view text, double first, double second, Order order = Order::unstated) {
  const auto written = take_position_apart(text);
  BOOST_TEST_REQUIRE(written.has_value(), text);
  BOOST_TEST_CONTEXT(text) {
    BOOST_CHECK_SMALL(written->first - first, 1e-9);
    BOOST_CHECK_SMALL(written->second - second, 1e-9);
    BOOST_TEST((written->order == order));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(written_position)

BOOST_AUTO_TEST_CASE(decimal_pairs_with_point_or_comma) {
  for (const std::string_view text :
       {"54.102, 12.17", "54.102 12.17", "54,102; 12,17", "54,102 12,17", "54.102,12.17", "54,102,12,17",
        "54,102 / 12,17", "(54.102|12.17)", "54.102\u00a012.17", "geo:54.102,12.17", "54.102°, 12.17°"})
    check(text, 54.102, 12.17);
  check("-33,5; -70,6", -33.5, -70.6);
}

BOOST_AUTO_TEST_CASE(letters_state_the_order) {
  check("54.1°N 12.2°E", 54.1, 12.2, Order::y_first);
  check("N54.1 E12.2", 54.1, 12.2, Order::y_first);
  check("12.2 O, 54.1 N", 12.2, 54.1, Order::x_first);
  check("33.5 S 70.6 W", -33.5, -70.6, Order::y_first);
  check("Breite: 54,1 Länge: 12,2", 54.1, 12.2, Order::y_first);
  check("lat=54.1 lon=12.2", 54.1, 12.2, Order::y_first);
  check("Ost 307321 Nord 6002869", 307321, 6002869, Order::x_first);
  check("R 4502345 H 5998123", 4502345, 5998123, Order::x_first);
  check("POINT(12.2 54.1)", 12.2, 54.1, Order::x_first);
}

BOOST_AUTO_TEST_CASE(degrees_minutes_seconds_in_many_signs) {
  const double north = 54 + 13 / 60.0;
  const double east = 12 + 10 / 60.0 + 17.9 / 3600;
  for (const std::string_view text :
       {"54°13'00.0\"N 12°10'17.9\"O", "54°13′00.0″N 12°10′17.9″E", "54° 13' 0,0'' N, 12° 10' 17,9'' E",
        "N 54°13'00\" E 12°10'17.9\"", "54 13 00 N 12 10 17.9 E", "54º13’0”N 12º10’17.9”E"})
    check(text, north, east, Order::y_first);
  check("N 54° 13.5' E 12° 10.25'", 54.225, 12 + 10.25 / 60, Order::y_first);
}

BOOST_AUTO_TEST_CASE(metres_with_thousands_zones_and_codes) {
  check("307321 / 6002869", 307321, 6002869);
  check("307.321,50 / 6.002.869,20", 307321.5, 6002869.2);
  check("307,321.50; 6,002,869.20", 307321.5, 6002869.2);
  check("307 321 / 6 002 869", 307321, 6002869);
  check("33308643 5995086", 33308643, 5995086);
  for (const std::string_view text : {"33U 307321 6002869", "33 U 307321 6002869", "UTM Zone 33 307321 / 6002869",
                                      "33N 307321 6002869", "33U 307321,5 6002869,5", "33 E 307321 N 6002869"}) {
    BOOST_TEST(take_position_apart(text).has_value(), text);
    BOOST_TEST(take_position_apart(text).value_or(WrittenPosition{}).zone == 33, text);
  }
  BOOST_TEST(take_position_apart("EPSG:25833 307321 6002869")->epsg == 25833);
  BOOST_TEST(take_position_apart("19H 350000 6290000")->south);
}

BOOST_AUTO_TEST_CASE(what_is_no_position_is_none) {
  for (const std::string_view text :
       {"", " ", "Lange Straße 12, 18055 Rostock", "07.01.2021", "12", "54.1", "12:30:45", "k. A.", "–", "=1+1",
        "1.2.3.4.5", "54°61'00\"N 12°10'00\"E", "54.1 N 12.2 N", "1 2 3 4 5", "12.500 / 20.000 €", "33U 307321", "N E",
        "54.1 12.2 irgendwo", "6.02.869 / 307.321"})
    BOOST_TEST(!take_position_apart(text).has_value(), text);
  BOOST_TEST(!take_position_apart(std::string(500, '1')).has_value());
}

BOOST_AUTO_TEST_CASE(two_cells_are_read_together) {
  const auto check_columns = [](std::string_view x, std::string_view y, double first, double second) {
    const auto written = take_columns_apart(x, y);
    BOOST_TEST_REQUIRE(written.has_value(), x << " | " << y);
    BOOST_TEST(written->first == first);
    BOOST_TEST(written->second == second);
  };
  check_columns("12,17", " 54.1 ", 12.17, 54.1);
  check_columns("307.321", "6.002.869,20", 307321, 6002869.2);
  check_columns("307 321", "6 002 869", 307321, 6002869);
  check_columns("12°30'", "54° 15'", 12.5, 54.25);
  check_columns("70.6 W", "33.5 S", -70.6, -33.5);
  for (const std::string_view text : {"", "x", "Mitte", "1 2", "54.1 12.1", "33U"}) {
    BOOST_TEST(!take_columns_apart(text, "54.1").has_value(), text);
    BOOST_TEST(!take_columns_apart("12.1", text).has_value(), text);
  }
}

BOOST_AUTO_TEST_CASE(random_text_never_crashes) {
  std::mt19937 random(3);
  constexpr std::string_view signs = "0123456789.,;/ -°'\"NESWOUx\xC2\xB0\xE2(";
  for (int round = 0; round < 50'000; ++round) {
    std::string text;
    for (auto n = random() % 24; n > 0; --n) text += signs[random() % signs.size()];
    if (const auto written = take_position_apart(text)) BOOST_TEST_REQUIRE(std::isfinite(written->first), text);
    take_columns_apart(text, "54.1");
  }
}

BOOST_AUTO_TEST_SUITE_END()
