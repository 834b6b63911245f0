// The playgrounds of a real city against DIN 18034-1, and one district of it counted by hand: every cell against every
// playground.

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "gis/analysis/people.h"
#include "gis/intake/layers.h"
#include "gis/store/plan_file.h"
#include "tests/program/program.h"

using namespace smile;
using namespace smile::tests;
namespace tt = boost::test_tools;

namespace {

constexpr std::array<double, 3> radius = {175, 350, 750};

/// Münster: districts, people by ten years of age spread over the ground, playgrounds with their sizes.
struct Muenster {
  TemporaryFolder folder;
  std::string plan = (folder / "muenster.gpkg").string();

  Muenster() {
    if (!std::filesystem::exists(shared_data())) return;
    const auto file = [](const char* name) { return (shared_data() / "muenster" / name).string(); };
    run({"new", plan, "--districts", file("gebietsgliederung/Ebene_2_Stadtteil.geojson"), "--level", "Stadtteile"});
    run({"add", plan, "statistics", file("ms_wohnberechtigte_nach_alter.csv"), "--year", "2014", "--inhabitants",
         "Gesamt"});
    run({"add", plan, "population", "--spread", "ground"});
    run({"add", plan, "layer", file("spielplaetze.geojson"), "--name", "Spielplätze"});
  }
  static void run(const std::vector<std::string>& call) { BOOST_REQUIRE(smileplaces(call).exit <= 1); }
  nlohmann::json supply() const {
    return smileplaces({"analyse", plan, "supply", "--places", "Spielplätze", "--capacity", "Groesse", "--unit", "m²",
                        "--target", "2", "--preset", "din-playground-0-5", "--preset", "din-playground-6-11",
                        "--preset", "din-playground-12-17", "--json"})
        .json();
  }
};

const ValueColumn& column(const LayerData& data, const std::string& name) {
  return *std::find_if(data.features.columns.begin(), data.features.columns.end(),
                       [&](const ValueColumn& one) { return one.name == name; });
}

/// What there is in one district, by the three ages of the standard.
struct ByHand {
  std::array<double, 3> people{}, reached{};
  double capacity = 0;

  ByHand(const std::string& plan, const std::string& district) {
    const PlanFile file = PlanFile::open(plan, PlanFile::Mode::read);
    const Plan& city = *file.plan();
    const Geometry& ground = find_district(city, district)->geometry;
    const auto layer = std::find_if(city.layers.begin(), city.layers.end(),
                                    [](const MapLayerPtr& one) { return one->name == "Spielplätze"; });
    const LayerDataPtr playgrounds = load_layer(**layer, city, place_of(plan));
    const MapLayer& homes = *population_layer(city);
    count_people(homes, *load_layer(homes, city, place_of(plan)), *playgrounds, ground);
    const ValueColumn& size = column(*playgrounds, "Groesse");
    for (std::size_t k = 0; k < playgrounds->features.size(); ++k)
      if (locate(playgrounds->features.points_of(k)[0], ground) != Side::outside && !size.null[k])
        capacity += static_cast<double>(size.integers[k]);
  }

