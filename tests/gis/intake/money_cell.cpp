#include "gis/intake/money_cell.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/words/numbers.h"

using namespace smile;

namespace {

MoneyStyle english() {
  return {false, false, false};
}

void check_likely(std::string_view text, std::int64_t cents, const MoneyStyle& style = {}) {
  const auto cell = money_from_cell(text, style);
  BOOST_TEST_REQUIRE(cell.has_value(), text);
  BOOST_TEST_REQUIRE(cell->likely.has_value(), text);
  BOOST_TEST(cell->likely->cents == cents, text << " was read as " << cell->likely->cents);
  BOOST_TEST(!cell->low.has_value());
}

void check_range(std::string_view text, std::int64_t low, std::int64_t high) {
  const auto cell = money_from_cell(text, {});
  BOOST_TEST_REQUIRE((cell && cell->low && cell->high), text);
  BOOST_TEST(cell->low->cents == low, text);
  BOOST_TEST(cell->high->cents == high, text);
  BOOST_TEST(!cell->likely.has_value());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(money_cell)

BOOST_AUTO_TEST_CASE(german_and_english_amounts) {
  check_likely("123.973,82 €", 12397382);
  check_likely("1.099.701,60\u00a0€", 109970160);
  check_likely("0,00 €", 0);
  check_likely("1.234", 123400);
  check_likely("1,234.50", 123450);
  check_likely("1,234", 123400, english());
  check_likely("1.234", 123, english());
  check_likely("123973.82", 12397382);
  check_likely("581000", 58100000);
  check_likely("12,5", 1250);
  check_likely("1 234 567,8", 123456780);
  check_likely("1'234.50 CHF", 123450);
  check_likely("12.000,- EUR", 1200000);
  check_likely("12.000,-- €", 1200000);
  check_likely("€ 500", 50000);
  check_likely("$1,234.50", 123450, english());
}

BOOST_AUTO_TEST_CASE(thousands_and_millions) {
  check_likely("12 T€", 1200000);
  check_likely("12 TEUR", 1200000);
  check_likely("12,5 Tsd. €", 1250000);
  check_likely("1,2 Mio. €", 120000000);
  check_likely("1.2 Mio EUR", 120000000);
  check_likely("80k", 8000000);
  check_likely("2 Mrd.", 200000000000);
}

BOOST_AUTO_TEST_CASE(ranges_fill_low_and_high_and_no_middle) {
  check_range("10.000–20.000", 1000000, 2000000);
  check_range("10.000 - 20.000 €", 1000000, 2000000);
  check_range("10.000 € bis 20.000 €", 1000000, 2000000);
  check_range("10-20 T€", 1000000, 2000000);
  check_range("0,5 bis 1,2 Mio. €", 50000000, 120000000);
  check_range("von 10 bis 20", 1000, 2000);
  BOOST_TEST(money_from_cell("bis zu 20.000 €", {})->high->cents == 2000000);
  BOOST_TEST(money_from_cell("bis 20.000 €", {})->high->cents == 2000000);
  BOOST_TEST(money_from_cell("ab 10.000 €", {})->low->cents == 1000000);
  BOOST_TEST(!money_from_cell("ab 10.000 €", {})->likely.has_value());
}

BOOST_AUTO_TEST_CASE(words_around_the_amount_are_understood_or_make_it_unreadable) {
  BOOST_TEST(money_from_cell("ca. 12 T€", {})->approximate);
  BOOST_TEST(money_from_cell("100 zł", {})->currency == "PLN");
  BOOST_TEST(money_from_cell("100 €", {})->currency == "EUR");
  BOOST_TEST(money_from_cell("100", {})->currency == "");
  BOOST_TEST(!money_from_cell("500 € pro Jahr", {}).has_value());
  BOOST_TEST(money_from_cell("500 € pro Jahr", {true, false, true})->likely->cents == 50000);
  for (const std::string_view text :
       {"", "k. A.", "viel", "12 Personen", "-500 €", "−500", "1.23.4", "20.000–10.000", "1;2", "=1+1", "10 20",
        "12.34,5,6", "100 € oder 200 $", "99999999999999999999999999"})
    BOOST_TEST(!money_from_cell(text, {}).has_value(), text);
}

BOOST_AUTO_TEST_CASE(bare_numbers_of_spreadsheets_have_a_decimal_point) {
  check_likely("1234.125", 123413, {true, true, false});
  check_likely("1.234 €", 123400, {true, true, false});
  check_likely("1.234", 123400, {true, false, false});
}

BOOST_AUTO_TEST_CASE(what_the_program_writes_it_reads) {
  std::mt19937_64 random(23);
  for (int round = 0; round < 2000; ++round) {
    const auto cents = static_cast<std::int64_t>(random() % 1'000'000'000'00);
    check_likely(format_money(Language::german, cents, "EUR"), cents);
    check_likely(format_money(Language::english, cents, "EUR"), cents, english());
  }
}

BOOST_AUTO_TEST_CASE(random_text_never_crashes) {
  std::mt19937 random(29);
  constexpr std::string_view signs = "0123456789.,- €kTMio'\"bisca\xE2\x80\x93";
  for (int round = 0; round < 50'000; ++round) {
    std::string text;
    for (auto n = random() % 20; n > 0; --n) text += signs[random() % signs.size()];
    if (const auto cell = money_from_cell(text, {}); cell && cell->likely) BOOST_TEST_REQUIRE(cell->likely->cents >= 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
