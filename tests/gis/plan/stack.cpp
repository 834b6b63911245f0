#include "gis/plan/stack.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

/// measures, 1, [2, 3], 4, districts
MapStyle sample() {
  MapStyle style;
  style.layers = {{"measures"}, {"layer:1"}, {"layer:2"}, {"layer:3"}, {"layer:4"}, {"districts"}};
  style.layers[2].group = style.layers[3].group = "Karte";
  return style;
}

std::string order(const MapStyle& style) {
  std::string out;
  for (const StackBranch& branch : branches_of(style)) {
    if (!branch.group.empty()) out += branch.group + "(";
    for (const std::string& key : branch.keys) out += key.back();
    if (!branch.group.empty()) out += ")";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stack)

BOOST_AUTO_TEST_CASE(layers_of_a_group_are_one_branch) {
  BOOST_TEST(order(sample()) == "1Karte(23)4");
}

BOOST_AUTO_TEST_CASE(a_layer_is_moved_beside_another_into_a_group_or_out_of_it) {
  BOOST_TEST(order(move_layer_to(sample(), "layer:4", "layer:1", false, "")) == "41Karte(23)");
  BOOST_TEST(order(move_layer_to(sample(), "layer:4", "layer:2", true, "Karte")) == "1Karte(243)");
  BOOST_TEST(order(move_layer_to(sample(), "layer:3", "layer:4", true, "")) == "1Karte(2)43");
  BOOST_TEST((move_layer_to(sample(), "layer:4", "layer:9", true, "") == sample()));
  BOOST_TEST((move_layer_to(sample(), "layer:4", "layer:4", true, "") == sample()));
}

BOOST_AUTO_TEST_CASE(a_group_moves_as_a_whole_and_never_into_another) {
  BOOST_TEST(order(move_group_to(sample(), "Karte", "layer:1", false)) == "Karte(23)14");
  BOOST_TEST(order(move_group_to(sample(), "Karte", "layer:4", true)) == "14Karte(23)");
  MapStyle two = put_in_group(put_in_group(sample(), "layer:1", "Netz"), "layer:4", "Netz");
  BOOST_TEST(order(two) == "Netz(14)Karte(23)");
  BOOST_TEST(order(move_group_to(two, "Karte", "layer:4", false)) == "Karte(23)Netz(14)");
  BOOST_TEST((move_group_to(two, "Karte", "layer:2", false) == two));
}

BOOST_AUTO_TEST_CASE(steps_lead_through_groups) {
  MapStyle style = sample();
  style = step_layer(style, "layer:4", -1);
  BOOST_TEST(order(style) == "1Karte(234)");
  style = step_layer(style, "layer:4", -1);
  BOOST_TEST(order(style) == "1Karte(243)");
  style = step_layer(step_layer(style, "layer:4", -1), "layer:4", -1);
  BOOST_TEST(order(style) == "14Karte(23)");
  style = step_layer(style, "layer:4", -1);
  BOOST_TEST(order(style) == "41Karte(23)");
  BOOST_TEST((step_layer(style, "layer:4", -1) == style));
}

BOOST_AUTO_TEST_CASE(groups_are_named_shown_and_hidden) {
  BOOST_TEST(order(rename_group(sample(), "Karte", "Grund")) == "1Grund(23)4");
  const MapStyle hidden = show_group(sample(), "Karte", false);
  BOOST_TEST(!hidden.layers[2].visible);
  BOOST_TEST(!hidden.layers[3].visible);
  BOOST_TEST(hidden.layers[1].visible);
  BOOST_TEST(free_group_name(sample(), "Karte") == "Karte 1");
  BOOST_TEST(free_group_name(rename_group(sample(), "Karte", "Karte 1"), "Karte") == "Karte 2");
}

BOOST_AUTO_TEST_CASE(only_pictures_step_below_the_districts) {
  MapStyle style = sample();
  style.layers.push_back({"layer:9"});  // a picture
  const auto names = [](const MapStyle& of) {
    std::string all;
    for (const LayerSettings& settings : of.layers) all += settings.layer.back();
    return all;
  };
  BOOST_TEST(names(style) == "s1234s9");  // measures, …, districts, 9
  BOOST_TEST(names(step_layer(style, "layer:4", 1)) == "s1234s9");
  const MapStyle once = step_picture(style, "layer:9", -1);
  BOOST_TEST(names(once) == "s12349s");
  BOOST_TEST(names(step_picture(once, "layer:9", -1)) == "s12394s");
  BOOST_TEST(names(step_picture(once, "layer:9", 1)) == "s1234s9");
  BOOST_TEST((step_picture(style, "layer:9", 1) == style));
}

BOOST_AUTO_TEST_SUITE_END()
