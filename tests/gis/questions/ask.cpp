#include "gis/questions/ask.h"

#include <boost/test/unit_test.hpp>

#include "gis/analysis/people.h"
#include "gis/questions/keep.h"
#include "gis/store/plan_file.h"
#include "tests/support/places.h"
#include "tests/support/square_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// 100, 70 and 60 people along a line; one playground beside the first.
struct City {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "plan.gpkg", square_city());
  Question question;

  City() {
    MapLayer population;
    population.name = "Einwohner";
    population.use.kind = LayerUse::Kind::population;
    population.use.total_field = "ew";
    take({{301000, 6005000, "100"}, {303000, 6005000, "70"}, {306000, 6005000, "60"}}, population);
    MapLayer places;
    places.name = "Spielplätze";
    take({{301100, 6005000, "0"}}, places);
    question = {"gaps", {{"places", std::to_string(file.plan()->layers.back()->id)}, {"distance", "300"}}};
  }
  struct At {
    double x, y;
    std::string value;
  };
  void take(const std::vector<At>& list, const MapLayer& layer) {
    LayerData data;
    data.kind = GeometryKind::point;
    data.features.columns.emplace_back().name = "ew";
    data.features.columns.back().kind = ValueColumn::Kind::integer;
    for (const At& one : list) append_feature(data.features, make_point({one.x, one.y}), {one.value});
    const Crs crs = file.plan()->crs;
    apply(add_taken(layer, file.take_features(data, layer.name, crs), crs));
  }
  void apply(const Edit& edit) { file.save(std::make_shared<const Plan>(edit.apply(*file.plan()))); }
  Answer answer() { return ask(question, *file.plan(), place_of(file.path())); }
  void keep(const std::string& name) {
    Answer found = answer();
    found.finding.name = name;
    std::vector<TakenTable> tables;
    if (found.map) tables = file.take_features(found.map->data, name, file.plan()->crs);
    apply(keep_answer(found, tables));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(asking)

BOOST_FIXTURE_TEST_CASE(an_answer_says_what_it_means_how_and_from_what, City) {
  const Answer found = answer();
  BOOST_TEST(str(found.finding.sentences.front()) == "130 of 230 inhabitants (56.5 %) are not reached within 300 m.");
  BOOST_TEST(found.finding.question.kind == "gaps");
  BOOST_TEST(found.finding.sources.size() == 2U);
  BOOST_TEST(str(found.finding.method.back()).find("EPSG:25833") != std::string::npos);
  BOOST_TEST(found.finding.name == "Spielplätze: who is not reached within 300 m");
  BOOST_TEST_REQUIRE(found.map.has_value());
  BOOST_TEST(found.map->data.features.size() == 2U);
}

BOOST_FIXTURE_TEST_CASE(columns_of_a_table_are_equally_long_and_its_last_row_is_everybody, City) {
  const Answer found = answer();
  for (const FindingTable& table : found.finding.tables)
    for (const FindingColumn& column : table.columns)
      BOOST_TEST(column.figures.size() + column.words.size() == table.districts.size());
  const FindingTable& table = found.finding.tables.front();
  BOOST_TEST(table.total);
  BOOST_TEST(table.columns[2].figures.back().value() == 230.0);
  BOOST_TEST(table.columns[5].figures.back().value() == 100.0);
}

BOOST_FIXTURE_TEST_CASE(a_kept_answer_is_asked_again_from_its_own_question, City) {
  keep("Lücken");
  const Plan& plan = *file.plan();
  BOOST_TEST_REQUIRE(plan.findings.size() == 1U);
  const Finding kept = *plan.findings[0];
  const MapLayer* map = find_layer(plan, kept.layer);
  BOOST_TEST_REQUIRE(map != nullptr);
  BOOST_TEST(map->name == "Lücken");
  question = kept.question;
  keep("Lücken");
  BOOST_TEST_REQUIRE(file.plan()->findings.size() == 1U);
  BOOST_TEST((*file.plan()->findings[0] == kept));
  BOOST_TEST(find_layer(*file.plan(), kept.layer)->features == 2);
  BOOST_TEST(file.plan()->layers.size() == 3U);
}

BOOST_FIXTURE_TEST_CASE(the_map_goes_when_nobody_is_missed_any_more, City) {
  keep("Lücken");
  question.options["distance"] = "100000";
  keep("Lücken");
  BOOST_TEST(file.plan()->findings[0]->layer == 0);
  BOOST_TEST(file.plan()->layers.size() == 2U);
}

BOOST_FIXTURE_TEST_CASE(only_the_newest_map_is_shown, City) {
  keep("Lücken");
  keep("Andere");
  const auto shown = [&](const char* name) {
    const std::string key = layer_key(find_finding(*file.plan(), name)->layer);
    for (const LayerSettings& settings : file.plan()->style.layers)
      if (settings.layer == key) return settings.visible;
    return false;
  };
  BOOST_TEST(shown("Andere"));
  BOOST_TEST(!shown("Lücken"));
}

BOOST_FIXTURE_TEST_CASE(a_finding_is_outdated_when_what_it_rests_on_has_changed_and_only_then, City) {
  keep("Lücken");
  const auto is_outdated = [&] { return outdated(*file.plan()->findings[0], *file.plan()); };
  BOOST_TEST(!is_outdated());
  apply(set_title("Another title"));
  apply(add_measures({Measure{}}));
  BOOST_TEST(!is_outdated());
  MapLayer people = *population_layer(*file.plan());
  people.use.age_groups = {{"ew", 0, 5}};
  apply(change_layer(people, {}));
  BOOST_TEST(is_outdated());
}

BOOST_FIXTURE_TEST_CASE(measures_count_where_the_question_names_them, City) {
  question.options["places"] = "measures";
  keep("Lücken");
  Measure measure;
  measure.location = {Placement::point, make_point({306000, 6005000}), {}, {}};
  apply(add_measures({measure}));
  BOOST_TEST(outdated(*file.plan()->findings[0], *file.plan()));
  keep("Lücken");
  BOOST_TEST(!outdated(*file.plan()->findings[0], *file.plan()));
  BOOST_TEST(file.plan()->findings[0]->tables.front().columns[5].figures.back().value() == 60.0);
}

BOOST_FIXTURE_TEST_CASE(a_question_reads_as_it_is_typed, City) {
  BOOST_TEST(as_command(question, *file.plan()) == "gaps --distance 300 --places Spielplätze");
}

BOOST_FIXTURE_TEST_CASE(an_unknown_kind_names_the_known_ones, City) {
  question.kind = "horoscope";
  BOOST_CHECK_EXCEPTION(answer(), Error, [](const Error& error) {
    return str(error.sentence()).find("catchment, gaps") != std::string::npos;
  });
}

BOOST_FIXTURE_TEST_CASE(the_map_of_one_answer_is_shown_without_those_of_others, City) {
  keep("Eins");
  keep("Zwei");
  const Id one = file.plan()->findings[0]->layer, two = file.plan()->findings[1]->layer;
  const auto seen = [&](Id layer) {
    for (const LayerSettings& settings : file.plan()->style.layers)
      if (settings.layer == layer_key(layer)) return settings.visible;
    return false;
  };
  apply(show_map_alone(*file.plan()->findings[0]));
  BOOST_TEST(seen(one));
  BOOST_TEST(!seen(two));
  apply(show_map_alone(*file.plan()->findings[0]));
  BOOST_TEST(!seen(one));
  BOOST_TEST(!seen(two));
}

BOOST_AUTO_TEST_SUITE_END()
