#include "gis/intake/measure_places.h"

#include <boost/test/unit_test.hpp>

#include "tests/support/square_city.h"

using namespace smile;

namespace {

PlaceCells at(std::string position) {
  PlaceCells cells;
  cells.row = 2;
  cells.position = std::move(position);
  cells.position_header = "Lage";
  return cells;
}

PlaceCells in_district(std::string district, std::string title = {}) {
  PlaceCells cells;
  cells.row = 2;
  cells.district = std::move(district);
  cells.title = std::move(title);
  cells.district_header = "Stadtteil";
  return cells;
}

struct Result {
  Placed placed;
  Issues issues;
  Crs crs;
};

Result place_last(const std::vector<PlaceCells>& rows, const Plan& plan, const MeasureOptions& options = {}) {
  PlaceReader reader(plan, options, "ideas.csv");
  reader.look_at(rows, {});
  Result result;
  result.placed = reader.place(rows.back(), result.issues);
  result.crs = reader.plan_crs();
  reader.conclude(result.issues);
  return result;
}

/// The squares of Südstadt in quarters: a finer level.
Plan two_levels() {
  std::vector<District> fine;
  for (int i = 0; i < 4; ++i) {
    District quarter = tests::square("0" + std::to_string(i), i == 0 ? "Südstadt" : "Viertel " + std::to_string(i),
                                     300000 + 5000 * (i % 2), 5990000 + 5000 * (i / 2));
    quarter.geometry = make_area({{300000.0 + 5000 * (i % 2), 5990000.0 + 5000 * (i / 2)},
                                  {305000.0 + 5000 * (i % 2), 5990000.0 + 5000 * (i / 2)},
                                  {305000.0 + 5000 * (i % 2), 5995000.0 + 5000 * (i / 2)},
                                  {300000.0 + 5000 * (i % 2), 5995000.0 + 5000 * (i / 2)}});
    quarter.area_m2 = 2.5e7;
    fine.push_back(std::move(quarter));
  }
  return set_level("Ortsteile", std::move(fine), crs_from_epsg(25833)).apply(tests::square_city());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(measure_places)

BOOST_AUTO_TEST_CASE(a_cell_for_positions_may_name_a_district_or_the_city) {
  BOOST_TEST((place_last({at("Südstadt")}, tests::square_city()).placed.location.placement == Placement::district));
  BOOST_TEST(
      (place_last({at("gesamtes Stadtgebiet")}, tests::square_city()).placed.location.placement == Placement::city));
  const Result address = place_last({at("Lange Straße 5")}, tests::square_city());
  BOOST_TEST(address.placed.unread);
  BOOST_TEST((address.placed.location.placement == Placement::none));
  BOOST_TEST(address.issues.at(0).kind == "unreadable_position");
  BOOST_TEST(address.issues.at(0).column == "Lage");
}

BOOST_AUTO_TEST_CASE(an_unreadable_position_falls_back_to_the_district) {
  PlaceCells cells = in_district("Südstadt");
  cells.position = "am Markt";
  const Result result = place_last({cells}, tests::square_city());
  BOOST_TEST((result.placed.location.placement == Placement::district));
  BOOST_TEST(result.placed.unread);
}

BOOST_AUTO_TEST_CASE(the_level_that_knows_most_names_of_the_column_is_meant) {
  const Plan plan = two_levels();
  const auto level_of = [&](const std::vector<PlaceCells>& rows) {
    const Placed placed = place_last(rows, plan).placed;
    return find_level(plan, find_district(plan, placed.location.districts.at(0))->level)->name;
  };
  BOOST_TEST(level_of({in_district("Südstadt")}) == "Stadtbereiche");
  BOOST_TEST(level_of({in_district("Stadtmitte"), in_district("Südstadt")}) == "Stadtbereiche");
  BOOST_TEST(level_of({in_district("Viertel 1"), in_district("Viertel 2"), in_district("Südstadt")}) == "Ortsteile");
}

BOOST_AUTO_TEST_CASE(an_alias_of_the_plan_is_a_name) {
  Plan plan = tests::square_city();
  plan.aliases.push_back({"KTV", find_district(plan, "K")->id});
  BOOST_TEST((place_last({in_district("KTV")}, plan).placed.location.placement == Placement::district));
}

BOOST_AUTO_TEST_CASE(one_unknown_name_among_several_places_nothing) {
  const Result result = place_last({in_district("Südstadt, Nirgendwo")}, tests::square_city());
  BOOST_TEST((result.placed.location.placement == Placement::none));
  BOOST_TEST(result.placed.district_hint == "Südstadt, Nirgendwo");
  BOOST_TEST(result.issues.at(0).kind == "unknown_district");
}

BOOST_AUTO_TEST_CASE(the_longest_name_in_a_title_is_proposed) {
  Plan plan = tests::square_city();
  plan = set_level("Ortsteile", {tests::square("7", "Tor", 0, 0)}, plan.crs).apply(plan);
  BOOST_TEST(place_last({in_district("", "Bank am Kröpeliner-Tor-Vorstadt-Platz")}, plan).placed.district_hint ==
             "Kröpeliner-Tor-Vorstadt");
  BOOST_TEST(place_last({in_district("", "Bank am Südstadtpark")}, plan).placed.district_hint.empty());
}

BOOST_AUTO_TEST_CASE(a_place_beside_the_districts_is_told_from_one_far_away) {
  const Result beside = place_last({at("298000 / 5995000")}, tests::square_city());
  BOOST_TEST(beside.issues.at(0).kind == "position_outside");
  BOOST_TEST(in(Language::english, beside.issues.at(0).message) == "The place lies in no district.");
  BOOST_TEST(!place_last({at("305000 / 5995000")}, tests::square_city()).issues.size());
}

BOOST_AUTO_TEST_CASE(a_named_zone_is_noted_once_per_system) {
  const Result result = place_last({at("33305000 5995000")}, tests::square_city());
  BOOST_TEST_REQUIRE(result.issues.size() == 1u);
  BOOST_TEST(result.issues[0].kind == "crs_guessed");
  BOOST_TEST((result.issues[0].severity == Severity::note));
  BOOST_TEST(!result.issues[0].row.has_value());
}

BOOST_AUTO_TEST_CASE(the_system_the_user_said_is_no_guess) {
  MeasureOptions options;
  options.crs = crs_from_epsg(5650);
  const Result result = place_last({at("33305000 5995000")}, tests::square_city(), options);
  BOOST_TEST(result.issues.empty());
  BOOST_TEST(std::abs(result.placed.location.geometry.points.at(0).x - 305000) < 1e-3);
}

BOOST_AUTO_TEST_CASE(without_districts_positions_are_judged_by_their_median) {
  const std::vector<PlaceCells> rows = {at("50.26, 19.02"), at("50.25, 19.0"), at("50.22, 18.96"), at("19.05, 50.24")};
  const Result swapped = place_last(rows, Plan{});
  BOOST_TEST(swapped.crs.epsg == 25834);
  BOOST_TEST_REQUIRE(swapped.issues.size() == 1u);
  BOOST_TEST(swapped.issues[0].kind == "coordinates_swapped");
  const Result far_away = place_last({at("50.26, 19.02"), at("50.25, 19.0"), at("48.1, 11.5")}, Plan{});
  BOOST_TEST(far_away.issues.at(0).kind == "position_outside");
}

BOOST_AUTO_TEST_CASE(no_place_at_all_is_fine) {
  const Result result = place_last({in_district("", "Bank")}, Plan{});
  BOOST_TEST(result.issues.empty());
  BOOST_TEST(!result.crs.known());
  BOOST_TEST((result.placed.location.placement == Placement::none));
}

BOOST_AUTO_TEST_SUITE_END()
