#include "gis/analysis/compare.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "gis/plan/scenarios.h"
#include "gis/store/plan_file.h"
#include "tests/support/places.h"
#include "tests/support/square_city.h"

using namespace smile;
using namespace smile::tests;

namespace {

struct Home {
  double x, y;
  int people;
};

/// Four square districts, people in them, measures that scenarios are made of.
struct City {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "plan.gpkg", square_city());

  const Plan& plan() const { return *file.plan(); }
  void apply(const Edit& edit) { file.save(std::make_shared<const Plan>(edit.apply(plan()))); }

  Id live(const std::vector<Home>& homes, LayerUse::Kind use = LayerUse::Kind::population) {
    LayerData data;
    data.kind = GeometryKind::point;
    data.features.columns.emplace_back().name = "ew";
    data.features.columns.back().kind = ValueColumn::Kind::integer;
    for (const Home& home : homes)
      append_feature(data.features, make_point({home.x, home.y}), {std::to_string(home.people)});
    MapLayer layer;
    layer.name = "Layer " + std::to_string(plan().layers.size());
    layer.use.kind = use;
    layer.use.total_field = "ew";
    apply(add_taken(layer, file.take_features(data, layer.name, plan().crs), plan().crs));
    return plan().layers.back()->id;
  }
  Id measure(Location location, std::optional<std::int64_t> euros) {
    Measure made;
    made.location = std::move(location);
    if (euros) made.cost.likely = Money{*euros * 100};
    apply(add_measures({made}));
    return plan().measures.back()->id;
  }
  Id at(double x, double y, std::optional<std::int64_t> euros) {
    return measure({Placement::point, make_point({x, y}), {}, {}}, euros);
  }
  Id scenario(const std::string& name, std::vector<Id> measures) {
    apply(add_scenario({0, name, std::move(measures)}));
    return plan().scenarios.back().id;
  }
  ComparisonAnswer compare(std::optional<Id> before, std::optional<Id> after, std::vector<Id> places = {}) {
    ComparisonQuestion question;
    question.before = before;
    question.after = after;
    question.places = std::move(places);
    return answer(question, plan(), place_of(file.path()));
  }
  const ComparedRow& row(const ComparisonAnswer& found, std::string_view code) const {
    for (const ComparedRow& one : found.rows)
      if (const District* district = find_district(plan(), one.district); district && district->code == code)
        return one;
    throw std::runtime_error("no such row");
  }
};

/// 100 people in K, 70 in L, 60 in M; a measure beside each of the first two.
struct Town : City {
  Id in_k = 0, in_l = 0, a = 0, b = 0;
  Town() {
    live({{305000, 6005000, 100}, {305000, 5995000, 70}, {315000, 6005000, 60}});
    in_k = at(305100, 6005000, 400);
    in_l = at(305100, 5995000, {});
    a = scenario("A", {in_k});
    b = scenario("B", {in_l});
  }
};

