#include "gis/analysis/similar.h"

#include <boost/test/unit_test.hpp>

#include "tests/gis/analysis/city.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(similar_)

namespace {

constexpr auto value = Figure::State::value;

void add_statistic(Plan& plan, Id id, const std::string& name, std::map<Id, Figure> figures) {
  Statistic made;
  made.id = id;
  made.level = 1;
  made.name = name;
  made.source = name + ".csv";
  made.figures = std::move(figures);
  plan.statistics.push_back(std::make_shared<const Statistic>(std::move(made)));
}

/// Rent and age of six districts; those of E are secret and unknown.
Plan town() {
  std::vector<DistrictPtr> districts;
  for (Id id = 1; id <= 6; ++id)
    districts.push_back(
        district(id, std::string(1, static_cast<char>('@' + id)), square(1000.0 * static_cast<double>(id), 0, 1000)));
  Plan plan = plan_of(std::move(districts));
  add_statistic(plan, 50, "Miete",
                {{1, {value, 10}},
                 {2, {value, 12}},
                 {3, {value, 12.01}},
                 {4, {value, 8}},
                 {5, {Figure::State::suppressed, 0}},
                 {6, {value, 9.5}}});
  add_statistic(plan, 51, "Alter",
                {{1, {value, 40}}, {2, {value, 41}}, {3, {value, 40}}, {4, {value, 60}}, {5, {value, 40}}});
  return plan;
}

std::vector<Id> ids(const SimilarAnswer& answer) {
  std::vector<Id> out;
  for (const SimilarDistrict& one : answer.similar) out.push_back(one.district);
  return out;
}

SimilarQuestion like(Id reference, std::vector<std::string> figures, double percent) {
  SimilarQuestion question;
  question.reference = reference;
  question.figures = std::move(figures);
  question.tolerance_percent = percent;
  return question;
}

bool refuses(const SimilarQuestion& question, const Plan& plan, const std::string& words) {
  try {
    answer(question, plan);
  } catch (const Error& error) {
    return std::string(error.what()).find(words) != std::string::npos;
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_CASE(within_a_fifth_the_limits_included_the_nearest_first) {
  const SimilarAnswer found = answer(like(1, {"Miete"}, 20), town());
  const std::vector<Id> expected = {6, 2, 4};
  BOOST_TEST(ids(found) == expected, boost::test_tools::per_element());
  BOOST_TEST(*found.similar[0].figures[0].off_percent == -5.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(*found.similar[1].figures[0].off_percent == 20.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(found.compared == 4);
}

BOOST_AUTO_TEST_CASE(every_figure_has_to_match) {
  const SimilarAnswer found = answer(like(1, {"Miete", "Alter"}, 20), town());
  BOOST_REQUIRE(found.similar.size() == 1U);
  BOOST_TEST(found.similar[0].district == 2);
  BOOST_TEST(found.similar[0].off_percent == 20.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(found.suppressed == 1);
  BOOST_TEST(found.missing == 1);
  BOOST_TEST(found.sources.size() == 2U);
}

BOOST_AUTO_TEST_CASE(secret_and_unknown_never_match_however_wide_the_limits) {
  SimilarQuestion question = like(0, {"Miete", "Alter"}, 0);
  question.between = {{-1e9, 1e9}, {-1e9, 1e9}};
  const std::vector<Id> expected = {1, 2, 3, 4};
  BOOST_TEST(ids(answer(question, town())) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(limits_are_included_and_need_no_reference) {
  SimilarQuestion question = like(0, {"Miete"}, 20);
  question.between = {{8, 10}};
  const SimilarAnswer found = answer(question, town());
  const std::vector<Id> expected = {1, 4, 6};
  BOOST_TEST(ids(found) == expected, boost::test_tools::per_element());
  BOOST_TEST(!found.similar[0].figures[0].off_percent);
}

BOOST_AUTO_TEST_CASE(nothing_but_0_is_similar_to_0) {
  Plan plan = town();
  add_statistic(plan, 52, "Kitas", {{1, {value, 0}}, {2, {value, 0}}, {3, {value, 1}}});
  const SimilarAnswer found = answer(like(1, {"Kitas"}, 50), plan);
  BOOST_REQUIRE(found.similar.size() == 1U);
  BOOST_TEST(found.similar[0].district == 2);
  BOOST_TEST(*found.similar[0].figures[0].off_percent == 0.0);
}

BOOST_AUTO_TEST_CASE(the_answer_says_what_it_means) {
  const Plan plan = town();
  const auto sentences = sentences_of(answer(like(1, {"Miete"}, 20), plan), plan);
  BOOST_REQUIRE(sentences.size() == 2U);
  BOOST_TEST(in(Language::english, sentences[0]) == "3 of 4 districts are similar to “District A”.");
  BOOST_TEST(in(Language::english, sentences[1]).find("secret: 1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_can_not_be_compared_says_why) {
  const Plan plan = town();
  BOOST_TEST(refuses(like(5, {"Miete"}, 20), plan, "secret"));
  BOOST_TEST(refuses(like(6, {"Alter"}, 20), plan, "not known"));
  BOOST_TEST(refuses(like(1, {}, 20), plan, "--figure"));
  BOOST_TEST(refuses(like(0, {"Miete"}, 20), plan, "--district"));
  BOOST_TEST(refuses(like(1, {"Miete"}, -1), plan, "from 0 up"));
  BOOST_TEST(refuses(like(99, {"Miete"}, 1), plan, "no district 99"));
  SimilarQuestion question = like(1, {"Miete", "Alter"}, 20);
  question.between = {{1, 2}};
  BOOST_TEST(refuses(question, plan, "one pair"));
  question.between = {{1, 2}, {5, 4}};
  BOOST_TEST(refuses(question, plan, "exchange"));
}

BOOST_AUTO_TEST_SUITE_END()
