#include "gis/formats/gtfs.h"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <map>
#include <numeric>

#include "gis/formats/gtfs_departures.h"
#include "tests/support/places.h"

using namespace smile;
using tests::TemporaryFolder;

namespace {

/// Two platforms of a station, a stop by itself, an entrance; a tram by day and a bus at weekends.
struct Feed {
  TemporaryFolder folder;
  std::map<std::string, std::string> files{
      {"agency.txt", "agency_id,agency_name\n1,Verkehrsbetrieb\n"},
      {"stops.txt",
       "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\n"
       "A,Markt,54.1,12.1,1,\nA1,Markt Steig 1,54.1001,12.1,0,A\nA2,Markt Steig 2,54.0999,12.1,,A\n"
       "A3,Eingang,54.1,12.1001,2,A\nB,Hafen,54.11,12.11,0,\n"},
      {"routes.txt", "route_id,route_type\nt,0\nb,700\n"},
      {"calendar.txt",
       "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
       "day,1,1,1,1,1,0,0,20260302,20260308\nend,0,0,0,0,0,1,1,20260302,20260308\n"},
      {"calendar_dates.txt", "service_id,date,exception_type\nday,20260302,2\nend,20260304,1\n"},
      {"trips.txt", "route_id,service_id,trip_id\nt,day,t1\nt,day,t2\nb,end,b1\n"},
      {"stop_times.txt",
       "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type\n"
       "t1,08:00:00,08:00:00,A1,1,\nt1,08:05:00,08:05:00,B,2,\n"
       "t2,08:15:00,08:15:00,B,9,\nt2,08:10:00,08:10:00,A2,1,1\n"
       "b1,25:10:00,25:10:00,B,1,0\nb1,25:20:00,25:20:00,A1,2,0\n"},
  };