  void count_people(const MapLayer& homes, const LayerData& cells, const LayerData& playgrounds,
                    const Geometry& ground) {
    const auto from = [&](int age) -> const std::vector<double>& {
      const auto& groups = homes.use.age_groups;
      return column(cells,
                    std::find_if(groups.begin(), groups.end(), [&](const AgeGroup& one) { return one.from == age; })
                        ->field)
          .reals;
    };
    const std::vector<double>& under_10 = from(0);
    const std::vector<double>& under_20 = from(10);
    for (std::size_t i = 0; i < cells.features.size(); ++i) {
      const Point home = cells.features.points_of(i)[0];
      if (locate(home, ground) == Side::outside) continue;
      double nearest = INFINITY;
      for (std::size_t k = 0; k < playgrounds.features.size(); ++k) {
        const Point p = playgrounds.features.points_of(k)[0];
        nearest = std::min(nearest, std::hypot(p.x - home.x, p.y - home.y));
      }
      const std::array<double, 3> ages = {0.6 * under_10[i], 0.4 * under_10[i] + 0.2 * under_20[i], 0.6 * under_20[i]};
      for (std::size_t group = 0; group < 3; ++group) {
        people[group] += ages[group];
        if (nearest <= radius[group]) reached[group] += ages[group];
      }
    }
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(playgrounds_of_muenster, Muenster)

BOOST_AUTO_TEST_CASE(a_district_is_as_counted_by_hand) {
  if (!have_shared_data()) return;
  const nlohmann::json json = supply();
  BOOST_TEST(json["places"] == 332);
  BOOST_TEST(json["places_of_unknown_capacity"] == 1);
  for (const std::string code : {"61", "25", "13"}) {  // Coerde, Mauritz-West; Dom has no playground
    const ByHand expected(plan, code);
    for (std::size_t group = 0; group < 3; ++group) {
      const auto& districts = json["groups"][group]["districts"];
      const nlohmann::json row = *std::find_if(districts.begin(), districts.end(),
                                               [&](const nlohmann::json& one) { return one["code"] == code; });
      BOOST_TEST(row["people"].get<double>() == expected.people[group], tt::tolerance(1e-4));
      BOOST_TEST(row["reached"].get<double>() == expected.reached[group], tt::tolerance(1e-4));
      BOOST_TEST(row["capacity"] == expected.capacity);
      BOOST_TEST(row["coverage"].get<double>() == expected.capacity / (2 * expected.people[group]),
                 tt::tolerance(1e-4));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_districts_add_up_to_the_city) {
  if (!have_shared_data()) return;
  const nlohmann::json json = supply();
  for (const nlohmann::json& group : json["groups"]) {
    double people = 0, reached = 0, capacity = 0, missing = 0;
    for (const nlohmann::json& row : group["districts"]) {
      people += row["people"].get<double>(), reached += row["reached"].get<double>();
      capacity += row["capacity"].get<double>(), missing += row["missing"].get<double>();
    }
    BOOST_TEST(people == group["people"].get<double>(), tt::tolerance(1e-6));
    BOOST_TEST(reached == group["reached"].get<double>(), tt::tolerance(1e-6));
    BOOST_TEST(capacity == group["capacity"].get<double>(), tt::tolerance(1e-9));
    BOOST_TEST(missing == group["missing"].get<double>(), tt::tolerance(1e-9));
  }
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// Streets to walk along, people by age where they live, playgrounds with their ground.
struct EmbeddedCity {
  TemporaryFolder folder;
  std::string plan = (folder / "demo" / "rostock.gpkg").string();

  EmbeddedCity() { BOOST_REQUIRE(smileplaces({"demo", (folder / "demo").string()}).exit <= 1); }
  nlohmann::json asked(std::vector<std::string> question) const {
    question.insert(question.begin(), {"analyse", plan});
    question.insert(question.end(), {"--places", "Spielplätze", "--by", "walk", "--json"});
    return smileplaces(question).json();
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(playgrounds_of_the_embedded_city, EmbeddedCity)

BOOST_AUTO_TEST_CASE(the_table_of_the_standard_by_walk_is_what_a_catchment_of_each_age_says) {
  const nlohmann::json json = asked({"supply", "--target", "2", "--unit", "m²", "--preset", "din-playground-0-5",
                                     "--preset", "din-playground-6-11", "--preset", "din-playground-12-17"});
  const std::array<std::pair<std::string, std::string>, 3> rules = {
      std::pair{"0-5", "200"}, {"6-11", "400"}, {"12-17", "1000"}};
  for (std::size_t group = 0; group < rules.size(); ++group) {
    const auto& [ages, distance] = rules[group];
    const nlohmann::json catchment = asked({"catchment", "--ages", ages, "--distance", distance});
    const nlohmann::json& told = json["groups"][group];
    BOOST_TEST(told["reached"].get<double>() == catchment["bands"][0]["people"].get<double>(), tt::tolerance(1e-9));
    BOOST_TEST_REQUIRE(told["districts"].size() == catchment["districts"].size());
    for (std::size_t row = 0; row < told["districts"].size(); ++row) {
      const nlohmann::json &supplied = told["districts"][row], &counted = catchment["districts"][row];
      BOOST_TEST(supplied["code"] == counted["code"]);
      BOOST_TEST(supplied["reached"].get<double>() == counted["bands"][0]["people"].get<double>(), tt::tolerance(1e-9));
      // People are written to a thousandth.
      BOOST_TEST(supplied["coverage"].get<double>() ==
                     supplied["capacity"].get<double>() / (2 * supplied["people"].get<double>()),
                 tt::tolerance(1e-3));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
