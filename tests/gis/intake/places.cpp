#include "gis/intake/places.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "gis/formats/gtfs.h"
#include "gis/plan/edits.h"
#include "tests/support/places.h"

using namespace smile;
using tests::TemporaryFolder;

namespace {

/// Near Rostock, in degrees: a point, and a square of about 65 by 111 m.
constexpr const char* point = R"({"type":"Point","coordinates":[12.10,54.10]})";
constexpr const char* field =
    R"({"type":"Polygon","coordinates":[[[12.10,54.10],[12.101,54.10],[12.101,54.101],[12.10,54.101],[12.10,54.10]]]})";

std::string feature(const std::string& properties, const char* geometry) {
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}

std::filesystem::path written(const TemporaryFolder& folder, const std::string& name,
                              const std::vector<std::string>& features) {
  std::string all;
  for (const std::string& one : features) all += (all.empty() ? "" : ",\n") + one;
  std::ofstream(folder / name) << R"({"type":"FeatureCollection","features":[)" << all << "]}";
  return folder / name;
}

const ValueColumn& column(const PlacesIntake& intake, const std::string& name) {
  for (const ValueColumn& one : intake.data.features.columns)
    if (one.name == name) return one;
  BOOST_FAIL("no column " + name);
  throw 0;
}

bool says(const PlacesIntake& intake, const std::string& kind) {
  const auto& issues = intake.report.issues;
  return std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) { return issue.kind == kind; });
}

template <class Work>
ErrorKind refusal(Work work) {
  try {
    work();
  } catch (const Error& error) {
    BOOST_TEST(!error.sentence().empty());
    return error.kind();
  }
  return ErrorKind::cancelled;
}

/// A playground as an area and, once more, as a point in it; one that is private; a bench; a stop as a platform.
std::filesystem::path write_osm(const TemporaryFolder& folder) {
  std::ofstream(folder / "stadt.osm") << R"(<?xml version="1.0"?><osm version="0.6">
<node id="1" version="1" lat="54.10" lon="12.10"/><node id="2" version="1" lat="54.10" lon="12.11"/>
<node id="3" version="1" lat="54.11" lon="12.11"/><node id="4" version="1" lat="54.11" lon="12.10"/>
<node id="5" version="1" lat="54.105" lon="12.105"><tag k="leisure" v="playground"/></node>
<node id="6" version="1" lat="54.2" lon="12.105"><tag k="leisure" v="playground"/><tag k="access" v="private"/></node>
<node id="7" version="1" lat="54.2" lon="12.105"><tag k="amenity" v="bench"/><tag k="backrest" v="yes"/></node>
<node id="8" version="1" lat="54.2" lon="12.106"><tag k="amenity" v="bench"/></node>
<way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
<tag k="leisure" v="playground"/><tag k="name" v="Am Deich"/></way>
<way id="11" version="1"><nd ref="1"/><nd ref="2"/><tag k="public_transport" v="platform"/></way></osm>)";
  return folder / "stadt.osm";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(places_intake)

BOOST_AUTO_TEST_CASE(any_points_become_places_named_and_styled_by_their_kind) {
  const TemporaryFolder folder;
  const auto file = written(folder, "haltestellen.geojson", {feature(R"("nr":7,"name":"Markt")", point)});
  const PlacesIntake intake = intake_places(file, {}, Plan{});
  BOOST_TEST((intake.layer.use.kind == LayerUse::Kind::places));
  BOOST_TEST(intake.layer.use.place_kind == "stop");
  BOOST_TEST((intake.layer.style.topic == LayerTopic::stops));
  BOOST_TEST(intake.layer.style.label_field == "name");
  BOOST_TEST(intake.layer.name == "Haltestellen");
  BOOST_TEST(intake.crs.epsg == 25833);  // of a plan without system
  BOOST_TEST(intake.data.features.size() == 1U);
  BOOST_TEST(intake.report.verb == "places");
  BOOST_TEST(!german(intake.layer.use.method).empty());
}

BOOST_AUTO_TEST_CASE(a_word_of_ones_own_is_a_kind_too) {
  const TemporaryFolder folder;
  PlacesOptions options;
  options.kind = "bench";
  options.name = "Bänke";
  const PlacesIntake intake = intake_places(written(folder, "x.geojson", {feature("", point)}), options, Plan{});
  BOOST_TEST(intake.layer.use.place_kind == "bench");
  BOOST_TEST(intake.layer.name == "Bänke");
  BOOST_TEST(intake.layer.use.capacity_field.empty());
}

