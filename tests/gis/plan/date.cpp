#include "gis/plan/date.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

BOOST_AUTO_TEST_SUITE(date)

static std::string iso(std::string_view text) {
  const auto parsed = parse_date(text);
  return parsed ? to_iso(*parsed) : "none";
}

BOOST_AUTO_TEST_CASE(dates_as_an_office_writes_them_are_read) {
  BOOST_TEST(iso("07.01.2021") == "2021-01-07");
  BOOST_TEST(iso("7.1.21") == "2021-01-07");
  BOOST_TEST(iso("2021-01-07") == "2021-01-07");
  BOOST_TEST(iso("2021/01/07") == "2021-01-07");
  BOOST_TEST(iso("7. Januar 2021") == "2021-01-07");
  BOOST_TEST(iso("März 2024") == "2024-03");
  BOOST_TEST(iso("7 Jan 2021") == "2021-01-07");
}

BOOST_AUTO_TEST_CASE(a_date_of_lesser_precision_keeps_what_it_says) {
  BOOST_TEST(iso("Q3 2025") == "2025-Q3");
  BOOST_TEST(iso("3. Quartal 2025") == "2025-Q3");
  BOOST_TEST(iso("2025-Q3") == "2025-Q3");
  BOOST_TEST(iso("1. HJ 2025") == "2025-H1");
  BOOST_TEST(iso("2026") == "2026");
  BOOST_TEST(iso("03/2025") == "2025-03");
}

BOOST_AUTO_TEST_CASE(what_is_no_real_day_is_no_date) {
  for (const char* text : {"", "31.02.2024", "29.02.2023", "Q5 2025", "13/2025", "k. A.", "bald", "12", "2021-01-07 10:00", "ca. 2026"})
    BOOST_TEST(iso(text) == "none", text);
  BOOST_TEST(iso("29.02.2024") == "2024-02-29");
}

BOOST_AUTO_TEST_CASE(every_date_reads_back_from_its_iso_form_and_from_both_languages) {
  for (int year = 1990; year < 2040; year += 7)
    for (int month = 1; month <= 12; ++month)
      for (const Date& date : {Date{year, DatePrecision::year, 0, 0}, Date{year, DatePrecision::half, 1 + month % 2, 0},
                               Date{year, DatePrecision::quarter, 1 + month % 4, 0}, Date{year, DatePrecision::month, month, 0},
                               Date{year, DatePrecision::day, month, 28}}) {
        BOOST_TEST((parse_date(to_iso(date)) == date), to_iso(date));
        BOOST_TEST((parse_date(format_date(Language::german, date)) == date), format_date(Language::german, date));
        BOOST_TEST((parse_date(format_date(Language::english, date)) == date), format_date(Language::english, date));
      }
}

BOOST_AUTO_TEST_CASE(dates_sort_by_the_first_day_of_what_they_say) {
  BOOST_TEST(sort_key(*parse_date("Q3 2025")) == 20250701);
  BOOST_TEST(sort_key(*parse_date("2026")) == 20260101);
  BOOST_TEST(sort_key(*parse_date("30.06.2025")) < sort_key(*parse_date("2. Halbjahr 2025")));
}

BOOST_AUTO_TEST_SUITE_END()
