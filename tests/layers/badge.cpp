// Measures of whole districts and of the city: a pill that can't be taken for a measure's number, nor for people.

#include "layers/badge.h"

#include <boost/test/unit_test.hpp>

#include "gis/plan/fields.h"
#include "layers/map.h"
#include "layers/paper.h"
#include "tests/support/sample.h"

using namespace smile;
using namespace smile::layers;

namespace {

struct Pills {
  Plan plan = tests::sample_plan();
  MapSettings settings;
  Id district = plan.districts.front()->id;

  Pills() {
    load_fonts();
    plan.measures.clear();
    plan.style.measure_labels = true;
  }
  void add(Placement placement, Block block, const char* number, Phase phase = Phase::none) {
    Measure measure;
    measure.id = static_cast<Id>(900 + plan.measures.size());
    measure.title = "Maßnahme";
    measure.block = block;
    measure.number = number;
    measure.phase = phase;
    measure.location.placement = placement;
    if (placement == Placement::district) measure.location.districts = {district};
    plan.measures.push_back(std::make_shared<const Measure>(measure));
  }
  MapScene scene() {
    settings.style = plan.style;
    return MapScene(std::make_shared<const Plan>(plan), settings);
  }
  /// "blue 7, 12 · orange 3": the parts of the only pill.
  std::string said() {
    const MapScene map = scene();
    BOOST_REQUIRE(map.scene().badges.size() == 1U);
    std::string out;
    for (const BadgePart& part : badge_parts(map.scene(), map.scene().badges.front()))
      out += (out.empty() ? "" : " ") + (part.sign ? "(" + std::string(word(part.sign->block)) + ")" : std::string()) +
             part.words.toStdString();
    return out;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(badge_suite, Pills)

BOOST_AUTO_TEST_CASE(a_few_measures_of_a_district_are_named_by_their_numbers_behind_the_shape_of_their_block) {
  add(Placement::district, Block::exchange, "3");
  BOOST_TEST(said() == "(exchange)3");
  add(Placement::district, Block::citizens, "7");
  add(Placement::district, Block::citizens, "12");
  BOOST_TEST(said() == "(citizens)7, 12 (exchange)3");
}

BOOST_AUTO_TEST_CASE(many_are_counted_in_words_because_a_bare_count_would_be_read_as_a_number) {
  for (const char* number : {"1", "2", "3", "4"}) add(Placement::district, Block::places, number);
  BOOST_TEST(said() == "(places) 4 measures");
  settings.language = Language::german;
  BOOST_TEST(said() == "(places) 4 Maßnahmen");
}

BOOST_AUTO_TEST_CASE(without_numbers_on_the_map_one_measure_is_its_shape_and_two_are_counted) {
  plan.style.measure_labels = false;
  add(Placement::district, Block::none, "7");
  BOOST_TEST(said() == "()");
  add(Placement::district, Block::citizens, "8");
  BOOST_TEST(said() == "(citizens) () 2 measures");
}

BOOST_AUTO_TEST_CASE(what_holds_for_the_whole_city_says_how_many_measures_do) {
  add(Placement::city, Block::citizens, "7");
  BOOST_TEST(said() == "(citizens) Whole city: 1 measure");
  add(Placement::city, Block::citizens, "8");
  BOOST_TEST(said() == "(citizens) Whole city: 2 measures");
}

BOOST_AUTO_TEST_CASE(a_pill_is_as_wide_as_what_it_holds) {
  add(Placement::district, Block::citizens, "7");
  const MapScene one = scene();
  const double narrow = badge_width(badge_parts(one.scene(), one.scene().badges.front()));
  add(Placement::district, Block::exchange, "1234");
  const MapScene two = scene();
  BOOST_TEST(badge_width(badge_parts(two.scene(), two.scene().badges.front())) > narrow + 20);
}

BOOST_AUTO_TEST_CASE(a_sign_is_filled_as_its_measures_are_and_half_where_their_phases_differ) {
  add(Placement::district, Block::citizens, "7", Phase::idea);
  add(Placement::district, Block::citizens, "8", Phase::idea);
  add(Placement::district, Block::places, "9", Phase::rejected);
  const auto looks = [&] {
    const MapScene map = scene();
    std::vector<SymbolLook> out;
    for (const BadgePart& part : badge_parts(map.scene(), map.scene().badges.front()))
      if (part.sign) out.push_back(*part.sign);
    return out;
  };
  BOOST_REQUIRE(looks().size() == 2U);
  BOOST_TEST((looks()[0].phase == Phase::idea && !looks()[0].phases_differ));
  BOOST_TEST((symbol_colour(looks()[1]) == phase_colour(Phase::rejected)), "grey, as single symbols are");
  add(Placement::district, Block::citizens, "10", Phase::done);
  BOOST_TEST(looks()[0].phases_differ);
  BOOST_TEST(!looks()[1].phases_differ);
}

BOOST_AUTO_TEST_CASE(the_legend_counts_the_phases_that_pills_tell) {
  const auto told = [&] {
    std::string out;
    for (const LegendPhase& phase : scene().legend().phase_symbols)
      out += (out.empty() ? "" : ", ") + phase.label.toStdString() + " " + std::to_string(phase.measures);
    return out;
  };
  add(Placement::district, Block::citizens, "7", Phase::idea);
  add(Placement::city, Block::places, "8", Phase::done);
  BOOST_TEST(told() == "Idea 1, Done 1");
  add(Placement::district, Block::citizens, "9", Phase::decided);
  BOOST_TEST(told() == "Done 1, several phases 2");
}

BOOST_AUTO_TEST_CASE(a_half_sign_shows_both_its_colour_and_white) {
  QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  QPainter painter(&image);
  draw_symbol(painter, {16, 16}, {Block::citizens, Phase::none, {}, true}, 24, false);
  painter.end();
  BOOST_TEST((image.pixelColor(11, 16) == block_colour(Block::citizens)));
  BOOST_TEST((image.pixelColor(21, 16) == QColor(Qt::white)));
}

BOOST_AUTO_TEST_CASE(the_legend_explains_the_pill_where_there_is_one) {
  BOOST_TEST(scene().legend().of_districts == 0);
  add(Placement::district, Block::citizens, "7");
  add(Placement::city, Block::citizens, "8");
  BOOST_TEST(scene().legend().of_districts == 2);
}

BOOST_AUTO_TEST_SUITE_END()
