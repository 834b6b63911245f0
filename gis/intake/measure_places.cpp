#include "gis/intake/measure_places.h"

#include <algorithm>
#include <cmath>

#include "gis/formats/table_builder.h"
#include "gis/intake/cell_words.h"

namespace smile {
namespace {

constexpr double margin_m = 5'000;          // around the districts: a pier, a place just across the border
constexpr double around_median_m = 50'000;  // a plan without districts: no city is wider
constexpr Box europe{-25, 34, 45, 72};      // longitude/latitude: decides the order of pairs while nothing is known

Point median(std::vector<Point> points) {
  const auto middle = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2);
  std::nth_element(points.begin(), middle, points.end(), [](Point a, Point b) { return a.x < b.x; });
  const double x = middle->x;
  std::nth_element(points.begin(), middle, points.end(), [](Point a, Point b) { return a.y < b.y; });
  return {x, middle->y};
}

/// "Stadtmitte, Südstadt und Biestow" as three; one word as itself.
std::vector<std::string> parts_of(std::string_view words) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool sign = std::string_view(",;/+&\n").find(words[i]) != std::string_view::npos;
    const bool word = words.substr(i).starts_with(" und ") || words.substr(i).starts_with(" and ");
    if (sign || word) {
      parts.emplace_back();
      i += word ? 4 : 0;
    } else {
      parts.back() += words[i];
    }
  }
  return parts;
}

}  // namespace

PlaceReader::PlaceReader(const Plan& plan, const MeasureOptions& options, std::string file)
    : plan_(plan), file_(std::move(file)), said_crs_(options.crs), plan_crs_(plan.crs) {
  for (const Level& level : plan.levels) levels_.emplace_back(plan, level.id);
  for (const DistrictPtr& district : plan.districts) areas_.push_back({district.get(), bounds(district->geometry)});
}

Issue PlaceReader::issue(Severity severity, std::string kind, const PlaceCells& cells, const std::string& column,
                         const std::string& value, Text message) const {
  Issue issue;
  issue.severity = severity;
  issue.kind = std::move(kind);
  issue.file = file_;
  issue.row = cells.row;
  issue.column = column;
  issue.value = value;
  issue.message = std::move(message);
  return issue;
}

PositionContext PlaceReader::context(bool reversed) const {
  PositionContext context;
  context.plan_crs = plan_crs_;
  context.city = city_;
  context.crs = said_crs_;
  context.reversed = reversed;
  return context;
}

std::optional<Position> PlaceReader::read(const PositionReader& reader, const PlaceCells& cells) const {
  if (!is_missing(cells.x) || !is_missing(cells.y)) return reader.from_columns(cells.x, cells.y);
  return is_missing(cells.position) ? std::nullopt : reader.from_text(cells.position);
}

/// The level most names of the column belong to; the coarser one where that is undecided.
void PlaceReader::choose_level(const std::vector<PlaceCells>& rows) {
  std::vector<std::pair<std::int64_t, std::size_t>> hits;
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    const auto count = std::count_if(rows.begin(), rows.end(), [&](const PlaceCells& cells) {
      return levels_[i].by_name(cells.district).district != nullptr;
    });
    hits.emplace_back(-count, i);
  }
  std::stable_sort(hits.begin(), hits.end());
  std::vector<DistrictNames> ordered;
  for (const auto& [count, i] : hits) ordered.push_back(std::move(levels_[i]));
  levels_ = std::move(ordered);
}

void PlaceReader::choose_city(const std::vector<PlaceCells>& rows, const std::vector<Point>& geometries) {
  for (const Area& area : areas_) city_.add(area.box);
  if (!city_.empty()) {
    city_ = city_.grown(margin_m);
    return;
  }
  const Crs degrees = crs_from_epsg(4326);
  PositionContext first_look;
  first_look.plan_crs = degrees;
  first_look.city = europe;
  first_look.crs = said_crs_;
  const PositionReader reader(first_look);
  std::vector<Point> points = geometries;
  for (const PlaceCells& cells : rows)
    if (const auto position = read(reader, cells)) points.push_back(position->point);
  if (points.empty()) return;
  const Point centre = median(std::move(points));
  if (!plan_crs_.known()) plan_crs_ = utm_of(centre.x, centre.y);
  const auto middle = Transform(degrees, plan_crs_)(centre);
  if (!middle) return;
  city_.add(*middle);
  city_ = city_.grown(around_median_m);
}