BOOST_AUTO_TEST_CASE(of_playgrounds_the_size_is_measured_where_nobody_says_it) {
  const TemporaryFolder folder;
  const auto file = written(folder, "spielplaetze.geojson", {feature(R"("name":"A")", field)});
  const PlacesIntake intake = intake_places(file, {}, Plan{});
  BOOST_TEST(intake.layer.use.capacity_field == "area_m2");
  // 0.001° by 0.001° at 54.1° north: 65.4 by 111.3 m.
  BOOST_TEST(column(intake, "area_m2").reals[0] == 65.4 * 111.3, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(a_column_with_the_capacity_is_found_and_read_as_numbers) {
  const TemporaryFolder folder;
  const auto file = written(
      folder, "kitas.geojson",
      {feature(R"("kita":"A","anzahl_plaetze":"1.120")", point),
       feature(R"("kita":"B","anzahl_plaetze":"85,5")", point),
       feature(R"("kita":"C","anzahl_plaetze":"viele")", point), feature(R"("kita":"D","anzahl_plaetze":"-4")", point),
       feature(R"("kita":"E","anzahl_plaetze":null)", point)});
  const PlacesIntake intake = intake_places(file, {}, Plan{});
  BOOST_TEST(intake.layer.use.capacity_field == "anzahl_plaetze");
  const ValueColumn& seats = column(intake, "anzahl_plaetze");
  BOOST_TEST((seats.kind == ValueColumn::Kind::real));
  BOOST_TEST(seats.reals[0] == 1120);
  BOOST_TEST(seats.reals[1] == 85.5);
  for (const std::size_t missing : {2U, 3U, 4U}) BOOST_TEST(seats.null[missing], missing);  // missing is not 0
  BOOST_TEST(says(intake, "capacity_unreadable"));
}

BOOST_AUTO_TEST_CASE(the_capacity_can_be_named_and_has_to_be_there) {
  const TemporaryFolder folder;
  const auto file = written(folder, "kitas.geojson", {feature(R"("gruppen":3,"plaetze":60)", point)});
  PlacesOptions options;
  options.capacity = "gruppen";
  BOOST_TEST(intake_places(file, options, Plan{}).layer.use.capacity_field == "gruppen");
  options.capacity = "sitze";
  BOOST_TEST((refusal([&] { intake_places(file, options, Plan{}); }) == ErrorKind::usage));
}

BOOST_AUTO_TEST_CASE(where_chooses_rows_by_their_values) {
  const TemporaryFolder folder;
  const auto file =
      written(folder, "orte.geojson",
              {feature(R"("art":"Kita","ort":"Nord")", point), feature(R"("art":"Hort","ort":"Nord")", point),
               feature(R"("art":"Kita","ort":"Süd")", point), feature(R"("art":"Schule","ort":"")", point)});
  const auto count = [&](std::vector<std::pair<std::string, std::string>> where) {
    PlacesOptions options;
    options.where = std::move(where);
    return intake_places(file, options, Plan{}).data.features.size();
  };
  BOOST_TEST(count({{"art", "Kita"}}) == 2U);
  BOOST_TEST(count({{"art", "Kita"}, {"art", "Hort"}}) == 3U);
  BOOST_TEST(count({{"art", "Kita"}, {"ort", "Nord"}}) == 1U);
  BOOST_TEST(count({{"ort", "*"}}) == 3U);
  BOOST_TEST((refusal([&] { count({{"nirgends", "x"}}); }) == ErrorKind::usage));
  BOOST_TEST((refusal([&] { count({{"art", "Zoo"}}); }) == ErrorKind::refused));
}

BOOST_AUTO_TEST_CASE(places_far_from_the_city_are_left_out_and_said) {
  const TemporaryFolder folder;
  const Point at = Transform(crs_from_epsg(4326), crs_from_epsg(25833))(Point{12.1, 54.1}).value();
  const auto intake = [&](double east) {
    District district;
    district.code = district.name = "A";
    const double x = at.x + east;
    district.geometry = make_area({{x, at.y}, {x + 100, at.y}, {x + 100, at.y + 100}, {x, at.y + 100}});
    const Plan plan = set_level("Stadtteile", {district}, crs_from_epsg(25833)).apply(Plan{});
    return intake_places(written(folder, "kitas.geojson",
                                 {feature("", point), feature("", R"({"type":"Point","coordinates":[12.13,54.1]})")}),
                         {}, plan);
  };
  BOOST_TEST(intake(0).data.features.size() == 2U);
  const PlacesIntake one = intake(-1000);
  BOOST_TEST(one.data.features.size() == 1U);
  BOOST_TEST(says(one, "outside_city"));
  BOOST_TEST((refusal([&] { intake(-50'000); }) == ErrorKind::refused));
}

BOOST_AUTO_TEST_CASE(of_openstreetmap_tags_choose_and_doubles_count_once) {
  const TemporaryFolder folder;
  const auto file = write_osm(folder);
  PlacesOptions options;
  options.kind = "playground";
  const PlacesIntake intake = intake_places(file, options, Plan{});
  BOOST_TEST(intake.data.features.size() == 1U);
  BOOST_TEST((intake.data.kind == GeometryKind::area));
  BOOST_TEST(intake.layer.use.capacity_field == "area_m2");
  BOOST_TEST(intake.layer.name == say("Playgrounds"));
  BOOST_TEST(intake.layer.credit == "© OpenStreetMap");
  BOOST_TEST(says(intake, "place_twice"));
  BOOST_TEST(says(intake, "place_private"));
  BOOST_TEST(cell_text(column(intake, "name"), 0) == "Am Deich");
  options.kind = "stop";
  BOOST_TEST((intake_places(file, options, Plan{}).data.kind == GeometryKind::point));  // a platform's middle
}

BOOST_AUTO_TEST_CASE(of_openstreetmap_a_kind_or_a_tag_has_to_be_said) {
  const TemporaryFolder folder;
  const auto file = write_osm(folder);
  BOOST_TEST((refusal([&] { intake_places(file, {}, Plan{}); }) == ErrorKind::needs_answer));
  PlacesOptions options;
  options.kind = "bench";
  BOOST_TEST((refusal([&] { intake_places(file, options, Plan{}); }) == ErrorKind::needs_answer));
  options.where = {{"amenity", "bench"}};
  BOOST_TEST(intake_places(file, options, Plan{}).data.features.size() == 2U);
  options.where.emplace_back("backrest", "*");
  BOOST_TEST(intake_places(file, options, Plan{}).data.features.size() == 1U);
}

BOOST_AUTO_TEST_CASE(stops_of_a_timetable_bring_departures_and_modes) {
  const TemporaryFolder folder;
  const std::pair<const char*, const char*> files[] = {
      {"stops.txt", "stop_id,stop_name,stop_lat,stop_lon\nA,Markt,54.1,12.1\nB,Hafen,54.11,12.11\n"},
      {"routes.txt", "route_id,route_type\nr,0\n"},
      {"calendar_dates.txt", "service_id,date,exception_type\ns,20260304,1\n"},
      {"trips.txt", "route_id,service_id,trip_id\nr,s,t\n"},
      {"stop_times.txt", "trip_id,departure_time,stop_id,stop_sequence\nt,08:00:00,A,1\nt,08:05:00,B,2\n"},
      {"agency.txt", "agency_name\nVerkehrsbetrieb\n"}};
  for (const auto& [name, text] : files) std::ofstream(folder / name) << text;
  const PlacesIntake intake = intake_places(folder.path(), {}, Plan{});
  BOOST_TEST(intake.layer.use.place_kind == "stop");
  BOOST_TEST(intake.layer.style.label_field == "stop_name");
  BOOST_TEST(intake.layer.credit == "Verkehrsbetrieb, 2026-03-04");
  BOOST_TEST(intake.service_day == "2026-03-04");
  BOOST_TEST(column(intake, "departures").integers[0] == 1);
  BOOST_TEST(column(intake, "departures").integers[1] == 0);
  BOOST_TEST(cell_text(column(intake, "modes"), 0) == "tram");
  BOOST_TEST(says(intake, "service_day"));
}

BOOST_AUTO_TEST_CASE(rostocks_real_stops_come_in) {
  if (!tests::have_shared_data()) return;
  const PlacesIntake intake =
      intake_places(tests::shared_data() / "rostock" / "rostock_haltestellen.geojson", {}, Plan{});
  BOOST_TEST(intake.data.features.size() == 762U);
  BOOST_TEST(intake.layer.use.place_kind == "stop");
  BOOST_TEST(intake.layer.style.label_field == "name");
}

BOOST_AUTO_TEST_CASE(muensters_real_playgrounds_come_with_their_size) {
  if (!tests::have_shared_data()) return;
  const PlacesIntake intake = intake_places(tests::shared_data() / "muenster" / "spielplaetze.geojson", {}, Plan{});
  BOOST_TEST(intake.data.features.size() == 332U);
  BOOST_TEST(intake.layer.use.capacity_field == "Groesse");
  BOOST_TEST(intake.layer.style.label_field == "Spielplatz-Name");
}

BOOST_AUTO_TEST_SUITE_END()
