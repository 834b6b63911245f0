#include "gis/analysis/site_planning.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/store/plan_file.h"
#include "tests/support/places.h"
#include "tests/support/square_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

/// Three groups of homes along a line, four candidates, all taken into a plan file.
struct City {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "plan.gpkg", square_city());
  Id candidates = 0;
  SitePlanning question;

  City() {
    LayerData homes = points(
        {{301000, 6005000, "100"}, {303000, 6005000, "70"}, {303100, 6005000, "40"}, {306000, 6005000, "60"}}, "ew");
    MapLayer population;
    population.name = "Einwohner";
    population.use.kind = LayerUse::Kind::population;
    population.use.total_field = "ew";
    take(homes, population);
    MapLayer sites;
    sites.name = "Flächen";
    candidates =
        take(points({{301100, 6005000, "1"}, {303050, 6005000, "2"}, {306000, 6005200, "3"}, {309000, 6005000, "4"}},
                    "name"),
             sites);
    question.candidates.layers = {candidates};
    question.distance_m = 300;
  }
  struct At {
    double x, y;
    std::string value;
  };
  static LayerData points(const std::vector<At>& list, const std::string& column) {
    LayerData data;
    data.kind = GeometryKind::point;
    data.features.columns.emplace_back().name = column;
    data.features.columns.back().kind = column == "ew" ? ValueColumn::Kind::integer : ValueColumn::Kind::text;
    for (const At& one : list) append_feature(data.features, make_point({one.x, one.y}), {one.value});
    return data;
  }
  Id take(const LayerData& data, const MapLayer& layer) {
    const Crs crs = file.plan()->crs;
    const Edit edit = add_taken(layer, file.take_features(data, layer.name, crs), crs);
    file.save(std::make_shared<const Plan>(edit.apply(*file.plan())));
    return file.plan()->layers.back()->id;
  }
  SitePlan plan() { return plan_sites(question, *file.plan(), place_of(file.path())); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(site_planning, City)

BOOST_AUTO_TEST_CASE(the_site_that_reaches_most_is_chosen_and_it_is_proven) {
  const SitePlan found = plan();
  BOOST_REQUIRE(found.sites.size() == 1U);
  BOOST_TEST(found.sites[0].name == "2");
  BOOST_TEST(found.sites[0].gain == 110);
  BOOST_TEST(found.answer.reached == 110);
  BOOST_TEST((found.answer.state == SiteAnswer::State::proven));
  BOOST_TEST(found.chosen.features.size() == 1U);
  BOOST_TEST(found.sources.size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_exists_is_not_counted_again) {
  MapLayer playgrounds;
  playgrounds.name = "Spielplätze";
  question.existing.layers = {take(points({{303000, 6005000, "x"}}, "name"), playgrounds)};
  const SitePlan found = plan();
  BOOST_TEST(found.answer.reached_before == 110);
  BOOST_TEST(found.sites[0].name == "1");
  question.existing = {{}, 0};  // the measures of the plan: none
  BOOST_TEST(plan().answer.reached_before == 0);
}

BOOST_AUTO_TEST_CASE(sites_that_add_nothing_are_left_out) {
  question.count = 10;
  const SitePlan found = plan();
  BOOST_TEST(found.sites.size() == 3U);
  BOOST_TEST(found.answer.reached == 270);
}

BOOST_AUTO_TEST_CASE(the_shortest_ways_are_another_goal) {
  question.goal = SiteQuestion::Goal::distance;
  question.distance_m = 3000;
  const SitePlan found = plan();
  BOOST_TEST(found.sites[0].name == "2");
  BOOST_TEST(found.answer.walked_m < found.answer.walked_before_m);
}

BOOST_AUTO_TEST_CASE(whom_each_place_reaches_is_what_trying_all_homes_says) {
  std::mt19937 random(5);
  std::uniform_real_distribution<double> x(300000, 304000), y(6000000, 6004000);
  std::vector<Point> homes(400);
  for (Point& home : homes) home = {x(random), y(random)};
  Places places;
  for (int i = 0; i < 30; ++i) {
    const double left = x(random), low = y(random);
    places.shapes.push_back(i % 2 == 0 ? make_point({left, low})
                                       : make_area({{left, low}, {left + 300, low}, {left + 300, low + 200}}));
    places.names.emplace_back();
  }
  const SiteReach reach = reach_of_each(places, homes, millimetres(500), nullptr);
  BOOST_REQUIRE(reach.size() == 30U);
  for (std::size_t p = 0; p < 30; ++p) {
    Places one{{places.shapes[p]}, {""}};
    const Distances exact = straight_distances(homes, one, millimetres(500));
    std::vector<std::int32_t> expected;
    for (std::size_t i = 0; i < homes.size(); ++i)
      if (exact[i] != unreached) expected.push_back(static_cast<std::int32_t>(i));
    std::vector<std::int32_t> found(reach.demand.begin() + static_cast<std::ptrdiff_t>(p == 0 ? 0 : reach.ends[p - 1]),
                                    reach.demand.begin() + static_cast<std::ptrdiff_t>(reach.ends[p]));
    std::sort(found.begin(), found.end());
    BOOST_REQUIRE_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_question_is_refused) {
  question.by = DistanceBy::walk;
  BOOST_CHECK_THROW(plan(), Error);
  question.by = DistanceBy::line;
  question.count = 0;
  BOOST_CHECK_THROW(plan(), Error);
  question.count = 1;
  question.distance_m = -1;
  BOOST_CHECK_THROW(plan(), Error);
  question.distance_m = 300;
  question.candidates.layers = {999};
  BOOST_CHECK_THROW(plan(), Error);
}

BOOST_AUTO_TEST_SUITE_END()
