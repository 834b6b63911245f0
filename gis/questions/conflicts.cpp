// Which measures lie in areas of a layer.

#include <algorithm>

#include "gis/analysis/conflicts.h"
#include "gis/formats/feature_values.h"
#include "gis/geometry/overlay.h"
#include "gis/questions/kinds.h"

namespace smile {
namespace {

/// A column for each kind of measure that is there: m², m and sites are no figures of one column.
void add_amounts(FindingTable& table, const std::vector<MeasureConflicts>& conflicts) {
  const std::pair<GeometryKind, Text> kinds[] = {{GeometryKind::area, text("Area within, m²")},
                                                 {GeometryKind::line, text("Length within, m")},
                                                 {GeometryKind::point, text("Sites within")}};
  for (const auto& [kind, name] : kinds) {
    std::vector<std::optional<double>> amounts;
    for (const MeasureConflicts& one : conflicts)
      amounts.push_back(one.kind == kind ? std::optional(one.amount) : std::nullopt);
    const bool any = std::any_of(amounts.begin(), amounts.end(), [](const auto& amount) { return amount.has_value(); });
    if (any) table.columns.push_back(figures_column(name, std::move(amounts)));
  }
}

FindingTable table_of(const std::vector<MeasureConflicts>& conflicts, const Plan& plan) {
  FindingTable table;
  table.title = text("Measures in conflict");
  std::vector<std::string> numbers, titles, areas;
  std::vector<std::optional<double>> amounts, wholes;
  for (const MeasureConflicts& one : conflicts) {
    const Measure* measure = find_measure(plan, one.measure);
    table.measures.push_back(one.measure);
    numbers.push_back(measure->number), titles.push_back(measure->title), areas.push_back(areas_in_words(one));
    amounts.emplace_back(one.amount), wholes.emplace_back(one.whole);
  }
  table.columns = {words_column(text("Number"), numbers), words_column(text("Measure"), titles)};
  add_amounts(table, conflicts);
  table.columns.push_back(share_column(text("of the measure, %"), amounts, wholes));
  table.columns.push_back(words_column(text("Areas"), areas));
  return table;
}

/// The parts of the measures that lie in areas. A layer has one kind of shapes; where measures are of several kinds,
/// it shows a point in each part.
LayerData parts_of(const std::vector<MeasureConflicts>& conflicts, const Plan& plan) {
  LayerData data;
  data.kind = conflicts.front().inside.kind;
  for (const MeasureConflicts& one : conflicts)
    if (one.inside.kind != data.kind) data.kind = GeometryKind::point;
  add_column(data.features, "measure", ValueColumn::Kind::text);
  add_column(data.features, "share", ValueColumn::Kind::real);
  for (const MeasureConflicts& one : conflicts) {
    const bool as_it_is = one.inside.kind == data.kind;
    append_values(data, as_it_is ? one.inside : make_point(label_point(one.inside)),
                  {find_measure(plan, one.measure)->title, one.share});
  }
  return data;
}

MapLayer layer_of_parts(const std::string& name, GeometryKind kind) {
  MapLayer layer;
  layer.name = name;
  layer.kind = kind;
  layer.style.colour = "#C2410C";
  if (kind != GeometryKind::area) layer.style.width = kind == GeometryKind::point ? 12 : 4;
  return layer;
}

}  // namespace

Id conflict_areas(const QuestionOptions& options) {
  if (!options.has("layer")) throw Error(ErrorKind::usage, text("Say which areas measures may lie in: --layer NAME."));
  return options.layer("layer");
}

Answer ask_conflicts(const AskedPlan& asked) {
  return told(answer_conflicts(conflict_areas(asked.options), asked.plan, asked.place, asked.progress), asked.options);
}

Answer told(const ConflictAnswer& found, const QuestionOptions& options) {
  Answer out;
  out.finding.name = str(text("Measures in “{1}”", found.layer));
  out.finding.sentences = sentences_of(found);
  out.finding.method = {found.method};
  out.finding.sources = found.sources;
  const std::vector<MeasureConflicts>& conflicts = found.found.measures;
  out.finding.tables = {table_of(conflicts, options.plan())};
  if (!conflicts.empty()) {
    LayerData parts = parts_of(conflicts, options.plan());
    out.map = FoundLayer{layer_of_parts(out.finding.name, parts.kind), std::move(parts)};
  }
  return out;
}

}  // namespace smile
