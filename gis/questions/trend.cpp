// How a statistic has moved over the years.

#include "gis/questions/kinds.h"

namespace smile {
namespace {

FindingTable table_of(const TrendAnswer& found, const Plan& plan) {
  std::vector<Id> ids;
  for (const DistrictTrend& one : found.districts) ids.push_back(one.district);
  FindingTable table = district_table(plan, std::move(ids), true);
  for (std::size_t year = 0; year < found.years.size(); ++year) {
    std::vector<Figure> figures;
    for (const DistrictTrend& one : found.districts) figures.push_back(one.by_year[year]);
    figures.push_back(found.city[year]);
    table.columns.push_back(figures_column(text("{1}", std::to_string(found.years[year])), figures));
  }
  std::vector<std::optional<double>> changes, from;
  for (const DistrictTrend& one : found.districts) changes.push_back(change_of(one.by_year));
  changes.push_back(change_of(found.city));
  for (std::size_t row = 0; row < changes.size(); ++row) {
    const Figure& first = row < found.districts.size() ? found.districts[row].by_year.front() : found.city.front();
    from.push_back(first.state == Figure::State::value ? std::optional(first.value) : std::nullopt);
  }
  table.columns.push_back(figures_column(text("Change"), changes));
  table.columns.push_back(share_column(text("Change, %"), changes, from));
  return table;
}

}  // namespace

TrendQuestion trend_question(const QuestionOptions& options) {
  return {options.word("figure"), options.level()};
}

Answer ask_trend(const AskedPlan& asked) {
  const TrendAnswer found = answer(trend_question(asked.options), asked.plan);
  Answer out;
  out.finding.name = str(text("{1} from {2} to {3}", found.figure, std::to_string(found.years.front()),
                              std::to_string(found.years.back())));
  out.finding.sentences = sentences_of(found, asked.plan);
  out.finding.tables = {table_of(found, asked.plan)};
  out.finding.chart = {FindingChart::Kind::timeline, 1, 2, 1 + static_cast<int>(found.years.size())};
  out.finding.method = {
      text("Figures as the statistics have them; the city is the sum of its districts where all are known.")};
  out.finding.sources = found.sources;
  return out;
}

}  // namespace smile
