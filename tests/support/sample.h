#pragma once
// A small plan made by hand: 3 × 2 districts in one level, 6 × 4 in a finer one, measures of every placement.

#include <memory>
#include <string>

#include "gis/plan/plan.h"

namespace smile::tests {

inline DistrictPtr square(Id id, Id level, const std::string& code, const std::string& name, double x, double y,
                          double side) {
  District district;
  district.id = id;
  district.level = level;
  district.code = code;
  district.name = name;
  district.geometry = make_area({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
  district.area_m2 = side * side;
  return std::make_shared<District>(district);
}

inline MeasurePtr measure(Id id, Block block, Phase phase, Location location) {
  Measure out;
  out.id = id;
  out.number = std::to_string(id - 100);
  out.title = "Maßnahme <b>" + out.number + "</b>";
  out.block = block;
  out.phase = phase;
  out.location = std::move(location);
  return std::make_shared<Measure>(out);
}

inline Location at(Point p) {
  return {Placement::point, make_point(p), {}, {}};
}

/// 6 km × 4 km from (300000, 6000000). District 10 … 15 in level 1; 20 … 43 in level 2. Inhabitants of level 1: 1000 ·
/// (1 … 5), the last district's are suppressed.
inline Plan sample_plan() {
  Plan plan;
  plan.title = "Ideenpool";
  plan.levels = {{1, "Stadtbereiche", 0}, {2, "Ortsteile", 1}};
  const char* names[] = {"Nordwest", "Kröpeliner-Tor-Vorstadt", "Nordost", "Groß Klein", "Mitte", "Südost"};
  for (int i = 0; i < 6; ++i)
    plan.districts.push_back(square(10 + i, 1, std::string(1, static_cast<char>('A' + i)), names[i],
                                    300000 + 2000 * (i % 3), 6000000 + 2000 * (i / 3), 2000));
  for (int i = 0; i < 24; ++i)
    plan.districts.push_back(square(20 + i, 2, std::to_string(i + 1), "Ortsteil " + std::to_string(i + 1),
                                    300000 + 1000 * (i % 6), 6000000 + 1000 * (i / 6), 1000));
  Statistic people;
  people.id = 60;
  people.level = 1;
  people.name = "einwohner";
  people.year = 2023;
  people.inhabitants = true;
  for (int i = 0; i < 5; ++i) people.figures[10 + i] = {Figure::State::value, 1000.0 * (i + 1)};
  people.figures[15] = {Figure::State::suppressed, 0};
  plan.statistics.push_back(std::make_shared<Statistic>(people));
  const Point middle{303000, 6002000};
  plan.measures = {
      measure(101, Block::citizens, Phase::idea, at({300500, 6000500})),
      measure(102, Block::governance, Phase::decided, at({302500, 6003300})),
      measure(103, Block::places, Phase::done,
              {Placement::sites, make_points({{304500, 6000700}, {305500, 6000700}}), {}, {}}),
      measure(104, Block::exchange, Phase::rejected,
              {Placement::line, make_line({{300200, 6003000}, middle, {305800, 6003000}}), {}, {}}),
      measure(105, Block::none, Phase::checked,
              {Placement::area,
               make_area({{304200, 6002200}, {305000, 6002200}, {305000, 6002900}, {304200, 6002900}}),
               {},
               {}}),
      measure(106, Block::citizens, Phase::shortlisted, {Placement::district, {}, {12}, {}}),
      measure(107, Block::places, Phase::in_progress, {Placement::city, {}, {}, {}}),
      measure(108, Block::places, Phase::none, {}),
  };
  plan.sources = {{"Stadtbereiche", "Stadt", "CC0 1.0", "2023", false}};
  plan.style.level = 1;
  plan.next_id = 200;
  return plan;
}

}  // namespace smile::tests