void adds_up(const ComparisonAnswer& found) {
  Money cost[2];
  double people = 0, reached[2] = {0, 0};
  for (const ComparedRow& row : found.rows) {
    cost[0] = cost[0] + row.before.cost, cost[1] = cost[1] + row.after.cost;
    people += row.people;
    reached[0] += row.before.reached, reached[1] += row.after.reached;
  }
  BOOST_TEST(cost[0].cents == found.all.before.cost.cents);
  BOOST_TEST(cost[1].cents == found.all.after.cost.cents);
  const auto close = boost::test_tools::tolerance(1e-9);
  BOOST_TEST(people == found.all.people, close);
  BOOST_TEST(reached[0] == found.all.before.reached, close);
  BOOST_TEST(reached[1] == found.all.after.reached, close);
  BOOST_TEST(found.gained - found.lost == found.all.more_reached(), boost::test_tools::tolerance(1e-6));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(comparing)

BOOST_FIXTURE_TEST_CASE(the_city_and_each_district_before_after_and_the_difference, Town) {
  const ComparisonAnswer found = compare(a, b);
  BOOST_TEST(found.people);
  BOOST_TEST(found.all.people == 230);
  BOOST_TEST(found.all.more_reached() == -30);
  BOOST_TEST(found.all.more_of_people().value() == -30.0 / 230, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(found.gained == 70);
  BOOST_TEST(found.lost == 100);
  BOOST_TEST(row(found, "K").more_reached() == -100);
  BOOST_TEST(row(found, "L").more_reached() == 70);
  BOOST_TEST(row(found, "M").more_reached() == 0);
  BOOST_TEST(row(found, "K").before.cost.cents == 40000);
  BOOST_TEST(row(found, "K").after.measures == 0);
  BOOST_TEST(found.all.after.without_cost == 1);
  BOOST_TEST((found.only_before == std::vector<Id>{in_k}));
  BOOST_TEST((found.only_after == std::vector<Id>{in_l}));
}

BOOST_FIXTURE_TEST_CASE(it_is_said_in_plain_words, Town) {
  const auto sentences = sentences_of(compare(a, b), plan());
  BOOST_TEST_REQUIRE(sentences.size() == 7U);
  BOOST_TEST(str(sentences[0]) ==
             "With “B”, 30 fewer inhabitants are reached within 500 m than with “A”: 70 instead of 100 (−13.0 "
             "percentage points).");
  BOOST_TEST(str(sentences[1]) == "70 people are reached who were not, 100 are reached no longer.");
  BOOST_TEST(str(sentences[2]) == "It costs €400 less: €0 instead of €400.");
  BOOST_TEST(str(sentences[5]) == "Südstadt gains most: 70 more are reached there.");
  BOOST_TEST(str(sentences[6]) == "Kröpeliner-Tor-Vorstadt loses most: 100 fewer are reached there.");
  const auto nothing = sentences_of(compare(a, a), plan());
  BOOST_TEST(str(nothing[0]) == "With “A” as many inhabitants are reached within 500 m as with “A”: 100.");
  BOOST_TEST(nothing.size() == 3U);
}

BOOST_FIXTURE_TEST_CASE(places_that_are_there_anyway_take_the_gain, Town) {
  const Id places = live({{305000, 5995000, 0}}, LayerUse::Kind::places);
  const ComparisonAnswer found = compare(std::nullopt, 0, {places});
  BOOST_TEST(found.all.before.reached == 70);
  BOOST_TEST(found.all.after.reached == 170);
  BOOST_TEST(found.all.before.measures == 0);
  BOOST_TEST(found.all.after.measures == 2);
}

BOOST_FIXTURE_TEST_CASE(the_map_holds_what_changes_in_classes_that_mirror_each_other_around_zero, Town) {
  const ComparisonAnswer found = compare(a, b);
  BOOST_TEST_REQUIRE(found.changed.features.size() == 2U);
  BOOST_TEST(found.changed.features.columns[0].reals[0] == -100);
  BOOST_TEST(found.changed.features.columns[0].reals[1] == 70);
  const LayerStyle style = layer_of_changes(found, "Map").style;
  BOOST_TEST(std::is_sorted(style.limits.begin(), style.limits.end()));
  BOOST_TEST(style.limits.size() % 2 == 1U);
  BOOST_TEST(style.limits[style.limits.size() / 2] == 0);
  for (std::size_t i = 0; i < style.limits.size(); ++i)
    BOOST_TEST(style.limits[i] == -style.limits[style.limits.size() - 1 - i]);
  BOOST_TEST(style.limits.back() >= 100);
  BOOST_TEST(style.classes == static_cast<int>(style.limits.size()) - 1);
}

BOOST_FIXTURE_TEST_CASE(what_has_no_place_or_lies_outside_has_rows_of_its_own, Town) {
  const Id nowhere = measure({}, 7);
  const Id outside = at(100000, 6005000, 11);
  const ComparisonAnswer found = compare(std::nullopt, scenario("C", {nowhere, outside}));
  BOOST_TEST_REQUIRE(found.rows.size() == 6U);
  BOOST_TEST((found.rows[4].where == ComparedRow::Where::outside));
  BOOST_TEST(found.rows[4].after.cost.cents == 1100);
  BOOST_TEST((found.rows[5].where == ComparedRow::Where::no_place));
  BOOST_TEST(found.rows[5].after.measures == 1);
  adds_up(found);
}

BOOST_FIXTURE_TEST_CASE(without_people_measures_and_costs_are_compared_all_the_same, City) {
  at(305000, 6005000, 5);
  const ComparisonAnswer found = compare(std::nullopt, 0);
  BOOST_TEST(!found.people);
  BOOST_TEST(found.all.after.cost.cents == 500);
  BOOST_TEST(found.changed.features.size() == 0U);
  BOOST_TEST(str(sentences_of(found, plan()).front()) == "It costs €5 more: €5 instead of €0.");
  ComparisonQuestion needs;
  needs.needs_people = true;
  BOOST_CHECK_THROW(answer(needs, plan(), place_of(file.path())), Error);
}

BOOST_FIXTURE_TEST_CASE(one_distance_and_no_more, Town) {
  ComparisonQuestion question;
  question.settings.distances_m = {200, 400};
  BOOST_CHECK_THROW(answer(question, plan(), place_of(file.path())), Error);
}

BOOST_FIXTURE_TEST_CASE(whatever_is_compared_adds_up_and_is_the_opposite_the_other_way_round, City) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> x(298000, 322000), y(5988000, 6012000);
  std::uniform_int_distribution<int> people(0, 40), euros(1, 100000), coin(0, 1);
  std::vector<Home> homes;
  for (int i = 0; i < 3000; ++i) homes.push_back({x(random), y(random), people(random)});
  live(homes);
  for (int i = 0; i < 30; ++i) at(x(random), y(random), euros(random));
  measure({Placement::city, {}, {}, {}}, 333);
  measure({Placement::district, {}, {plan().districts[0]->id, plan().districts[1]->id}, {}}, 101);
  for (int round = 0; round < 4; ++round) {
    std::vector<Id> one, other;
    for (const MeasurePtr& measure : plan().measures) {
      if (coin(random) != 0) one.push_back(measure->id);
      if (coin(random) != 0) other.push_back(measure->id);
    }
    const Id a = scenario("a" + std::to_string(round), one), b = scenario("b" + std::to_string(round), other);
    const ComparisonAnswer there = compare(a, b), back = compare(b, a), same = compare(a, a);
    adds_up(there);
    BOOST_TEST(there.all.more_reached() == -back.all.more_reached());
    BOOST_TEST(there.gained == back.lost);
    for (const ComparedRow& row : same.rows) {
      BOOST_TEST(row.more_reached() == 0);
      BOOST_TEST(row.before.cost.cents == row.after.cost.cents);
      BOOST_TEST(row.before.measures == row.after.measures);
    }
    BOOST_TEST(same.changed.features.size() == 0U);
    BOOST_TEST(same.only_before.empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()
