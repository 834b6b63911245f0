// What one scenario does that another doesn't.

#include "gis/analysis/compare.h"

#include "gis/questions/kinds.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

/// A column of each row's figure.
template <class Figure>
FindingColumn column(Text name, const std::vector<ComparedRow>& rows, Figure figure, int digits = 0) {
  std::vector<std::optional<double>> figures;
  for (const ComparedRow& row : rows) figures.push_back(figure(row));
  return figures_column(std::move(name), std::move(figures), digits);
}

using Rows = std::vector<ComparedRow>;
using Cell = std::optional<double>;

/// Before, after and the difference of a figure of both sides.
template <class Figure>
void add_three(FindingTable& table, const Rows& rows, Text before, Text after, Text difference, Figure figure,
               int digits = 0) {
  table.columns.push_back(column(
      std::move(before), rows, [&](const ComparedRow& r) { return Cell(figure(r.before)); }, digits));
  table.columns.push_back(column(
      std::move(after), rows, [&](const ComparedRow& r) { return Cell(figure(r.after)); }, digits));
  table.columns.push_back(column(
      std::move(difference), rows, [&](const ComparedRow& r) { return Cell(figure(r.after) - figure(r.before)); },
      digits));
}

double amount(Money money) {
  return static_cast<double>(money.cents) / 100;
}

void add_people(FindingTable& table, const Rows& rows, AgeRange ages) {
  table.columns.push_back(column(inhabitants_heading(ages), rows, [](const ComparedRow& r) { return Cell(r.people); }));
  add_three(table, rows, text("Reached before"), text("Reached after"), text("Reached, difference"),
            [](const ComparedFigures& f) { return f.reached; });
  const auto share = [&](Text name, auto figure) {
    FindingColumn shares = column(std::move(name), rows, figure, 1);
    shares.share = true;
    table.columns.push_back(std::move(shares));
  };
  const auto of = [](double part, double whole) { return whole > 0 ? Cell(part / whole) : Cell(); };
  share(text("Reached before, %"), [&](const ComparedRow& r) { return of(r.before.reached, r.people); });
  share(text("Reached after, %"), [&](const ComparedRow& r) { return of(r.after.reached, r.people); });
  share(text("Difference, points"), [](const ComparedRow& r) { return r.more_of_people(); });
}

FindingTable table_of(const ComparisonAnswer& found, const Plan& plan) {
  Rows rows = found.rows;
  rows.push_back(found.all);
  std::vector<std::string> codes, names;
  FindingTable table;
  for (const ComparedRow& row : rows) {
    const District* district = find_district(plan, row.district);
    codes.push_back(district ? district->code : std::string());
    names.push_back(name_of(row, plan));
    table.districts.push_back(row.district);
  }
  table.title = text("By district");
  table.total = true;
  table.columns = {words_column(text("Code"), std::move(codes)),
                   words_column(heading_of(plan, table.districts), std::move(names))};
  if (found.people) add_people(table, rows, found.question.settings.ages);
  add_three(table, rows, text("Measures before"), text("Measures after"), text("Measures, difference"),
            [](const ComparedFigures& f) { return static_cast<double>(f.measures); });
  add_three(
      table, rows, text("Costs before, {1}", plan.currency), text("Costs after, {1}", plan.currency),
      text("Costs, difference, {1}", plan.currency), [](const ComparedFigures& f) { return amount(f.cost); }, 2);
  return table;
}

/// The measures that only one of both has.
FindingTable measures_table(const ComparisonAnswer& found, const Plan& plan) {
  FindingTable table;
  table.title = text("Measures that come in or go");
  std::vector<std::string> signs, numbers, titles;
  std::vector<Cell> costs;
  const auto add = [&](const std::vector<Id>& ids, const std::string& sign) {
    for (const Id id : ids) {
      const Measure* measure = find_measure(plan, id);
      signs.push_back(sign), numbers.push_back(measure->number), titles.push_back(measure->title);
      costs.push_back(measure->cost.likely ? Cell(amount(*measure->cost.likely)) : Cell());
      table.measures.push_back(id);
    }
  };
  add(found.only_after, say("comes in"));
  add(found.only_before, say("goes"));
  table.columns = {words_column(text("Change"), signs), words_column(text("Number"), numbers),
                   words_column(text("Title"), titles), figures_column(text("Costs, {1}", plan.currency), costs, 2)};
  return table;
}

}  // namespace

ComparisonQuestion comparison_question(const QuestionOptions& options) {
  ComparisonQuestion question;
  for (const char* key : {"before", "after"})
    if (!options.has(key))
      throw Error(ErrorKind::usage,
                  text("Say what is compared with what: --before SCENARIO --after SCENARIO; all and none stand for all "
                       "measures and for none."));
  question.before = options.measures("before");
  question.after = options.measures("after");
  if (question.before == question.after)
    throw Error(ErrorKind::usage, text("Before and after are the same: choose two that differ."));
  const AskedPlaces places = options.places("places");
  if (places.measures)
    throw Error(ErrorKind::usage, text("--places are those that are there anyway: layers. The measures are compared."));
  question.places = places.layers;
  question.needs_people = options.has("ages");
  if (options.has("distance")) question.settings.distances_m = options.numbers("distance");
  question.settings.by = options.by();
  question.settings.ages = options.ages();
  question.settings.level = options.level();
  return question;
}

Answer ask_compare(const AskedPlan& asked) {
  return told(answer(comparison_question(asked.options), asked.plan, asked.place, asked.progress), asked.options);
}

Answer told(const ComparisonAnswer& found, const QuestionOptions& options) {
  const Plan& plan = options.plan();
  Answer out;
  Finding& finding = out.finding;
  finding.name = str(text("Comparison: {1} → {2}", compared_in_words(found.question.before, plan),
                          compared_in_words(found.question.after, plan)));
  finding.sentences = sentences_of(found, plan);
  finding.tables.push_back(table_of(found, plan));
  // Bars: what changes for people, else for the money.
  finding.chart = {FindingChart::Kind::bars, 1, 0, found.people ? 5 : 7};
  if (!found.only_before.empty() || !found.only_after.empty()) finding.tables.push_back(measures_table(found, plan));
  finding.method = found.method;
  finding.sources = found.sources;
  if (found.changed.features.size() > 0) out.map = FoundLayer{layer_of_changes(found, finding.name), found.changed};
  return out;
}

}  // namespace smile
