#include <boost/test/unit_test.hpp>

#include "tests/gis/questions/asked_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// Inhabitants of the four districts in 2017 and 2023; K gained, L lost.
struct City : AskedCity {
  Question question{"trend", {{"figure", "inhabitants"}}};

  void count(int year, const std::vector<Figure>& figures) {
    const Plan& plan = *file.plan();
    Statistic people;
    people.level = plan.levels.front().id;
    people.name = "Einwohner";
    people.year = year;
    people.inhabitants = true;
    people.source = "einwohner.csv";
    for (std::size_t i = 0; i < figures.size(); ++i) people.figures[plan.districts[i]->id] = figures[i];
    file.save(std::make_shared<const Plan>(add_statistics({people}).apply(plan)));
  }
  static Figure known(double value) { return {Figure::State::value, value}; }
  void two_years() {
    count(2023, {known(130), known(80), known(50), known(40)});
    count(2017, {known(100), known(100), known(50), known(0)});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(asking_for_a_trend, City)

BOOST_AUTO_TEST_CASE(the_sentences_say_how_the_city_moved_and_who_most) {
  two_years();
  const Finding found = answer(question).finding;
  BOOST_TEST(in_one(found.sentences) ==
             "Inhabitants went from 250 in 2017 to 300 in 2023: +50 (+20.0 %). "
             "Most was gained in Gartenstadt/Stadtweide: +40 (–). Most was lost in Südstadt: −20 (−20.0 %).");
  BOOST_TEST(found.sources.size() == 1U);
}

BOOST_AUTO_TEST_CASE(years_are_columns_from_the_first_to_the_last_with_the_change) {
  two_years();
  const Finding found = answer(question).finding;
  const FindingTable& table = found.tables.front();
  BOOST_TEST_REQUIRE(table.columns.size() == 6U);
  BOOST_TEST(str(table.columns[2].name) == "2017");
  BOOST_TEST(str(table.columns[3].name) == "2023");
  BOOST_TEST(table.columns[4].figures.front().value() == 30.0);
  BOOST_TEST(table.columns[4].figures.back().value() == 50.0);
  BOOST_TEST(!table.columns[5].figures[3].has_value(), "of nothing there is no share");
  BOOST_TEST((found.chart == FindingChart{FindingChart::Kind::timeline, 1, 2, 3}));
}

BOOST_AUTO_TEST_CASE(a_secret_figure_stays_secret_and_leaves_no_sum) {
  two_years();
  count(2023, {known(130), {Figure::State::suppressed, 0}, known(50), known(40)});
  const Finding found = answer(question).finding;
  BOOST_TEST(says(found.sentences, "not every district is known"));
  BOOST_TEST((figure_at(found.tables.front().columns[3], 1).state == Figure::State::suppressed));
  BOOST_TEST(!found.tables.front().columns[3].figures.back().has_value());
}

BOOST_AUTO_TEST_CASE(one_year_is_no_trend) {
  BOOST_TEST(refused({"trend", {}}).find("Say which statistic") == 0U);
  count(2023, {known(1), known(2), known(3), known(4)});
  BOOST_TEST(refused(question).find("less than two years") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
