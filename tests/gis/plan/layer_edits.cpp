#include <boost/test/unit_test.hpp>

#include "gis/plan/classify.h"
#include "gis/plan/edits.h"
#include "gis/plan/plan_json.h"

using namespace smile;

namespace {

MapLayer layer_of(const std::string& name, LayerTopic topic, GeometryKind kind) {
  MapLayer layer;
  layer.name = name;
  layer.style.topic = topic;
  layer.kind = kind;
  return layer;
}

std::vector<std::string> stack_of(const Plan& plan) {
  std::vector<std::string> names;
  for (const LayerSettings& settings : plan.style.layers) {
    const MapLayer* layer = find_layer(plan, layer_of_key(settings.layer));
    names.push_back(layer != nullptr ? layer->name : settings.layer);
  }
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layer_edits)

BOOST_AUTO_TEST_CASE(a_layer_comes_in_where_its_topic_belongs_whatever_was_added_first) {
  Plan plan;
  for (const MapLayer& layer : {layer_of("stops", LayerTopic::stops, GeometryKind::point),
                                layer_of("streets", LayerTopic::streets, GeometryKind::line),
                                layer_of("water", LayerTopic::water, GeometryKind::area),
                                layer_of("houses", LayerTopic::buildings, GeometryKind::area)})
    plan = add_layer(layer, crs_from_epsg(25833)).apply(plan);
  const std::vector<std::string> wanted = {"measures", "district_labels", "district_borders", "stops", "streets",
                                           "houses",   "water",           "districts"};
  BOOST_TEST(stack_of(plan) == wanted, boost::test_tools::per_element());
  BOOST_TEST(plan.crs.epsg == 25833);  // of a plan without system
}

BOOST_AUTO_TEST_CASE(a_removed_layer_leaves_the_stack_and_another_name_keeps_its_place) {
  Plan plan = add_layer(layer_of("a", LayerTopic::water, GeometryKind::line), {}).apply(Plan{});
  plan = add_layer(layer_of("b", LayerTopic::streets, GeometryKind::line), {}).apply(plan);
  MapLayer renamed = *plan.layers[0];
  renamed.name = "Gewässer";
  plan = change_layer(renamed, text("Style of layer “{1}”", "a")).apply(plan);
  BOOST_TEST(stack_of(plan)[4] == "Gewässer");
  plan = remove_layer(renamed.id, renamed.name).apply(plan);
  BOOST_TEST(plan.layers.size() == 1U);
  BOOST_TEST(plan.style.layers.size() == 5U);
  BOOST_CHECK_THROW(remove_layer(renamed.id, "").apply(plan), Error);
}

BOOST_AUTO_TEST_CASE(a_layer_comes_back_from_json_as_it_was) {
  MapLayer layer = layer_of("Bäume", LayerTopic::green, GeometryKind::point);
  layer.source = {LayerSource::Kind::file, "daten/bäume.gpkg", "trees", "EPSG:25833", true, "CP1252", ""};
  layer.features = 12;
  layer.credit = "© Stadt";
  layer.style.method = StyleMethod::categories;
  layer.style.field = "art";
  layer.style.categories = {{"Linde", "#0072b2"}, {"Eiche", "#e69f00"}};
  layer.style.class_method = ClassMethod::manual;
  layer.style.limits = {0, 2.5, 10};
  layer.style.pattern = Pattern::dotted;
  layer.style.label_field = "name";
  Plan plan = add_layer(layer, crs_from_epsg(25833)).apply(Plan{});
  plan.style.layers[3].group = "Natur";
  plan.style.measure_colours = MeasureColours::cost;
  BOOST_TEST(same_content(from_json<Plan>(to_json(plan)), plan));
}

BOOST_AUTO_TEST_CASE(what_analyses_take_from_a_layer_comes_back_from_json) {
  const std::vector<LayerUse> uses = {
      {},
      {LayerUse::Kind::network, "", {}, "", "", "from OpenStreetMap"},
      {LayerUse::Kind::population, "all", {{"u6", 0, 5}, {"old", 65, 120}}, "", "", "census grid 100 m"},
      {LayerUse::Kind::places, "", {}, "playground", "area", ""}};
  for (const LayerUse& use : uses) {
    MapLayer layer = layer_of("a", LayerTopic::other, GeometryKind::point);
    layer.use = use;
    const Plan plan = add_layer(layer, {}).apply(Plan{});
    const Plan again = from_json<Plan>(to_json(plan));
    BOOST_TEST((again.layers[0]->use == use), "" << word(use.kind));
    BOOST_TEST(same_content(again, plan));
    BOOST_TEST(same_content(again, use_layer(1, {}).apply(plan)) == (use == LayerUse{}));
    BOOST_TEST((to_json(plan).find("\"use\"") == std::string::npos) == (use == LayerUse{}));  // as plans before it
  }
  BOOST_CHECK_THROW(from_json<Plan>(R"({"layers":[{"use":{"kind":4}}]})"), Error);
}

BOOST_AUTO_TEST_CASE(a_plan_has_one_network_in_use_and_any_number_of_places) {
  Plan plan;
  for (int i = 1; i <= 3; ++i) plan = add_layer(layer_of("a", LayerTopic::other, GeometryKind::line), {}).apply(plan);
  LayerUse network, places;
  network.kind = LayerUse::Kind::network;
  places.kind = LayerUse::Kind::places;
  for (const auto& [id, use] : {std::pair{1, network}, {2, places}, {3, places}, {2, network}})
    plan = use_layer(id, use).apply(plan);
  BOOST_TEST((plan.layers[0]->use == LayerUse{}));
  BOOST_TEST((plan.layers[1]->use == network));
  BOOST_TEST((plan.layers[2]->use == places));
  BOOST_CHECK_THROW(use_layer(9, network).apply(plan), Error);
}

BOOST_AUTO_TEST_CASE(bookmarks_are_part_of_the_plan) {
  const Plan plan = set_bookmarks({{"Hafen", {1, 2, 3, 4}}}, text("Add bookmark “{1}”", "Hafen")).apply(Plan{});
  const Plan again = from_json<Plan>(to_json(plan));
  BOOST_TEST(same_content(again, plan));
  BOOST_TEST(!same_content(again, Plan{}));
  BOOST_TEST(again.bookmarks[0].ground.max_y == 4);
}

BOOST_AUTO_TEST_CASE(limits_that_were_set_by_hand_are_kept) {
  LayerStyle style;
  style.class_method = ClassMethod::manual;
  style.limits = {0, 10, 50};
  const Classes classes = classes_of({3, 7, 99}, style);
  BOOST_TEST(classes.count() == 2);
  BOOST_TEST(classes.class_of(10) == 1);
  BOOST_TEST(classes.class_of(99) == -1);
}

BOOST_AUTO_TEST_CASE(credits_are_those_of_the_layers_that_are_seen) {
  MapLayer layer = layer_of("a", LayerTopic::water, GeometryKind::line);
  layer.credit = "© OpenStreetMap";
  Plan plan = add_layer(layer, {}).apply(Plan{});
  plan = add_layer(layer, {}).apply(plan);
  BOOST_TEST(credits_of(plan).size() == 1U);
  for (LayerSettings& settings : plan.style.layers) settings.visible = false;
  BOOST_TEST(credits_of(plan).empty());
}

BOOST_AUTO_TEST_CASE(a_layer_nobody_has_credited_names_its_file_once) {
  Plan plan;
  plan.sources = {{"Stadtbereiche", "city.gpkg", "", "", false}};
  const auto add = [&](Id id, LayerSource::Kind kind, const std::string& file) {
    MapLayer layer;
    layer.id = id;
    layer.source.kind = kind;
    layer.source.file = file;
    plan.layers.push_back(std::make_shared<const MapLayer>(layer));
    plan.style.layers.push_back({layer_key(id)});
  };
  add(11, LayerSource::Kind::file, "data/stops.geojson");
  add(12, LayerSource::Kind::plan, "data/stops.geojson");  // taken into the plan
  add(13, LayerSource::Kind::plan, "rivers.shp");
  add(14, LayerSource::Kind::plan, "");           // found by an analysis
  add(15, LayerSource::Kind::file, "city.gpkg");  // a source says so already
  add(16, LayerSource::Kind::xyz, "https://tiles.example.org/{z}/{x}/{y}.png");
  const std::vector<std::string> expected{"stops.geojson", "rivers.shp"};
  BOOST_TEST(credits_of(plan) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
