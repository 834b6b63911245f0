#include "gis/formats/gtfs.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "gis/formats/archive.h"
#include "gis/formats/csv_stream.h"
#include "gis/formats/gtfs_departures.h"
#include "gis/formats/working_folder.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stops_file = "stops.txt";

/// A row of stops.txt.
struct Row {
  enum Type : std::uint8_t { platform, station, entrance, node, boarding_area };
  std::string id, name, parent;
  std::optional<Point> at;
  Type type = platform;
  std::int64_t number = 0;  ///< as a spreadsheet counts
};

std::string_view last_part(const std::string& name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string::npos ? std::string_view(name) : std::string_view(name).substr(slash + 1);
}

/// Where stops.txt stands in the archive, with what stands before its name; the one nearest to the top.
std::optional<std::string> folder_in_archive(const fs::path& archive) {
  std::optional<std::string> best;
  for (const std::string& name : names_in_archive(archive)) {
    if (last_part(name) != stops_file) continue;
    const std::string before = name.substr(0, name.size() - stops_file.size());
    if (!best || before.size() < best->size()) best = before;
  }
  return best;
}

/// The feed as a folder, unpacked where it is an archive.
struct Feed {
  std::optional<WorkingFolder> unpacked;
  fs::path folder;
};

bool is_read(std::string_view name) {
  constexpr std::string_view all[] = {stops_file,     "routes.txt", "trips.txt",       "stop_times.txt",
                                      "calendar.txt", "agency.txt", "frequencies.txt", "calendar_dates.txt"};
  return std::find(std::begin(all), std::end(all), name) != std::end(all);
}

Feed open_feed(const fs::path& path, const Progress& progress) {
  if (!fs::exists(path)) throw Error(ErrorKind::not_found, text("There is no file “{1}”.", path.string()));
  if (fs::is_directory(path) && fs::exists(path / stops_file)) return {std::nullopt, path};
  const auto before = fs::is_regular_file(path) ? folder_in_archive(path) : std::nullopt;
  if (!before)
    throw Error(ErrorKind::refused, text("“{1}” is no timetable in GTFS: it holds no stops.txt.", path.string()));
  Feed feed;
  feed.unpacked.emplace();
  feed.folder = feed.unpacked->path() / *before;
  progress.report(text("Unpacking {1}", path.filename().string()), -1);
  extract_files(
      path, feed.unpacked->path(),
      [&](const std::string& name) { return name.starts_with(*before) && is_read(name.substr(before->size())); },
      progress);
  return feed;
}

std::optional<double> degrees_in(std::string_view cell, double most) {
  double value = 0;
  const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool number = problem == std::errc{} && end == cell.data() + cell.size();
  return number && std::abs(value) <= most ? std::optional(value) : std::nullopt;
}

/// 0°, 0° lies in the sea: it is how feeds write "unknown".
std::optional<Point> position_in(std::string_view longitude, std::string_view latitude) {
  const auto x = degrees_in(longitude, 180), y = degrees_in(latitude, 90);
  if (!x || !y || (*x == 0 && *y == 0)) return std::nullopt;
  return Point{*x, *y};
}

Row::Type type_in(std::string_view cell) {
  return cell.size() == 1 && cell[0] >= '0' && cell[0] <= '4' ? static_cast<Row::Type>(cell[0] - '0') : Row::platform;
}

/// The rows of stops.txt that can be read, and how they become places.
class Stops {
public:
  Stops(const fs::path& folder, IssueList& issues, const Progress& progress) : issues_(issues) {
    CsvStream rows(folder / stops_file, progress);
    const std::size_t id = rows.column("stop_id"), name = rows.column("stop_name"), y = rows.column("stop_lat"),
                      x = rows.column("stop_lon"), type = rows.column("location_type"),
                      parent = rows.column("parent_station");
    if (id == CsvStream::none || y == CsvStream::none || x == CsvStream::none)
      throw Error(ErrorKind::refused,
                  text("stops.txt lacks stop_id, stop_lat or stop_lon; ask for the timetable again."));
    while (rows.next()) {
      ++declared;
      Row row{std::string(rows.cell(id)),     std::string(rows.cell(name)),
              std::string(rows.cell(parent)), position_in(rows.cell(x), rows.cell(y)),
              type_in(rows.cell(type)),       rows.row()};
      if (acceptable(row)) rows_.push_back(std::move(row));
    }
    if (!rows.is_utf8())
      issues.add(Severity::note, "encoding_guessed",
                 text("The text is not marked as UTF-8; it was read as {1}.", "CP1252"),
                 text("If umlauts look wrong, choose another encoding."));
  }