/// Pairs written longitude first throughout are a habit of the file, not so many mistakes.
void PlaceReader::choose_order(const std::vector<PlaceCells>& rows) {
  const PositionReader reader(context(false));
  std::int64_t as_stated = 0;
  std::int64_t swapped = 0;
  for (const PlaceCells& cells : rows)
    if (const auto position = read(reader, cells); position && !position->outside)
      ++(position->swapped ? swapped : as_stated);
  reversed_ = swapped > as_stated;
}

void PlaceReader::look_at(const std::vector<PlaceCells>& rows, const std::vector<Point>& geometries) {
  choose_level(rows);
  choose_city(rows, geometries);
  if (!plan_crs_.known()) return;
  choose_order(rows);
  reader_.emplace(context(reversed_));
}

void PlaceReader::use(const Position& position) {
  const auto found =
      std::find_if(read_as_.begin(), read_as_.end(), [&](const auto& e) { return e.first == position.read_as; });
  if (found == read_as_.end())
    read_as_.emplace_back(position.read_as, 1);
  else
    ++found->second;
}

bool PlaceReader::in_some_district(Point p) const {
  return areas_.empty() || std::any_of(areas_.begin(), areas_.end(), [&](const Area& area) {
           return area.box.contains(p) && locate(p, area.district->geometry) != Side::outside;
         });
}

bool PlaceReader::place_by_position(const PlaceCells& cells, Placed& placed, Issues& issues) {
  const auto position = reader_ ? read(*reader_, cells) : std::nullopt;
  if (!position) return false;
  const bool columns = !is_missing(cells.x) || !is_missing(cells.y);
  const std::string& column = columns ? cells.x_header : cells.position_header;
  const std::string written = columns ? cells.x + " / " + cells.y : cells.position;
  placed.location = {Placement::point, make_point(position->point), {}, written};
  use(*position);
  if (position->swapped) {
    ++turned_;
    issues.push_back(issue(Severity::warning, "coordinates_swapped", cells, column, written,
                           text("The two coordinates stand in the wrong order: as written the place is far outside the "
                                "city. They were turned.")));
  } else if (position->outside) {
    issues.push_back(
        issue(Severity::warning, "position_outside", cells, column, written,
              text("The place is far outside the city in every order of the coordinates; it was taken as written.")));
    issues.back().proposal = text("Correct the coordinates, or place the measure by hand.");
  } else if (!in_some_district(position->point)) {
    issues.push_back(
        issue(Severity::warning, "position_outside", cells, column, written, text("The place lies in no district.")));
  }
  check_district(cells, position->point, placed, issues);
  return true;
}

bool PlaceReader::place_by_geometry(const PlaceCells& cells, Placed& placed, Issues& issues) const {
  if (cells.geometry.empty()) return false;
  Placement placement = Placement::area;
  if (cells.geometry.kind == GeometryKind::line) placement = Placement::line;
  if (cells.geometry.kind == GeometryKind::point)
    placement = cells.geometry.points.size() > 1 ? Placement::sites : Placement::point;
  placed.location = {placement, cells.geometry, {}, {}};
  const Point centre = bounds(cells.geometry).centre();
  if (!city_.empty() && !city_.contains(centre))
    issues.push_back(
        issue(Severity::warning, "position_outside", cells, {}, {}, text("The place is far outside the city.")));
  check_district(cells, centre, placed, issues);
  return true;
}

DistrictNames::Match PlaceReader::named(std::string_view words) const {
  for (const DistrictNames& level : levels_) {
    if (const District* district = level.by_code(words)) return {district, false};
    if (const auto match = level.by_name(words); match.district) return match;
  }
  return {};
}

/// The districts a cell names: one, or several of which each must be known. Empty: not all are.
std::vector<const District*> PlaceReader::all_named(std::string_view words) const {
  if (const auto whole = named(words); whole.district) return {whole.district};
  std::vector<const District*> districts;
  for (const std::string& part : parts_of(words)) {
    const District* district = named(part).district;
    if (!district) return {};
    districts.push_back(district);
  }
  return districts;
}

/// A position wins; a district beside it is only compared.
void PlaceReader::check_district(const PlaceCells& cells, Point at, Placed& placed, Issues& issues) const {
  if (is_missing(cells.district) || means_whole_city(cells.district)) return;
  const auto districts = all_named(cells.district);
  if (districts.empty()) return note_unknown_district(cells, placed, true, issues);
  const bool inside = std::any_of(districts.begin(), districts.end(),
                                  [&](const District* d) { return locate(at, d->geometry) != Side::outside; });
  if (inside) return;
  issues.push_back(
      issue(Severity::note, "district_differs", cells, cells.district_header, cells.district,
            text("The coordinates lie outside “{1}”; the coordinates were taken.", districts.front()->name)));
  issues.back().district = districts.front()->id;
  placed.district_hint = cells.district;
}

