#pragma once
// The sample plan with what steps speak of: ages, costs, a finding with rows per district.

#include "tests/support/sample.h"

namespace smile::tests {

inline void add_ages(Plan& plan) {
  const char* names[] = {"juenger_6", "6_15", "15_25", "25_65", "65_aelter"};
  for (Id i = 0; i < 5; ++i) {
    Statistic ages{70 + i, 1, std::string("anzahl_") + names[i], 2023, false, "Stadt", {}};
    for (Id district = 10; district < 15; ++district)
      ages.figures[district] = {Figure::State::value, 50.0 * static_cast<double>((i + 1) * (district - 9))};
    plan.statistics.push_back(std::make_shared<Statistic>(ages));
  }
}

inline FindingPtr reached_by_district(const Plan& plan) {
  Finding finding;
  finding.id = 150;
  finding.name = "Spielplätze: wen sie innerhalb 300 m erreichen";
  finding.question = {"districts", {}};
  finding.sentences = {text("{1} of {2} rows came in", 1240, 2310)};
  FindingTable table;
  table.columns.resize(2);
  table.columns[0].name = text("District");
  table.columns[1].name = text("within {1}, %", "300 m");
  table.columns[1].share = true;
  for (const DistrictPtr& district : districts_of(plan, 1)) {
    table.columns[0].words.push_back(district->name);
    table.columns[1].figures.emplace_back(0.1 * static_cast<double>(district->id - 9));
    table.districts.push_back(district->id);
  }
  finding.chart = {FindingChart::Kind::bars, 0, 0, 1};
  finding.tables = {table};
  return std::make_shared<const Finding>(finding);
}

inline Plan stepped_city() {
  Plan plan = sample_plan();
  add_ages(plan);
  for (MeasurePtr& one : plan.measures) {
    Measure measure = *one;
    measure.title = "Neue Sitzbänke und Schatten am Weg zur Schule, Abschnitt " + measure.number;
    if (measure.id % 3 != 0) measure.cost.likely = Money{measure.id * 1234500};
    one = std::make_shared<const Measure>(measure);
  }
  plan.findings = {reached_by_district(plan)};
  return plan;
}

/// Of a district with three measures pointed out.
inline Step step_with(const Plan& plan, StepPanel panel) {
  Step step;
  step.title = "Was hier vorgeschlagen ist";
  step.style = plan.style;
  step.district = 11;
  step.ground = {302000, 6000000, 304000, 6002000};
  step.measures = {101, 102, 103};
  step.panel = panel;
  step.finding = 150;
  return step;
}

}  // namespace smile::tests
