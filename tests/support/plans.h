#pragma once
// Plans made by chance, the same for the same seed: every field, every kind of place, names that hurt.

#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "gis/plan/plan.h"

namespace smile::tests {

/// Names with quotes, SQL, control signs, umlauts, emoji, markup, formulas, very long ones: `count` of them, all
/// different.
inline std::vector<std::string> nasty_names(std::size_t count) {
  const std::vector<std::string> seeds = {"'",
                                          "\"",
                                          "''",
                                          "\"\"",
                                          "`",
                                          "[x]",
                                          ";",
                                          "--",
                                          "/*",
                                          "*/",
                                          "\\",
                                          "%s%n",
                                          "?1",
                                          ":a",
                                          "@a",
                                          "$a",
                                          "{1}",
                                          "NULL",
                                          "null",
                                          "NaN",
                                          "Robert'); DROP TABLE measures_points;--",
                                          "\"; DROP TABLE smile_settings; --",
                                          "' OR '1'='1",
                                          "x' UNION SELECT 1--",
                                          "ATTACH 'x' AS y",
                                          "load_extension('x')",
                                          "PRAGMA writable_schema=1",
                                          "Kröpeliner-Tor-Vorstadt",
                                          "Łódź Śródmieście",
                                          "Düesbergweg",
                                          "ß",
                                          "ẞ",
                                          "İ",
                                          "日本語",
                                          "العربية",
                                          "🙂👩‍👩‍👧",
                                          "e\u0301",
                                          "\u202eabc",
                                          "\ufeffBOM",
                                          "a\tb",
                                          "a\nb",
                                          "a\r\nb",
                                          std::string("a\0b", 3),
                                          "\x01\x1f",
                                          " lead",
                                          "trail ",
                                          "=cmd|' /C calc'!A0",
                                          "+1",
                                          "-1",
                                          "@SUM(1)",
                                          "<b>fett</b>",
                                          "<script>alert(1)</script>",
                                          "&amp;",
                                          "../../etc/passwd",
                                          "C:\\x",
                                          "con",
                                          "file:///etc/passwd",
                                          "[\"a\"]",
                                          "{\"a\":1}",
                                          "[",
                                          "a; b",
                                          ";;",
                                          "1e400",
                                          "0",
                                          "",
                                          "true",
                                          "2026-11-22",
                                          std::string(5000, 'x'),
                                          std::string(300, '\''),
                                          "select",
                                          "order",
                                          "geom",
                                          "id"};
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (std::size_t i = 0; names.size() < count; ++i) {
    std::string name = seeds[i % seeds.size()];
    if (i >= seeds.size()) name = seeds[i * 7 % seeds.size()] + std::to_string(i) + name;
    if (seen.insert(name).second) names.push_back(std::move(name));
  }
  return names;
}

struct PlanSize {
  std::size_t measures = 40;
  std::size_t districts = 12;
};

class Chance {
public:
  explicit Chance(unsigned seed) : random_(seed), names_(nasty_names(500)) {}

  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
  bool yes(int one_in = 2) { return number(1, one_in) == 1; }
  std::string name() { return names_[static_cast<std::size_t>(number(0, 499))]; }
  double coordinate(double origin) { return origin + std::uniform_real_distribution<double>(0, 20000)(random_); }
  Point point() { return {coordinate(300000), coordinate(5990000)}; }

  Geometry area() {
    Geometry area;
    area.kind = GeometryKind::area;
    for (int polygon = number(1, 3); polygon > 0; --polygon) {
      const Point p = point();
      const double side = number(10, 500) + 0.123;
      add_ring(area, p, side);
      if (yes()) add_ring(area, {p.x + side / 4, p.y + side / 4}, side / 4);
      area.part_ends.push_back(static_cast<std::uint32_t>(area.path_ends.size()));
    }
    return area;
  }

  Geometry line() {
    Geometry line;
    line.kind = GeometryKind::line;
    for (int path = number(1, 3); path > 0; --path) {
      for (int i = number(2, 6); i > 0; --i) line.points.push_back(point());
      line.path_ends.push_back(static_cast<std::uint32_t>(line.points.size()));
    }
    return line;
  }

  Date date() {
    switch (number(0, 4)) {
      case 0:
        return {number(1990, 2060), DatePrecision::year, 0, 0};
      case 1:
        return {number(1990, 2060), DatePrecision::half, number(1, 2), 0};
      case 2:
        return {number(1990, 2060), DatePrecision::quarter, number(1, 4), 0};
      case 3:
        return {number(1990, 2060), DatePrecision::month, number(1, 12), 0};
      default:
        return {number(1990, 2060), DatePrecision::day, number(1, 12), number(1, 28)};
    }
  }

