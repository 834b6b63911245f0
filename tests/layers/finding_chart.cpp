#include "layers/finding_chart.h"

#include <boost/test/unit_test.hpp>

using namespace smile;
using namespace smile::layers;

namespace {

/// A table of names, people and figures, its last row the total.
Finding finding_of(std::vector<std::optional<double>> figures, FindingChart::Kind kind) {
  FindingTable table;
  table.columns.resize(3);
  for (std::size_t i = 0; i < figures.size(); ++i)
    table.columns[0].words.push_back(i + 1 == figures.size() ? "Alle" : std::string(1, static_cast<char>('A' + i)));
  table.columns[1].figures.assign(figures.size(), 10);
  table.columns[2].figures = std::move(figures);
  table.total = true;
  Finding finding;
  finding.chart = {kind, 0, 1, 2};
  finding.tables = {table};
  return finding;
}

std::string rows_of(const BarChart& chart) {
  std::string rows;
  for (const BarRow& row : chart.rows) rows += row.label;
  return rows;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(finding_chart)

BOOST_AUTO_TEST_CASE(bars_are_the_largest_first_without_the_total_and_unknown_ones_last) {
  const auto chart =
      std::get<BarChart>(chart_of(finding_of({1, std::nullopt, 3, 2, 6}, FindingChart::Kind::bars)).value());
  BOOST_TEST(rows_of(chart) == "CDAB");
  BOOST_TEST(!chart.reference.has_value());
}

BOOST_AUTO_TEST_CASE(shares_are_per_cent_with_everybody_as_a_line) {
  Finding finding = finding_of({0.1, 0.4, 0.25}, FindingChart::Kind::bars);
  finding.tables[0].columns[2].share = true;
  const auto chart = std::get<BarChart>(chart_of(finding).value());
  BOOST_TEST(chart.rows.front().values.front().value == 40.0);
  BOOST_TEST(chart.reference.value() == 25.0);
  BOOST_TEST(chart.head.unit == "%");
}

BOOST_AUTO_TEST_CASE(differences_show_the_largest_in_both_directions_and_leave_out_what_stays) {
  const auto chart = std::get<BarChart>(chart_of(finding_of({5, 0, -8, 2, 0, -1}, FindingChart::Kind::bars)).value());
  BOOST_TEST(rows_of(chart) == "CAD");
}

BOOST_AUTO_TEST_CASE(a_lorenz_curve_begins_with_those_who_have_least_and_ends_at_one) {
  const auto chart = std::get<LorenzChart>(chart_of(finding_of({6, 1, 3, 10}, FindingChart::Kind::lorenz)).value());
  BOOST_TEST_REQUIRE(chart.curve.size() == 4U);
  BOOST_TEST(std::abs(chart.curve[1].y() - 0.1) < 1e-12);
  BOOST_TEST(std::abs(chart.curve[2].y() - 0.4) < 1e-12);
  BOOST_TEST((chart.curve.back() == QPointF(1, 1)));
}

BOOST_AUTO_TEST_CASE(points_carry_their_names) {
  const auto chart = std::get<ScatterChart>(chart_of(finding_of({6, 1, 3}, FindingChart::Kind::scatter)).value());
  BOOST_TEST_REQUIRE(chart.points.size() == 2U);
  BOOST_TEST(chart.points[1].label == "B");
  BOOST_TEST(chart.head.title == chart.y_title + " and " + chart.x_title);
}

BOOST_AUTO_TEST_CASE(without_a_table_or_a_kind_there_is_no_picture) {
  BOOST_TEST(!chart_of(Finding{}).has_value());
  BOOST_TEST(!chart_of(finding_of({1, 2}, FindingChart::Kind::none)).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
