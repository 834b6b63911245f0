#include "gis/intake/census_grid.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

BOOST_AUTO_TEST_SUITE(census_grid)

BOOST_AUTO_TEST_CASE(short_names_count_cells_from_the_origin) {
  const auto cell = census_cell("100mN26840E43341");
  BOOST_REQUIRE(cell);
  BOOST_TEST((*cell == Box{4334100, 2684000, 4334200, 2684100}));
  BOOST_TEST((*census_cell("1kmN3435E4440") == Box{4440000, 3435000, 4441000, 3436000}));
}

BOOST_AUTO_TEST_CASE(long_names_count_metres) {
  BOOST_TEST((*census_cell("CRS3035RES100mN2684000E4334100") == Box{4334100, 2684000, 4334200, 2684100}));
  BOOST_TEST((*census_cell("CRS3035RES1000mN2684000E4334000") == Box{4334000, 2684000, 4335000, 2685000}));
  BOOST_TEST((*census_cell("1kmN2684000E4334000") == Box{4334000, 2684000, 4335000, 2685000}));
}

BOOST_AUTO_TEST_CASE(other_words_are_no_cells) {
  for (const char* word :
       {"", "100m", "N26840E43341", "100mN26840", "100mN26840E43341x", "0mN1E1", "-1kmN1E1", "100kN1E1"})
    BOOST_TEST(!census_cell(word).has_value(), word);
}

BOOST_AUTO_TEST_CASE(a_table_says_by_name_or_by_middle_where_its_cells_are) {
  const TextTable named = parse_csv("Gitter_ID_100m;Einwohner\n100mN26840E43341;4\n", "z.csv");
  BOOST_TEST(census_columns(named).cell == 0);
  const TextTable middles = parse_csv("x_mp_100m;y_mp_100m;Einwohner\n4334150;2684050;4\n", "z.csv");
  const CensusColumns columns = census_columns(middles);
  BOOST_REQUIRE(columns.found());
  BOOST_TEST((*census_cell(columns, middles.rows[0]) == Box{4334100, 2684000, 4334200, 2684100}));
  BOOST_TEST(!census_columns(parse_csv("a;b\n1;2\n", "z.csv")).found());
}

BOOST_AUTO_TEST_SUITE_END()
