// A layer saved as a file of its own: what comes out is read again by the gate.

#include "gis/exports/layer_export.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

const Crs utm33 = crs_from_epsg(25833);

ValueColumn& column(LayerData& data, const char* name, ValueColumn::Kind kind) {
  ValueColumn& made = data.features.columns.emplace_back();
  made.name = name;
  made.kind = kind;
  return made;
}

/// Two stops with every kind of value; the second has nulls.
LayerData stops() {
  LayerData data;
  column(data, "Name der Haltestelle", ValueColumn::Kind::text);
  column(data, "Name der Haltekante", ValueColumn::Kind::text);
  column(data, "steige", ValueColumn::Kind::integer);
  column(data, "länge", ValueColumn::Kind::real);
  column(data, "gebaut", ValueColumn::Kind::date);
  append_feature(data.features, make_point({312000.25, 6001000.5}),
                 {"Doberaner Platz", "A", "4", "0.123456", "2021-05-06"});
  append_feature(data.features, make_point({313000, 6002000}), {"Neuer Markt", "", "", "", ""});
  data.kind = GeometryKind::point;
  return data;
}

/// The same with a line, an area and one without a shape.
LayerData mixed() {
  LayerData data = stops();
  append_feature(data.features, make_line({{312000, 6001000}, {312100, 6001000}}), {"Gleis", "", "", "", ""});
  append_feature(data.features, make_area({{312000, 6001000}, {312100, 6001000}, {312100, 6001100}}),
                 {"Platz", "", "", "", ""});
  append_feature(data.features, {}, {"verlegt", "", "", "", ""});
  return data;
}

ErrorKind refusal(const LayerData& data, const std::filesystem::path& file) {
  try {
    export_layer(data, "Haltestellen", utm33, file, false);
  } catch (const Error& error) {
    return error.kind();
  }
  BOOST_ERROR("was written");
  return ErrorKind::cancelled;
}

bool has(const Issues& issues, const std::string& kind) {
  return std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) { return issue.kind == kind; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(layer_export)

BOOST_AUTO_TEST_CASE(a_geopackage_holds_names_values_and_places_as_they_were) {
  const TemporaryFolder folder;
  const ExportResult result = export_layer(stops(), "Haltestellen", utm33, folder / "halte.gpkg", false);
  BOOST_TEST(result.issues.empty());
  const LayerData back = read_layer_data(folder / "halte.gpkg", {}, utm33);
  BOOST_TEST(back.layer == "Haltestellen");
  BOOST_TEST(back.source_crs.epsg == 25833);
  BOOST_REQUIRE(back.features.size() == 2U);
  BOOST_TEST((back.features.points_of(0)[0] == Point{312000.25, 6001000.5}));
  BOOST_REQUIRE(back.features.columns.size() == 5U);
  const char* first[] = {"Doberaner Platz", "A", "4", "0.123456", "2021-05-06"};
  for (std::size_t i = 0; i < 5; ++i) {
    BOOST_TEST(back.features.columns[i].name == stops().features.columns[i].name);
    BOOST_TEST(cell_text(back.features.columns[i], 0) == first[i]);
    if (i > 0) BOOST_TEST(back.features.columns[i].null[1]);
  }
}

BOOST_AUTO_TEST_CASE(a_geojson_is_in_degrees) {
  const TemporaryFolder folder;
  export_layer(mixed(), "Haltestellen", utm33, folder / "halte.geojson", false);
  const FeatureTable table = read_features(folder / "halte.geojson");
  BOOST_TEST(table.crs.epsg == 4326);
  BOOST_REQUIRE(table.features.size() == 5U);
  BOOST_TEST(table.features[0].geometry.points[0].x == 12.1, boost::test_tools::tolerance(0.01));
  const LayerData back = read_layer_data(folder / "halte.geojson", {}, utm33);
  BOOST_TEST(std::abs(back.features.points_of(0)[0].x - 312000.25) < 0.02);
}

BOOST_AUTO_TEST_CASE(a_shapefile_has_short_names_exact_numbers_and_says_what_it_cut) {
  const TemporaryFolder folder;
  LayerData data = stops();
  append_feature(data.features, make_point({312000, 6001000}), {std::string(300, 'x'), "", "", "", ""});
  const ExportResult result = export_layer(data, "Haltestellen", utm33, folder / "halte.shp", false);
  BOOST_TEST(has(result.issues, "name_shortened"));
  BOOST_TEST(has(result.issues, "text_cut"));
  BOOST_TEST(std::filesystem::exists(folder / "halte.prj"));
  const LayerData back = read_layer_data(folder / "halte.shp", {}, utm33);
  BOOST_REQUIRE(back.features.size() == 3U);
  BOOST_TEST(back.features.columns[0].name == "name_der_h");
  BOOST_TEST(back.features.columns[1].name == "name_der_2");
  BOOST_TEST(back.features.columns[3].name == "laenge");
  BOOST_TEST(cell_text(back.features.columns[0], 0) == "Doberaner Platz");
  BOOST_TEST(std::stod(cell_text(back.features.columns[3], 0)) == 0.123456);
  BOOST_TEST(cell_text(back.features.columns[0], 2).size() == 254U);
}

BOOST_AUTO_TEST_CASE(several_kinds_of_shapes_become_several_tables_and_nothing_is_lost) {
  const TemporaryFolder folder;
  export_layer(mixed(), "Halte", utm33, folder / "halte.gpkg", false);
  const std::vector<LayerInfo> layers = layers_in(folder / "halte.gpkg");
  BOOST_REQUIRE(layers.size() == 3U);
  std::int64_t features = 0;
  for (const LayerInfo& layer : layers) features += layer.features;
  BOOST_TEST(features == 5);
  const ExportResult shapes = export_layer(mixed(), "Halte", utm33, folder / "halte.shp", false);
  for (const char* kind : {"points", "lines", "areas"})
    BOOST_TEST(std::filesystem::exists(folder / (std::string("halte_") + kind + ".shp")));
  BOOST_TEST(shapes.files.size() == 15U);
}

BOOST_AUTO_TEST_CASE(nothing_is_overwritten_unasked_and_nothing_half_written_is_left) {
  const TemporaryFolder folder;
  BOOST_TEST((refusal(stops(), folder / "halte.docx") == ErrorKind::usage));
  BOOST_TEST((refusal({}, folder / "halte.gpkg") == ErrorKind::refused));
  BOOST_TEST(std::filesystem::is_empty(folder.path()));
  export_layer(stops(), "Halte", utm33, folder / "halte.gpkg", false);
  BOOST_TEST((refusal(stops(), folder / "halte.gpkg") == ErrorKind::exists));
  export_layer(mixed(), "Halte", utm33, folder / "halte.gpkg", true);
  BOOST_TEST(layers_in(folder / "halte.gpkg").size() == 3U);
  std::stop_source stop;
  stop.request_stop();
  BOOST_CHECK_THROW(export_layer(stops(), "Halte", utm33, folder / "neu.gpkg", false, Progress(stop.get_token(), {})),
                    Error);
  BOOST_TEST(!std::filesystem::exists(folder / "neu.gpkg"));
}

BOOST_AUTO_TEST_SUITE_END()
