#include "gis/analysis/density.h"

#include <boost/test/unit_test.hpp>
#include <numbers>
#include <numeric>

#include "gis/geometry/nearest.h"
#include "tests/gis/analysis/city.h"

using namespace smile;
using namespace smile::tests;

BOOST_AUTO_TEST_SUITE(density_)

namespace {

std::vector<Point> some_points(int count, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<double> x(305000, 900), y(6000000, 500);
  std::vector<Point> points;
  for (int i = 0; i < count; ++i) points.push_back({x(random), y(random)});
  return points;
}

/// By the formula, point by point.
double direct(Point at, const std::vector<Point>& points, const std::vector<double>& weights, double radius) {
  double sum = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double u = distance(at, points[i]) / radius;
    if (u < 1)
      sum += (weights.empty() ? 1 : weights[i]) * 3 / (std::numbers::pi * radius * radius) * std::pow(1 - u * u, 2);
  }
  return sum * 1e6;
}

bool refuses(const std::vector<Point>& points, double radius, double cell, const std::string& words) {
  try {
    kernel_density(points, {}, radius, cell);
  } catch (const Error& error) {
    return std::string(error.what()).find(words) != std::string::npos;
  }
  return false;
}

/// A plan with two measures close together in the first of its two districts, one in the second.
Plan town() {
  Plan plan = plan_of({district(1, "A", square(0, 0, 1000)), district(2, "B", square(1000, 0, 1000))});
  add(plan, measure(10, Placement::sites, make_points({{505, 505}, {495, 505}})));
  add(plan, measure(11, Placement::area, square(1480, 480, 50)));
  add(plan, measure(12, Placement::city, {}));
  return plan;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_cell_is_the_direct_sum) {
  const std::vector<Point> points = some_points(3000, 8);
  std::vector<double> weights;
  for (std::size_t i = 0; i < points.size(); ++i) weights.push_back(static_cast<double>(i % 7));
  for (const auto& given : {std::vector<double>{}, weights}) {
    const DensityGrid grid = kernel_density(points, given, 320, 37);
    BOOST_REQUIRE(grid.per_km2.size() > 1000U);
    for (std::size_t i = 0; i < grid.per_km2.size(); i += 13) {
      const double wanted = direct(grid.middle(i), points, given, 320);
      BOOST_TEST(std::abs(grid.per_km2[i] - wanted) <= 1e-6 * std::max(1.0, wanted));
    }
  }
}

BOOST_AUTO_TEST_CASE(all_cells_together_hold_all_people) {
  const std::vector<Point> points = some_points(500, 2);
  const DensityGrid grid = kernel_density(points, {}, 400, 10);
  const double sum = std::accumulate(grid.per_km2.begin(), grid.per_km2.end(), 0.0) * 10 * 10 / 1e6;
  BOOST_TEST(sum == 500.0, boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(one_point_is_densest_where_it_is_and_0_at_the_radius) {
  const DensityGrid grid = kernel_density(std::vector<Point>{{50, 50}}, {}, 100, 20);
  BOOST_TEST(grid.left == -60.0);
  BOOST_TEST(grid.columns == 11);
  const std::size_t middle = 5 * 11 + 5;
  BOOST_TEST((grid.middle(middle) == Point{50, 50}));
  BOOST_TEST(grid.per_km2[middle] == 3e6 / (std::numbers::pi * 1e4), boost::test_tools::tolerance(1e-12));
  BOOST_TEST(grid.per_km2[middle + 5] == 0.0);
}

BOOST_AUTO_TEST_CASE(grids_fit_each_other_and_odd_weights_count_nothing) {
  const std::vector<Point> points = {{1003.7, 2001.2}, {5000, 5000}, {-9000, 0}};
  const std::vector<double> weights = {2, -1, std::numeric_limits<double>::quiet_NaN()};
  const DensityGrid grid = kernel_density(points, weights, 100, 25);
  BOOST_TEST(std::remainder(grid.left, 25) == 0.0);
  BOOST_TEST(grid.columns <= 10);
  BOOST_TEST(kernel_density({}, {}, 100, 25).per_km2.empty());
}

BOOST_AUTO_TEST_CASE(what_is_no_radius_or_no_cell_is_said) {
  const std::vector<Point> points = {{0, 0}, {1e6, 1e6}};
  BOOST_TEST(refuses(points, 0, 10, "radius"));
  BOOST_TEST(refuses(points, 100, 0, "Cells"));
  BOOST_TEST(refuses(points, 100, 101, "no wider"));
  BOOST_TEST(refuses(points, 100, 10, "choose larger"));
  std::stop_source stop;
  stop.request_stop();
  BOOST_CHECK_THROW(kernel_density(points, {}, 5000, 1000, Progress(stop.get_token(), {})), Error);
}

BOOST_AUTO_TEST_CASE(cells_become_features_with_their_density) {
  const LayerData cells = density_cells(kernel_density(std::vector<Point>{{50, 50}}, {}, 100, 20), Crs{});
  BOOST_REQUIRE(cells.features.size() > 20U);
  BOOST_TEST(cells.features.size() < 121U);
  BOOST_TEST(area(cells.features.geometry(0)) == 400.0);
  for (const double value : cells.features.columns.at(0).reals) BOOST_TEST(value > 0);
}

BOOST_AUTO_TEST_CASE(measures_are_counted_by_site_and_the_densest_district_is_named) {
  const Plan plan = town();
  DensityQuestion question;
  question.radius_m = 200;
  question.places.measures = 0;
  const DensityAnswer found = answer(question, plan, {});
  BOOST_TEST(found.counted == 3.0);
  BOOST_TEST(found.question.cell_m == 40.0);
  BOOST_TEST(found.district == 1);
  BOOST_REQUIRE(found.districts.size() == 2U);
  BOOST_TEST(found.districts[0].district == 1);
  BOOST_TEST(found.districts[0].highest == found.highest);
  // Two of three in 1 km²; the mean over the district's cells holds them.
  BOOST_TEST(found.districts[0].mean == 2.0, boost::test_tools::tolerance(0.02));
  const auto sentences = sentences_of(found, plan);
  BOOST_TEST(in(Language::english, sentences[0]).find("Densest in District A: ") == 0U);
  BOOST_TEST(layer_of_density(found, "Dichte").style.field == "density");
}

BOOST_AUTO_TEST_CASE(where_there_is_nothing_or_ages_of_places_it_is_said) {
  Plan plan = town();
  DensityQuestion question;
  question.ages = {0, 5};
  question.places.measures = 0;
  BOOST_CHECK_THROW(answer(question, plan, {}), Error);
  plan.measures.clear();
  BOOST_CHECK_THROW(answer(DensityQuestion{}, plan, {}), Error);
}

BOOST_AUTO_TEST_SUITE_END()
