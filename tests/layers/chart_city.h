#pragma once
// Charts of Rostock's open figures: for tests, and to look at.

#include <algorithm>
#include <filesystem>

#include "gis/formats/text_table.h"
#include "layers/chart.h"
#include "tests/support/places.h"

namespace smile::tests {

inline std::filesystem::path people_file(const std::string& name) {
  return shared_data() / "rostock" / "einwohner" / (name + ".csv");
}

inline std::size_t column_of(const TextTable& table, const std::string& name) {
  return static_cast<std::size_t>(std::find(table.header.begin(), table.header.end(), name) - table.header.begin());
}

inline Figure number(const std::string& cell) {
  return {Figure::State::value, std::stod(cell)};
}

inline std::map<std::string, Figure> by_name(const TextTable& table, const std::string& column) {
  std::map<std::string, Figure> out;
  for (const TextRow& row : table.rows)
    out[row.cells[column_of(table, "stadtbereich_bezeichnung")]] = number(row.cells[column_of(table, column)]);
  return out;
}

inline layers::ChartHead rostock_head(const std::string& title, const std::string& unit) {
  return {title, unit, "Quelle: Hanse- und Universitätsstadt Rostock, Einwohnermelderegister, 31.12.2023, CC0 1.0", {}};
}

inline layers::BarChart inhabitants() {
  layers::BarChart chart;
  chart.head = rostock_head("Wo in Rostock die Menschen wohnen", "Einwohnerinnen und Einwohner");
  for (const auto& [name, figure] : by_name(read_text_table(people_file("insgesamt_2023")), "einwohnerzahl"))
    chart.rows.push_back({name, {figure}, name == "Toitenwinkel"});
  std::stable_sort(chart.rows.begin(), chart.rows.end(),
                   [](const auto& a, const auto& b) { return a.values[0].value > b.values[0].value; });
  double sum = 0;
  for (const auto& row : chart.rows) sum += row.values[0].value;
  chart.reference = sum / static_cast<double>(chart.rows.size());
  chart.reference_label = "Mittel der Stadtbereiche";
  return chart;
}

inline layers::BarChart ages(bool shares) {
  const TextTable table = read_text_table(people_file("alter_2023"));
  const std::pair<const char*, std::vector<const char*>> groups[] = {{"unter 6", {"anzahl_juenger_3", "anzahl_3_6"}},
                                                                     {"6–14", {"anzahl_6_15"}},
                                                                     {"15–24", {"anzahl_15_25"}},
                                                                     {"25–44", {"anzahl_25_35", "anzahl_35_45"}},
                                                                     {"45–64", {"anzahl_45_55", "anzahl_55_65"}},
                                                                     {"65–74", {"anzahl_65_75"}},
                                                                     {"ab 75", {"anzahl_75_aelter"}}};
  layers::BarChart chart;
  chart.head = rostock_head("Wie alt die Menschen in den Stadtbereichen sind",
                            shares ? "Anteil der Altersgruppen in %" : "Einwohnerinnen und Einwohner");
  chart.shares = shares;
  chart.ordered = true;
  for (const auto& [name, columns] : groups) chart.series.push_back(name);
  for (const TextRow& row : table.rows) {
    layers::BarRow bar{row.cells[column_of(table, "stadtbereich_bezeichnung")], {}, false};
    for (const auto& [name, columns] : groups) {
      Figure sum{Figure::State::value, 0};
      for (const char* column : columns) sum.value += number(row.cells[column_of(table, column)]).value;
      bar.values.push_back(sum);
    }
    chart.rows.push_back(std::move(bar));
  }
  return chart;
}

/// Three offices' answers: a number, a secret, nothing.
inline layers::BarChart with_gaps(layers::BarChart chart) {
  for (std::size_t i = 2; i < chart.rows.size(); i += 5) chart.rows[i].values.back().state = Figure::State::suppressed;
  for (std::size_t i = 4; i < chart.rows.size(); i += 7) chart.rows[i].values.front().state = Figure::State::missing;
  return chart;
}

inline layers::ScatterChart age_and_density() {
  const auto density = by_name(read_text_table(people_file("insgesamt_2023")), "bevoelkerungsdichte");
  const auto age = by_name(read_text_table(people_file("alter_2023")), "durchschnittsalter");
  layers::ScatterChart chart;
  chart.head = rostock_head("Wo es dichter ist, wohnen Jüngere", "");
  chart.x_title = "Einwohner je km²";
  chart.y_title = "Durchschnittsalter in Jahren";
  for (const auto& [name, x] : density) chart.points.push_back({name, x, age.at(name), false});
  return chart;
}

/// Children under 6 among the districts, weighted by inhabitants.
inline layers::LorenzChart children() {
  const TextTable table = read_text_table(people_file("alter_2023"));
  const auto people = by_name(read_text_table(people_file("insgesamt_2023")), "einwohnerzahl");
  const auto youngest = by_name(table, "anzahl_juenger_3"), young = by_name(table, "anzahl_3_6");
  std::vector<std::pair<double, double>> rows;
  double all = 0, whole = 0;
  for (const auto& [name, figure] : people) {
    rows.emplace_back(figure.value, youngest.at(name).value + young.at(name).value);
    all += rows.back().first, whole += rows.back().second;
  }
  std::sort(rows.begin(), rows.end(), [](auto a, auto b) { return a.second * b.first < b.second * a.first; });
  layers::LorenzChart chart;
  chart.head = rostock_head("Kinder unter 6 sind recht gleichmäßig verteilt", "");
  chart.x_title = "Anteil der Einwohner, wenigste Kinder zuerst";
  chart.y_title = "Anteil der Kinder unter 6 Jahren";
  chart.curve.emplace_back(0, 0);
  double x = 0, y = 0;
  for (const auto& [a, b] : rows) chart.curve.emplace_back((x += a) / all, (y += b) / whole);
  return chart;
}

inline layers::TimelineChart since_2005(const std::vector<std::string>& names) {
  layers::TimelineChart chart;
  chart.head = rostock_head("Wie sich die Stadtbereiche seit 2005 entwickelt haben", "Einwohnerinnen und Einwohner");
  for (const std::string& name : names) chart.series.push_back({name, {}});
  for (int year = 2005; year <= 2023; ++year) {
    const auto people = by_name(read_text_table(people_file("insgesamt_" + std::to_string(year))), "einwohnerzahl");
    for (auto& series : chart.series)
      if (const auto found = people.find(series.label); found != people.end()) series.years[year] = found->second;
  }
  return chart;
}

}  // namespace smile::tests
