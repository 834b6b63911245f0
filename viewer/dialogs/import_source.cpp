#include "viewer/dialogs/import_source.h"

#include <algorithm>
#include <cctype>

#include "gis/intake/statistics_join.h"

namespace smile::viewer {
namespace {

constexpr std::size_t drawn_points = 60'000;

/// Every n-th coordinate, first and last kept: for a map of 300 pixels.
Geometry thinned(const Geometry& geometry, std::size_t step) {
  if (step <= 1 || geometry.kind == GeometryKind::point) return geometry;
  Geometry thin;
  thin.kind = geometry.kind;
  for (std::size_t i = 0; i < geometry.paths(); ++i) {
    const auto path = geometry.path(i);
    for (std::size_t k = 0; k < path.size(); ++k)
      if (k % step == 0 || k + 1 == path.size()) thin.points.push_back(path[k]);
    thin.path_ends.push_back(static_cast<std::uint32_t>(thin.points.size()));
  }
  thin.part_ends = geometry.part_ends;
  return thin;
}

std::size_t step_for(const std::vector<const Geometry*>& geometries) {
  std::size_t points = 0;
  for (const Geometry* geometry : geometries) points += geometry->points.size();
  return points / drawn_points + 1;
}

std::optional<Point> centre_in_degrees(const Box& box, const Crs& crs) {
  if (box.empty() || !crs.known()) return std::nullopt;
  return Transform(crs, crs_from_epsg(4326))(box.centre());
}

SourceShapes shapes_of(const FeatureTable& table, const Plan& plan) {
  SourceShapes shapes;
  Box box;
  std::vector<const Geometry*> geometries;
  for (const Feature& feature : table.features) {
    geometries.push_back(&feature.geometry);
    box.add(bounds(feature.geometry));
  }
  shapes.centre = centre_in_degrees(box, table.crs);
  shapes.crs = plan.crs;
  if (!shapes.crs.known() && shapes.centre) shapes.crs = utm_of(shapes.centre->x, shapes.centre->y);
  if (!shapes.crs.known() || !table.crs.known()) return shapes;
  const Transform to_plan(table.crs, shapes.crs);
  const std::size_t step = step_for(geometries);
  for (const Geometry* geometry : geometries)
    if (auto moved = to_plan(thinned(*geometry, step))) shapes.file.push_back(std::move(*moved));
  const Level* level = coarsest_level(plan);
  if (level != nullptr)
    for (const DistrictPtr& district : districts_of(plan, level->id)) shapes.city.push_back(district->geometry);
  return shapes;
}

ReadOptions read_options(const SourceSettings& settings, const Plan& plan) {
  const auto said = [](const std::string& word) { return word.empty() ? std::nullopt : std::optional(word); };
  ReadOptions options;
  options.layer = said(settings.layer);
  options.crs = said(settings.crs);
  options.encoding = said(settings.encoding);
  options.swap_axes = settings.swap_axes;
  options.city = city_of(plan);
  return options;
}

void read_layer(SourceData& source, const Plan& plan, const Progress& progress) {
  source.layers = layers_in(source.settings.file);
  try {
    auto table = std::make_shared<FeatureTable>(
        read_features(source.settings.file, read_options(source.settings, plan), progress));
    source.proposals = table->crs_proposals;
    source.table = std::make_shared<TextTable>(as_text_table(*table));
    source.shapes = shapes_of(*table, plan);
    source.features = std::move(table);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::needs_answer) throw;
    source.question = error.sentence();
  }
}

void read_table(SourceData& source, const Progress& progress) {
  TextTableOptions options;
  if (!source.settings.encoding.empty()) options.encoding = source.settings.encoding;
  if (!source.settings.layer.empty()) options.sheet = source.settings.layer;
  options.delimiter = source.settings.delimiter;
  options.header_row = source.settings.header_row;
  try {
    source.table = std::make_shared<TextTable>(read_text_table(source.settings.file, options, progress));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::needs_answer) throw;
    source.question = error.sentence();
  }
}

bool looks_like_number(const std::string& cell) {
  return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '.' || c == ',' || c == '-';
  });
}

