#pragma once
// Rostock as its open data give it (three levels, 21 + 31 + 74 districts), with 120 invented measures of every
// placement: for tests and timings.

#include <cmath>
#include <filesystem>
#include <memory>
#include <string>

#include "gis/formats/features.h"
#include "gis/formats/text_table.h"
#include "gis/intake/districts.h"
#include "gis/intake/layers.h"
#include "gis/intake/statistics.h"

namespace smile::tests {

inline Measure invented_measure(int i, const Plan& plan) {
  const Box box = extent(plan);
  // Two irrational steps spread points evenly; towards the middle they stand closer, as in a city.
  const double u = std::fmod(i * 0.7548776662466927, 1) - 0.5;
  const double v = std::fmod(i * 0.5698402909980532, 1) - 0.5;
  const Point p{box.min_x + box.width() * (0.45 + 0.7 * u * std::abs(u) * 2),
                box.min_y + box.height() * (0.4 + 0.9 * v * std::abs(v) * 2)};
  Measure measure;
  measure.number = std::to_string(i + 1);
  measure.title = "Maßnahme " + measure.number;
  measure.block = static_cast<Block>(i % 5);
  measure.phase = static_cast<Phase>(i * 7 % 10);
  measure.location = {Placement::point, make_point(p), {}, {}};
  if (i % 10 == 3)
    measure.location = {Placement::line, make_line({p, {p.x + 700, p.y + 400}, {p.x + 1500, p.y + 100}}), {}, {}};
  if (i % 10 == 7)
    measure.location = {
        Placement::area, make_area({p, {p.x + 500, p.y}, {p.x + 600, p.y + 400}, {p.x, p.y + 300}}), {}, {}};
  if (i % 15 == 0)
    measure.location = {Placement::district, {}, {plan.districts[static_cast<std::size_t>(i) % 21]->id}, {}};
  if (i % 40 == 1) measure.location = {Placement::city, {}, {}, {}};
  return measure;
}

/// The same with rivers, stops and some of the streets as layers of context.
inline PlanPtr with_context(const Plan& city, const std::filesystem::path& folder) {
  Plan plan = city;
  for (const char* file : {"fliessgewaesser.shp", "rostock_haltestellen.geojson", "strassen_A.geojson"})
    plan = intake_layer(folder / file, {}, plan, folder).edit.apply(plan);
  return std::make_shared<Plan>(std::move(plan));
}

/// folder: the one that holds stadtbereiche.shp.
inline PlanPtr real_city(const std::filesystem::path& folder) {
  Plan plan;
  plan.title = "Smile City Rostock";
  const auto add_level = [&](const char* file, const char* level) {
    DistrictOptions options;
    options.level = level;
    plan = intake_districts(read_features(folder / file), options, plan).edit.apply(plan);
  };
  add_level("stadtbereiche.shp", "Stadtbereiche");
  add_level("ortsteile_dissolved.geojson", "Ortsteile");
  add_level("statistische_bezirke.geojson", "Statistische Bezirke");
  const auto people = folder / "einwohner" / "insgesamt_2023.csv";
  plan = intake_statistics(read_text_table(people), people.string(), {}, plan).edit.apply(plan);
  std::vector<Measure> measures;
  for (int i = 0; i < 120; ++i) measures.push_back(invented_measure(i, plan));
  plan = add_measures(std::move(measures)).apply(plan);
  plan.style.level = coarsest_level(plan)->id;
  return std::make_shared<Plan>(std::move(plan));
}

/// The same with its inhabitants by age.
inline PlanPtr with_ages(const Plan& city, const std::filesystem::path& folder) {
  const auto ages = folder / "einwohner" / "alter_2023.csv";
  return std::make_shared<const Plan>(
      intake_statistics(read_text_table(ages), ages.string(), {}, city).edit.apply(city));
}

}  // namespace smile::tests
