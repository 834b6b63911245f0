// Measures, cost and inhabitants of each district.

#include <algorithm>
#include <numeric>

#include "gis/analysis/district_figures.h"
#include "gis/analysis/district_profile.h"
#include "gis/analysis/needed.h"
#include "gis/plan/fields.h"
#include "gis/plan/pursued.h"
#include "gis/questions/kinds.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

double amount(Money money) {
  return static_cast<double>(money.cents) / 100;
}

/// A row of the table: a district, what lies elsewhere, or everything.
struct Row {
  Id district = 0;
  std::string name;
  double measures = 0;
  Money cost;
  std::optional<double> without_cost;
  Figure inhabitants;
  std::optional<double> area_m2;
};

Row everything(const FiguresResult& result, const std::vector<Row>& rows, const Plan& plan) {
  const CostOfMeasures counted = cost_of(plan.measures);
  Row all{0, say("Whole city"), static_cast<double>(counted.measures), {}, std::nullopt, {}, 0.0};
  all.without_cost = static_cast<double>(counted.without_cost);
  for (const Row& row : rows) all.cost = all.cost + row.cost;
  bool known = !result.districts.empty();
  for (std::size_t i = 0; i < result.districts.size(); ++i) {
    *all.area_m2 += *rows[i].area_m2;
    known = known && rows[i].inhabitants.state == Figure::State::value;
    all.inhabitants.value += rows[i].inhabitants.value;
  }
  all.inhabitants.state = known ? Figure::State::value : Figure::State::missing;
  return all;
}

/// Districts as in the plan, then what has a row only where there is something in it, then everything.
std::vector<Row> rows_of(const FiguresResult& result, const Plan& plan) {
  const std::map<Id, Figure> people = figure_by_district(plan, "inhabitants", result.level);
  std::vector<Row> rows;
  for (const DistrictFigures& one : result.districts)
    rows.push_back({one.district, find_district(plan, one.district)->name, static_cast<double>(one.measures), one.cost,
                    static_cast<double>(one.measures_without_cost), figures_of(people, {one.district}).front(),
                    one.area_m2});
  if (result.outside > 0)
    rows.push_back({0, say("outside"), static_cast<double>(result.outside), result.outside_cost, {}, {}, {}});
  if (result.unplaced > 0)
    rows.push_back(
        {0, say("without a place yet"), static_cast<double>(result.unplaced), result.unplaced_cost, {}, {}, {}});
  rows.push_back(everything(result, rows, plan));
  return rows;
}

/// Secret where the inhabitants are.
Figure per_head(const Row& row) {
  if (row.inhabitants.state != Figure::State::value) return row.inhabitants;
  if (!(row.inhabitants.value > 0)) return {};
  return {Figure::State::value, amount(row.cost) / row.inhabitants.value};
}

FindingTable table_of(const std::vector<Row>& rows, const Plan& plan) {
  std::vector<Id> ids;
  for (const Row& row : rows) ids.push_back(row.district);
  FindingTable table = district_table(plan, std::move(ids), false);
  table.total = true;
  std::vector<std::optional<double>> measures, without, areas;
  std::vector<Figure> costs, heads, people;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    table.columns[1].words[i] = row.name;
    measures.emplace_back(row.measures), without.push_back(row.without_cost);
    areas.push_back(row.area_m2 ? std::optional(*row.area_m2 / 1e6) : std::nullopt);
    costs.push_back({Figure::State::value, amount(row.cost)});
    heads.push_back(per_head(row)), people.push_back(row.inhabitants);
  }
  for (FindingColumn column :
       {figures_column(text("Measures"), measures), figures_column(text("Cost, {1}", plan.currency), costs),
        figures_column(text("Cost per head, {1}", plan.currency), heads), figures_column(text("without cost"), without),
        figures_column(text("Inhabitants"), people), figures_column(text("Area, km²"), areas, 2)})
    table.columns.push_back(std::move(column));
  return table;
}