/// How many of the first rows name a district in this column.
std::size_t rows_that_name_districts(const TextTable& table, std::size_t column, const Plan& plan, Id level = 0) {
  const std::size_t rows = std::min<std::size_t>(table.rows.size(), 60);
  std::size_t named = 0;
  for (std::size_t row = 0; row < rows; ++row)
    if (find_district(plan, table.rows[row].cells[column], level) != nullptr) ++named;
  return named;
}

/// The level that most rows name; of equals the coarser.
std::string level_named_most(const TextTable& table, const Plan& plan) {
  std::string best;
  std::size_t most = 0;
  for (const Level& level : plan.levels)
    for (std::size_t column = 0; column < table.header.size(); ++column) {
      const std::size_t named = rows_that_name_districts(table, column, plan, level.id);
      if (named <= most) continue;
      most = named;
      best = level.name;
    }
  return best;
}

bool joins_to_districts(const TextTable& table, const Plan& plan) {
  if (plan.districts.empty() || table.rows.empty()) return false;
  const std::size_t rows = std::min<std::size_t>(table.rows.size(), 60);
  bool named = false;
  std::size_t figures = 0;
  for (std::size_t column = 0; column < table.header.size(); ++column) {
    named = named || rows_that_name_districts(table, column, plan) * 2 >= rows;
    if (looks_like_number(table.rows.front().cells[column])) ++figures;
  }
  return named && figures > 0;
}

/// The year that all figures have by the name of the file; a year in a column's name is that column's own.
int year_of_all(const std::vector<StatisticPtr>& statistics, const std::vector<std::string>& header) {
  if (statistics.empty()) return 0;
  const int year = statistics.front()->year;
  const bool same = std::all_of(statistics.begin(), statistics.end(), [&](const auto& s) { return s->year == year; });
  const bool by_column = std::any_of(header.begin(), header.end(), [&](const std::string& name) {
    return name.find(std::to_string(year)) != std::string::npos;
  });
  return same && !by_column ? year : 0;
}

/// By trying it on the first rows: so the guess shown is the one that is made.
StatisticsGuess guess_statistics(const SourceData& source, const std::string& level, Plan plan) {
  constexpr std::size_t tried_rows = 200;
  TextTable table = *source.table;
  if (table.rows.size() > tried_rows) table.rows.resize(tried_rows);
  const std::string file = source.settings.file.filename().string();
  StatisticsOptions options;
  if (!level.empty()) options.level = level;
  plan.statistics.clear();
  StatisticsGuess guess;
  try {
    const KeyColumns keys = find_keys(table, file, options, plan);
    for (const int column : {keys.code, keys.name})
      if (column >= 0) guess.keys.push_back(table.header[static_cast<std::size_t>(column)]);
    const Intake intake = intake_statistics(table, file, options, plan);
    std::vector<std::string> without{guess.keys};
    if (keys.row_number >= 0) without.push_back(table.header[static_cast<std::size_t>(keys.row_number)]);
    for (const Issue& issue : intake.report.issues) {
      if (issue.kind == "inhabitants_guessed") guess.inhabitants.push_back(issue.column);
      if (issue.kind == "column_without_figures") without.push_back(issue.column);
    }
    for (const std::string& name : table.header)
      if (std::find(without.begin(), without.end(), name) == without.end()) guess.figures.push_back(name);
    guess.year = year_of_all(intake.edit.apply(plan).statistics, table.header);
  } catch (const Error&) {
    // Nothing fits: the page shows no guess, and the next one says why.
  }
  return guess;
}

bool has_target(const MeasureMapping& mapping, std::string_view target) {
  return std::find(mapping.targets.begin(), mapping.targets.end(), target) != mapping.targets.end();
}

/// A city has a few dozen districts and a few hundred ideas, but ten thousands of houses and streets. What is called
/// streets or buildings is a layer too, once there are districts.
bool looks_like_context(const SourceData& source, const Plan& plan) {
  constexpr std::size_t more_than_ideas = 3000;
  if (plan.districts.empty()) return false;
  const std::string name = source.features->layer + " " + source.settings.file.stem().string();
  return source.features->features.size() > more_than_ideas || topic_of_name(name) != LayerTopic::other;
}

}  // namespace

