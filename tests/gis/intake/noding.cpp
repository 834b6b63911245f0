#include "gis/intake/noding.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/networks.h"

using namespace smile;
using tests::edges_of;

namespace {

std::int64_t integer(const LayerData& data, const char* name, std::size_t row) {
  for (const ValueColumn& column : data.features.columns)
    if (column.name == name) return column.integers[row];
  return -1;
}

std::vector<double> lengths(const LayerData& data) {
  return data.features.columns[2].reals;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(noding)

BOOST_AUTO_TEST_CASE(lines_are_cut_at_vertices_they_share_be_they_ends_or_not) {
  const LayerData crossing = edges_of({{{0, 0}, {50, 0}, {100, 0}}, {{50, -30}, {50, 0}, {50, 40}}});
  BOOST_TEST(lengths(crossing) == (std::vector<double>{50, 50, 30, 40}), boost::test_tools::per_element());
  const LayerData tee = edges_of({{{0, 0}, {50, 0}, {100, 0}}, {{50, 0}, {50, 40}}});
  BOOST_TEST(tee.features.size() == 3U);
  BOOST_TEST(integer(tee, "to_node", 0) == integer(tee, "from_node", 2));
}

BOOST_AUTO_TEST_CASE(a_bridge_does_not_join_what_it_crosses) {
  const LayerData edges = edges_of({{{0, 0}, {100, 0}}, {{50, -30}, {50, 40}}});
  BOOST_TEST(edges.features.size() == 2U);
  BOOST_TEST(connectivity(network_of(edges)).components == 2);
}

BOOST_AUTO_TEST_CASE(a_point_is_the_same_within_a_millimetre_also_across_squares_and_not_beyond) {
  for (const double gap : {0.0, 0.0009, -0.0009, 0.0011, -0.0011}) {
    const LayerData edges = edges_of({{{0, 0}, {100, 0.25}}, {{100 + gap, 0.25}, {200, 0}}});
    const bool joined = integer(edges, "to_node", 0) == integer(edges, "from_node", 1);
    BOOST_TEST(joined == (std::abs(gap) < 0.001), "gap " << gap);
  }
}

BOOST_AUTO_TEST_CASE(lengths_are_whole_millimetres_and_never_none) {
  const LayerData edges = edges_of({{{0, 0}, {0.0015, 0}}, {{10, 10}, {11.23456, 10}}, {{5, 5}, {5, 5}}});
  BOOST_TEST(lengths(edges) == (std::vector<double>{0.002, 1.235}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_line_that_meets_itself_is_cut_there) {
  const LayerData eight = edges_of({{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}, {-10, 0}}});
  BOOST_TEST(lengths(eight) == (std::vector<double>{40, 10}), boost::test_tools::per_element());
  BOOST_TEST(integer(eight, "from_node", 0) == integer(eight, "to_node", 0));
}

BOOST_AUTO_TEST_CASE(only_edges_that_meet_the_ground_stay_and_stay_whole) {
  LayerData data;
  for (const tests::Line& line : {tests::Line{{0, 0}, {50, 0}}, {{50, 0}, {400, 0}}, {{400, 0}, {500, 0}}})
    append_feature(data.features, make_line(line), {});
  const LayerData edges = noded(shared_lines(data), {-10, -10, 100, 10});
  BOOST_TEST(lengths(edges) == (std::vector<double>{50, 350}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(names_and_kinds_come_along_whatever_their_columns_are_called) {
  LayerData data;
  data.features.columns.resize(2);
  data.features.columns[0].name = "STRASSE";
  data.features.columns[1].name = "fclass";
  append_feature(data.features, make_line({{0, 0}, {50, 0}, {100, 0}}), {"Am Markt", "footway"});
  append_feature(data.features, make_line({{50, 0}, {50, 9}}), {"", ""});
  append_feature(data.features, make_point({50, 0}), {"Baum", ""});
  const LayerData edges = noded(shared_lines(data), {});
  BOOST_REQUIRE(edges.features.size() == 3U);
  BOOST_TEST(cell_text(edges.features.columns[3], 1) == "Am Markt");
  BOOST_TEST(cell_text(edges.features.columns[4], 1) == "footway");
  BOOST_TEST(cell_text(edges.features.columns[3], 2).empty());
}

BOOST_AUTO_TEST_SUITE_END()
