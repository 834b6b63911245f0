#include "gis/exports/names.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/formats/encoding.h"
#include "tests/gis/exports/plans.h"

using namespace smile;
using namespace smile::exports;

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(slugs_are_plain_ascii_that_a_german_would_type) {
  BOOST_TEST(slug("Straße & Plätze") == "strasse_plaetze");
  BOOST_TEST(slug("Łódź – Śródmieście") == "lodz_srodmiescie");
  BOOST_TEST(slug("  ../../etc/passwd ") == "etc_passwd");
  BOOST_TEST(slug("日本") == "");
  BOOST_TEST(slug("\xC3") == "");
}

BOOST_AUTO_TEST_CASE(text_is_cut_between_characters) {
  BOOST_TEST(cut_utf8("Größe", 4) == "Grö");
  BOOST_TEST(cut_utf8("Größe", 3) == "Gr");
  BOOST_TEST(cut_utf8("Größe", 100) == "Größe");
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    const std::string whole = tests::random_text(random, 300);
    const std::string cut = cut_utf8(whole, 254);
    BOOST_TEST(cut.size() <= 254U);
    BOOST_TEST(is_utf8(cut));
    BOOST_TEST((whole.size() <= 254 ? cut == whole : cut.size() > 250));
  }
}

BOOST_AUTO_TEST_CASE(short_names_of_statistics_come_from_their_own_name_year_and_id) {
  Statistic statistic;
  statistic.id = 57;
  statistic.name = "Einwohnerzahl";
  statistic.year = 2023;
  BOOST_TEST(statistic_short_name(statistic) == "EINWO23_57");
  statistic.id = 123456;
  BOOST_TEST(statistic_short_name(statistic).size() <= 10U);
  statistic.name = "65+ Jahre";
  statistic.id = 8;
  BOOST_TEST(statistic_short_name(statistic) == "S65JAH23_8");
  statistic.name = "日本";
  BOOST_TEST(statistic_short_name(statistic) == "S23_8");
  statistic.id = 123456789012;
  BOOST_TEST(statistic_short_name(statistic).size() <= 10U);
}

BOOST_AUTO_TEST_CASE(two_hundred_nasty_level_names_stay_in_the_folder_and_apart) {
  std::mt19937 random(3);
  UniqueNames unique(60);
  std::set<std::string> seen;
  const std::vector<std::string> nasty = {"../x", "/etc/passwd",          "a/b\\c", "CON", "nul", ".", "..",
                                          "a\nb", std::string("a\0b", 3), "*?",     ""};
  for (int i = 0; i < 200; ++i) {
    const std::string raw =
        i < static_cast<int>(nasty.size()) ? nasty[static_cast<std::size_t>(i)] : tests::random_text(random, 200);
    const std::string name = unique.take("districts_" + slug(raw));
    BOOST_TEST(name.size() <= 60U);
    BOOST_TEST((name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos), name);
    BOOST_TEST(seen.insert(name).second, name);
  }
}

BOOST_AUTO_TEST_CASE(names_that_differ_only_in_case_are_the_same_to_windows) {
  UniqueNames unique(10);
  BOOST_TEST(unique.take("Name") == "Name");
  BOOST_TEST(unique.take("NAME") == "NAME_2");
  BOOST_TEST(unique.take("0123456789") == "0123456789");
  BOOST_TEST(unique.take("0123456789") == "01234567_2");
}

BOOST_AUTO_TEST_SUITE_END()
