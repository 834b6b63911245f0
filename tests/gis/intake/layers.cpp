#include "gis/intake/layers.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "gis/formats/vector_table.h"
#include "tests/support/places.h"

using namespace smile;
using tests::TemporaryFolder;

namespace {

/// Three streets in degrees near Rostock; one without geometry.
void write_streets(const std::filesystem::path& file) {
  std::ofstream(file) << R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Am Markt","lanes":2},"geometry":{"type":"LineString","coordinates":[[12.10,54.10],[12.11,54.10]]}},
{"type":"Feature","properties":{"name":"Ufer","lanes":1},"geometry":{"type":"LineString","coordinates":[[12.10,54.11],[12.11,54.12],[12.12,54.12]]}},
{"type":"Feature","properties":{"name":"Plan","lanes":null},"geometry":null}]})";
}

/// The same through the fast way: a GeoPackage.
void write_geopackage_of(const LayerData& data, const std::filesystem::path& file) {
  VectorTable table{
      "strassen", GeometryKind::line, crs_from_epsg(25833), {{"name"}, {"lanes", VectorType::integer}}, {}};
  for (std::size_t i = 0; i < data.features.size(); ++i) {
    VectorRow row{{cell_text(data.features.columns[0], i)}, data.features.geometry(i)};
    if (data.features.columns[1].null[i])
      row.cells.emplace_back();
    else
      row.cells.emplace_back(data.features.columns[1].integers[i]);
    table.rows.push_back(std::move(row));
  }
  write_geopackage({table}, {}, file);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layers)

BOOST_AUTO_TEST_CASE(a_layer_is_read_into_the_plans_system_with_its_values) {
  const TemporaryFolder folder;
  write_streets(folder / "strassen.geojson");
  const LayerData data = read_layer_data(folder / "strassen.geojson", {}, crs_from_epsg(25833));
  BOOST_TEST(data.features.size() == 3U);
  BOOST_TEST((data.kind == GeometryKind::line));
  BOOST_TEST((data.features.kinds[2] == GeometryKind::none));
  BOOST_TEST(data.features.points_of(1).size() == 3U);
  BOOST_TEST(data.box.min_x > 300000);
  BOOST_TEST(data.box.max_y < 6010000);
  BOOST_TEST(cell_text(data.features.columns[0], 0) == "Am Markt");
  BOOST_TEST(cell_text(data.features.columns[1], 1) == "1");
  BOOST_TEST(cell_text(data.features.columns[1], 2).empty());
}

BOOST_AUTO_TEST_CASE(the_fast_way_through_a_geopackage_says_the_same) {
  const TemporaryFolder folder;
  write_streets(folder / "strassen.geojson");
  const LayerData slow = read_layer_data(folder / "strassen.geojson", {}, crs_from_epsg(25833));
  write_geopackage_of(slow, folder / "strassen.gpkg");
  const LayerData fast = read_layer_data(folder / "strassen.gpkg", {}, crs_from_epsg(25833));
  BOOST_TEST(fast.report.driver == "GPKG");
  BOOST_REQUIRE(fast.features.size() == slow.features.size());
  for (std::size_t i = 0; i < slow.features.size(); ++i) {
    BOOST_TEST((fast.features.kinds[i] == slow.features.kinds[i]));
    BOOST_TEST((fast.features.geometry(i).points == slow.features.geometry(i).points));
    for (std::size_t k = 0; k < 2; ++k)
      BOOST_TEST(cell_text(fast.features.columns[k], i) == cell_text(slow.features.columns[k], i));
  }
  // … and in another system it is the same place.
  const LayerData degrees = read_layer_data(folder / "strassen.gpkg", {}, crs_from_epsg(4326));
  BOOST_TEST(degrees.box.min_x == 12.10, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(texts_that_were_encoded_twice_are_repaired_on_the_fast_way_too) {
  const TemporaryFolder folder;
  VectorTable table{"baeche", GeometryKind::point, crs_from_epsg(25833), {{"name"}, {"art"}}, {}};
  for (const char* name : {"KÃ¶sterbeck", "Mühlbach", "", "MÃ¼hlbach"})
    table.rows.push_back({{std::string(name), std::string("Bach")}, make_point({310000, 6000000})});
  write_geopackage({table}, {}, folder / "baeche.gpkg");
  const LayerData data = read_layer_data(folder / "baeche.gpkg", {}, crs_from_epsg(25833));
  const ValueColumn& names = data.features.columns.at(0);
  BOOST_TEST(cell_text(names, 0) == "Kösterbeck");
  BOOST_TEST(cell_text(names, 1) == "Mühlbach");
  BOOST_TEST(cell_text(names, 2).empty());
  BOOST_TEST(cell_text(names, 3) == "Mühlbach");
  BOOST_TEST(cell_text(data.features.columns.at(1), 3) == "Bach");
  BOOST_TEST_REQUIRE(data.report.issues.size() == 1U);
  BOOST_TEST(data.report.issues.front().kind == "encoded_twice");
}

BOOST_AUTO_TEST_CASE(a_plan_remembers_its_layers_relative_to_its_own_folder) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder / "daten");
  write_streets(folder / "daten/strassen.geojson");
  const Intake intake = intake_layer(folder / "daten/strassen.geojson", {}, Plan{}, folder.path());
  BOOST_TEST(intake.rows == 3);
  BOOST_TEST(intake.unplaced == 1);
  const Plan plan = intake.edit.apply(Plan{});
  BOOST_REQUIRE(plan.layers.size() == 1U);
  const MapLayer& layer = *plan.layers.front();
  BOOST_TEST(layer.source.file == "daten/strassen.geojson");
  BOOST_TEST(layer.name == "Strassen");
  BOOST_TEST((layer.style.topic == LayerTopic::streets));
  BOOST_TEST(plan.crs.epsg == 25833);
  BOOST_TEST(load_layer(layer, plan, PlanPlace{folder / "plan.gpkg"})->features.size() == 3U);
  // Beside the plan's folder the path is absolute.
  BOOST_TEST(std::filesystem::path(kept_path(folder / "x.shp", folder / "plan")).is_absolute());
}

