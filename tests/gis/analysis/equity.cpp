#include "gis/analysis/equity.h"

#include <boost/test/unit_test.hpp>

#include "tests/gis/analysis/city.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(equity_)

namespace {

const auto close = boost::test_tools::tolerance(1e-12);

std::map<Id, Figure> known(const std::vector<double>& values) {
  std::map<Id, Figure> figures;
  Id id = 0;
  for (const double value : values) figures[++id] = {Figure::State::value, value};
  return figures;
}

Equity of(const std::vector<double>& values) {
  return equity(known(values), Weighing::districts);
}

/// Half the mean difference between all pairs, relative to the mean: what Gini's coefficient is by definition.
double by_pairs(const std::vector<double>& values, const std::vector<double>& weights) {
  double difference = 0, weight = 0, whole = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    weight += weights[i], whole += weights[i] * values[i];
    for (std::size_t k = 0; k < values.size(); ++k)
      difference += weights[i] * weights[k] * std::abs(values[i] - values[k]);
  }
  return difference / (2 * weight * whole);
}

Statistic statistic(Id id, const std::string& name, std::map<Id, Figure> figures, bool inhabitants = false) {
  Statistic made;
  made.id = id;
  made.level = 1;
  made.name = name;
  made.source = name + ".csv";
  made.inhabitants = inhabitants;
  made.figures = std::move(figures);
  return made;
}

/// Four districts of 1 km² with 100, 200, 300 and 400 inhabitants; cars: 10, secret, 60, 80.
Plan town() {
  Plan plan = plan_of({district(1, "A", square(0, 0, 1000)), district(2, "B", square(1000, 0, 1000)),
                       district(3, "C", square(0, 1000, 1000)), district(4, "D", square(1000, 1000, 1000))});
  auto cars = known({10, 0, 60, 80});
  cars[2] = {Figure::State::suppressed, 0};
  plan.statistics.push_back(
      std::make_shared<const Statistic>(statistic(50, "Einwohner", known({100, 200, 300, 400}), true)));
  plan.statistics.push_back(std::make_shared<const Statistic>(statistic(51, "Autos", cars)));
  return plan;
}

std::string sentence(const EquityQuestion& question, const Plan& plan, std::size_t which = 0) {
  const auto sentences = sentences_of(answer(question, plan));
  return which < sentences.size() ? in(Language::english, sentences[which]) : std::string();
}

}  // namespace

BOOST_AUTO_TEST_CASE(all_the_same_is_exactly_0) {
  BOOST_TEST(*of({0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}).gini == 0.0);
  BOOST_TEST(*of({7}).gini == 0.0);
}

BOOST_AUTO_TEST_CASE(one_who_has_all_of_n_gives_n_minus_1_by_n) {
  BOOST_TEST(*of({0, 0, 0, 12}).gini == 0.75, close);
  BOOST_TEST(*of({5, 0}).gini == 0.5, close);
}

BOOST_AUTO_TEST_CASE(a_distribution_worked_out_by_hand) {
  // 1, 2, 3, 4: curve at 0.1, 0.3, 0.6, 1; area below it (0.1 + 0.4 + 0.9 + 1.6) / 8 = 0.375.
  const Equity found = of({4, 2, 1, 3});
  BOOST_TEST(*found.gini == 0.25, close);
  BOOST_REQUIRE(found.curve.size() == 5U);
  BOOST_TEST(found.curve[2].weight == 0.5, close);
  BOOST_TEST(found.curve[2].figure == 0.3, close);
  BOOST_TEST(found.curve.back().figure == 1.0);
  BOOST_TEST(found.mean == 2.5);
  BOOST_TEST(found.median == 2.5);
  BOOST_TEST(found.districts.front().district == 3);
  BOOST_TEST(found.districts.back().quartile == 4);
  BOOST_TEST(*found.quartiles[3].share == 0.4, close);
}

BOOST_AUTO_TEST_CASE(it_is_half_the_mean_difference_of_all_pairs) {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> any(0, 100);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> values, weights;
    for (int i = 0; i < 1 + round % 30; ++i) values.push_back(any(random)), weights.push_back(any(random) + 1);
    const Equity plain = of(values);
    BOOST_TEST(std::abs(*plain.gini - by_pairs(values, std::vector<double>(values.size(), 1.0))) < 1e-12);
    const Equity weighted = equity(known(values), Weighing::inhabitants, known(weights));
    BOOST_TEST(std::abs(*weighted.gini - by_pairs(values, weights)) < 1e-12);
  }
}

BOOST_AUTO_TEST_CASE(a_district_with_more_inhabitants_counts_as_often) {
  const Equity weighted = equity(known({1, 5}), Weighing::inhabitants, known({3, 1}));
  BOOST_TEST(*weighted.gini == *of({1, 1, 1, 5}).gini, close);
  BOOST_TEST(weighted.mean == 2.0);
  BOOST_TEST(weighted.median == 1.0);
  const Equity shared_out = equity(known({3, 5}), Weighing::per_head, known({3, 1}));
  BOOST_TEST(*shared_out.gini == *weighted.gini, close);
}

