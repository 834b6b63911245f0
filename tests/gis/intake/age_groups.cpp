#include "gis/intake/age_groups.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

std::string shown(const std::vector<AgeGroup>& groups) {
  std::string words;
  for (const AgeGroup& group : groups)
    words += (words.empty() ? "" : " ") + std::to_string(group.from) + "-" + std::to_string(group.to);
  return words;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(age_groups)

BOOST_AUTO_TEST_CASE(the_citys_own_table_counts_to_the_year_before_the_next_group) {
  const auto groups = age_groups_of({"stadtbereich_code", "durchschnittsalter", "jugendquotient", "anzahl_juenger_3",
                                     "anteil_juenger_3", "anzahl_3_6", "anteil_3_6", "anzahl_6_15", "anzahl_15_25",
                                     "anzahl_65_75", "anteil_65_75", "anzahl_75_aelter", "anteil_75_aelter"});
  BOOST_TEST(shown(groups) == "0-2 3-5 6-14 15-24 65-74 75-120");
  BOOST_TEST(groups[1].field == "anzahl_3_6");
}

BOOST_AUTO_TEST_CASE(groups_whose_bounds_do_not_meet_hold_both_years) {
  BOOST_TEST(shown(age_groups_of({"0 bis 5", "6 bis 11", "12-17", "18–64", "65+"})) == "0-5 6-11 12-17 18-64 65-120");
}

BOOST_AUTO_TEST_CASE(ages_are_written_in_many_ways) {
  BOOST_TEST(shown(age_groups_of({"unter 18"})) == "0-17");
  BOOST_TEST(shown(age_groups_of({"u6"})) == "0-5");
  BOOST_TEST(shown(age_groups_of({"U18"})) == "0-17");
  BOOST_TEST(shown(age_groups_of({"Jünger als 3"})) == "0-2");
  BOOST_TEST(shown(age_groups_of({"<18"})) == "0-17");
  BOOST_TEST(shown(age_groups_of({"ab 65"})) == "65-120");
  BOOST_TEST(shown(age_groups_of({"0 - 9", "80 - 89", "90 u. mehr"})) == "0-9 80-89 90-120");
  BOOST_TEST(shown(age_groups_of({"75 u. älter"})) == "75-120");
  BOOST_TEST(shown(age_groups_of({"über 64"})) == "65-120");
  BOOST_TEST(shown(age_groups_of({"75 und älter"})) == "75-120");
  BOOST_TEST(shown(age_groups_of({"age_65_plus"})) == "65-120");
  BOOST_TEST(shown(age_groups_of({"under_6"})) == "0-5");
  BOOST_TEST(shown(age_groups_of({"bis 5"})) == "0-5");
}

BOOST_AUTO_TEST_CASE(each_person_is_counted_once) {
  BOOST_TEST(shown(age_groups_of({"unter 18", "0-2", "3-5", "6-17", "ab 18"})) == "0-2 3-5 6-17 18-120");
}

BOOST_AUTO_TEST_CASE(what_is_no_age_is_left_out) {
  BOOST_TEST(age_groups_of({"einwohner_2023", "anteil_unter_18", "quote 65+", "haushalte", "id", "zone_3", "2015_2020"})
                 .empty());
}

BOOST_AUTO_TEST_CASE(the_column_of_all_inhabitants_is_found_by_its_words) {
  BOOST_TEST(inhabitants_column({"id", "unter 18", "Einwohner"}) == "Einwohner");
  BOOST_TEST(inhabitants_column({"einwohner_dichte", "ew"}) == "ew");
  BOOST_TEST(inhabitants_column({"population_density", "inhabitants_2023"}) == "inhabitants_2023");
  BOOST_TEST(inhabitants_column({"Bevölkerung", "Gesamt"}) == "Bevölkerung");
  BOOST_TEST(inhabitants_column({"einwohner_unter_18", "fläche"}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
