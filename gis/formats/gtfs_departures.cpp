#include "gis/formats/gtfs_departures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "gis/formats/csv_stream.h"
#include "gis/formats/gtfs_calendar.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

enum Mode : std::uint8_t { tram, metro, rail, bus, ferry, cable, air, on_demand, other };
constexpr std::array mode_names = {"tram", "metro", "rail", "bus", "ferry", "cable car", "air", "on demand", "other"};

Mode basic_mode(std::int64_t type) {
  constexpr std::array<Mode, 13> basic = {tram,  metro, rail,  bus,   ferry, tram, cable,
                                          cable, other, other, other, bus,   metro};  // 11: trolleybus, 12: monorail
  return basic.at(static_cast<std::size_t>(type));
}

Mode mode_of(std::int64_t type) {
  if (type >= 0 && type <= 12) return basic_mode(type);
  switch (type / 100) {
    case 1:
      return rail;
    case 2:
    case 7:
    case 8:
      return bus;
    case 4:
      return type == 400 ? rail : metro;  // suburban railway; underground and monorail
    case 9:
      return tram;
    case 10:
    case 12:
      return ferry;
    case 11:
      return air;
    case 13:
    case 14:
      return cable;
    case 15:
      return on_demand;
    default:
      return other;
  }
}

template <class Number>
std::optional<Number> number_in(std::string_view cell) {
  Number value{};
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return problem == std::errc{} && end == cell.data() + cell.size() ? std::optional(value) : std::nullopt;
}

