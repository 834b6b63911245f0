#include <boost/test/unit_test.hpp>

#include "tests/gis/questions/asked_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

struct City : AskedCity {
  std::string kitas, shops, markets;
  Question question{"reach", {}};

  City() {
    people();
    kitas = places("Kitas", {{301100, 6005000, {"5"}}, {301000, 5995300, {"5"}}});
    shops = places("Supermärkte", {{301000, 6004500, {""}}});
    markets = places("Wochenmärkte", {{315000, 6005200, {""}}});
    question.options = {{"places", kitas + ";" + shops + ";" + markets}, {"by", "line"}, {"distance", "600"}};
  }
  void of_kind(const std::string& id, const std::string& kind) {
    MapLayer layer = *find_layer(*file.plan(), std::stoll(id));
    layer.use.kind = LayerUse::Kind::places;
    layer.use.place_kind = kind;
    file.save(std::make_shared<const Plan>(change_layer(layer, {}).apply(*file.plan())));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(asking_for_kinds_in_reach, City)

BOOST_AUTO_TEST_CASE(the_sentences_say_the_index_and_where_it_lacks) {
  const Finding found = answer(question).finding;
  BOOST_TEST(in_one(found.sentences) ==
             "On average, 50.0 % of the 3 kinds of places are within 600 m, straight. "
             "Of 200 inhabitants 0 (0.0 %) have every kind in reach, 0 (0.0 %) none. "
             "The lowest index has Südstadt: 33.3 %. "
             "Most often out of reach: Wochenmärkte; 20.0 % have it.");
  BOOST_TEST(says(found.method, "Moreno"));
  BOOST_TEST(found.name == "Kinds of places within 600 m");
}

BOOST_AUTO_TEST_CASE(layers_of_one_kind_count_together) {
  of_kind(shops, "groceries"), of_kind(markets, "groceries");
  const FindingTable table = answer(question).finding.tables.front();
  BOOST_TEST_REQUIRE(table.columns.size() == 8U);
  of_kind(kitas, "kita");
  BOOST_TEST(str(answer(question).finding.tables.front().columns[6].name) == "Kitas, %");  // one layer: by its name
  BOOST_TEST(str(table.columns[7].name) == "groceries, %");
  BOOST_TEST(table.columns[7].figures.back().value() == 0.7);
  BOOST_TEST(table.columns[3].figures[0].value() == 1);  // K has both
}

BOOST_AUTO_TEST_CASE(a_quarter_of_an_hour_on_foot_is_meant_where_nobody_says_otherwise) {
  question.options = {{"places", kitas}};
  BOOST_TEST(refused(question).find("no network") != std::string::npos);
  question.options["by"] = "line";
  BOOST_TEST(answer(question).finding.name == "Kinds of places within 15 minutes (1,250 m)");
  question.options["minutes"] = "10", question.options["speed"] = "3";
  const Finding slow = answer(question).finding;
  BOOST_TEST(slow.name == "Kinds of places within 10 minutes (500 m)");
  BOOST_TEST(says(slow.method, "3 km/h"));
}

BOOST_AUTO_TEST_CASE(the_network_counts_for_the_basis_unless_it_is_measured_straight) {
  question.options.erase("by");
  const std::string walked = basis_of(question, *file.plan());
  question.options["by"] = "line";
  const std::string straight = basis_of(question, *file.plan());
  MapLayer network;
  network.name = "Wege";
  network.use.kind = LayerUse::Kind::network;
  const Plan more = add_layer(network, file.plan()->crs).apply(*file.plan());
  BOOST_TEST(basis_of(question, more) == straight);
  question.options.erase("by");
  BOOST_TEST(basis_of(question, more) != walked);
}

BOOST_AUTO_TEST_CASE(the_map_shows_homes_by_the_number_of_kinds) {
  const Answer found = answer(question);
  BOOST_TEST_REQUIRE(found.map.has_value());
  const MapLayer& layer = found.map->layer;
  BOOST_TEST((layer.style.method == StyleMethod::categories));
  BOOST_TEST_REQUIRE(layer.style.categories.size() == 4U);
  BOOST_TEST(layer.style.categories[3].value == "3");
  const FeatureColumns& homes = found.map->data.features;
  BOOST_TEST(homes.columns[0].integers == (std::vector<std::int64_t>{2, 1, 1}), boost::test_tools::per_element());
  BOOST_TEST(homes.columns[1].reals[0] == 100);
}

BOOST_AUTO_TEST_CASE(only_people_of_the_age_count) {
  question.options["ages"] = "0-5";
  const FindingTable table = answer(question).finding.tables.front();
  BOOST_TEST(table.columns[2].figures.back().value() == 32);
}

BOOST_AUTO_TEST_CASE(a_kind_without_places_is_said) {
  question.options["places"] = kitas + ";measures";
  BOOST_TEST(says(answer(question).finding.sentences, "“measures” has no place on the map"));
  question.options["places"] = "";
  BOOST_TEST(refused(question).find("--places") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(measures_are_a_kind_and_a_layer_named_twice_is_one) {
  question.options["places"] = kitas + ";" + kitas + ";measures";
  const FindingTable kinds = answer(question).finding.tables.back();
  BOOST_TEST(kinds.columns[0].words == (std::vector<std::string>{"Kitas", "measures"}),
             boost::test_tools::per_element());
  BOOST_TEST(kinds.columns[1].figures[0].value() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
