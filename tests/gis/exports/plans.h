#pragma once
// Plans to hand over: a small one with every kind of place and every trap, and random ones.

#include <random>

#include "gis/plan/edits.h"

namespace smile::tests {

inline Geometry square(double x, double y, double side) {
  return make_area({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

/// Counter-clockwise shell with a hole, and a second polygon: shapefiles turn and order rings their own way.
inline Geometry area_with_hole(double x, double y) {
  Geometry geometry;
  geometry.kind = GeometryKind::area;
  const auto ring = [&](std::vector<Point> points) {
    geometry.points.insert(geometry.points.end(), points.begin(), points.end());
    geometry.path_ends.push_back(static_cast<std::uint32_t>(geometry.points.size()));
  };
  ring({{x, y}, {x + 100, y}, {x + 100, y + 100}, {x, y + 100}, {x, y}});
  ring({{x + 20, y + 20}, {x + 40, y + 20}, {x + 40, y + 40}, {x + 20, y + 40}, {x + 20, y + 20}});
  geometry.part_ends.push_back(2);
  ring({{x + 200, y}, {x + 250, y + 50}, {x + 200, y + 50.125}, {x + 200, y}});
  geometry.part_ends.push_back(3);
  return geometry;
}

inline District district(std::string code, std::string name, Geometry geometry) {
  District result;
  result.code = std::move(code);
  result.name = std::move(name);
  result.area_m2 = area(geometry);
  result.geometry = std::move(geometry);
  return result;
}

inline Measure measure(std::string number, std::string title) {
  Measure result;
  result.number = std::move(number);
  result.title = std::move(title);
  return result;
}

inline void place_at(Measure& m, Placement placement, Geometry geometry = {}) {
  m.location.placement = placement;
  m.location.geometry = std::move(geometry);
}

inline std::string long_text() {
  std::string text;
  while (text.size() < 600) text += "Gärten für Größe & Straßenfläche – ";
  return text;
}

inline Measure rich_measure() {
  Measure m = measure("M/01/VII", "Bänke an der Warnow");
  m.summary = long_text();
  m.block = Block::places;
  m.phase = Phase::decided;
  m.phase_history = {{Phase::idea, {2024, DatePrecision::quarter, 2, 0}},
                     {Phase::decided, {2025, DatePrecision::day, 3, 9}}};
  m.partners = {"Amt 66; Tiefbau", "Łódź e. V."};
  m.links = {"https://example.org/?a=1;b=2"};
  m.cost = {Money{1200050}, Money{1250000}, std::nullopt};
  m.yearly_cost.likely = Money{0};
  m.start = Date{2025, DatePrecision::quarter, 3, 0};
  m.end = Date{2026, DatePrecision::day, 2, 28};
  m.extra = {{"Ämter", "66, 67"}, {"Ämter", "doppelt"}, {"leer", ""}};
  m.location.as_written = "54,1; 12,1";
  place_at(m, Placement::sites,
           make_points({{310000.123456789, 6000000.987654321}, {310001, 6000001}, {310000.5, 6000002}}));
  return m;
}

inline std::vector<Measure> small_measures() {
  Measure point = measure("2", "=HYPERLINK(\"http://x\")");
  place_at(point, Placement::point, make_point({310050.25, 6000050.75}));
  point.note = "-1+1";
  Measure line = measure("3", "Radweg");
  place_at(line, Placement::line, make_line({{310000, 6000000}, {310100, 6000100}, {310900, 6000100}}));
  line.cost.likely = Money{-1299};
  Measure zone = measure("4", "Größerer Platz");
  place_at(zone, Placement::area, area_with_hole(310100, 6000100));
  Measure whole = measure("5", "Quartiersfest");
  place_at(whole, Placement::district);
  whole.location.districts = {1};
  Measure city = measure("6", "Offene Daten");
  place_at(city, Placement::city);
  Measure nowhere = measure("", "Idee ohne Ort   ");
  nowhere.district_hint = "Südstadt";
  nowhere.start = Date{2026, DatePrecision::year, 0, 0};
  return {rich_measure(), point, line, zone, whole, city, nowhere};
}

inline std::vector<Statistic> small_statistics(Id level, Id first, Id second) {
  Statistic people;
  people.level = level;
  people.name = "Einwohner (Hauptwohnung)";
  people.year = 2023;
  people.inhabitants = true;
  people.figures = {{first, {Figure::State::value, 8512}}, {second, {Figure::State::value, 0}}};
  Statistic share;
  share.level = level;
  share.name = "Anteil Kinder";
  share.source = "stat.csv";
  share.figures = {{first, {Figure::State::suppressed, 0}}, {second, {Figure::State::value, 0.1 + 0.2}}};
  Statistic other = share;
  other.name = "Anteil-Kinder";
  other.figures = {{first, {Figure::State::missing, 0}}, {second, {Figure::State::value, 1.0 / 3e9}}};
  return {people, share, other};
}

/// Two levels, three statistics, one measure of each kind of place.
inline Plan small_plan() {
  Plan plan;
  plan = set_level("Stadtbereiche",
                   {district("A", "Warnemünde", square(310000, 6000000, 1000)),
                    district("B", "Gartenstadt/Stadtweide", square(311000, 6000000, 1000))},
                   crs_from_epsg(25833))
             .apply(plan);
  plan = set_level("Ortsteile", {district("01", "Seebad Größe", square(310000, 6000000, 1000))}, crs_from_epsg(25833))
             .apply(plan);
  const Id level = plan.levels.front().id;
  std::vector<Id> ids;
  for (const DistrictPtr& d : districts_of(plan, level)) ids.push_back(d->id);
  plan = add_statistics(small_statistics(level, ids[0], ids[1])).apply(plan);
  std::vector<Measure> measures = small_measures();
  for (Measure& m : measures)
    if (m.location.placement == Placement::district) m.location.districts = {ids[0]};
  plan = add_measures(measures).apply(plan);
  plan = add_alias({"Warnemuende", ids[0]}).apply(plan);
  plan = add_source({"Stadtbereiche", "Stadt", "CC0", "2023", true}).apply(plan);
  plan = set_title("Ideen für \"morgen\"").apply(plan);
  Report report;
  report.verb = "measures";
  report.file = "ideen.csv";
  report.issues.push_back({});
  report.issues.back().kind = "x";
  report.issues.back().message = text("{1} of {2} rows came in", 118, 120.5);
  return add_report(report).apply(plan);
}

/// Letters, marks and traps of all sorts.
inline std::string random_text(std::mt19937& random, std::size_t longest) {
  static const std::vector<std::string> pieces = {"a",  "Ä", "ß",  "ł", "€", "日", " ",    ";", "; ",
                                                  "\"", "'", "\n", "=", "0", "-",  "🙂", ","};
  std::string text;
  const std::size_t length = random() % (longest + 1);
  while (text.size() < length) text += pieces[random() % pieces.size()];
  return text;
}

inline Date random_date(std::mt19937& random) {
  const int year = 1990 + static_cast<int>(random() % 60);
  switch (random() % 5) {
    case 0:
      return {year, DatePrecision::year, 0, 0};
    case 1:
      return {year, DatePrecision::half, 1 + static_cast<int>(random() % 2), 0};
    case 2:
      return {year, DatePrecision::quarter, 1 + static_cast<int>(random() % 4), 0};
    case 3:
      return {year, DatePrecision::month, 1 + static_cast<int>(random() % 12), 0};
    default:
      return {year, DatePrecision::day, 1 + static_cast<int>(random() % 12), 1 + static_cast<int>(random() % 28)};
  }
}

inline std::optional<Money> random_money(std::mt19937& random) {
  if (random() % 3 == 0) return std::nullopt;
  const auto large = static_cast<std::int64_t>(random()) * static_cast<std::int64_t>(random() % 100000);
  return Money{random() % 4 == 0 ? -large : large};
}

inline double random_coordinate(std::mt19937& random, double start) {
  return start + std::uniform_real_distribution<double>(0, 1000)(random);
}

inline void random_place(std::mt19937& random, const Plan& plan, Measure& m) {
  const auto point = [&] { return Point{random_coordinate(random, 310000), random_coordinate(random, 6000000)}; };
  switch (random() % 7) {
    case 0:
      return place_at(m, Placement::point, make_point(point()));
    case 1:
      return place_at(m, Placement::sites, make_points({point(), point()}));
    case 2:
      return place_at(m, Placement::line, make_line({point(), point(), point()}));
    case 3:
      return place_at(m, Placement::area,
                      area_with_hole(random_coordinate(random, 310000), random_coordinate(random, 6000000)));
    case 4:
      place_at(m, Placement::district);
      m.location.districts = {plan.districts[random() % plan.districts.size()]->id};
      return;
    case 5:
      return place_at(m, Placement::city);
    default:
      return;
  }
}

inline Measure random_measure(std::mt19937& random, const Plan& plan) {
  Measure m = measure(random_text(random, 8), random_text(random, 300));
  m.summary = random_text(random, 700);
  m.lead = random_text(random, 40);
  m.note = random_text(random, 260);
  m.block = static_cast<Block>(random() % 5);
  m.phase = static_cast<Phase>(random() % 10);
  m.persona = static_cast<Persona>(random() % 6);
  for (std::size_t i = random() % 3; i > 0; --i) m.partners.push_back(random_text(random, 20));
  for (std::size_t i = random() % 3; i > 0; --i) m.links.push_back(random_text(random, 200));
  for (std::size_t i = random() % 3; i > 0; --i) m.extra.emplace_back(random_text(random, 10), random_text(random, 10));
  m.cost = {random_money(random), random_money(random), random_money(random)};
  if (random() % 2 == 0) m.start = random_date(random);
  if (random() % 2 == 0) m.end = random_date(random);
  m.phase_history.push_back({m.phase, random_date(random)});
  random_place(random, plan, m);
  return m;
}

inline Plan random_plan(unsigned seed) {
  std::mt19937 random(seed);
  Plan plan = small_plan();
  std::vector<Measure> measures;
  for (std::size_t i = random() % 40; i > 0; --i) measures.push_back(random_measure(random, plan));
  if (!measures.empty()) plan = add_measures(measures).apply(plan);
  Statistic statistic;
  statistic.level = plan.levels.front().id;
  statistic.name = random_text(random, 40);
  for (const DistrictPtr& d : districts_of(plan, statistic.level))
    statistic.figures[d->id] = {static_cast<Figure::State>(random() % 3), 0};
  for (auto& [id, figure] : statistic.figures)
    if (figure.state == Figure::State::value)
      figure.value = std::ldexp(random_coordinate(random, 0), static_cast<int>(random() % 80) - 20);
  return add_statistics({statistic}).apply(plan);
}

}  // namespace smile::tests