/// "25:10:00" in seconds.
std::optional<std::int64_t> time_in(std::string_view cell) {
  std::int64_t seconds = 0;
  for (int part = 0; part < 3; ++part) {
    const std::size_t end = part < 2 ? cell.find(':') : cell.size();
    if (end == std::string_view::npos) return std::nullopt;
    const auto value = number_in<std::int64_t>(cell.substr(0, end));
    if (!value) return std::nullopt;
    seconds = seconds * 60 + *value;
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return seconds;
}

/// A trip of the service day.
struct Trip {
  std::uint32_t mode_bits = 0;
  std::int64_t runs = 1;
  std::int64_t last = -1;      ///< its largest stop_sequence so far …
  std::size_t last_place = 0;  ///< … and which stop that is
  bool last_counts = false;    ///< it was counted as a departure
};
using Trips = std::unordered_map<std::string, Trip>;

std::unordered_map<std::string, std::int64_t> trips_of_services(const fs::path& folder, const Progress& progress) {
  std::unordered_map<std::string, std::int64_t> count;
  CsvStream rows(folder / "trips.txt", progress);
  const std::size_t service = rows.column("service_id");
  while (rows.next()) ++count[std::string(rows.cell(service))];
  return count;
}

std::unordered_map<std::string, std::uint32_t> modes_of_routes(const fs::path& folder, const Progress& progress) {
  std::unordered_map<std::string, std::uint32_t> modes;
  if (!fs::exists(folder / "routes.txt")) return modes;
  CsvStream rows(folder / "routes.txt", progress);
  const std::size_t id = rows.column("route_id"), type = rows.column("route_type");
  while (rows.next())
    modes.emplace(rows.cell(id), gtfs_mode_bit(number_in<std::int64_t>(rows.cell(type)).value_or(-1)));
  return modes;
}

/// How often trips run that run again and again.
void add_frequencies(const fs::path& folder, Trips& trips, const Progress& progress) {
  if (!fs::exists(folder / "frequencies.txt")) return;
  CsvStream rows(folder / "frequencies.txt", progress);
  const std::size_t id = rows.column("trip_id"), from = rows.column("start_time"), to = rows.column("end_time"),
                    every = rows.column("headway_secs");
  std::unordered_map<std::string, std::int64_t> runs;
  while (rows.next()) {
    const auto start = time_in(rows.cell(from)), end = time_in(rows.cell(to));
    const auto headway = number_in<std::int64_t>(rows.cell(every));
    if (start && end && headway && *headway > 0 && *end > *start)
      runs[std::string(rows.cell(id))] += (*end - *start + *headway - 1) / *headway;
  }
  for (const auto& [trip, count] : runs)
    if (const auto found = trips.find(trip); found != trips.end()) found->second.runs = count;
}

Trips trips_of_day(const fs::path& folder, const GtfsCalendar::Services& services, const Progress& progress) {
  const auto modes = modes_of_routes(folder, progress);
  Trips trips;
  CsvStream rows(folder / "trips.txt", progress);
  const std::size_t id = rows.column("trip_id"), service = rows.column("service_id"), route = rows.column("route_id");
  while (rows.next()) {
    if (services.count(std::string(rows.cell(service))) == 0) continue;
    const auto mode = modes.find(std::string(rows.cell(route)));
    trips[std::string(rows.cell(id))].mode_bits = mode == modes.end() ? gtfs_mode_bit(-1) : mode->second;
  }
  add_frequencies(folder, trips, progress);
  return trips;
}

/// Goes through the stops of all trips once.
class Counter {
public:
  Counter(Trips& trips, const GtfsPlaceOf& place_of, GtfsDepartures& out)
      : trips_(trips), place_of_(place_of), out_(out) {}

  void count(const fs::path& file, IssueList& issues, const Progress& progress) {
    CsvStream rows(file, progress);
    const std::size_t trip = rows.column("trip_id"), stop = rows.column("stop_id"),
                      sequence = rows.column("stop_sequence"), pickup = rows.column("pickup_type");
    std::string key;  // one for all rows: there may be millions
    while (rows.next()) {
      key.assign(rows.cell(trip));
      const auto found = trips_.find(key);
      if (found == trips_.end()) continue;  // of another day
      key.assign(rows.cell(stop));
      const auto place = place_of_.find(key);
      const auto number = number_in<std::int64_t>(rows.cell(sequence));
      if (place == place_of_.end() || !number)
        issues
            .add_row(Severity::warning, "stop_time_unreadable", rows.row(),
                     !number ? text("The row has no stop_sequence; its departure is not counted.")
                             : text("The row names a stop that stops.txt doesn't place; its departure is not "
                                    "counted."))
            .value = std::string(rows.cell(stop));
      else
        add(found->second, place->second, *number, rows.cell(pickup) != "1");
    }
    for (const auto& [id, trip_of_day] : trips_)  // where a trip ends nobody gets on
      if (trip_of_day.last_counts) out_.of_place[trip_of_day.last_place] -= trip_of_day.runs;
  }

private:
  void add(Trip& trip, std::size_t place, std::int64_t sequence, bool departs) {
    if (departs) out_.of_place[place] += trip.runs;
    out_.mode_bits[place] |= trip.mode_bits;
    if (sequence <= trip.last) return;
    trip.last = sequence, trip.last_place = place, trip.last_counts = departs;
  }

  Trips& trips_;
  const GtfsPlaceOf& place_of_;
  GtfsDepartures& out_;
};

}  // namespace

std::uint32_t gtfs_mode_bit(std::int64_t route_type) {
  return 1U << static_cast<unsigned>(mode_of(route_type));
}

std::vector<std::string> gtfs_modes(std::uint32_t bits) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < mode_names.size(); ++i)
    if ((bits >> i & 1U) != 0) names.emplace_back(mode_names.at(i));
  return names;
}

GtfsDepartures gtfs_departures(const fs::path& folder, const GtfsPlaceOf& place_of, std::size_t places,
                               IssueList& issues, const Progress& progress) {
  GtfsDepartures out;
  if (!fs::exists(folder / "trips.txt") || !fs::exists(folder / "stop_times.txt")) return out;
  const GtfsCalendar calendar(folder, progress);
  if (calendar.unreadable() > 0)
    issues.add(
        Severity::warning, "service_day_unreadable",
        text_n(calendar.unreadable(), "{1} row of the calendar has no dates that can be read; it is left out.",
               "{1} rows of the calendar have no dates that can be read; they are left out.", calendar.unreadable()));
  const auto day = calendar.busiest_weekday(trips_of_services(folder, progress));
  if (!day) return out;
  out.service_day = iso_day(*day);
  out.of_place.assign(places, 0);
  out.mode_bits.assign(places, 0);
  Trips trips = trips_of_day(folder, calendar.on(*day), progress);
  Counter(trips, place_of, out).count(folder / "stop_times.txt", issues, progress);
  return out;
}

}  // namespace smile