Box city_of(const Plan& plan) {
  const Box box = extent(plan);
  if (box.empty() || !plan.crs.known()) return {};
  const Transform to_degrees(plan.crs, crs_from_epsg(4326));
  Box city;
  for (const Point corner : {Point{box.min_x, box.min_y}, Point{box.min_x, box.max_y}, Point{box.max_x, box.min_y},
                             Point{box.max_x, box.max_y}})
    if (const auto p = to_degrees(corner)) city.add(*p);
  return city;
}

SourceData read_source(const SourceSettings& settings, const Plan& plan, const Progress& progress) {
  SourceData source;
  source.settings = settings;
  if (is_text_table(settings.file))
    read_table(source, progress);
  else
    read_layer(source, plan, progress);
  return source;
}

ImportKind guess_kind(const SourceData& source, const Plan& plan) {
  if (source.features && looks_like_context(source, plan)) return ImportKind::layer;
  if (source.features) {
    const auto& features = source.features->features;
    const bool areas = std::any_of(features.begin(), features.end(),
                                   [](const Feature& f) { return f.geometry.kind == GeometryKind::area; });
    return areas ? ImportKind::districts : ImportKind::measures;
  }
  if (!source.table)
    return is_text_table(source.settings.file) || !plan.districts.empty() ? ImportKind::measures
                                                                          : ImportKind::districts;
  const MeasureMapping mapping = guess_mapping(*source.table, plan);
  const bool idea_pool =
      has_target(mapping, "title") && (has_target(mapping, "phase") || has_target(mapping, "block") ||
                                       has_target(mapping, "cost") || has_target(mapping, target::position));
  return !idea_pool && joins_to_districts(*source.table, plan) ? ImportKind::statistics : ImportKind::measures;
}

ImportChoices guess_choices(const SourceData& source, ImportKind kind, const Plan& plan) {
  ImportChoices choices;
  choices.kind = kind;
  if (kind == ImportKind::measures && source.table) choices.mapping = guess_mapping(*source.table, plan);
  if (kind == ImportKind::statistics && source.table) {
    choices.level = level_named_most(*source.table, plan);
    choices.guess = guess_statistics(source, choices.level, plan);
    if (choices.guess.year != 0) choices.year = choices.guess.year;
  }
  if (kind == ImportKind::districts && source.features) {
    const DistrictColumns columns = guess_district_columns(*source.features);
    const auto name_of = [&](int column) {
      return column < 0 ? std::nullopt : std::optional(source.features->columns[static_cast<std::size_t>(column)].name);
    };
    choices.name_field = name_of(columns.name);
    choices.code_field = name_of(columns.code);
  }
  return choices;
}

Intake compute_intake(const SourceData& source, const ImportChoices& choices, const Plan& plan,
                      const Progress& progress) {
  const std::string file = source.settings.file.filename().string();
  if (choices.kind == ImportKind::districts) {
    DistrictOptions options;
    options.level = choices.level;
    options.name_field = choices.name_field;
    options.code_field = choices.code_field;
    return intake_districts(*source.features, options, plan, progress);
  }
  if (choices.kind == ImportKind::statistics) {
    StatisticsOptions options;
    if (!choices.level.empty()) options.level = choices.level;
    options.key_field = choices.key_field;
    options.inhabitants = choices.inhabitants;
    options.year = choices.year;
    options.aliases = choices.aliases;
    return intake_statistics(*source.table, file, options, plan, progress);
  }
  if (choices.kind == ImportKind::layer) {
    LayerOptions options;
    options.read = read_options(source.settings, plan);
    return intake_layer(source.settings.file, options, plan, choices.plan_folder, progress);
  }
  MeasureOptions options;
  options.mapping = choices.mapping;
  options.crs = choices.measures_crs;
  return source.features ? intake_measures(*source.features, file, options, plan, progress)
                         : intake_measures(*source.table, file, options, plan, progress);
}

}  // namespace smile::viewer