  std::optional<Money> money() {
    if (yes(3)) return std::nullopt;
    if (yes(4)) return Money{0};
    return Money{std::uniform_int_distribution<std::int64_t>(-100000000000, 100000000000000)(random_)};
  }

  std::vector<std::string> list() {
    std::vector<std::string> items;
    for (int i = number(0, 3); i > 0; --i) items.push_back(name());
    return items;
  }

  Location location(const Plan& plan) {
    Location location;
    location.placement = static_cast<Placement>(number(0, 6));
    switch (location.placement) {
      case Placement::point:
        location.geometry = make_point(point());
        break;
      case Placement::line:
        location.geometry = line();
        break;
      case Placement::area:
        location.geometry = area();
        break;
      case Placement::sites:
        location.geometry = make_points({point(), point(), point()});
        break;
      case Placement::district:
        for (int i = number(1, 3); i > 0 && !plan.districts.empty(); --i)
          location.districts.push_back(
              plan.districts[static_cast<std::size_t>(number(0, static_cast<int>(plan.districts.size()) - 1))]->id);
        break;
      case Placement::city:
      case Placement::none:
        break;
    }
    if (yes()) location.as_written = name();
    return location;
  }

  Measure measure(const Plan& plan) {
    Measure m;
    m.number = name();
    m.title = name();
    m.summary = name();
    m.block = static_cast<Block>(number(0, 4));
    m.field_of_action = name();
    m.phase = static_cast<Phase>(number(0, 9));
    for (int i = number(0, 3); i > 0; --i) m.phase_history.push_back({static_cast<Phase>(number(0, 9)), date()});
    m.lead = name();
    m.partners = list();
    m.persona = static_cast<Persona>(number(0, 5));
    m.cost = {money(), money(), money()};
    m.yearly_cost = {money(), money(), money()};
    m.funding = name();
    if (yes()) m.start = date();
    if (yes()) m.end = date();
    m.reach = name();
    m.target_group = name();
    m.links = list();
    m.note = name();
    m.district_hint = name();
    for (int i = number(0, 3); i > 0; --i) m.extra.emplace_back(name(), name());
    m.location = location(plan);
    return m;
  }

  std::mt19937& random() { return random_; }

private:
  static void add_ring(Geometry& area, Point p, double side) {
    for (const Point corner : {p, Point{p.x + side, p.y}, Point{p.x + side, p.y + side}, Point{p.x, p.y + side}, p})
      area.points.push_back(corner);
    area.path_ends.push_back(static_cast<std::uint32_t>(area.points.size()));
  }

