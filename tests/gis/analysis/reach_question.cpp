#include "gis/analysis/reach_question.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

/// Two districts with 100 people each, half and none of them reached; 50 outside of them, all reached.
ReachAnswer answered(bool with_outside) {
  ReachAnswer answer;
  answer.question.settings.distances_m = {300};
  Catchment& result = answer.catchment;
  result.places = 2;
  result.districts = {{1, 100, {50}}, {2, 100, {0}}};
  result.all = {0, 200, {50}};
  if (with_outside) {
    result.districts.push_back({0, 50, {50}});
    result.all = {0, 250, {100}};
  }
  return answer;
}

std::string told(const Text& sentence) {
  return in(Language::english, sentence);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reach_question)

BOOST_AUTO_TEST_CASE(what_is_said_of_the_city_leaves_out_who_lives_outside_and_says_so) {
  const auto sentences = sentences_of(answered(true));
  BOOST_TEST_REQUIRE(sentences.size() == 2U);
  BOOST_TEST(told(sentences[0]) == told(sentences_of(answered(false))[0]));
  BOOST_TEST(told(sentences[0]).find("50 of 200 inhabitants (25.0 %)") == 0U);
  BOOST_TEST(told(sentences[1]) == "Not in these figures, but in the table: 50 outside of all districts.");
  BOOST_TEST(told(gap_sentence(answered(true))).find("150 of 200 inhabitants (75.0 %)") == 0U);
}

BOOST_AUTO_TEST_CASE(nobody_outside_needs_no_sentence) {
  BOOST_TEST(sentences_of(answered(false)).size() == 1U);
}

BOOST_AUTO_TEST_CASE(without_districts_everybody_is_meant) {
  ReachAnswer answer = answered(true);
  answer.catchment.districts = {{0, 250, {100}}};
  BOOST_TEST(told(sentences_of(answer)[0]).find("100 of 250 inhabitants (40.0 %)") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
