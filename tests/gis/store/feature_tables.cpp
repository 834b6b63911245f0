// Features of layers inside the plan file: what goes in comes out, and what nobody can come back to goes.

#include "gis/store/feature_tables.h"

#include <boost/test/unit_test.hpp>

#include "gis/intake/layers.h"
#include "gis/plan/edits.h"
#include "tests/gis/store/files.h"
#include "tests/support/plans.h"

using namespace smile;
using namespace smile::tests;

namespace {

const Crs utm33 = crs_from_epsg(25833);

ValueColumn column(const char* name, ValueColumn::Kind kind) {
  ValueColumn made;
  made.name = name;
  made.kind = kind;
  return made;
}

Geometry two_lines() {
  return {GeometryKind::line, {{0.1, 0.2}, {10, 0}, {20, 20}, {30, 20}, {40.5, 25}}, {2, 5}, {}};
}

/// An area with a hole and a second part.
Geometry two_areas() {
  return {GeometryKind::area,
          {{0, 0}, {9, 0}, {9, 9}, {0, 0}, {5, 1}, {6, 2}, {6, 1}, {5, 1}, {20, 0}, {29, 0}, {29, 9}, {20, 0}},
          {4, 8, 12},
          {2, 3}};
}

/// Every kind of value and of geometry, nulls, and names that hurt.
LayerData everything() {
  using enum ValueColumn::Kind;
  LayerData data;
  data.features.columns = {column("fid", integer),   column("geom", text), column("Größe \"m²\"", real),
                           column("an", boolean),    column("Tag", date),  column("Zeit", date_time),
                           column("ORDER BY", text), column("NAME", text), column("name", text)};
  const std::vector<std::string> full = {
      "-9007199254740993", "Ü\"'; DROP TABLE x", "0.1", "true", "2026-11-22", "2026-11-22T10:11:12", "", "ß", "ẞ"};
  const std::vector<std::string> nothing(9);
  append_feature(data.features, two_areas(), full);
  append_feature(data.features, two_lines(), full);
  append_feature(data.features, {}, full);
  append_feature(data.features, make_points({{1, 2}, {3, 4}}), nothing);
  append_feature(data.features, make_area({{0, 0}, {1, 0}, {1, 1}}), nothing);
  data.kind = GeometryKind::area;
  return data;
}

/// Rows of one kind of geometry.
std::vector<std::size_t> rows_of(const LayerData& data, std::set<GeometryKind> kinds) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < data.features.size(); ++i)
    if (kinds.contains(data.features.kinds[i])) rows.push_back(i);
  return rows;
}

void require_rows(const LayerData& read, const LayerData& data, const std::vector<std::size_t>& rows) {
  BOOST_REQUIRE(read.features.size() == rows.size());
  BOOST_REQUIRE(read.features.columns.size() == data.features.columns.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    BOOST_TEST((read.features.geometry(i) == data.features.geometry(rows[i])));
    for (std::size_t k = 0; k < data.features.columns.size(); ++k) {
      const ValueColumn& got = read.features.columns[k];
      const ValueColumn& put = data.features.columns[k];
      BOOST_TEST((got.kind == put.kind), put.name);
      BOOST_TEST(got.null[i] == put.null[rows[i]], put.name);
      BOOST_TEST(cell_text(got, i) == cell_text(put, rows[i]), put.name);
    }
  }
}

Plan with_layer(Plan plan, const char* name) {
  plan.crs = utm33;
  MapLayer layer;
  layer.name = name;
  layer.source.file = "daten/x.geojson";
  layer.kind = GeometryKind::area;
  return add_layer(layer, utm33).apply(plan);
}

PlanFile file_with_layer(const std::filesystem::path& path) {
  return PlanFile::create(path, with_layer(random_plan(1, {5, 6}), "Grünes & Größeres"));
}

/// What the window does: the features first, then the edit that shows them.
void take(PlanFile& file, const LayerData& data) {
  const MapLayer layer = *file.plan()->layers.front();
  const auto tables = file.take_features(data, layer.name, utm33);
  file.save(std::make_shared<const Plan>(show_taken(layer, tables).apply(*file.plan())));
}

