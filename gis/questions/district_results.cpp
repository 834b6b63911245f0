#include "gis/questions/district_results.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "gis/plan/hierarchy.h"
#include "gis/questions/ask.h"

namespace smile {
namespace {

constexpr const char* to = " – ";

std::optional<std::size_t> column_to_say(const Finding& finding, const FindingTable& table) {
  const auto has_figures = [&](std::size_t i) { return i < table.columns.size() && !table.columns[i].figures.empty(); };
  const auto charted = static_cast<std::size_t>(std::max(finding.chart.y, 0));
  const bool first = &table == finding.tables.data();
  if (first && finding.chart.kind == FindingChart::Kind::bars && has_figures(charted)) return charted;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].share && has_figures(i)) return i;
  for (std::size_t i = table.columns.size(); i-- > 0;)
    if (has_figures(i)) return i;
  return std::nullopt;
}

/// “12.3 % – 48 %”: of the parts of a district that the result speaks of. "": of none.
std::string range_of_parts(const FindingTable& table, const FindingColumn& column, const Plan& plan, Id district) {
  std::optional<std::size_t> least, most;
  for (std::size_t row = 0; row < table.districts.size(); ++row) {
    const Figure figure = figure_at(column, row);
    if (figure.state != Figure::State::value || !lies_in(plan, table.districts[row], district)) continue;
    if (!least || figure.value < figure_at(column, *least).value) least = row;
    if (!most || figure.value > figure_at(column, *most).value) most = row;
  }
  if (!least) return {};
  const std::string low = cell_in_words(language(), column, *least), high = cell_in_words(language(), column, *most);
  return low == high ? low : low + to + high;
}

bool is_range(const std::string& words) {
  return words.find(to) != std::string::npos;
}

using Rows = std::vector<std::size_t>;

/// What is missing adds nothing (where nobody lives, nobody is counted); of secret figures there is no sum.
std::optional<double> sum_of(const FindingColumn& column, const Rows& rows) {
  double sum = 0;
  bool any = false;
  for (const std::size_t row : rows) {
    const Figure figure = figure_at(column, row);
    if (figure.state == Figure::State::suppressed) return std::nullopt;
    any = any || figure.state == Figure::State::value;
    sum += figure.value;
  }
  return any ? std::optional(sum) : std::nullopt;
}

/// The table shows it by itself: its rows make up the last one.
bool adds_up(const FindingTable& table, const FindingColumn& column) {
  if (!table.total || column.share || rows_of(table) < 2) return false;
  Rows rows(rows_of(table) - 1);
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  const auto sum = sum_of(column, rows), total = sum_of(column, {rows.size()});
  return sum && total && *total > 0 && std::abs(*sum - *total) <= 0.5 + 1e-6 * *total;
}

bool is_share_of(const FindingTable& table, const FindingColumn& share, const FindingColumn& part,
                 const FindingColumn& whole) {
  for (std::size_t row = 0; row < rows_of(table); ++row) {
    const Figure a = figure_at(part, row), b = figure_at(whole, row), of = figure_at(share, row);
    if (of.state != Figure::State::value) continue;
    if (!(b.value > 0) || std::abs(a.value / b.value - of.value) > 1e-6) return false;
  }
  return true;
}

/// Of several rows together: a sum, or a share of sums. Nothing for what can't be put together, as a mean walk.
std::optional<double> together(const FindingTable& table, const FindingColumn& column, const Rows& rows) {
  if (adds_up(table, column)) return sum_of(column, rows);
  if (!column.share) return std::nullopt;
  for (const FindingColumn& part : table.columns)
    for (const FindingColumn& whole : table.columns) {
      if (&part == &whole || !adds_up(table, part) || !adds_up(table, whole)) continue;
      if (!is_share_of(table, column, part, whole)) continue;
      const auto a = sum_of(part, rows), b = sum_of(whole, rows);
      return a && b && *b > 0 ? std::optional(*a / *b) : std::nullopt;
    }
  return std::nullopt;
}

