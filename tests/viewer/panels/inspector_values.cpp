#include "viewer/panels/inspector_values.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/words/numbers.h"
#include "viewer/text.h"

using namespace smile;
using namespace smile::viewer;

namespace {

std::int64_t cents(const char* typed) {
  const auto money = read_money(QString::fromUtf8(typed));
  BOOST_REQUIRE_MESSAGE(money.has_value(), typed);
  return money->cents;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(inspector_values)

BOOST_AUTO_TEST_CASE(amounts_are_read_in_german_and_english_notation) {
  BOOST_TEST(cents("1.234,50 €") == 123450);
  BOOST_TEST(cents("€1,234.50") == 123450);
  BOOST_TEST(cents("1234,5") == 123450);
  BOOST_TEST(cents("1234.5") == 123450);
  BOOST_TEST(cents("1.234") == 123400);
  BOOST_TEST(cents("1,234") == 123400);
  BOOST_TEST(cents("12 000 EUR") == 1200000);
  BOOST_TEST(cents("1.234.567,89") == 123456789);
  BOOST_TEST(cents("1,5 Mio. €") == 150000000);
  BOOST_TEST(cents("250 Tsd.") == 25000000);
  BOOST_TEST(cents("0") == 0);
}

BOOST_AUTO_TEST_CASE(what_is_no_amount_is_refused) {
  for (const char* typed : {"viel", "1.23.4", "12,345,6", "1,2,3", "--5", "1.234,567", "5 Äpfel", "1e9"})
    BOOST_TEST(!read_money(QString::fromUtf8(typed)).has_value(), typed);
}

BOOST_AUTO_TEST_CASE(what_the_program_shows_is_read_back_to_the_cent) {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<std::int64_t> amounts(0, 999'999'999'99);
  for (int i = 0; i < 500; ++i) {
    const Money money{amounts(random)};
    for (const Language language : {Language::english, Language::german})
      for (const char* currency : {"EUR", "PLN", "CHF"}) {
        const auto read = read_money(q(format_money(language, money.cents, currency)));
        BOOST_REQUIRE(read.has_value());
        BOOST_REQUIRE_EQUAL(read->cents, money.cents);
      }
  }
}

BOOST_AUTO_TEST_CASE(not_known_is_missing_and_not_zero) {
  const Reading reading = read_value(*find_field("cost"), "k. A.");
  BOOST_TEST(reading.problem.empty());
  BOOST_TEST(std::holds_alternative<std::monostate>(reading.value));
}

BOOST_AUTO_TEST_CASE(dates_keep_their_precision) {
  const Reading reading = read_value(*find_field("start"), "Q3 2025");
  BOOST_REQUIRE(std::holds_alternative<Date>(reading.value));
  BOOST_TEST((std::get<Date>(reading.value) == Date{2025, DatePrecision::quarter, 3, 0}));
  BOOST_TEST(!read_value(*find_field("start"), "bald").problem.empty());
}

BOOST_AUTO_TEST_SUITE_END()