std::int64_t feature_tables_in(const std::filesystem::path& file) {
  return database::Connection(file, database::Access::read)
      .read_integer("SELECT count(*) FROM gpkg_contents WHERE table_name GLOB 'layer_[0-9]*'");
}

void edit_title(const std::filesystem::path& file, const char* title) {
  PlanFile plan = PlanFile::open(file, PlanFile::Mode::write);
  plan.save(std::make_shared<const Plan>(set_title(title).apply(*plan.plan())));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(feature_tables)

BOOST_AUTO_TEST_CASE(what_is_taken_into_the_plan_comes_out_the_same) {
  TemporaryFolder folder;
  const LayerData data = everything();
  {
    PlanFile file = file_with_layer(folder / "a.gpkg");
    take(file, data);
  }
  const PlanFile file = PlanFile::open(folder / "a.gpkg", PlanFile::Mode::write);
  const auto& layers = file.plan()->layers;
  BOOST_REQUIRE(layers.size() == 3);  // one kind of geometry per table; what has none stays with most
  const auto read = [&](std::size_t i) { return load_layer(*layers[i], *file.plan(), place_of(file.path())); };
  require_rows(*read(0), data, rows_of(data, {GeometryKind::area, GeometryKind::none}));
  require_rows(*read(1), data, rows_of(data, {GeometryKind::line}));
  require_rows(*read(2), data, rows_of(data, {GeometryKind::point}));
  BOOST_TEST(layers[0]->source.layer == "layer_1_gruenes_groesseres");
  BOOST_TEST(layers[0]->source.file == "daten/x.geojson");
  BOOST_TEST(layers[1]->features == 1);
  BOOST_TEST(read(0)->features.columns[0].name == "fid");
  BOOST_TEST(read(0)->features.columns[1].name == "geom");
  BOOST_TEST(read(0)->features.columns[8].name == "name_2");  // SQLite does not tell it from NAME
}

BOOST_AUTO_TEST_CASE(reading_beside_a_writer_sees_what_was_just_taken_and_leaves_it_alone) {
  TemporaryFolder folder;
  PlanFile file = file_with_layer(folder / "a.gpkg");
  take(file, everything());
  BOOST_TEST(place_of(file.path()).held);
  const LayerDataPtr data = load_layer(*file.plan()->layers[0], *file.plan(), place_of(file.path()));
  BOOST_TEST(data->features.size() == 3U);
  file.save(std::make_shared<const Plan>(set_title("weiter").apply(*file.plan())));
  BOOST_TEST(file.plan()->title == "weiter");
}

BOOST_AUTO_TEST_CASE(tables_of_the_same_name_get_their_own_and_empty_names_too) {
  TemporaryFolder folder;
  PlanFile file = file_with_layer(folder / "a.gpkg");
  LayerData data;
  append_feature(data.features, make_point({1, 2}), {});
  data.kind = GeometryKind::point;
  std::set<std::string> names;
  for (const char* name : {"Bäume", "Bäume", "", "日本", "styles", "'; DROP TABLE smile_settings; --"})
    names.insert(file.take_features(data, name, utm33).front().table);
  BOOST_TEST(names.size() == 6U);
  BOOST_TEST(names.contains("layer_2_baeume"));
  BOOST_TEST(names.contains("layer_3"));
  for (const std::string& name : names) BOOST_TEST(store::is_feature_table(name), name);
  for (const char* name : {"layer_styles", "layer_", "layer_0", "layer_1x", "layer_1_a b", "layer_-1", "Layer_1"})
    BOOST_TEST(!store::is_feature_table(name), name);
}

BOOST_AUTO_TEST_CASE(undone_and_done_again_the_layer_shows_its_file_and_its_table) {
  TemporaryFolder folder;
  PlanFile file = file_with_layer(folder / "a.gpkg");
  const PlanPtr before = file.plan();
  take(file, everything());
  const PlanPtr after = file.plan();
  file.save(before);
  file.save(std::make_shared<const Plan>(set_title("dazwischen").apply(*before)));
  BOOST_TEST((file.plan()->layers.front()->source.kind == LayerSource::Kind::file));
  file.save(after);
  BOOST_TEST(load_layer(*after->layers.front(), *after, place_of(file.path()))->features.size() == 3U);
}

BOOST_AUTO_TEST_CASE(tables_nobody_can_come_back_to_go_at_the_first_edit_after_opening) {
  TemporaryFolder folder;
  {
    PlanFile file = file_with_layer(folder / "a.gpkg");
    file.take_features(everything(), "verwaist", utm33);  // and then the program ended
  }
  BOOST_TEST(feature_tables_in(folder / "a.gpkg") == 3);
  const std::string bytes = bytes_of(folder / "a.gpkg");
  open_write(folder / "a.gpkg");
  BOOST_TEST((bytes_of(folder / "a.gpkg") == bytes));  // looking changes nothing
  edit_title(folder / "a.gpkg", "neu");
  BOOST_TEST(feature_tables_in(folder / "a.gpkg") == 0);
}

BOOST_AUTO_TEST_CASE(a_named_version_keeps_the_features_it_shows) {
  TemporaryFolder folder;
  {
    PlanFile file = file_with_layer(folder / "a.gpkg");
    const PlanPtr before = file.plan();
    take(file, everything());
    file.save_version("mit Grün");
    file.save(before);
  }
  edit_title(folder / "a.gpkg", "später");
  PlanFile file = PlanFile::open(folder / "a.gpkg", PlanFile::Mode::write);
  const Plan version = file.version(file.versions().front().id);
  BOOST_TEST(load_layer(*version.layers.front(), version, place_of(file.path()))->features.size() == 3U);
  file.save_copy(folder / "b.gpkg");
  BOOST_TEST(load_layer(*version.layers.front(), version, place_of(folder / "b.gpkg"))->features.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_copy_has_all_features_it_shows_and_no_others) {
  TemporaryFolder folder;
  const LayerData data = everything();
  PlanFile file = file_with_layer(folder / "a.gpkg");
  take(file, data);
  file.take_features(data, "verwaist", utm33);
  file.save_copy(folder / "b.gpkg");
  BOOST_TEST(feature_tables_in(folder / "b.gpkg") == 3);
  const PlanFile copy = PlanFile::open(folder / "b.gpkg", PlanFile::Mode::write);
  require_rows(*load_layer(*copy.plan()->layers[0], *copy.plan(), place_of(copy.path())), data,
               rows_of(data, {GeometryKind::area, GeometryKind::none}));
  const auto later = std::make_shared<const Plan>(set_title("im Fenster").apply(*file.plan()));
  file.save_copy(folder / "c.gpkg", false, later);
  BOOST_TEST(PlanFile::open(folder / "c.gpkg", PlanFile::Mode::read).plan()->title == "im Fenster");
  BOOST_TEST(feature_tables_in(folder / "c.gpkg") == 3);
}

BOOST_AUTO_TEST_CASE(read_only_a_plan_with_features_stays_as_it_is_to_the_byte) {
  TemporaryFolder folder;
  {
    PlanFile file = file_with_layer(folder / "a.gpkg");
    take(file, everything());
  }
  const std::string bytes = bytes_of(folder / "a.gpkg");
  const PlanFile file = PlanFile::open(folder / "a.gpkg", PlanFile::Mode::read);
  BOOST_TEST(load_layers(*file.plan(), place_of(file.path())).issues.empty());
  file.save_copy(folder / "b.gpkg");
  BOOST_TEST((bytes_of(folder / "a.gpkg") == bytes));
  BOOST_TEST(files_in(folder) == 2);
}

BOOST_AUTO_TEST_CASE(given_up_midway_nothing_of_it_is_left) {
  TemporaryFolder folder;
  PlanFile file = file_with_layer(folder / "a.gpkg");
  LayerData data;
  for (int i = 0; i < 5000; ++i) append_feature(data.features, make_point({1.0 * i, 2}), {});
  data.kind = GeometryKind::point;
  std::stop_source stop;
  const Progress progress(stop.get_token(), [&](const Text&, double share) {
    if (share > 0.5) stop.request_stop();
  });
  BOOST_TEST((kind_of([&] { file.take_features(data, "Bäume", utm33, progress); }) == ErrorKind::cancelled));
  BOOST_TEST(feature_tables_in(folder / "a.gpkg") == 0);
  BOOST_TEST(file.take_features(data, "Bäume", utm33).front().features == 5000);  // and it goes on
  BOOST_TEST((kind_of([&] { file.take_features({}, "leer", utm33); }) == ErrorKind::refused));
}

BOOST_AUTO_TEST_CASE(a_layer_whose_table_is_missing_is_a_warning) {
  TemporaryFolder folder;
  PlanFile file = file_with_layer(folder / "a.gpkg");
  MapLayer layer = *file.plan()->layers.front();
  layer.source.kind = LayerSource::Kind::plan;
  for (const char* table : {"layer_9_fort", "smile_settings", "", "\"; --"}) {
    layer.source.layer = table;
    const LoadedLayers loaded = load_layers(change_layer(layer, {}).apply(*file.plan()), place_of(file.path()));
    BOOST_REQUIRE(loaded.issues.size() == 1U);
    BOOST_TEST(loaded.issues[0].kind == "layer_missing");
  }
}

BOOST_AUTO_TEST_CASE(a_table_that_computes_closes_the_file_to_writing) {
  for (const char* sql :
       {"CREATE TABLE layer_1 (fid INTEGER PRIMARY KEY NOT NULL, geom MULTIPOINT, a TEXT AS (hex(geom)))",
        "CREATE TABLE layer_1 (\"fid\" INTEGER PRIMARY KEY NOT NULL, \"geom\" MULTIPOINT, \"a\" TEXT DEFAULT (1))",
        "CREATE TABLE layer_1 (\"fid\" INTEGER PRIMARY KEY NOT NULL, \"geom\" MULTIPOINT) WITHOUT ROWID",
        "CREATE VIEW layer_1 AS SELECT 1"}) {
    TemporaryFolder folder;
    file_with_layer(folder / "a.gpkg");
    execute(folder / "a.gpkg", sql);
    BOOST_TEST((kind_of([&] { open_write(folder / "a.gpkg"); }) == ErrorKind::refused), sql);
  }
}

BOOST_AUTO_TEST_CASE(gdal_sees_a_layer_with_system_extent_and_fields) {
  TemporaryFolder folder;
  PlanFile file = file_with_layer(folder / "a.gpkg");
  take(file, everything());
  ReadOptions options;
  options.layer = "layer_2_gruenes_groesseres";
  options.crs = "EPSG:25833";  // the coordinates of this test are nowhere near a city
  file.save_copy(folder / "b.gpkg");
  const FeatureTable table = read_features(folder / "b.gpkg", options);
  BOOST_REQUIRE(table.features.size() == 1U);
  BOOST_TEST(table.columns.size() == 9U);
  BOOST_TEST((table.features[0].geometry == two_lines()));
  database::Connection connection(folder / "b.gpkg", database::Access::read);
  BOOST_TEST(connection.read_integer("SELECT count(*) FROM gpkg_geometry_columns WHERE table_name LIKE 'layer_%' AND "
                                     "srs_id = 25833") == 3);
  BOOST_TEST(connection.read_text("SELECT max_x FROM gpkg_contents WHERE table_name LIKE 'layer_2%'") == "40.5");
  BOOST_TEST(connection.read_text("PRAGMA foreign_key_check").empty());
}

BOOST_AUTO_TEST_CASE(the_use_of_a_layer_is_kept_with_the_plan_and_when_its_features_are_taken) {
  const TemporaryFolder folder;
  LayerUse use;
  use.kind = LayerUse::Kind::population;
  use.total_field = "Größe \"m²\"";
  use.age_groups = {{"fid", 0, 5}};
  {
    PlanFile file = file_with_layer(folder / "plan.gpkg");
    const MapLayer layer = *file.plan()->layers[0];
    file.save(std::make_shared<const Plan>(use_layer(layer.id, use).apply(*file.plan())));
    const MapLayer used = *file.plan()->layers[0];
    const auto tables = file.take_features(everything(), used.name, utm33);
    file.save(std::make_shared<const Plan>(show_taken(used, tables).apply(*file.plan())));
  }
  const PlanFile again = PlanFile::open(folder / "plan.gpkg", PlanFile::Mode::read);
  BOOST_TEST((again.plan()->layers[0]->source.kind == LayerSource::Kind::plan));
  BOOST_TEST((again.plan()->layers[0]->use == use));
}

BOOST_AUTO_TEST_SUITE_END()