std::string words_together(const FindingTable& table, const FindingColumn& column, const Rows& rows) {
  const auto figure = together(table, column, rows);
  if (!figure) return {};
  FindingColumn one = column;
  one.figures = {*figure};
  one.words.clear();
  one.secret.clear();
  return cell_in_words(language(), one, 0);
}

template <class Meant>
Rows rows_where(const FindingTable& table, Meant meant) {
  Rows rows;
  for (std::size_t row = 0; row < table.districts.size(); ++row)
    if (table.districts[row] != 0 && meant(table.districts[row])) rows.push_back(row);
  return rows;
}

std::string words_here(const FindingTable& table, const FindingColumn& column, const Plan& plan, Id district) {
  const auto row = std::find(table.districts.begin(), table.districts.end(), district);
  if (row != table.districts.end())
    return cell_in_words(language(), column, static_cast<std::size_t>(row - table.districts.begin()));
  const Rows parts = rows_where(table, [&](Id id) { return lies_in(plan, id, district); });
  const std::string whole = words_together(table, column, parts);
  return whole.empty() ? range_of_parts(table, column, plan, district) : whole;
}

void take_row(FindingColumn& column, std::size_t row) {
  const auto at = static_cast<std::ptrdiff_t>(row);
  if (row < column.figures.size()) column.figures.erase(column.figures.begin() + at);
  if (row < column.words.size()) column.words.erase(column.words.begin() + at);
  std::erase(column.secret, at);
  for (std::int64_t& secret : column.secret) secret -= secret > at ? 1 : 0;
}

/// The row of those who were counted outside of all districts; behind the districts, before the total.
std::optional<std::size_t> row_outside(const FindingTable& table) {
  if (!table.total || table.districts.size() < 3 || table.districts.size() != rows_of(table)) return std::nullopt;
  const std::size_t last = table.districts.size() - 2;
  return table.districts[last] == 0 ? std::optional(last) : std::nullopt;
}

std::string words_of_city(const FindingTable& table, const FindingColumn& column) {
  if (!table.total || rows_of(table) == 0) return {};
  return cell_in_words(language(), column, rows_of(table) - 1);
}

}  // namespace

FindingTable of_districts(FindingTable table) {
  const auto outside = row_outside(table);
  if (!outside) return table;
  const Rows inside = rows_where(table, [](Id) { return true; });
  std::vector<std::optional<double>> totals;
  for (const FindingColumn& column : table.columns) totals.push_back(together(table, column, inside));
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    FindingColumn& column = table.columns[i];
    take_row(column, *outside);
    if (totals[i] && !column.figures.empty()) column.figures.back() = totals[i];
  }
  table.districts.erase(table.districts.begin() + static_cast<std::ptrdiff_t>(*outside));
  return table;
}

std::optional<DistrictResult> result_in(const Finding& finding, const Plan& plan, Id district) {
  // They speak of how districts stand to each other, not of one of them.
  const FindingChart::Kind kind = finding.chart.kind;
  if (kind == FindingChart::Kind::lorenz || kind == FindingChart::Kind::scatter) return std::nullopt;
  for (const FindingTable& told : finding.tables) {
    const auto column = column_to_say(finding, told);
    if (!column) continue;
    const FindingTable table = of_districts(told);
    const FindingColumn& figures = table.columns[*column];
    DistrictResult result;
    result.finding = &finding;
    result.figure = figures.name;
    result.here = district == 0 ? words_of_city(table, figures) : words_here(table, figures, plan, district);
    result.outdated = outdated(finding, plan);
    result.of_parts = is_range(result.here);
    if (result.here.empty()) continue;
    if (district != 0) result.city = words_of_city(table, figures);
    return result;
  }
  return std::nullopt;
}

std::vector<DistrictResult> results_in(const Plan& plan, Id district) {
  std::vector<DistrictResult> results;
  if (district == 0) return results;
  for (const FindingPtr& finding : plan.findings) {
    if (finding->question.kind == "districts") continue;  // what a sheet tells of each district anyway
    if (auto result = result_in(*finding, plan, district)) results.push_back(std::move(*result));
  }
  return results;
}

}  // namespace smile
