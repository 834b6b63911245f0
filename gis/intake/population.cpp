#include "gis/intake/population.h"

#include <algorithm>
#include <cmath>

#include "gis/formats/feature_values.h"
#include "gis/formats/issue_list.h"
#include "gis/intake/age_groups.h"
#include "gis/intake/census_grid.h"
#include "gis/intake/layers.h"
#include "gis/intake/statistics_cells.h"

namespace smile {
namespace {

namespace fs = std::filesystem;

constexpr double beyond_the_city_m = 2000;  ///< people there may come to the city's places

// --- tables of a census grid ---

Geometry square(const Box& box) {
  return make_area({{box.min_x, box.min_y}, {box.max_x, box.min_y}, {box.max_x, box.max_y}, {box.min_x, box.max_y}});
}

Crs system_of_cells(const TextTable& table, const CensusColumns& columns, const Crs& grid) {
  for (const TextRow& row : table.rows)
    if (const auto cell = census_cell(columns, row))
      if (const auto centre = Transform(grid, crs_from_epsg(4326))(cell->centre())) return utm_of(centre->x, centre->y);
  return grid;
}

/// In the plan's system, cells outside `keep` left out before they cost anything.
LayerData read_census_table(const fs::path& file, const PopulationOptions& options, const Plan& plan, Crs& crs,
                            const Box& keep, const Progress& progress) {
  const TextTable table = read_text_table(file, options.table, progress);
  const CensusColumns columns = census_columns(table);
  if (!columns.found())
    throw Error(ErrorKind::needs_answer,
                text("“{1}” says nowhere where people live: a table needs cells of the census grid "
                     "(100mN26840E43341, or x_mp_100m and y_mp_100m); other figures come with their shapes.",
                     file.filename().string()));
  const Crs grid = crs_from_epsg(3035);
  crs = plan.crs.known() ? plan.crs : system_of_cells(table, columns, grid);
  const Transform to_plan(grid, crs);
  IssueList issues(file.filename().string());
  LayerData data;
  data.kind = GeometryKind::area;
  data.source_crs = grid;
  for (const std::string& name : table.header) add_column(data.features, name, ValueColumn::Kind::text);
  std::int64_t unreadable = 0, looked_at = 0;
  for (const TextRow& row : table.rows) {
    if (++looked_at % 4096 == 0) progress.check();
    const auto cell = census_cell(columns, row);
    const auto centre = cell ? to_plan(cell->centre()) : std::nullopt;
    const auto shape = centre && (keep.empty() || keep.contains(*centre)) ? to_plan(square(*cell)) : std::nullopt;
    if (!cell) ++unreadable;
    if (shape) append_feature(data.features, *shape, row.cells);
  }
  if (unreadable > 0)
    issues.add(Severity::warning, "cell_unreadable",
               text_n(unreadable, "{1} row names no cell of the grid; it is left out.",
                      "{1} rows name no cell of the grid; they are left out.", unreadable));
  data.report.driver = table.format;
  data.report.encoding = table.encoding;
  data.report.crs = crs_code(grid);
  data.report.file = file.filename().string();
  data.report.declared = data.report.read = std::ssize(table.rows);
  data.report.issues = table.issues;
  for (Issue& issue : issues.take()) data.report.issues.push_back(std::move(issue));
  return data;
}

// --- counting ---

struct Counts {
  std::vector<Figure> of_feature;
};

Counts counts_of(const ValueColumn& column, std::size_t features) {
  std::vector<std::string> cells(features);
  for (std::size_t i = 0; i < features; ++i) cells[i] = cell_text(column, i);
  const bool written_by_people = column.kind == ValueColumn::Kind::text;
  FigureStyle style = figure_style({cells.begin(), cells.end()}, written_by_people);
  style.is_count = true;  // people: nothing below 0 is a number of them
  if (!written_by_people) style.decimal_comma = false;
  Counts counts;
  for (const std::string& cell : cells) {
    Figure figure = figure_in(cell, style).value_or(Figure{});
    if (figure.state == Figure::State::value && !(figure.value >= 0 && std::isfinite(figure.value)))
      figure = {Figure::State::suppressed, 0};
    counts.of_feature.push_back(figure);
  }
  return counts;
}

/// The people of a file: what is counted, and for which features.
class Counted {
public:
  Counted(const LayerData& data, const PopulationOptions& options, const std::string& file) : data_(data) {
    std::vector<std::string> names;
    for (const ValueColumn& column : data.features.columns) names.push_back(column.name);
    use.age_groups = age_groups_of(names);
    if (options.total && std::find(names.begin(), names.end(), *options.total) == names.end())
      throw Error(ErrorKind::usage, text("“{1}” has no column “{2}”.", file, *options.total));
    const std::string total = options.total.value_or(inhabitants_column(names));
    if (total.empty() && use.age_groups.empty()) throw Error(ErrorKind::needs_answer, question(file, names));
    std::erase_if(use.age_groups, [&](const AgeGroup& group) { return group.field == total; });
    use.kind = LayerUse::Kind::population;
    use.total_field = total.empty() ? "inhabitants" : total;
    if (!total.empty()) total_ = counts_of(column(total), data.features.size());
    for (const AgeGroup& group : use.age_groups) ages_.push_back(counts_of(column(group.field), data.features.size()));
  }