  std::mt19937 random_;
  std::vector<std::string> names_;
};

inline void add_random_districts(Chance& chance, Plan& plan, std::size_t count) {
  const Id shift = plan.next_id;
  plan.levels = {{shift, chance.name(), 0}, {shift + 1, chance.name(), 1}};
  plan.next_id += 2;
  std::vector<DistrictPtr> finer;
  for (std::size_t i = 0; i < count; ++i) {
    District d{plan.next_id++, shift + (i % 3 == 0 ? 0 : 1), 0, chance.name(), chance.name(), chance.area(), 0, {}};
    d.area_m2 = area(d.geometry);
    if (chance.yes()) d.official_area_m2 = d.area_m2 * 1.01;
    d.parent = i % 3 == 0 || plan.districts.empty() ? 0 : plan.districts.back()->id;
    (i % 3 == 0 ? plan.districts : finer).push_back(std::make_shared<const District>(std::move(d)));
  }
  plan.districts.insert(plan.districts.end(), finer.begin(), finer.end());
}

inline void add_random_statistics(Chance& chance, Plan& plan) {
  for (int i = 0; i < 4; ++i) {
    Statistic s{plan.next_id++,
                plan.levels[static_cast<std::size_t>(i % 2)].id,
                chance.name(),
                chance.yes() ? 0 : 2023,
                i < 2,
                chance.name(),
                {}};
    for (const DistrictPtr& district : plan.districts) {
      if (district->level != s.level || chance.yes(4)) continue;
      const auto state = static_cast<Figure::State>(chance.number(0, 2));
      s.figures[district->id] = {state, state == Figure::State::value ? chance.number(0, 3) * 1234.1 : 0};
    }
    plan.statistics.push_back(std::make_shared<const Statistic>(std::move(s)));
  }
}

inline void add_random_report(Chance& chance, Plan& plan) {
  Report report{plan.next_id++,
                "measures",
                chance.name(),
                "2026-11-22T22:00:00Z",
                "CSV",
                "CP1252",
                "EPSG:4326",
                -1,
                120,
                3,
                0,
                {}};
  for (int i = 0; i < 3; ++i) {
    Issue issue;
    issue.severity = static_cast<Severity>(i);
    issue.kind = "kind";
    if (i > 0) issue.row = i;
    issue.value = chance.name();
    issue.message = text("{1} {2} {3}", chance.name(), 42, 0.1);
    report.issues.push_back(std::move(issue));
  }
  plan.reports.push_back(std::make_shared<const Report>(std::move(report)));
}

/// A scenario of every second measure, shown; a result with words, figures and gaps in them.
inline void add_random_findings(Chance& chance, Plan& plan) {
  Scenario scenario{plan.next_id++, chance.name(), {}};
  for (std::size_t i = 0; i < plan.measures.size(); i += 2) scenario.measures.push_back(plan.measures[i]->id);
  plan.style.scenario = scenario.id;
  plan.scenarios = {scenario, {plan.next_id++, "empty", {}}};
  Finding finding;
  finding.id = plan.next_id++;
  finding.name = chance.name();
  finding.question = {"catchment", {{"places", "7;measures"}, {"by", "walk"}}};
  finding.sentences = {text("{1} of {2} rows came in", 118, 120.5)};
  finding.chart = {FindingChart::Kind::bars, 1, 0, 2};
  FindingTable table;
  table.title = text("By district");
  table.columns.resize(2);
  table.columns[0].words = {chance.name(), "x"};
  table.columns[1] = {text("Inhabitants"), 1, true, {0.25, std::nullopt}, {}, {1}};
  table.districts = {plan.districts.front()->id, 0};
  table.total = true;
  finding.tables = {table};
  finding.method = {text("straight")};
  finding.sources = {chance.name()};
  finding.found = {2026, DatePrecision::day, 11, 26};
  finding.basis = "00ff";
  finding.layer = 3;
  plan.findings.push_back(std::make_shared<const Finding>(std::move(finding)));
}

/// A hidden step with everything in it and an empty one; sheets that are not as they come.
inline void add_random_steps(Chance& chance, Plan& plan) {
  Step step;
  step.id = plan.next_id++;
  step.title = chance.name(), step.body = chance.name(), step.notes = chance.name();
  step.ground = {0.5, 1, 300, 1.0 / 3};
  step.style = plan.style;
  step.district = plan.districts.front()->id;
  step.measures = {1, 99999};
  step.panel = StepPanel::costs;
  step.finding = 5;
  step.hidden = true;
  step.marks = {{{{0.1, 0.2}, {0.3, 7}}, "#D00000", 3.5}, {}};
  Step empty;
  empty.id = plan.next_id++;
  plan.steps = {std::make_shared<const Step>(std::move(step)), std::make_shared<const Step>(std::move(empty))};
  plan.sheets = {chance.name(),          "aGk=", "#123456",    "",
                 SheetTemplate::council, true,   chance.yes(), Participation::empower};
}

inline Plan random_plan(unsigned seed, PlanSize size = {}) {
  Chance chance(seed);
  Plan plan;
  plan.title = chance.name();
  plan.currency = "EUR";
  plan.crs = {25833, {}};
  add_random_districts(chance, plan, size.districts);
  add_random_statistics(chance, plan);
  for (int i = 0; i < 3; ++i) plan.aliases.push_back({chance.name(), plan.districts[static_cast<std::size_t>(i)]->id});
  for (std::size_t i = 0; i < size.measures; ++i) {
    Measure measure = chance.measure(plan);
    measure.id = plan.next_id++;
    plan.measures.push_back(std::make_shared<const Measure>(std::move(measure)));
  }
  plan.sources = {{chance.name(), chance.name(), "CC0", "2026", true}, {"", "", "", "", false}};
  add_random_report(chance, plan);
  plan.mappings = {
      {"a\x1f"
       "b",
       {{chance.name(), "title"}, {"b", "ignore"}}}};
  plan.style.choropleth = {chance.yes() ? "" : "inhabitants", chance.number(2, 7),
                           static_cast<ClassMethod>(chance.number(0, 3))};
  plan.style.level = plan.levels.back().id;
  plan.style.measure_labels = chance.yes();
  plan.style.layers = {{"measures", false, 0.3}, {chance.name(), true, 1}};
  add_random_findings(chance, plan);
  add_random_steps(chance, plan);
  return plan;
}

}  // namespace smile::tests
