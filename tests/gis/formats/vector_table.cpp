#include "gis/formats/vector_table.h"

#include <fstream>
#include <random>

#include "gis/words/issue.h"
#include "tests/support/places.h"

using namespace smile;
using namespace smile::tests;

namespace {

VectorTable sample(GeometryKind kind, const std::vector<Geometry>& geometries) {
  VectorTable table;
  table.name = "sample";
  table.kind = kind;
  table.crs = crs_from_epsg(25833);
  table.columns = {{"TEXT", VectorType::text, 254, 0},
                   {"COUNT", VectorType::integer, 18, 0},
                   {"SHARE", VectorType::real, 24, 15},
                   {"DAY", VectorType::day, 0, 0}};
  for (const Geometry& geometry : geometries) {
    const auto n = static_cast<std::int64_t>(table.rows.size());
    table.rows.push_back(
        {{std::string("Größe ") + std::to_string(n), n, 0.5 * static_cast<double>(n), Day{2025, 2, 28}}, geometry});
  }
  table.rows.push_back({{VectorCell{}, VectorCell{}, VectorCell{}, VectorCell{}}, {}});
  return table;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(vector_table)

BOOST_AUTO_TEST_CASE(points_and_lines_come_back_bit_for_bit) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> any(-1e7, 1e7);
  std::vector<Geometry> points;
  std::vector<Geometry> lines;
  for (int i = 0; i < 100; ++i) {
    points.push_back(make_point({any(random), any(random)}));
    lines.push_back(make_line({{any(random), any(random)}, {any(random), any(random)}, {any(random), any(random)}}));
  }
  for (const auto& [kind, geometries] :
       {std::pair(GeometryKind::point, points), std::pair(GeometryKind::line, lines)}) {
    const TemporaryFolder folder;
    write_shapefile(sample(kind, geometries), folder.path());
    const VectorTable back = read_shapefile(folder / "sample.shp").table;
    BOOST_REQUIRE_EQUAL(back.rows.size(), geometries.size() + 1);
    BOOST_TEST((back.kind == kind));
    for (std::size_t i = 0; i < geometries.size(); ++i) BOOST_TEST((back.rows[i].geometry == geometries[i]));
    BOOST_TEST(back.rows.back().geometry.empty());
  }
}

BOOST_AUTO_TEST_CASE(values_and_nulls_come_back_in_their_types) {
  const TemporaryFolder folder;
  write_shapefile(sample(GeometryKind::none, {{}, {}}), folder.path());
  const VectorTable back = read_shapefile(folder / "sample.dbf").table;
  BOOST_REQUIRE_EQUAL(back.rows.size(), 3U);
  BOOST_TEST((back.kind == GeometryKind::none));
  BOOST_TEST(
      (back.rows[1].cells == std::vector<VectorCell>{std::string("Größe 1"), std::int64_t{1}, 0.5, Day{2025, 2, 28}}));
  for (const VectorCell& cell : back.rows[2].cells) BOOST_TEST(std::holds_alternative<std::monostate>(cell));
  BOOST_TEST(!std::filesystem::exists(folder / "sample.shp"));
}

BOOST_AUTO_TEST_CASE(the_system_stands_beside_in_the_dialect_of_esri) {
  const TemporaryFolder folder;
  write_shapefile(sample(GeometryKind::point, {make_point({1, 2})}), folder.path());
  const ShapefileContent content = read_shapefile(folder / "sample.shp");
  BOOST_TEST(content.prj == crs_esri_wkt(crs_from_epsg(25833)));
  BOOST_TEST(content.prj.starts_with("PROJCS[\"ETRS_1989_UTM_Zone_33N\""));
}

BOOST_AUTO_TEST_CASE(a_missing_or_broken_file_is_said_in_a_sentence) {
  const TemporaryFolder folder;
  BOOST_CHECK_EXCEPTION(read_shapefile(folder / "nothing.shp"), Error,
                        [](const Error& e) { return e.kind() == ErrorKind::not_found; });
  std::ofstream(folder / "broken.shp") << "no shapefile at all";
  BOOST_CHECK_EXCEPTION(read_shapefile(folder / "broken.shp"), Error,
                        [](const Error& e) { return e.kind() == ErrorKind::unreadable; });
  BOOST_CHECK_EXCEPTION(write_shapefile(sample(GeometryKind::point, {}), folder / "no" / "folder"), Error,
                        [](const Error& e) { return e.kind() == ErrorKind::disk; });
}

BOOST_AUTO_TEST_CASE(a_stop_ends_writing_and_reading) {
  const TemporaryFolder folder;
  std::stop_source stop;
  const Progress progress(stop.get_token(), {});
  const VectorTable table = sample(GeometryKind::point, {make_point({1, 2})});
  write_shapefile(table, folder.path());
  stop.request_stop();
  BOOST_CHECK_THROW(read_shapefile(folder / "sample.shp", progress), Error);
  BOOST_CHECK_THROW(write_geopackage({table}, {}, folder / "a.gpkg", progress), Error);
}

BOOST_AUTO_TEST_SUITE_END()
