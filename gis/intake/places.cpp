#include "gis/intake/places.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "gis/formats/gtfs.h"
#include "gis/formats/issue_list.h"
#include "gis/intake/places_read.h"
#include "gis/intake/statistics_cells.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

constexpr double beyond_the_city_m = 2000;  ///< people at the border walk to places on the other side of it, too

// --- how many, how large ---

std::vector<std::string> words_of(const std::string& name) {
  std::vector<std::string> words{""};
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) == 0)
      words.emplace_back();
    else
      words.back() += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
  }
  return words;
}

/// What columns with square metres and with seats are called, the telling ones first.
constexpr std::string_view area_words[] = {"flaeche", "fläche", "groesse", "größe", "area", "qm", "m2", "size"};
constexpr std::string_view seat_words[] = {"plaetze",          "plätze",     "kitaplätze", "kitaplaetze",
                                           "platzzahl",        "kapazitaet", "kapazität",  "capacity",
                                           "betreuungsplätze", "seats",      "sitzplätze"};

/// One of its words tells: "anzahl_plaetze", "Groesse"; not "Spielplatz-Name".
std::string guess_capacity(const FeatureColumns& table, const PlaceKind& kind) {
  const std::span<const std::string_view> wanted =
      kind.by_area ? std::span<const std::string_view>(area_words) : std::span<const std::string_view>(seat_words);
  for (const std::string_view word : wanted)
    for (const ValueColumn& column : table.columns) {
      const auto words = words_of(column.name);
      if (std::find(words.begin(), words.end(), word) != words.end()) return column.name;
    }
  return {};
}

std::vector<std::string> names_of(const FeatureColumns& table) {
  std::vector<std::string> names;
  for (const ValueColumn& column : table.columns) names.push_back(column.name);
  return names;
}

std::size_t column_at(const FeatureColumns& table, const std::string& name) {
  const auto names = names_of(table);
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// The column as numbers of at least 0; what isn't one is missing. Returns how many cells were something else.
std::int64_t make_numbers(ValueColumn& column, std::size_t features) {
  std::vector<std::string> cells(features);
  for (std::size_t i = 0; i < features; ++i) cells[i] = cell_text(column, i);
  FigureStyle style = figure_style({cells.begin(), cells.end()}, column.kind == ValueColumn::Kind::text);
  if (column.kind != ValueColumn::Kind::text) style.decimal_comma = false;
  ValueColumn numbers;
  numbers.name = column.name;
  numbers.kind = ValueColumn::Kind::real;
  std::int64_t unreadable = 0;
  for (const std::string& cell : cells) {
    const auto figure = figure_in(cell, style);
    const bool known =
        figure && figure->state == Figure::State::value && figure->value >= 0 && std::isfinite(figure->value);
    if (!known && (!figure || figure->state == Figure::State::value)) ++unreadable;
    numbers.reals.push_back(known ? figure->value : 0);
    numbers.null.push_back(!known);
  }
  column = std::move(numbers);
  return unreadable;
}

/// Planar, in the plan's system; of points and lines nothing.
void add_areas(FeatureColumns& table) {
  ValueColumn areas;
  areas.name = "area_m2";
  areas.kind = ValueColumn::Kind::real;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const bool is_area = table.kinds[i] == GeometryKind::area;
    areas.reals.push_back(is_area ? std::round(area(table.geometry(i)) * 10) / 10 : 0);
    areas.null.push_back(!is_area);
  }
  table.columns.push_back(std::move(areas));
}

/// The column that says how much a place holds; "" where none does.
std::string settle_capacity(FeatureColumns& table, const PlacesOptions& options, const PlaceKind* kind,
                            const std::string& file, IssueList& issues) {
  std::string field = options.capacity;
  if (field.empty() && kind != nullptr) field = guess_capacity(table, *kind);
  const bool areas = std::find(table.kinds.begin(), table.kinds.end(), GeometryKind::area) != table.kinds.end();
  if (field.empty() && kind != nullptr && kind->by_area && areas) {
    add_areas(table);
    return table.columns.back().name;
  }
  if (field.empty()) return field;
  const std::size_t at = column_at(table, field);
  if (at == table.columns.size()) {
    std::string known;
    for (const std::string& name : names_of(table)) known += (known.empty() ? "" : ", ") + name;
    throw Error(ErrorKind::usage, text("“{1}” has no column “{2}”; it has: {3}.", file, field, known));
  }
  const std::int64_t unreadable = make_numbers(table.columns[at], table.size());
  if (unreadable > 0)
    issues
        .add(Severity::warning, "capacity_unreadable",
             text_n(unreadable, "{1} capacity is no number of 0 or more; it is missing, and missing is not 0.",
                    "{1} capacities are no numbers of 0 or more; they are missing, and missing is not 0.", unreadable))
        .column = field;
  return field;
}

// --- where ---

