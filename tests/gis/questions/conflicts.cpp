#include "tests/gis/questions/town.h"

using namespace smile;
using namespace smile::tests;

BOOST_FIXTURE_TEST_SUITE(asking_for_conflicts, Town)

BOOST_AUTO_TEST_CASE(measures_stand_in_the_table_with_what_lies_inside) {
  const Finding finding = answer({"conflicts", {{"layer", id_of("Schutz")}}}).finding;
  BOOST_TEST(finding.name == "Measures in “Schutz”");
  const FindingTable& table = finding.tables.front();
  BOOST_TEST_REQUIRE(table.measures.size() == 2U);
  BOOST_TEST(find_measure(*file.plan(), table.measures[0])->title == "Platz");
  BOOST_TEST(column(table, "Area within, m²").figures[0].value() == 10000.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(!column(table, "Area within, m²").figures[1].has_value());
  BOOST_TEST(column(table, "Length within, m").figures[1].value() == 500.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(column(table, "of the measure, %").figures[0].value() == 0.5, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(the_map_shows_the_parts_inside_or_points_where_kinds_differ) {
  const Question question{"conflicts", {{"layer", id_of("Schutz")}}};
  const auto mixed = answer(question).map;
  BOOST_TEST_REQUIRE(mixed.has_value());
  BOOST_TEST((mixed->layer.kind == GeometryKind::point));
  BOOST_TEST(mixed->data.features.size() == 2U);
  for (const MeasurePtr& measure : std::vector<MeasurePtr>(file.plan()->measures))
    if (measure->title == "Weg") apply(remove_measures({measure->id}));
  const auto areas = answer(question).map;
  BOOST_TEST_REQUIRE(areas.has_value());
  BOOST_TEST((areas->layer.kind == GeometryKind::area));
  BOOST_TEST(areas->data.box.min_x == 311900.0);
  BOOST_TEST(areas->data.box.max_x == 312000.0);
}

BOOST_AUTO_TEST_CASE(nothing_in_conflict_has_no_map) {
  for (const MeasurePtr& measure : std::vector<MeasurePtr>(file.plan()->measures))
    apply(remove_measures({measure->id}));
  BOOST_TEST(!answer({"conflicts", {{"layer", id_of("Schutz")}}}).map.has_value());
  BOOST_CHECK_THROW(answer({"conflicts", {}}), Error);
}

BOOST_AUTO_TEST_SUITE_END()
