// Against published figures: the GDA technical manual (Geoscience Australia) and the examples of GeographicLib
// (C. F. F. Karney).

#include "gis/crs/geodesic.h"

#include <boost/test/unit_test.hpp>
#include <numbers>

#include "gis/words/issue.h"

using namespace smile;

namespace {

double degrees(double sign, double d, double m, double s) {
  return sign * (d + m / 60 + s / 3600);
}

const Point flinders_peak{degrees(1, 144, 25, 29.52440), degrees(-1, 37, 57, 3.72030)};
const Point buninyong{degrees(1, 143, 55, 35.38390), degrees(-1, 37, 39, 10.15610)};

double length(int epsg, std::vector<Point> line) {
  return Geodesic(crs_from_epsg(epsg)).length_m(line).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(geodesic)

BOOST_AUTO_TEST_CASE(the_line_of_the_australian_manual_has_its_published_length) {
  BOOST_TEST(std::abs(length(4283, {flinders_peak, buninyong}) - 54972.271) < 0.001);
}

BOOST_AUTO_TEST_CASE(a_projected_line_is_measured_on_the_ellipsoid_and_not_in_its_plane) {
  // The same two places in MGA zone 55; their distance in the plane is 20 m longer.
  const std::vector<Point> line{{273741.297, 5796489.777}, {228854.052, 5828259.038}};
  BOOST_TEST(std::abs(length(28355, line) - 54972.271) < 0.002);
  BOOST_TEST(std::abs(smile::length(make_line(line)) - 54992.279) < 0.002);
}

BOOST_AUTO_TEST_CASE(new_york_to_london_is_as_long_as_geographiclib_says) {
  BOOST_TEST(std::abs(length(4326, {{-73.8, 40.6}, {-0.5, 51.6}}) - 5551759.400) < 0.001);
}

BOOST_AUTO_TEST_CASE(a_line_is_the_sum_of_its_pieces) {
  const Point between{144.2, -37.8};
  BOOST_TEST(length(4283, {flinders_peak, between, buninyong}) ==
                 length(4283, {flinders_peak, between}) + length(4283, {between, buninyong}),
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(length(4283, {flinders_peak}) == 0);
  BOOST_TEST(length(4283, {}) == 0);
}

BOOST_AUTO_TEST_CASE(antarctica_is_as_large_as_geographiclib_says) {
  const std::vector<Point> coast{{-58, -63.1}, {-74, -72.9}, {-102, -71.9}, {-102, -74.9}, {-131, -74.3}, {-163, -77.5},
                                 {163, -77.4}, {172, -71.7}, {140, -65.9},  {113, -65.7},  {88, -66.6},   {59, -66.9},
                                 {25, -69.8},  {-4, -70.0},  {-14, -71.0},  {-33, -77.3},  {-46, -77.9},  {-61, -74.7}};
  const Geodesic earth(crs_from_epsg(4326));
  BOOST_TEST(std::abs(earth.area_m2(coast).value() - 13662703680020.1) < 1);
}

BOOST_AUTO_TEST_CASE(direction_and_closing_of_a_ring_do_not_matter) {
  const Geodesic rostock(crs_from_epsg(25833));
  const std::vector<Point> open{{310000, 6000000}, {311000, 6000000}, {311000, 6001000}, {310000, 6001000}};
  std::vector<Point> closed(open.rbegin(), open.rend());
  closed.push_back(closed.front());
  const double area = rostock.area_m2(open).value();
  BOOST_TEST(rostock.area_m2(closed).value() == area, boost::test_tools::tolerance(1e-12));
  // 190 km west of the central meridian UTM is 0.005 % too large in length: the plane's million is 0.01 % too much.
  BOOST_TEST(area < 1e6);
  BOOST_TEST(area == 1e6, boost::test_tools::tolerance(2e-4));
  BOOST_TEST(rostock.ellipsoid() == "GRS 1980");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_measured_is_no_figure) {
  const Geodesic rostock(crs_from_epsg(25833));
  const std::vector<Point> line{{310000, 6000000}, {std::numeric_limits<double>::infinity(), 0}};
  BOOST_TEST(!rostock.length_m(line).has_value());
  BOOST_TEST(!rostock.area_m2(line).has_value());
  BOOST_CHECK_THROW(Geodesic(Crs{}), Error);
}

BOOST_AUTO_TEST_SUITE_END()