BOOST_AUTO_TEST_CASE(equal_values_stand_in_one_quartile) {
  const Equity found = of({0, 0, 0, 0, 0, 1, 2, 3});
  for (std::size_t i = 0; i < 5; ++i) BOOST_TEST(found.districts[i].quartile == 2);
  BOOST_TEST(found.quartiles[0].districts == 0);
  BOOST_TEST(found.quartiles[1].districts == 5);
  BOOST_TEST(found.districts[7].quartile == 4);
  int in_quartile[5] = {};
  for (const EquityDistrict& one : of({1, 2, 3, 4, 5, 6, 7, 8}).districts) ++in_quartile[one.quartile];
  BOOST_TEST((in_quartile[1] == 2 && in_quartile[2] == 2 && in_quartile[3] == 2 && in_quartile[4] == 2));
}

BOOST_AUTO_TEST_CASE(secret_and_unknown_stay_out_and_are_counted) {
  auto figures = known({4, 2, 1, 3, 9, 9});
  figures[5] = {Figure::State::suppressed, 0};
  figures[6] = {};
  const Equity found = equity(figures, Weighing::districts);
  BOOST_TEST(*found.gini == 0.25, close);
  BOOST_TEST(found.suppressed == 1);
  BOOST_TEST(found.missing == 1);
  auto people = known({1, 1, 1, 0});
  const Equity weighted = equity(known({4, 2, 1, 3, 9}), Weighing::inhabitants, people);
  BOOST_TEST(weighted.districts.size() == 3U);
  BOOST_TEST(weighted.without_inhabitants == 2);
}

BOOST_AUTO_TEST_CASE(where_nothing_can_be_shared_out_there_is_no_coefficient) {
  BOOST_TEST(!of({}).gini);
  BOOST_TEST(!of({0, 0}).gini);
  const Equity below = of({-1, 3});
  BOOST_TEST(!below.gini);
  BOOST_TEST(below.negative);
  BOOST_TEST(below.mean == 1.0);
}

BOOST_AUTO_TEST_CASE(a_figure_is_asked_by_key_or_name) {
  const Plan plan = town();
  const EquityAnswer found = answer({"Autos", 0, Weighing::per_head}, plan);
  BOOST_TEST(found.figure.choice.key == "statistic:51");
  BOOST_TEST(found.equity.suppressed == 1);
  BOOST_TEST(*found.equity.gini == by_pairs({0.1, 0.2, 0.2}, {100, 300, 400}), close);
  BOOST_REQUIRE(found.sources.size() == 1U);
  BOOST_TEST(found.sources[0] == "Autos.csv");
  BOOST_TEST(*answer({"density", 1, Weighing::districts}, plan).equity.gini == 0.25, close);
}

BOOST_AUTO_TEST_CASE(the_answer_says_what_it_means) {
  const Plan plan = town();
  BOOST_TEST(sentence({"inhabitants", 0, Weighing::districts}, plan) ==
             "Inhabitants: Gini coefficient 0.25 (0: all have the same, 1: one has everything).");
  BOOST_TEST(sentence({"inhabitants", 0, Weighing::districts}, plan, 1) ==
             "The upper quarter of the districts (1) has 40.0 % of the whole, the lower (1) has 10.0 %.");
  BOOST_TEST(sentence({"density", 0, Weighing::districts}, plan, 1).find("400 in the upper quarter and 100") !=
             std::string::npos);
  BOOST_TEST(sentence({"Autos", 0, Weighing::districts}, plan, 2).find("secret: 1") != std::string::npos);
  BOOST_TEST(sentence({"measures", 0, Weighing::districts}, plan).find("nothing to be shared out") !=
             std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_shared_out_reads_for_each_thousand) {
  const EquityAnswer found = answer({"Autos", 0, Weighing::per_head}, town());
  BOOST_TEST(label_in_words(found) == "Autos per 1,000 inhabitants");
  BOOST_TEST(value_in_words(found, 0.0871) == "87.1");
  BOOST_TEST(figure_in_words(1234.7) == "1,235");
  BOOST_TEST(figure_in_words(12) == "12");
  BOOST_TEST(figure_in_words(0.0871) == "0.087");
}

BOOST_AUTO_TEST_CASE(the_plan_says_whose_the_figures_are) {
  Plan plan = town();
  plan.sources = {{"Districts", "City", "CC0 1.0", "2024", false},
                  {"Einwohner", "Statistics", "", "", false},
                  {"Somebody else", "", "", "", false}};
  const std::vector<std::string> expected = {"Districts, City, CC0 1.0, 2024", "Einwohner, Statistics"};
  BOOST_TEST(answer({"density"}, plan).sources == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_can_not_be_compared_says_why) {
  Plan plan = town();
  const auto refuses = [&](const EquityQuestion& question, const std::string& words) {
    try {
      answer(question, plan);
    } catch (const Error& error) {
      return std::string(error.what()).find(words) != std::string::npos;
    }
    return false;
  };
  BOOST_TEST(refuses({"Fahrräder"}, "density (Population density)"));
  BOOST_TEST(refuses({""}, "--figure"));
  BOOST_TEST(refuses({"density", 0, Weighing::per_head}, "--weight districts"));
  plan.statistics.erase(plan.statistics.begin());
  BOOST_TEST(refuses({"Autos", 0, Weighing::inhabitants}, "inhabitants"));
  plan.districts.clear();
  BOOST_TEST(refuses({"measures"}, "has no districts yet"));
}

BOOST_AUTO_TEST_SUITE_END()
