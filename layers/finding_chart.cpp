#include "layers/finding_chart.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "gis/questions/district_results.h"

namespace smile::layers {
namespace {

std::size_t rows_without_total(const FindingTable& table) {
  const std::size_t rows = rows_of(table);
  return table.total && rows > 0 ? rows - 1 : rows;
}

const FindingColumn& column(const FindingTable& table, int at) {
  static const FindingColumn none;
  return at >= 0 && static_cast<std::size_t>(at) < table.columns.size() ? table.columns[static_cast<std::size_t>(at)]
                                                                        : none;
}

Figure figure(const FindingColumn& column, std::size_t row) {
  Figure figure = figure_at(column, row);
  if (column.share) figure.value *= 100;
  return figure;
}

std::string word(const FindingColumn& column, std::size_t row) {
  return row < column.words.size() ? column.words[row] : std::string();
}

ChartHead head_of(const Finding& finding, const FindingColumn& of) {
  ChartHead head;
  head.title = str(of.name);
  head.unit = of.share && !head.title.ends_with('%') ? "%" : "";
  for (const std::string& source : finding.sources) head.source += (head.source.empty() ? "" : " · ") + source;
  return head;
}

/// Where the fewest are reached is what matters: they come first, not among those without room.
bool least_first(const Finding& finding) {
  const std::string& kind = finding.question.kind;
  return kind == "catchment" || kind == "reach" || kind == "supply";
}

void sort_rows(std::vector<BarRow>& rows, bool least_first) {
  std::stable_sort(rows.begin(), rows.end(), [least_first](const BarRow& a, const BarRow& b) {
    const auto known = [](const Figure& f) { return f.state == Figure::State::value; };
    const Figure x = a.values.front(), y = b.values.front();
    if (!known(x) || !known(y)) return known(x) && !known(y);
    return least_first ? x.value < y.value : std::abs(x.value) > std::abs(y.value);
  });
}

/// Of districts those: who was counted outside of them is in the table.
Chart bars(const Finding& finding, const FindingTable& told) {
  const FindingTable table = of_districts(told);
  const FindingColumn& values = column(table, finding.chart.y);
  BarChart chart;
  chart.head = head_of(finding, values);
  chart.decimals = values.digits;
  chart.series = {str(values.name)};
  const std::size_t rows = rows_without_total(table);
  for (std::size_t row = 0; row < rows; ++row)
    chart.rows.push_back({word(column(table, finding.chart.label), row), {figure(values, row)}, false});
  const auto value = [](const BarRow& row) { return row.values.front(); };
  const bool differences =
      std::any_of(chart.rows.begin(), chart.rows.end(), [&](const BarRow& row) { return value(row).value < 0; });
  if (differences) std::erase_if(chart.rows, [&](const BarRow& row) { return value(row).value == 0; });
  sort_rows(chart.rows, least_first(finding));
  const Figure total = table.total ? figure(values, rows) : Figure{};
  if (values.share && total.state == Figure::State::value) {
    chart.reference = total.value;
    chart.reference_label = say("Everybody");
  }
  return chart;
}

Chart scatter(const Finding& finding, const FindingTable& table) {
  const FindingColumn &x = column(table, finding.chart.x), &y = column(table, finding.chart.y);
  ScatterChart chart;
  chart.head = head_of(finding, y);
  chart.head.title = str(text("{1} and {2}", str(y.name), str(x.name)));
  chart.x_title = str(x.name);
  chart.y_title = str(y.name);
  for (std::size_t row = 0; row < rows_without_total(table); ++row)
    chart.points.push_back({word(column(table, finding.chart.label), row), figure(x, row), figure(y, row), false});
  return chart;
}

/// x: of whom, y: of what; the least for each first.
Chart lorenz(const Finding& finding, const FindingTable& table) {
  const FindingColumn &of = column(table, finding.chart.x), &what = column(table, finding.chart.y);
  std::vector<std::pair<double, double>> parts;
  for (std::size_t row = 0; row < rows_without_total(table); ++row) {
    const Figure weight = figure(of, row), amount = figure(what, row);
    if (weight.state == Figure::State::value && amount.state == Figure::State::value && weight.value > 0)
      parts.emplace_back(weight.value, amount.value);
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.second * b.first < b.second * a.first; });
  double weight = 0, amount = 0;
  for (const auto& [w, a] : parts) weight += w, amount += a;
  LorenzChart chart;
  chart.head = head_of(finding, what);
  chart.x_title = str(of.name);
  chart.y_title = str(what.name);
  if (weight <= 0 || amount <= 0) return chart;
  QPointF at(0, 0);
  chart.curve.push_back(at);
  for (const auto& [w, a] : parts) chart.curve.push_back(at += QPointF(w / weight, a / amount));
  chart.curve.back() = {1, 1};
  return chart;
}

/// The rows that moved most: more lines could not be told apart.
Chart timeline(const Finding& finding, const FindingTable& table) {
  constexpr std::size_t most = 6;
  const int first = finding.chart.x, last = finding.chart.y;
  TimelineChart chart;
  chart.head = head_of(finding, column(table, finding.chart.label));
  chart.head.title = finding.name;
  chart.from_zero = false;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < rows_without_total(table); ++row) rows.push_back(row);
  const auto moved = [&](std::size_t row) {
    const Figure a = figure(column(table, first), row), b = figure(column(table, last), row);
    const bool known = a.state == Figure::State::value && b.state == Figure::State::value;
    return known ? std::abs(b.value - a.value) : -1.0;
  };
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return moved(a) > moved(b); });
  for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) {
    TimelineSeries series{word(column(table, finding.chart.label), rows[i]), {}};
    for (int at = first; at <= last; ++at)
      series.years[std::atoi(str(column(table, at).name).c_str())] = figure(column(table, at), rows[i]);
    chart.series.push_back(std::move(series));
  }
  return chart;
}

}  // namespace

std::optional<Chart> chart_of(const Finding& finding) {
  if (finding.tables.empty()) return std::nullopt;
  const FindingTable& table = finding.tables.front();
  switch (finding.chart.kind) {
    case FindingChart::Kind::bars:
      return bars(finding, table);
    case FindingChart::Kind::lorenz:
      return lorenz(finding, table);
    case FindingChart::Kind::scatter:
      return scatter(finding, table);
    case FindingChart::Kind::timeline:
      return timeline(finding, table);
    case FindingChart::Kind::none:
      break;
  }
  return std::nullopt;
}

}  // namespace smile::layers
