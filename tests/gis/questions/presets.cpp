#include "gis/questions/presets.h"

#include <boost/test/unit_test.hpp>

#include "gis/questions/fields.h"

using namespace smile;

namespace {

struct Asked {
  Plan plan;
  Question question{"supply", {}};
  explicit Asked(const std::string& words) { question.options["preset"] = words; }
  std::vector<Preset> presets() const { return presets_of(QuestionOptions(question, plan)); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(presets_of_rules)

BOOST_AUTO_TEST_CASE(playgrounds_are_as_the_standard_has_them) {
  const std::vector<Preset> din = Asked("din-playground-0-5;din-playground-6-11;din-playground-12-17").presets();
  const double walk[] = {200, 400, 1000}, line[] = {175, 350, 750};
  for (std::size_t i = 0; i < 3; ++i) {
    for (const auto& [by, metres] : {std::pair{DistanceBy::walk, walk[i]}, {DistanceBy::line, line[i]}}) {
      AskedDistances far;
      AgeRange ages;
      take_preset(din[i], by, far, ages);
      BOOST_TEST((far.metres == std::vector<double>{metres}));
      BOOST_TEST((ages == din[i].ages));
    }
  }
  BOOST_TEST((din[0].ages == AgeRange{0, 5}));
  BOOST_TEST((din[2].ages == AgeRange{12, 17}));
}

BOOST_AUTO_TEST_CASE(what_is_said_counts_instead) {
  AskedDistances far{{123}, 0};
  AgeRange ages{3, 5};
  take_preset(Asked("din-playground-0-5").presets()[0], DistanceBy::line, far, ages);
  BOOST_TEST((far.metres == std::vector<double>{123}));
  BOOST_TEST((ages == AgeRange{3, 5}));
}

BOOST_AUTO_TEST_CASE(a_rule_for_walking_is_not_bent_into_a_radius) {
  AskedDistances far;
  AgeRange ages;
  BOOST_CHECK_THROW(take_preset(Asked("sdg-bus").presets()[0], DistanceBy::line, far, ages), Error);
  BOOST_CHECK_THROW(take_preset(Asked("region-bus").presets()[0], DistanceBy::walk, far, ages), Error);
}

BOOST_AUTO_TEST_CASE(an_unknown_one_names_those_there_are) {
  BOOST_CHECK_EXCEPTION(Asked("din-skatepark").presets(), Error, [](const Error& error) {
    return str(error.sentence()).find("din-playground-6-11") != std::string::npos;
  });
}

BOOST_AUTO_TEST_CASE(forms_fill_in_what_the_rules_say) {
  const std::vector<QuestionPreset> offered = reach_presets();
  const auto says = [&](std::size_t i, const char* name, std::map<std::string, std::string> options) {
    BOOST_TEST(str(offered.at(i).name) == name);
    BOOST_TEST((offered.at(i).options == options), name);
  };
  BOOST_TEST_REQUIRE(offered.size() == 6U);
  says(0, "Playground, under 6 (DIN 18034-1): 200 m to walk", {{"distance", "200"}, {"by", "walk"}, {"ages", "0-5"}});
  says(2, "Playground, from 12 (DIN 18034-1): 1,000 m to walk",
       {{"distance", "1000"}, {"by", "walk"}, {"ages", "12-17"}});
  says(3, "Playground, radii (DIN 18034-1): 175, 350, 750 m straight",
       {{"distance", "175;350;750"}, {"by", "line"}, {"ages", "0-17"}});
  says(4, "Public transport (SDG 11.2.1): 500, 1,000 m to walk",
       {{"distance", "500;1000"}, {"by", "walk"}, {"ages", ""}});
  says(5, "Stops (regional plan of 2005): 600 m straight", {{"distance", "600"}, {"by", "line"}, {"ages", ""}});
}

BOOST_AUTO_TEST_CASE(the_method_says_where_they_come_from_or_that_nobody_knows) {
  for (const Preset& preset : presets()) {
    const Asked asked{std::string(preset.word)};
    std::vector<Text> method;
    add_presets(method, QuestionOptions(asked.question, asked.plan));
    BOOST_TEST_REQUIRE(method.size() == 1U);
    const bool warned = str(method[0]).find("no source") != std::string::npos;
    BOOST_TEST(warned == preset.source.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
