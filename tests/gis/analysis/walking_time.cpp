#include "gis/analysis/walking_time.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

BOOST_AUTO_TEST_SUITE(walking_time)

BOOST_AUTO_TEST_CASE(a_quarter_of_an_hour_at_5_km_per_hour_is_1250_metres) {
  BOOST_TEST(metres_in(15, 5) == 1250);
  BOOST_TEST(metres_in(6, walking_speed_kmh) == 500);
  BOOST_TEST(metres_in(10, 3) == 500);
  BOOST_TEST(metres_in(6, 4.8) == 480);
  for (const double minutes : {1.0, 7.0, 12.5, 59.0})
    BOOST_TEST(minutes_for(metres_in(minutes, 4.5), 4.5) == minutes, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(it_is_said_as_it_was_asked) {
  BOOST_TEST(far_in_words(1250) == "1,250 m");
  BOOST_TEST(far_in_words(1250, 5) == "15 minutes (1,250 m)");
  BOOST_TEST(far_in_words(metres_in(10, 5), 5) == "10 minutes (833 m)");
  BOOST_TEST(far_in_words(metres_in(1, 6), 6) == "1 minute (100 m)");
  BOOST_TEST(far_in_words(metres_in(2.5, 4), 4) == "2.5 minutes (167 m)");
}

BOOST_AUTO_TEST_SUITE_END()
