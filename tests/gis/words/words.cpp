#include "gis/words/words.h"

#include <boost/test/unit_test.hpp>

#include "gis/words/numbers.h"

using namespace smile;

BOOST_AUTO_TEST_SUITE(words)

BOOST_AUTO_TEST_CASE(a_text_puts_its_arguments_in_place) {
  BOOST_TEST(in(Language::english, text("{1} of {2} rows", 1180, 12000)) == "1,180 of 12,000 rows");
}

BOOST_AUTO_TEST_CASE(data_that_look_like_a_place_stay_as_they_are) {
  BOOST_TEST(in(Language::english, text("“{1}”", "{1} {2}")) == "“{1} {2}”");
}

BOOST_AUTO_TEST_CASE(german_numbers_have_points_between_thousands_and_a_comma) {
  BOOST_TEST(format_number(Language::german, 1234567.891, 2) == "1.234.567,89");
  BOOST_TEST(format_number(Language::german, -0.001, 2) == "0,00");
  BOOST_TEST(format_money(Language::german, 12397382, "EUR") == "123.973,82\u00a0€");
  BOOST_TEST(format_money(Language::english, 12397300, "EUR") == "€123,973");
  BOOST_TEST(format_area(Language::german, 10431234.0) == "10,43\u00a0km²");
}

BOOST_AUTO_TEST_SUITE_END()