/// How many measures of each choice; choices that nobody has are left out.
template <class Counts>
FindingTable counted(const Plan& plan, const FiguresResult& result, Text title, const Text& none,
                     std::span<const Choice> choices, Counts DistrictFigures::*counts) {
  std::vector<Id> ids;
  for (const DistrictFigures& one : result.districts) ids.push_back(one.district);
  FindingTable table = district_table(plan, std::move(ids), false);
  table.title = std::move(title);
  for (std::size_t k = 0; k <= choices.size(); ++k) {
    std::vector<std::optional<double>> column;
    for (const DistrictFigures& one : result.districts) column.emplace_back((one.*counts)[k]);
    const Text name = k == 0 ? none : Text{std::string(choices[k - 1].label), {}};
    const bool any = std::any_of(column.begin(), column.end(), [](const auto& count) { return *count > 0; });
    if (any) table.columns.push_back(figures_column(name, std::move(column)));
  }
  return table;
}

const Row& largest(const std::vector<Row>& rows, double (*of)(const Row&)) {
  return *std::max_element(rows.begin(), rows.end(), [of](const Row& a, const Row& b) {
    if ((a.district == 0) != (b.district == 0)) return a.district == 0;
    return of(a) < of(b);
  });
}

std::vector<Text> sentences_of(const std::vector<Row>& rows, const FiguresResult& result, const Plan& plan) {
  const Row& all = rows.back();
  if (plan.measures.empty()) return {text("There are no measures yet.")};
  const Row& most = largest(rows, [](const Row& row) { return row.measures; });
  const Row& dearest = largest(rows, [](const Row& row) { return amount(row.cost); });
  std::vector<Text> sentences = {text("{1} has the most measures: {2} of {3}.", most.name,
                                      static_cast<std::int64_t>(most.measures),
                                      static_cast<std::int64_t>(all.measures))};
  if (dearest.cost.cents > 0)
    sentences.push_back(text("The most money goes to {1}: {2} of {3}.", dearest.name,
                             whole_money_in_words(dearest.cost, plan.currency),
                             whole_money_in_words(all.cost, plan.currency)));
  if (result.unplaced > 0)
    sentences.push_back(
        text_n(result.unplaced, "{1} measure has no place yet.", "{1} measures have no place yet.", result.unplaced));
  return sentences;
}

/// The level and the figure of inhabitants, as far as the plan knows where they come from.
std::vector<std::string> sources_of(const Plan& plan, Id level) {
  AskedFigure figure;
  figure.level = level;
  figure.choice.key = "inhabitants";
  return smile::sources_of(plan, figure);
}

}  // namespace

Answer ask_districts(const AskedPlan& asked) {
  const Plan& plan = asked.plan;
  if (plan.districts.empty()) throw needs_districts();
  return told(district_figures(plan, asked.options.level(), asked.progress), asked.options);
}

Answer told(const FiguresResult& result, const QuestionOptions& options) {
  const Plan& plan = options.plan();
  const std::vector<Row> rows = rows_of(result, plan);
  const Level* level = find_level(plan, result.level);
  Answer out;
  out.finding.name = level ? str(text("{1} in figures", level->name)) : say("Districts in figures");
  out.finding.sentences = sentences_of(rows, result, plan);
  out.finding.method = {result.method};
  if (result.rejected > 0) out.finding.method.push_back(rejected_in_words(result.rejected));
  out.finding.sources = sources_of(plan, result.level);
  out.finding.tables = {
      table_of(rows, plan),
      counted(plan, result, text("Measures by building block"), text("No building block"), block_choices(),
              &DistrictFigures::by_block),
      counted(plan, result, text("Measures by phase"), text("No phase"), phase_choices(), &DistrictFigures::by_phase)};
  out.finding.chart = {FindingChart::Kind::bars, 1, 0, 2};
  return out;
}

}  // namespace smile
