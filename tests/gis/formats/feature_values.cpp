#include "gis/formats/feature_values.h"

#include <boost/test/unit_test.hpp>

using namespace smile;

namespace {

LayerData empty_layer() {
  LayerData data;
  add_column(data.features, "name", ValueColumn::Kind::text);
  add_column(data.features, "people", ValueColumn::Kind::integer);
  add_column(data.features, "metres", ValueColumn::Kind::real);
  return data;
}

std::vector<std::string> cells(const LayerData& data, std::size_t row) {
  std::vector<std::string> out;
  for (const ValueColumn& column : data.features.columns) out.push_back(cell_text(column, row));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(feature_values)

BOOST_AUTO_TEST_CASE(a_feature_holds_a_value_in_each_column) {
  LayerData data = empty_layer();
  append_values(data, make_point({1, 2}), {std::string("Markt"), std::int64_t{12}, 0.1});
  BOOST_TEST(cells(data, 0) == (std::vector<std::string>{"Markt", "12", "0.1"}), boost::test_tools::per_element());
  BOOST_CHECK(data.features.geometry(0) == make_point({1, 2}));
}

BOOST_AUTO_TEST_CASE(nothing_and_empty_text_are_null_zero_is_not) {
  LayerData data = empty_layer();
  append_values(data, make_point({0, 0}), {FeatureValue(), FeatureValue(), FeatureValue()});
  append_values(data, make_point({0, 0}), {std::string(), std::int64_t{0}, 0.0});
  for (const ValueColumn& column : data.features.columns) BOOST_TEST(column.null[0]);
  BOOST_TEST(data.features.columns[0].null[1]);
  BOOST_TEST(!data.features.columns[1].null[1]);
  BOOST_TEST(!data.features.columns[2].null[1]);
}

BOOST_AUTO_TEST_CASE(they_are_the_same_as_those_read_from_text) {
  LayerData values = empty_layer(), read = empty_layer();
  const Geometry field = make_area({{0, 0}, {10, 0}, {10, 10}});
  for (std::size_t i = 0; i < 2; ++i) {
    append_values(values, field, {std::string("A"), FeatureValue(), 2.5});
    append_feature(read.features, field, {"A", "", "2.5"});
    BOOST_TEST(cells(values, i) == cells(read, i), boost::test_tools::per_element());
    BOOST_CHECK(values.features.geometry(i) == read.features.geometry(i));
  }
}

BOOST_AUTO_TEST_CASE(the_box_of_a_layer_grows_with_its_features) {
  LayerData data = empty_layer();
  append_values(data, make_point({1, 2}), {FeatureValue(), FeatureValue(), FeatureValue()});
  append_values(data, make_point({5, -1}), {FeatureValue(), FeatureValue(), FeatureValue()});
  BOOST_TEST(data.box.min_x == 1);
  BOOST_TEST(data.box.min_y == -1);
  BOOST_TEST(data.box.max_x == 5);
  BOOST_TEST(data.box.max_y == 2);
}

BOOST_AUTO_TEST_SUITE_END()
