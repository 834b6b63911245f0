#include "gis/plan/sources.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

BOOST_AUTO_TEST_SUITE(sources)

BOOST_AUTO_TEST_CASE(no_name_of_a_column_stands_among_the_sources) {
  Plan plan;
  for (const bool inhabitants : {true, false}) {
    Statistic statistic;
    statistic.name = inhabitants ? "ew_ges" : "anz_0_3";
    statistic.inhabitants = inhabitants;
    plan.statistics.push_back(std::make_shared<const Statistic>(statistic));
  }
  const auto words = [&](const char* what) {
    Source source;
    source.what = what;
    return what_in_words(plan, source, Language::german);
  };
  BOOST_TEST(words("ew_ges") == "Einwohner");
  BOOST_TEST(words("anz_0_3") == "Statistik");
  BOOST_TEST(words("Stadtbereiche") == "Stadtbereiche");
}

BOOST_AUTO_TEST_SUITE_END()
