#include "gis/plan/planzv.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

BOOST_AUTO_TEST_SUITE(planzv)

BOOST_AUTO_TEST_CASE(uses_are_known_by_their_sign_and_by_their_word) {
  BOOST_TEST(planzv_colour("WA") == planzv_colour("Allgemeines Wohngebiet"));
  BOOST_TEST(planzv_colour("MI") == planzv_colour("Mischgebiet"));
  BOOST_TEST(planzv_colour("GE") == planzv_colour("gewerbliche Baufläche"));
  BOOST_TEST(planzv_colour("Öffentliche Grünfläche") == planzv_colour("Friedhof"));
  BOOST_TEST(planzv_colour("Fläche für Wald") != planzv_colour("Grünfläche"));
  BOOST_TEST(planzv_colour("Linde") == "");
  BOOST_TEST(planzv_colour("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
