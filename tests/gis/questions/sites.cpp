#include "tests/gis/questions/town.h"

using namespace smile;
using namespace smile::tests;

BOOST_FIXTURE_TEST_SUITE(asking_for_sites, Town)

BOOST_AUTO_TEST_CASE(chosen_sites_stand_by_rank_in_table_and_map) {
  const Answer found = answer({"sites", {{"candidates", id_of("Flächen")}, {"count", "2"}, {"distance", "300"}}});
  BOOST_TEST(found.finding.name == "Flächen: the best 2 within 300 m");
  const FindingTable& table = found.finding.tables.front();
  BOOST_TEST((column(table, "Rank").words == std::vector<std::string>{"1", "2"}));
  BOOST_TEST(column(table, "People reached in addition").figures[0].value() == 100.0);
  BOOST_TEST(column(table, "People reached in addition").figures[1].value() == 70.0);
  BOOST_TEST_REQUIRE(found.map.has_value());
  BOOST_TEST(found.map->layer.style.label_field == "rank");
  BOOST_TEST(found.map->data.features.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(asking_for_density, Town)

BOOST_AUTO_TEST_CASE(cells_are_the_map_and_the_densest_district_comes_first) {
  const Answer found = answer({"density", {{"places", id_of("Flächen")}, {"radius", "300"}}});
  const FindingTable& table = found.finding.tables.front();
  BOOST_TEST_REQUIRE(!table.districts.empty());
  BOOST_TEST(find_district(*file.plan(), table.districts.front())->code == "K");
  BOOST_TEST(column(table, "highest per km²").figures.front().value() > 10.0);
  BOOST_TEST_REQUIRE(found.map.has_value());
  BOOST_TEST((found.map->layer.kind == GeometryKind::area));
  BOOST_TEST(found.map->layer.style.field == "density");
  BOOST_TEST((found.map->layer.style.class_method == ClassMethod::pretty));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(asking_for_odd_things, Town)

BOOST_AUTO_TEST_CASE(more_sites_than_would_help_are_fewer_and_it_is_said) {
  const Answer found = answer({"sites", {{"candidates", id_of("Flächen")}, {"count", "9"}, {"distance", "300"}}});
  BOOST_TEST(rows_of(found.finding.tables.front()) == 3U);
  BOOST_TEST(str(found.finding.sentences.back()) == "9 were asked for: no further candidate would add anything.");
}

BOOST_AUTO_TEST_CASE(half_a_site_and_cells_of_nothing_are_refused) {
  BOOST_CHECK_THROW(answer({"sites", {{"candidates", id_of("Flächen")}, {"count", "1.5"}}}), Error);
  BOOST_CHECK_THROW(answer({"density", {{"places", id_of("Flächen")}, {"cell", "0"}}}), Error);
}

BOOST_AUTO_TEST_CASE(without_districts_density_has_its_sentence_and_no_empty_table) {
  Plan bare = *file.plan();
  bare.districts.clear(), bare.levels.clear();
  const Finding found = ask({"density", {{"places", id_of("Flächen")}}}, bare, place_of(file.path())).finding;
  BOOST_TEST(str(found.sentences.front()).find("At its densest: ") == 0U);
  BOOST_TEST(found.tables.empty());
}

BOOST_AUTO_TEST_SUITE_END()