  /// Places and, of each stop's id, which one it belongs to.
  void join(GtfsStops& out, GtfsPlaceOf& place_of) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const Row& root = rows_[root_of(i)];
      if (rows_[i].type == Row::entrance || rows_[i].type == Row::node) continue;
      const auto [place, fresh] = place_of.emplace(root.id, out.stops.size());
      if (fresh) out.stops.push_back({root.id, root.name, {}, 0, std::nullopt, {}}), at_.push_back(root.at);
      const std::size_t number = place->second;
      place_of.emplace(rows_[i].id, number);
      if (rows_[i].type == Row::platform) ++out.stops[number].platforms;
      if (!at_[number]) at_[number] = rows_[i].at;
      if (out.stops[number].name.empty()) out.stops[number].name = rows_[i].name;
    }
    out.report.read = static_cast<std::int64_t>(place_of.size());
  }

  /// Afterwards, since positions in the list are what place_of names. Platforms without position are still their
  /// station's, a stop of which nobody says where it lies is none.
  void place(GtfsStops& out) {
    std::vector<GtfsStop> placed;
    for (std::size_t i = 0; i < at_.size(); ++i) {
      if (at_[i]) {
        out.stops[i].at = *at_[i];
        placed.push_back(std::move(out.stops[i]));
        continue;
      }
      leave_out(rows_[number_.at(out.stops[i].id)], text("The stop has no position that can be read; it is left out."));
    }
    out.stops = std::move(placed);
  }

  std::int64_t declared = 0;

private:
  bool acceptable(const Row& row) {
    if (!row.id.empty() && number_.emplace(row.id, rows_.size()).second) return true;
    leave_out(row, row.id.empty() ? text("The row has no stop_id; the stop is left out.")
                                  : text("This stop_id was there before; the row is left out."));
    return false;
  }

  void leave_out(const Row& row, const Text& why) {
    issues_.add_row(Severity::warning, "stop_unreadable", row.number, why).value = row.id;
  }

  /// Platforms belong to stations, boarding areas to platforms. Who names a parent that isn't there stands alone.
  std::size_t root_of(std::size_t row) const {
    for (int level = 0; level < 2 && !rows_[row].parent.empty(); ++level) {
      const auto parent = number_.find(rows_[row].parent);
      if (parent == number_.end()) break;
      row = parent->second;
    }
    return row;
  }

  IssueList& issues_;
  std::vector<Row> rows_;
  std::unordered_map<std::string, std::size_t> number_;  ///< of each id its row
  std::vector<std::optional<Point>> at_;                 ///< of each place
};

std::string agencies_of(const fs::path& folder, const Progress& progress) {
  if (!fs::exists(folder / "agency.txt")) return {};
  constexpr int most = 3;
  CsvStream rows(folder / "agency.txt", progress);
  const std::size_t name = rows.column("agency_name");
  std::string names;
  for (int count = 0; rows.next();) {
    const std::string agency(rows.cell(name));
    if (agency.empty() || names.find(agency) != std::string::npos) continue;
    if (++count > most) return names + " …";
    names += (names.empty() ? "" : ", ") + agency;
  }
  return names;
}

}  // namespace

bool is_gtfs(const fs::path& path) {
  try {
    return fs::is_directory(path) ? fs::is_regular_file(path / stops_file)
                                  : fs::is_regular_file(path) && folder_in_archive(path).has_value();
  } catch (const Error&) {  // a damaged archive: whoever reads it says so
    return false;
  }
}

GtfsStops read_gtfs_stops(const fs::path& path, const Progress& progress) {
  const std::string shown = (path.has_filename() ? path : path.parent_path()).filename().string();
  const Feed feed = open_feed(path, progress);
  GtfsStops out;
  IssueList issues(shown);
  Stops stops(feed.folder, issues, progress);
  GtfsPlaceOf place_of;
  stops.join(out, place_of);
  const GtfsDepartures departures = gtfs_departures(feed.folder, place_of, out.stops.size(), issues, progress);
  for (std::size_t i = 0; i < departures.of_place.size(); ++i) {
    out.stops[i].departures = departures.of_place[i];
    out.stops[i].modes = gtfs_modes(departures.mode_bits[i]);
  }
  stops.place(out);
  out.service_day = departures.service_day;
  out.agencies = agencies_of(feed.folder, progress);
  out.report.file = shown;
  out.report.driver = "GTFS";
  out.report.encoding = "UTF-8";
  out.report.crs = "EPSG:4326";
  out.report.declared = stops.declared;
  out.report.skipped = issues.count("stop_unreadable");
  out.report.issues = issues.take();
  return out;
}

}  // namespace smile
