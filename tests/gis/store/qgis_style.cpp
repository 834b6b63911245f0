#include "gis/store/qgis_style.h"

#include <boost/test/unit_test.hpp>

#include "gis/store/plan_file.h"
#include "gis/store/schema.h"
#include "tests/support/places.h"
#include "tests/support/plans.h"

using namespace smile;
using namespace smile::store;

namespace {

Plan city(std::initializer_list<double> inhabitants) {
  Plan plan;
  plan.crs = {25833, {}};
  plan.levels = {{plan.next_id++, "Stadtbereiche", 0}};
  Statistic people{plan.next_id++, plan.levels[0].id, "einwohner", 2023, true, "", {}};
  for (const double figure : inhabitants) {
    const Geometry square = make_area({{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}});
    auto district = std::make_shared<District>(
        District{plan.next_id++, plan.levels[0].id, 0, std::to_string(plan.next_id), "<b>&\"", square, 1e6, {}});
    people.figures[district->id] = {Figure::State::value, figure};
    plan.districts.push_back(std::move(district));
  }
  plan.statistics = {std::make_shared<const Statistic>(people)};
  return plan;
}

std::vector<double> numbers_after(const std::string& qml, const std::string& mark) {
  std::vector<double> found;
  for (std::size_t at = qml.find(mark); at != std::string::npos; at = qml.find(mark, at + 1))
    found.push_back(std::stod(qml.substr(at + mark.size())));
  return found;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Every element that is opened is closed, in the right order.
bool well_formed(const std::string& xml) {
  std::vector<std::string> open;
  for (std::size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    const std::size_t end = xml.find('>', at);
    if (end == std::string::npos) return false;
    if (xml[at + 1] == '!' || xml[end - 1] == '/') continue;
    const std::size_t name_begin = at + (xml[at + 1] == '/' ? 2 : 1);
    const std::string name = xml.substr(name_begin, xml.find_first_of(" >", name_begin) - name_begin);
    if (xml[at + 1] != '/') {
      open.push_back(name);
    } else {
      if (open.empty() || open.back() != name) return false;
      open.pop_back();
    }
  }
  return open.empty();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(qgis_style)

BOOST_AUTO_TEST_CASE(measures_have_the_colour_and_the_shape_of_their_block) {
  const std::string qml = measures_qml(GeometryKind::point);
  for (const char* part : {"0,114,178,255", "circle", "123,94,167,255", "square", "0,129,95,255", "diamond",
                           "217,130,0,255", "triangle", "value=\"citizens\"", "value=\"exchange\"", "attr=\"block\""})
    BOOST_TEST(has(qml, part), part);
  BOOST_TEST(has(measures_qml(GeometryKind::line), "SimpleLine"));
  BOOST_TEST(has(measures_qml(GeometryKind::area), "SimpleFill"));
}

BOOST_AUTO_TEST_CASE(styles_are_well_formed) {
  const Plan plan = city({1, 2, 3, 40, 50, 600});
  for (const GeometryKind kind : {GeometryKind::point, GeometryKind::line, GeometryKind::area})
    BOOST_TEST(well_formed(measures_qml(kind)));
  BOOST_TEST(well_formed(districts_qml(plan, plan.levels[0])));
}

BOOST_AUTO_TEST_CASE(classes_hold_every_figure_and_none_twice) {
  const Plan plan =
      city({8512, 1721, 13897, 13586, 17079, 16529, 9267, 17335, 8058, 3208, 19211, 15001, 2616, 21279, 0});
  const std::string qml = districts_qml(plan, plan.levels[0]);
  const auto lower = numbers_after(qml, "&gt;= ");
  const auto upper = numbers_after(qml, "&lt; ");
  const auto top = numbers_after(qml, "&lt;= ");
  BOOST_TEST(lower.size() == 5);
  BOOST_TEST(lower.front() <= 0);
  BOOST_REQUIRE(top.size() == 1);
  BOOST_TEST(top.front() >= 21279);
  BOOST_REQUIRE(upper.size() == 4);
  for (std::size_t i = 0; i < upper.size(); ++i) BOOST_TEST(lower[i + 1] == upper[i]);
  BOOST_TEST(has(qml, "243,238,226,255"));  // the lightest and the darkest of our own maps
  BOOST_TEST(has(qml, "185,162,114,255"));
  BOOST_TEST(has(qml, "filter=\"ELSE\""));  // districts without a figure are drawn too
}

BOOST_AUTO_TEST_CASE(without_figures_districts_are_plain) {
  Plan plan = city({1, 2});
  plan.statistics.clear();
  BOOST_TEST(has(districts_qml(plan, plan.levels[0]), "singleSymbol"));
  plan = city({1, 2});
  plan.style.choropleth.figure = "";
  BOOST_TEST(has(districts_qml(plan, plan.levels[0]), "singleSymbol"));
  BOOST_TEST(has(districts_qml(city({5}), plan.levels[0]), "RuleRenderer"));
}

BOOST_AUTO_TEST_CASE(a_level_that_our_map_does_not_colour_hides_none_in_qgis) {
  Plan plan = city({1, 2, 3});
  plan.levels.push_back({77, "Ortsteile", 1});
  BOOST_TEST(has(districts_qml(plan, plan.levels[0]), "RuleRenderer"));
  BOOST_TEST(has(districts_qml(plan, plan.levels[1]), "value=\"no\""));
}

BOOST_AUTO_TEST_CASE(a_style_a_planner_made_in_qgis_stays) {
  tests::TemporaryFolder folder;
  const Plan plan = city({1, 2});
  PlanFile::create(folder / "a.gpkg", plan);
  database::Connection(folder / "a.gpkg", database::Access::write)
      .execute(
          "UPDATE layer_styles SET useAsDefault = 0; INSERT INTO layer_styles (f_table_name, styleName, styleQML, "
          "useAsDefault) "
          "VALUES ('measures_points', 'meiner', '<qgis/>', 1)");
  Plan next = plan;
  next.style.choropleth.figure = "density";
  PlanFile::open(folder / "a.gpkg", PlanFile::Mode::write).save(std::make_shared<const Plan>(next));
  database::Connection connection(folder / "a.gpkg", database::Access::read);
  BOOST_TEST(connection.read_integer("SELECT count(*) FROM layer_styles") == 5);
  BOOST_TEST(connection.read_text("SELECT styleName FROM layer_styles WHERE useAsDefault") == "meiner");
  BOOST_TEST(
      has(connection.read_text("SELECT styleQML FROM layer_styles WHERE f_table_name LIKE 'districts%'"), "area_m2"));
}

BOOST_AUTO_TEST_CASE(a_district_carries_its_inhabitants_for_qgis) {
  tests::TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "a.gpkg", city({11, 22}));
  Plan next = *file.plan();
  Statistic newer = *next.statistics[0];
  newer.year = 2024;
  newer.figures.begin()->second.value = 99;
  next.statistics.push_back(std::make_shared<const Statistic>(newer));
  file.save(std::make_shared<const Plan>(next));
  database::Connection connection(folder / "a.gpkg", database::Access::read);
  BOOST_TEST(connection.read_integer("SELECT sum(inhabitants) FROM " + districts_table(next.levels[0].id)) == 121);
}

BOOST_AUTO_TEST_SUITE_END()