void PlaceReader::note_unknown_district(const PlaceCells& cells, Placed& placed, bool has_place, Issues& issues) const {
  placed.district_hint = cells.district;
  if (levels_.empty()) return;  // nothing to compare with: the name is kept
  issues.push_back(issue(has_place ? Severity::note : Severity::warning, "unknown_district", cells,
                         cells.district_header, cells.district,
                         text("No district is called “{1}”; the name was kept as a proposal.", cells.district)));
  const auto near = levels_.front().nearest(cells.district);
  if (near.empty()) return;
  issues.back().proposal = text("Perhaps “{1}” is meant.", near.front());
  issues.back().district = levels_.front().by_name(near.front()).district->id;
}

bool PlaceReader::place_by_words(std::string_view words, const std::string& header, const PlaceCells& cells,
                                 Placed& placed, Issues& issues) const {
  if (is_missing(words)) return false;
  if (means_whole_city(words)) {
    placed.location = {Placement::city, {}, {}, std::string(words)};
    return true;
  }
  const auto districts = all_named(words);
  if (districts.empty()) return false;
  placed.location = {Placement::district, {}, {}, std::string(words)};
  for (const District* district : districts) placed.location.districts.push_back(district->id);
  if (const auto match = named(words); match.loose && word_form(match.district->name) != word_form(words)) {
    issues.push_back(issue(Severity::note, "district_spelling", cells, header, std::string(words),
                           text("“{1}” was taken for the district “{2}”.", std::string(words), match.district->name)));
    issues.back().district = match.district->id;
  }
  return true;
}

/// The longest name of a district that stands in the title is a proposal, never a place.
void PlaceReader::propose_district(const PlaceCells& cells, Placed& placed, Issues& issues) const {
  const std::string title = " " + word_form(cells.title) + " ";
  const District* best = nullptr;
  std::size_t longest = 3;  // shorter names are syllables
  for (const DistrictNames& level : levels_)
    for (const DistrictPtr& district : level.districts()) {
      const std::string name = word_form(district->name);
      if (name.size() <= longest || title.find(" " + name + " ") == std::string::npos) continue;
      best = district.get();
      longest = name.size();
    }
  if (!best) return;
  placed.district_hint = best->name;
  issues.push_back(issue(Severity::note, "district_in_title", cells, {}, cells.title,
                         text("Only the title names a district: “{1}”. The measure has no place yet.", best->name)));
  issues.back().proposal = text("Place the measure in “{1}”, if that is meant.", best->name);
  issues.back().district = best->id;
}

Placed PlaceReader::place(const PlaceCells& cells, Issues& issues) {
  Placed placed;
  if (place_by_geometry(cells, placed, issues) || place_by_position(cells, placed, issues)) return placed;
  const bool columns = !is_missing(cells.x) || !is_missing(cells.y);
  const bool words = !columns && place_by_words(cells.position, cells.position_header, cells, placed, issues);
  if (!words && (columns || !is_missing(cells.position))) {
    placed.unread = true;
    issues.push_back(issue(Severity::error, "unreadable_position", cells,
                           columns ? cells.x_header : cells.position_header,
                           columns ? cells.x + " / " + cells.y : cells.position,
                           text("This is no position the program can read; addresses are not looked up.")));
    issues.back().proposal = text("Place the measure by hand, or write coordinates or a district.");
  }
  if (words || place_by_words(cells.district, cells.district_header, cells, placed, issues)) return placed;
  if (!is_missing(cells.district))
    note_unknown_district(cells, placed, false, issues);
  else
    propose_district(cells, placed, issues);
  return placed;
}

void PlaceReader::conclude(Issues& issues) const {
  if (reversed_)
    issues.push_back(issue(
        Severity::note, "coordinate_order", {}, {}, {},
        text("The file writes longitude before latitude (or northing before easting) throughout; it was read so.")));
  for (const auto& [crs, count] : read_as_)
    if (crs != plan_crs_ && !is_geographic(crs) && !said_crs_)
      issues.push_back(issue(Severity::note, "crs_guessed", {}, {}, {},
                             text_n(count, "{1} position was read as {2}.", "{1} positions were read as {2}.", count,
                                    crs_code(crs) + " " + crs_name(crs))));
  for (Issue& each : issues)
    if (each.row && *each.row == 0) each.row.reset();
}

std::string PlaceReader::systems() const {
  std::string joined;
  for (const auto& [crs, count] : read_as_) joined += (joined.empty() ? "" : ", ") + crs_code(crs);
  return joined;
}

}  // namespace smile