  GtfsStops read() {
    for (const auto& [name, text] : files) std::ofstream(folder / name, std::ios::binary) << text;
    return read_gtfs_stops(folder.path());
  }
};

const Issue* issue(const GtfsStops& found, const std::string& kind) {
  for (const Issue& one : found.report.issues)
    if (one.kind == kind) return &one;
  return nullptr;
}

ErrorKind refusal(const std::filesystem::path& path) {
  try {
    read_gtfs_stops(path);
  } catch (const Error& error) {
    BOOST_TEST(!error.sentence().empty());
    return error.kind();
  }
  return ErrorKind::usage;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(gtfs)

BOOST_FIXTURE_TEST_CASE(platforms_are_joined_into_their_station_and_entrances_are_none, Feed) {
  const GtfsStops found = read();
  BOOST_REQUIRE(found.stops.size() == 2U);
  BOOST_TEST(found.stops[0].id == "A");
  BOOST_TEST(found.stops[0].name == "Markt");
  BOOST_TEST(found.stops[0].platforms == 2);
  BOOST_TEST((found.stops[0].at == Point{12.1, 54.1}));
  BOOST_TEST(found.stops[1].name == "Hafen");
  BOOST_TEST(found.stops[1].platforms == 1);
  BOOST_TEST(found.agencies == "Verkehrsbetrieb");
  BOOST_TEST(found.report.declared == 5);
  BOOST_TEST(found.report.issues.empty());
}

BOOST_FIXTURE_TEST_CASE(departures_are_those_of_the_weekday_with_most_trips, Feed) {
  const GtfsStops found = read();
  // Monday runs nothing, Wednesday the bus of the weekend too: three trips.
  BOOST_TEST(found.service_day == "2026-03-04");
  // t1 leaves A1; t2 lets nobody in at A2, and ends at B though its rows stand the other way round; b1 leaves B.
  BOOST_TEST(found.stops[0].departures.value() == 1);
  BOOST_TEST(found.stops[1].departures.value() == 2 - 1);
  BOOST_TEST(found.stops[0].modes == (std::vector<std::string>{"tram", "bus"}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(trips_that_run_again_and_again_count_as_often, Feed) {
  files["frequencies.txt"] = "trip_id,start_time,end_time,headway_secs\nt1,06:00:00,09:00:00,600\n";
  BOOST_TEST(read().stops[0].departures.value() == 18);
}

BOOST_FIXTURE_TEST_CASE(without_a_timetable_there_are_stops_and_no_departures, Feed) {
  for (const char* name : {"trips.txt", "stop_times.txt", "calendar.txt", "calendar_dates.txt"}) files.erase(name);
  const GtfsStops found = read();
  BOOST_TEST(found.stops.size() == 2U);
  BOOST_TEST(found.service_day.empty());
  BOOST_TEST(!found.stops[0].departures.has_value());
}

BOOST_FIXTURE_TEST_CASE(rows_that_cannot_be_read_are_said_with_their_number, Feed) {
  files["stops.txt"] +=
      "C,Nirgends,0,0,0,\nD,Komma,\"54,1\",12.1,0,\n,Namenlos,54.1,12.1,0,\nB,Doppelt,54.2,12.2,0,\n"
      "E,Pol,91,12,0,\n";
  const GtfsStops found = read();
  BOOST_TEST(found.stops.size() == 2U);
  BOOST_TEST(found.report.skipped == 5);
  std::vector<std::int64_t> rows;
  for (const Issue& one : found.report.issues)
    if (one.kind == "stop_unreadable") rows.push_back(one.row.value());
  std::sort(rows.begin(), rows.end());
  BOOST_TEST(rows == (std::vector<std::int64_t>{7, 8, 9, 10, 11}), boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(a_station_without_position_lies_where_its_first_platform_does, Feed) {
  files["stops.txt"] =
      "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\nA,Markt,,,1,\nA1,Steig,54.1,12.2,0,A\n"
      "A2,Steig,,,0,A\nW,Waise,54.3,12.3,0,weg\nB,Hafen,54.11,12.11,0,\n";
  const GtfsStops found = read();
  BOOST_REQUIRE(found.stops.size() == 3U);
  BOOST_TEST((found.stops[0].at == Point{12.2, 54.1}));
  BOOST_TEST(found.stops[0].platforms == 2);
  BOOST_TEST(found.stops[1].name == "Waise");  // its station isn't in the file
}

BOOST_FIXTURE_TEST_CASE(times_at_stops_nobody_knows_are_said, Feed) {
  files["stop_times.txt"] += "t1,08:09:00,08:09:00,weg,3,\nt1,08:09:00,08:09:00,B,,\n";
  const GtfsStops found = read();
  BOOST_REQUIRE(issue(found, "stop_time_unreadable"));
  BOOST_TEST(issue(found, "stop_time_unreadable")->row.value() == 8);
  BOOST_TEST(found.stops[0].departures.value() == 1);
}

BOOST_FIXTURE_TEST_CASE(a_byte_order_mark_and_umlauts_of_windows_do_not_hurt, Feed) {
  files["stops.txt"] =
      "\xEF\xBB\xBFstop_id,stop_name,stop_lat,stop_lon\r\nA1,S\xFC"
      "dring,54.1,12.1\r\nB,Hafen,54,12\r\n";
  const GtfsStops found = read();
  BOOST_REQUIRE(found.stops.size() == 2U);
  BOOST_TEST(found.stops[0].name == "Südring");
  BOOST_TEST(issue(found, "encoding_guessed") != nullptr);
}

BOOST_FIXTURE_TEST_CASE(what_is_no_timetable_is_refused, Feed) {
  BOOST_TEST((refusal(folder / "weg.zip") == ErrorKind::not_found));
  BOOST_TEST((refusal(folder.path()) == ErrorKind::refused));
  BOOST_TEST(!is_gtfs(folder.path()));
  std::ofstream(folder / "kaputt.zip") << "PK\3\4 nothing";
  BOOST_TEST(!is_gtfs(folder / "kaputt.zip"));
  files["stops.txt"] = "stop_id,name\nA,Markt\n";
  BOOST_CHECK_THROW(read(), Error);
  BOOST_TEST(is_gtfs(folder.path()));
}

BOOST_AUTO_TEST_CASE(modes_have_names_in_both_numberings) {
  const std::map<std::int64_t, const char*> names = {
      {0, "tram"},   {1, "metro"},    {2, "rail"},         {3, "bus"},    {4, "ferry"},   {7, "cable car"},
      {11, "bus"},   {12, "metro"},   {109, "rail"},       {400, "rail"}, {402, "metro"}, {715, "bus"},
      {900, "tram"}, {1000, "ferry"}, {1501, "on demand"}, {-1, "other"}, {99, "other"},  {1700, "other"}};
  for (const auto& [type, name] : names) BOOST_TEST(gtfs_modes(gtfs_mode_bit(type)).at(0) == name, type);
}

BOOST_AUTO_TEST_CASE(a_real_timetable_counts_as_an_independent_count_does) {
  if (!tests::have_shared_data()) return;
  const auto file = tests::shared_data() / "gtfs" / "vvs-bus-751-only.gtfs.zip";
  BOOST_TEST(is_gtfs(file));
  const GtfsStops found = read_gtfs_stops(file);
  BOOST_TEST(found.stops.size() == 47U);
  // Counted by a few lines of Python with the csv module: 73 trips run on that Monday, 828 departures.
  BOOST_TEST(found.service_day == "2020-02-03");
  BOOST_TEST(std::accumulate(found.stops.begin(), found.stops.end(), std::int64_t{0},
                             [](auto sum, const auto& stop) { return sum + stop.departures.value(); }) == 828);
  const auto busiest = std::max_element(found.stops.begin(), found.stops.end(),
                                        [](const auto& a, const auto& b) { return a.departures < b.departures; });
  BOOST_TEST(busiest->id == "de:08115:4772:0:3");
  BOOST_TEST(busiest->departures.value() == 56);
}

BOOST_AUTO_TEST_SUITE_END()
