#include "gis/intake/population.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fstream>

#include "gis/analysis/people.h"
#include "tests/support/places.h"
#include "tests/support/square_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

struct City {
  TemporaryFolder folder;
  Plan plan = square_city();

  std::filesystem::path file(const std::string& name, const std::string& content) const {
    std::ofstream(folder / name) << content;
    return folder / name;
  }
  PopulationIntake take(const std::string& name, const std::string& content, PopulationOptions options = {}) const {
    return intake_population(file(name, content), options, plan);
  }
  /// Squares of 100 m in the city with these properties.
  static std::string cells(const std::vector<std::string>& properties) {
    std::string features;
    double x = 300000;
    for (const std::string& one : properties) {
      const auto corner = [&](double dx, double dy) {
        return "[" + std::to_string(x + dx) + "," + std::to_string(6000000 + dy) + "]";
      };
      features += (features.empty() ? "" : ",") + std::string(R"({"type":"Feature","properties":{)") + one +
                  R"(},"geometry":{"type":"Polygon","coordinates":[[)" + corner(0, 0) + "," + corner(100, 0) + "," +
                  corner(100, 100) + "," + corner(0, 100) + "," + corner(0, 0) + "]]}}";
      x += 100;
    }
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25833"}},"features":[)" +
           features + "]}";
  }
  static bool has(const PopulationIntake& intake, const std::string& kind) {
    for (const Issue& issue : intake.report.issues)
      if (issue.kind == kind) return true;
    return false;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(population, City)

BOOST_AUTO_TEST_CASE(cells_with_people_become_a_layer_that_analyses_count_with) {
  const PopulationIntake intake =
      take("zellen.geojson", cells({R"("einwohner":12)", R"("einwohner":0)", R"("einwohner":30)"}));
  BOOST_TEST(intake.people == 42);
  BOOST_TEST(intake.data.features.size() == 2U);
  BOOST_TEST(intake.layer.name == "Zellen");
  BOOST_TEST((intake.layer.use.kind == LayerUse::Kind::population));
  BOOST_TEST(intake.layer.use.total_field == "einwohner");
  const People people = people_of(intake.layer, intake.data);
  BOOST_TEST(people.total() == 42);
  BOOST_TEST(std::abs(people.at[0].x - 300050) < 0.01);
}

BOOST_AUTO_TEST_CASE(a_secret_figure_is_not_a_number_of_people) {
  const PopulationIntake intake =
      take("z.geojson", cells({R"("einwohner":-1)", R"("einwohner":7)", R"("einwohner":-1)"}));
  BOOST_TEST(intake.people == 7);
  BOOST_TEST(intake.secret == 2);
  BOOST_TEST(has(intake, "figure_suppressed"));
}

BOOST_AUTO_TEST_CASE(ages_come_along_and_their_sum_is_the_total_where_none_is_said) {
  const PopulationIntake intake = take("b.geojson", cells({R"("u18":5,"18-64":20,"65+":10)"}));
  BOOST_TEST(intake.people == 35);
  BOOST_TEST(intake.layer.use.total_field == "inhabitants");
  const People people = people_of(intake.layer, intake.data);
  BOOST_TEST(of_age(people, {0, 17}).count[0] == 5);
  BOOST_TEST(of_age(people, {18, oldest_age}).count[0] == 30);
}

BOOST_AUTO_TEST_CASE(more_people_by_age_than_in_all_is_told) {
  BOOST_TEST(has(take("b.geojson", cells({R"("einwohner":10,"u18":5,"18-64":20,"65+":10)"})), "ages_exceed_total"));
  BOOST_TEST(!has(take("c.geojson", cells({R"("einwohner":35,"u18":5,"18-64":20,"65+":10)"})), "ages_exceed_total"));
}

BOOST_AUTO_TEST_CASE(a_table_of_the_census_grid_is_placed_by_the_names_of_its_cells) {
  // Two cells in the city, one in Bavaria.
  const Transform to_grid(plan.crs, crs_from_epsg(3035));
  const Point middle = *to_grid({305000, 6005000});
  const auto name = [&](double dx) {
    return "100mN" + std::to_string(static_cast<int>(middle.y / 100)) + "E" +
           std::to_string(static_cast<int>((middle.x + dx) / 100));
  };
  const PopulationIntake intake = take("Zensus.csv", "Gitter_ID_100m;Einwohner\n" + name(0) + ";12\n" + name(100) +
                                                         ";–\n" + name(200) + ";3\n100mN26840E43341;99\nkeine;1\n");
  BOOST_TEST(intake.people == 15);
  BOOST_TEST(intake.secret == 0);  // a dash: nobody knows
  BOOST_TEST(has(intake, "cell_unreadable"));
  BOOST_TEST((intake.data.kind == GeometryKind::area));
  const People people = people_of(intake.layer, intake.data);
  BOOST_TEST(std::hypot(people.at[0].x - 305000, people.at[0].y - 6005000) < 100);
}

BOOST_AUTO_TEST_CASE(what_can_not_be_counted_is_refused_in_one_sentence) {
  const auto refused = [&](const std::string& name, const std::string& content, ErrorKind kind) {
    try {
      take(name, content);
    } catch (const Error& error) {
      return error.kind() == kind;
    }
    return false;
  };
  BOOST_TEST(refused("a.geojson", cells({R"("flaeche":7)"}), ErrorKind::needs_answer));
  BOOST_TEST(refused("a.csv", "ort;einwohner\nMitte;4\n", ErrorKind::needs_answer));
  BOOST_TEST(refused("b.geojson", cells({R"("einwohner":0)"}), ErrorKind::refused));
  PopulationOptions options;
  options.total = "leute";
  BOOST_CHECK_THROW(take("c.geojson", cells({R"("einwohner":4)"}), options), Error);
}

BOOST_AUTO_TEST_CASE(a_column_that_was_named_counts) {
  PopulationOptions options;
  options.total = "wert";
  BOOST_TEST(take("d.geojson", cells({R"("wert":4,"einwohner":9)"}), options).people == 4);
}

BOOST_AUTO_TEST_SUITE_END()
