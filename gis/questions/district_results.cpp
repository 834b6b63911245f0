#include "gis/questions/district_results.h"

#include <algorithm>
#include <optional>

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

/// The district lies in the other one, at whatever depth.
bool lies_in(const Plan& plan, Id inner, Id outer) {
  for (const District* district = find_district(plan, inner); district && district->parent != 0;
       district = find_district(plan, district->parent))
    if (district->parent == outer) return true;
  return false;
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

std::string words_here(const FindingTable& table, const FindingColumn& column, const Plan& plan, Id district) {
  const auto row = std::find(table.districts.begin(), table.districts.end(), district);
  if (row == table.districts.end()) return range_of_parts(table, column, plan, district);
  return cell_in_words(language(), column, static_cast<std::size_t>(row - table.districts.begin()));
}

}  // namespace

std::optional<DistrictResult> result_in(const Finding& finding, const Plan& plan, Id district) {
  // They speak of how districts stand to each other, not of one of them.
  const FindingChart::Kind kind = finding.chart.kind;
  if (kind == FindingChart::Kind::lorenz || kind == FindingChart::Kind::scatter) return std::nullopt;
  for (const FindingTable& table : finding.tables) {
    const auto column = column_to_say(finding, table);
    if (!column) continue;
    const FindingColumn& figures = table.columns[*column];
    DistrictResult result;
    result.finding = &finding;
    result.figure = figures.name;
    result.here = words_here(table, figures, plan, district);
    result.outdated = outdated(finding, plan);
    result.of_parts = is_range(result.here);
    if (result.here.empty()) continue;
    if (table.total && rows_of(table) > 0) result.city = cell_in_words(language(), figures, rows_of(table) - 1);
    return result;
  }
  return std::nullopt;
}

std::vector<DistrictResult> results_in(const Plan& plan, Id district) {
  std::vector<DistrictResult> results;
  if (district == 0) return results;
  for (const FindingPtr& finding : plan.findings)
    if (auto result = result_in(*finding, plan, district)) results.push_back(std::move(*result));
  return results;
}

}  // namespace smile