/// Features that come within 2 km of the city, and have a shape.
FeatureColumns near_the_city(const FeatureColumns& table, const Plan& plan, IssueList& issues,
                             const Progress& progress) {
  const Box city = plan.districts.empty() ? Box{} : extent(plan);
  const Box keep = city.empty() ? Box{} : city.grown(beyond_the_city_m);
  FeatureColumns kept;
  for (const ValueColumn& column : table.columns) {
    kept.columns.emplace_back().name = column.name;
    kept.columns.back().kind = column.kind;
  }
  std::int64_t outside = 0, shapeless = 0;
  std::vector<std::string> cells(table.columns.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (i % 1024 == 0) progress.check();
    const Geometry shape = table.geometry(i);
    const bool near = keep.empty() || keep.intersects(bounds(shape));
    shapeless += shape.empty() ? 1 : 0;
    outside += !shape.empty() && !near ? 1 : 0;
    if (shape.empty() || !near) continue;
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = cell_text(table.columns[c], i);
    append_feature(kept, shape, cells);
  }
  if (shapeless > 0)
    issues.add(Severity::warning, "place_without_shape",
               text_n(shapeless, "{1} place has no position; it is left out.",
                      "{1} places have no position; they are left out.", shapeless));
  if (outside > 0)
    issues.add(Severity::note, "outside_city",
               text_n(outside, "{1} place lies more than 2 km outside the city; it is left out.",
                      "{1} places lie more than 2 km outside the city; they are left out.", outside));
  return kept;
}

void measure(LayerData& data) {
  std::array<std::int64_t, 4> count{};
  data.box = {};
  for (std::size_t i = 0; i < data.features.size(); ++i) {
    ++count.at(static_cast<std::size_t>(data.features.kinds[i]));
    for (const Point& p : data.features.points_of(i)) data.box.add(p);
  }
  data.kind = static_cast<GeometryKind>(std::max_element(count.begin() + 1, count.end()) - count.begin());
}

/// One table of the plan has one kind of shape: several become several layers, and who asks has to name them all.
void tell_layers(const LayerData& data, IssueList& issues) {
  const auto& kinds = data.features.kinds;
  const auto alike = std::count(kinds.begin(), kinds.end(), data.kind);
  const auto others = std::ssize(kinds) - alike;
  if (others > 0)
    issues.add(
        Severity::note, "several_layers",
        text("{1} places have another kind of shape than the other {2}: they are a layer of their own.", others, alike),
        text("Name both layers where all places are meant."));
}

// --- the layer ---

/// What kind of places: as said, else as the names of layer and file tell.
const PlaceKind* settle_kind(const fs::path& file, const PlacesOptions& options, std::string& word) {
  word = options.kind;
  if (!word.empty()) return place_kind(word);
  const PlaceKind* kind = is_gtfs(file) ? place_kind("stop") : nullptr;
  if (kind == nullptr && options.read.layer) kind = guess_place_kind(*options.read.layer);
  if (kind == nullptr && !is_osm_file(file)) kind = guess_place_kind(file.stem().string());
  if (kind != nullptr) word = kind->word;
  return kind;
}

std::string name_for(const fs::path& file, const PlacesOptions& options, const PlaceKind* kind,
                     const std::string& word) {
  if (!options.name.empty()) return options.name;
  const bool of_everything = is_osm_file(file) || is_gtfs(file);  // the file's name doesn't tell which places
  if (of_everything && kind != nullptr) return say(kind->name);
  if (of_everything && !word.empty()) return name_from_stem(word);
  return name_from_stem(options.read.layer.value_or(file.stem().string()));
}

void set_look(MapLayer& layer, const LayerData& data, const PlaceKind* kind) {
  layer.kind = data.kind;
  layer.features = std::ssize(data.features.kinds);
  layer.style.label_field = guess_name_field(data);
  if (kind == nullptr) return;
  const bool suits = kind->topic == LayerTopic::stops   ? data.kind == GeometryKind::point
                     : kind->topic == LayerTopic::green ? data.kind == GeometryKind::area
                                                        : true;
  layer.style.topic = suits ? kind->topic : LayerTopic::other;
  layer.style.colour = kind->colour;
}

}  // namespace

PlacesIntake intake_places(const fs::path& file, const PlacesOptions& options, const Plan& plan,
                           const Progress& progress) {
  const std::string shown = (file.has_filename() ? file : file.parent_path()).filename().string();
  std::string word;
  const PlaceKind* kind = settle_kind(file, options, word);
  PlacesRead read = read_places(file, options, kind, plan, progress);
  IssueList issues(shown);
  PlacesIntake intake;
  intake.data = std::move(read.data);
  intake.data.features = near_the_city(intake.data.features, plan, issues, progress);
  if (intake.data.features.size() == 0)
    throw Error(ErrorKind::refused, text("“{1}” holds none of these places in or near the city.", shown));
  measure(intake.data);
  tell_layers(intake.data, issues);
  MapLayer& layer = intake.layer;
  layer.use.kind = LayerUse::Kind::places;
  layer.use.place_kind = word;
  layer.use.capacity_field = settle_capacity(intake.data.features, options, kind, shown, issues);
  layer.use.method = read.method;
  layer.name = name_for(file, options, kind, word);
  layer.source.file = shown;
  layer.credit = options.credit.empty() ? read.credit : options.credit;
  set_look(layer, intake.data, kind);
  intake.crs = read.crs;
  intake.service_day = read.service_day;
  intake.report = std::move(intake.data.report);
  intake.report.verb = "places";
  intake.report.when = now_utc();
  for (Issue& issue : issues.take()) intake.report.issues.push_back(std::move(issue));
  return intake;
}

}  // namespace smile