  /// std::nullopt: nobody lives there, or nobody may know.
  std::optional<std::vector<double>> people(std::size_t feature) {
    std::vector<double> values{0};
    bool hidden = false;
    for (const Counts& counts : ages_) {
      const Figure& figure = counts.of_feature[feature];
      values.push_back(figure.state == Figure::State::value ? figure.value : 0);
      hidden = hidden || figure.state == Figure::State::suppressed;
    }
    double of_all_ages = 0;
    for (std::size_t i = 1; i < values.size(); ++i) of_all_ages += values[i];
    values[0] = of_all_ages;
    if (total_) {
      const Figure& figure = total_->of_feature[feature];
      hidden = hidden || figure.state == Figure::State::suppressed;
      if (figure.state == Figure::State::value) values[0] = figure.value;
      if (of_all_ages > values[0] * 1.001 + 0.5) ++more_by_age;
    }
    if (hidden) ++secret;
    return values[0] > 0 ? std::optional(values) : std::nullopt;
  }

  LayerUse use;
  std::int64_t secret = 0, more_by_age = 0;

private:
  const ValueColumn& column(const std::string& name) const {
    return *std::find_if(data_.features.columns.begin(), data_.features.columns.end(),
                         [&](const ValueColumn& c) { return c.name == name; });
  }

  static Text question(const std::string& file, const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return text("No column of “{1}” says that it counts people; name it with --inhabitants. The columns are: {2}.",
                file, list);
  }

  const LayerData& data_;
  std::optional<Counts> total_;
  std::vector<Counts> ages_;
};

MapLayer layer_for(const fs::path& file, const PopulationOptions& options, const LayerUse& use) {
  MapLayer layer;
  layer.name = options.name.empty() ? name_from_stem(options.read.layer.value_or(file.stem().string())) : options.name;
  layer.source.file = file.filename().string();
  layer.credit = options.credit;
  layer.use = use;
  layer.style.method = StyleMethod::classes;
  layer.style.field = use.total_field;
  layer.style.ramp = "purple";  // not that of the districts below it
  return layer;
}

void tell(Issues& out, const Counted& counted, std::int64_t outside, const std::string& file) {
  IssueList issues(file);
  if (counted.secret > 0)
    issues.add(
        Severity::note, "figure_suppressed",
        text_n(counted.secret, "{1} figure is kept secret by the source; it is not counted, and it is not 0.",
               "{1} figures are kept secret by the source; they are not counted, and they are not 0.", counted.secret));
  if (counted.more_by_age > 0)
    issues.add(
        Severity::warning, "ages_exceed_total",
        text_n(counted.more_by_age, "In {1} place the age groups are more people than all inhabitants together.",
               "In {1} places the age groups are more people than all inhabitants together.", counted.more_by_age),
        text("Check which columns were taken for ages."));
  if (outside > 0)
    issues.add(Severity::note, "outside_city",
               text_n(outside, "{1} place lies more than 2 km outside the city; it is left out.",
                      "{1} places lie more than 2 km outside the city; they are left out.", outside));
  for (Issue& issue : issues.take()) out.push_back(std::move(issue));
}

}  // namespace

FeatureColumns people_columns(const LayerUse& use) {
  FeatureColumns table;
  add_column(table, use.total_field, ValueColumn::Kind::real);
  for (const AgeGroup& group : use.age_groups) add_column(table, group.field, ValueColumn::Kind::real);
  return table;
}

PopulationIntake intake_population(const fs::path& file, const PopulationOptions& options, const Plan& plan,
                                   const Progress& progress) {
  const std::string shown = file.filename().string();
  const Box city = plan.districts.empty() ? Box{} : extent(plan);
  const Box keep = city.empty() ? Box{} : city.grown(beyond_the_city_m);
  Crs crs;
  LayerData read;
  if (is_text_table(file)) {
    read = read_census_table(file, options, plan, crs, keep, progress);
  } else {
    ReadOptions said = options.read;
    if (said.city.empty()) said.city = city_in_degrees(plan);
    crs = plan_system(plan, file, said, progress);
    read = read_layer_data(file, said, crs, progress);
  }
  if (read.kind == GeometryKind::line)
    throw Error(ErrorKind::refused, text("“{1}” holds lines; people are counted by areas or points.", shown));
  Counted counted(read, options, shown);
  PopulationIntake intake;
  intake.data.features = people_columns(counted.use);
  std::int64_t outside = 0;
  for (std::size_t i = 0; i < read.features.size(); ++i) {
    if (i % 4096 == 0) progress.check();
    const Geometry shape = read.features.geometry(i);
    if (shape.empty()) continue;
    if (!keep.empty() && !keep.contains(bounds(shape).centre())) {
      ++outside;
      continue;
    }
    const auto people = counted.people(i);
    if (!people) continue;
    append_values(intake.data, shape, {people->begin(), people->end()});
    intake.people += people->front();
  }
  if (intake.data.features.size() == 0)
    throw Error(ErrorKind::refused, text("“{1}” counts nobody in the city.", shown));
  intake.secret = counted.secret;
  intake.data.layer = read.layer;
  intake.data.kind = read.kind;
  intake.data.source_crs = read.source_crs;
  intake.report = std::move(read.report);
  intake.report.verb = "population";
  intake.report.when = now_utc();
  tell(intake.report.issues, counted, outside, shown);
  counted.use.method = text("People as the source counts them, by cell, block or address.").english;
  intake.layer = layer_for(file, options, counted.use);
  intake.layer.kind = read.kind;
  intake.layer.features = std::ssize(intake.data.features.kinds);
  intake.crs = crs;
  return intake;
}

}  // namespace smile