BOOST_AUTO_TEST_CASE(a_layer_whose_file_has_gone_is_a_warning_and_the_others_are_read) {
  const TemporaryFolder folder;
  write_streets(folder / "strassen.geojson");
  Plan plan = intake_layer(folder / "strassen.geojson", {}, Plan{}, folder.path()).edit.apply(Plan{});
  MapLayer gone = *plan.layers.front();
  gone.name = "Fort";
  gone.source.file = "fort.gpkg";
  plan = add_layer(gone, {}).apply(plan);
  const LoadedLayers loaded = load_layers(plan, PlanPlace{folder / "plan.gpkg"});
  BOOST_TEST(loaded.layers.size() == 1U);
  BOOST_REQUIRE(loaded.issues.size() == 1U);
  BOOST_TEST(loaded.issues[0].kind == "layer_missing");
  BOOST_TEST(loaded.issues[0].value == "Fort");
}

BOOST_AUTO_TEST_CASE(layers_to_be_seen_come_with_the_attributes_that_their_styles_show) {
  const TemporaryFolder folder;
  write_streets(folder / "strassen.geojson");
  write_geopackage_of(read_layer_data(folder / "strassen.geojson", {}, crs_from_epsg(25833)), folder / "strassen.gpkg");
  const Plan plain = intake_layer(folder / "strassen.gpkg", {}, Plan{}, folder.path()).edit.apply(Plan{});
  const PlanPlace place{folder / "plan.gpkg"};
  const auto names_of = [&](const char* field, const char* label_field) {
    MapLayer layer = *plain.layers.front();
    layer.style.field = field, layer.style.label_field = label_field;
    const Plan plan = change_layer(layer, text("Style")).apply(plain);
    std::vector<std::string> names;
    const LoadedLayers loaded = load_layers(plan, place);
    for (const ValueColumn& column : loaded.layers.at(layer.id)->features.columns) names.push_back(column.name);
    return names;
  };
  BOOST_TEST((names_of("lanes", "") == std::vector<std::string>{"lanes"}));
  BOOST_TEST((names_of("", "name") == std::vector<std::string>{"name"}));
  BOOST_TEST(names_of("", "").empty());
  BOOST_TEST(load_layer(*plain.layers.front(), plain, place)->features.columns.size() == 2U, "asked alone: all");
}

BOOST_AUTO_TEST_CASE(what_a_layer_shows_is_seen_in_its_names) {
  LayerData data;
  const auto topic = [&](const char* name, GeometryKind kind) {
    data.kind = kind;
    return guess_topic(data, name);
  };
  BOOST_TEST((topic("fliessgewaesser", GeometryKind::line) == LayerTopic::water));
  BOOST_TEST((topic("Straßenbahnhaltestellen", GeometryKind::point) == LayerTopic::stops));
  BOOST_TEST((topic("Wasserschutzgebiete", GeometryKind::area) == LayerTopic::protection));
  BOOST_TEST((topic("buildings", GeometryKind::area) == LayerTopic::buildings));
  BOOST_TEST((topic("parkplaetze", GeometryKind::point) == LayerTopic::other));  // no park
}

BOOST_AUTO_TEST_CASE(tables_without_shapes_are_no_layer) {
  const TemporaryFolder folder;
  std::ofstream(folder / "leer.geojson")
      << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},"geometry":null}]})";
  BOOST_CHECK_THROW(intake_layer(folder / "leer.geojson", {}, Plan{}, folder.path()), Error);
}

BOOST_AUTO_TEST_CASE(features_are_labelled_with_what_people_call_them) {
  const auto field = [](std::vector<std::string> columns, LayerTopic topic) {
    LayerData data;
    for (const std::string& name : columns)
      data.features.columns.push_back({name, ValueColumn::Kind::text, {}, {}, {}, {}, {}});
    return guess_label_field(data, topic);
  };
  BOOST_TEST(field({"uuid", "kreis_name", "strasse_name"}, LayerTopic::streets) == "strasse_name");
  BOOST_TEST(field({"id", "Name", "station_name"}, LayerTopic::stops) == "Name");
  BOOST_TEST(field({"art", "gew_name"}, LayerTopic::water) == "gew_name");
  BOOST_TEST(field({"art"}, LayerTopic::water) == "");
  BOOST_TEST(field({"name"}, LayerTopic::buildings) == "");
}

BOOST_AUTO_TEST_SUITE_END()
