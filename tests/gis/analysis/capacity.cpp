#include "gis/analysis/capacity.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

Geometry square(double side) {
  return make_area({{0, 0}, {side, 0}, {side, side}, {0, side}});
}

/// A square of 20 m, a point, a bow tie of two triangles of 50 m² and a record without shape.
struct Grounds {
  LayerData data;
  MapLayer layer;

  Grounds() {
    layer.name = "Spielplätze";
    for (const auto& [name, kind] : {std::pair{"name", ValueColumn::Kind::text},
                                     {"plaetze", ValueColumn::Kind::integer},
                                     {"groesse", ValueColumn::Kind::real}}) {
      data.features.columns.emplace_back().name = name;
      data.features.columns.back().kind = kind;
    }
    append_feature(data.features, square(20), {"a", "12", "410.5"});
    append_feature(data.features, make_point({5, 5}), {"b", "0", ""});
    append_feature(data.features, make_area({{0, 0}, {10, 10}, {10, 0}, {0, 10}}), {"c", "-1", "7"});
    append_feature(data.features, {}, {"d", "99", "99"});
  }
  Capacities by(CapacityBy by, const std::string& field = {}) const { return capacity_of(layer, data, {by, field}); }
};

std::string refused(const auto& ask) {
  try {
    ask();
  } catch (const Error& error) {
    return str(error.sentence());
  }
  return {};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(capacities, Grounds)

BOOST_AUTO_TEST_CASE(a_column_says_it_and_none_is_not_unknown) {
  const Capacities seats = by(CapacityBy::field, "plaetze");
  BOOST_TEST_REQUIRE(seats.size() == 3U);  // as places_of(): what has no shape is no place
  BOOST_TEST(seats[0].value() == 12);
  BOOST_TEST(seats[1].value() == 0);
  BOOST_TEST(!seats[2]);  // −1: kept secret
  const Capacities size = by(CapacityBy::field, "groesse");
  BOOST_TEST(size[0].value() == 410.5);
  BOOST_TEST(!size[1]);  // empty
  BOOST_TEST(size.size() == places_of(layer, data).size());
}

BOOST_AUTO_TEST_CASE(the_ground_of_areas_is_measured_points_have_none) {
  const Capacities ground = by(CapacityBy::area);
  BOOST_TEST(ground[0].value() == 400);
  BOOST_TEST(!ground[1]);
  BOOST_TEST(ground[2].value() == 50, boost::test_tools::tolerance(1e-9));  // repaired: two triangles of 25 m²
}

BOOST_AUTO_TEST_CASE(counted_each_is_one) {
  for (const auto& one : by(CapacityBy::count)) BOOST_TEST(one.value() == 1);
}

BOOST_AUTO_TEST_CASE(a_layer_knows_its_own_column_else_its_ground_counts) {
  BOOST_TEST(by(CapacityBy::as_used)[0].value() == 400);
  layer.use.capacity_field = "plaetze";
  BOOST_TEST(by(CapacityBy::as_used)[0].value() == 12);
  BOOST_TEST(by(CapacityBy::area)[0].value() == 400);
}

BOOST_AUTO_TEST_CASE(a_column_of_words_or_none_names_those_with_numbers) {
  for (const char* field : {"name", "Größe"})
    BOOST_TEST(refused([&] { by(CapacityBy::field, field); }).find("plaetze, groesse") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(measures_have_ground_or_count_but_no_columns) {
  const Places measures{{square(20), make_point({0, 0})}, {"", ""}};
  BOOST_TEST(capacity_of(measures, {CapacityBy::area, {}})[0].value() == 400);
  BOOST_TEST(!capacity_of(measures, {CapacityBy::area, {}})[1]);
  BOOST_TEST(capacity_of(measures, {CapacityBy::count, {}})[1].value() == 1);
  BOOST_TEST(!capacity_of(measures, {CapacityBy::field, "plaetze"})[0]);
}

BOOST_AUTO_TEST_SUITE_END()
