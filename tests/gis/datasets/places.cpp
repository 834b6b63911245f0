// The places of the embedded city: made up, but as sound as a city's own.

#include <boost/test/unit_test.hpp>
#include <numeric>
#include <set>

#include "datasets/datasets.h"
#include "gis/analysis/conflicts.h"
#include "gis/analysis/people.h"
#include "gis/geometry/overlay.h"

using namespace smile;

namespace {

const Demo& made() {
  static const Demo demo_made = demo();
  return demo_made;
}

const MapLayer& layer(const std::string& name) {
  for (const MapLayerPtr& one : made().plan.layers)
    if (one->name == name) return *one;
  BOOST_FAIL("no layer " + name);
  throw 0;
}

const LayerData& data(const std::string& name) {
  return *made().tables.at(layer(name).source.layer);
}

const ValueColumn& column(const LayerData& table, const std::string& name) {
  for (const ValueColumn& one : table.features.columns)
    if (one.name == name) return one;
  BOOST_FAIL("no column " + name);
  throw 0;
}

Geometry all_of(const LayerData& table) {
  std::vector<Geometry> shapes;
  for (std::size_t i = 0; i < table.features.size(); ++i) shapes.push_back(table.features.geometry(i));
  return united(shapes);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rostock_places)

BOOST_AUTO_TEST_CASE(places_are_in_use_with_their_kind_and_capacity) {
  BOOST_TEST(layer("Haltestellen").use.place_kind == "stop");
  BOOST_TEST(layer("Kitas").use.place_kind == "kita");
  BOOST_TEST(layer("Kitas").use.capacity_field == "plaetze");
  BOOST_TEST(layer("Spielplätze").use.place_kind == "playground");
  BOOST_TEST(layer("Spielplätze").use.capacity_field == "flaeche_m2");
  for (const char* name : {"Haltestellen", "Kitas", "Spielplätze"})
    BOOST_TEST((layer(name).use.kind == LayerUse::Kind::places), name);
  BOOST_TEST((layer("Schutzgebiete").style.topic == LayerTopic::protection));
}

BOOST_AUTO_TEST_CASE(playgrounds_are_as_large_as_they_say_and_nothing_stands_on_them) {
  const LayerData& lawns = data("Spielplätze");
  const ValueColumn& size = column(lawns, "flaeche_m2");
  std::set<std::string> names;
  for (std::size_t i = 0; i < lawns.features.size(); ++i) {
    const Geometry shape = lawns.features.geometry(i);
    BOOST_TEST(validity(shape).valid);
    BOOST_TEST(std::abs(area(shape) - size.reals[i]) <= 0.5);
    names.insert(cell_text(column(lawns, "name"), i));
  }
  BOOST_TEST(lawns.features.size() > 150U);
  BOOST_TEST(names.size() == lawns.features.size());
  const Geometry all = all_of(lawns);
  BOOST_TEST(area(intersection(all, all_of(data("Gebäude")))) == 0.0);
  BOOST_TEST(area(intersection(all, all_of(data("Gewässer")))) == 0.0);
}

BOOST_AUTO_TEST_CASE(kitas_have_about_as_many_seats_as_there_are_small_children) {
  const ValueColumn& seats = column(data("Kitas"), "plaetze");
  const double all = std::accumulate(seats.reals.begin(), seats.reals.end(), 0.0);
  const People people = people_of(layer("Einwohner"), data("Einwohner"));
  const PeopleOfAge small = of_age(people, {0, 5});
  const double children = std::accumulate(small.count.begin(), small.count.end(), 0.0);
  BOOST_TEST(children > 9'000);
  BOOST_TEST(children < 12'500);
  BOOST_TEST(all > 0.6 * children);
  BOOST_TEST(all < 1.1 * children);
}

BOOST_AUTO_TEST_CASE(ages_are_made_up_and_add_up_to_what_the_city_states) {
  const People people = people_of(layer("Einwohner"), data("Einwohner"));
  BOOST_REQUIRE(people.ages.size() == 5U);
  double sum = 0;
  for (const auto& group : people.by_age) sum += std::accumulate(group.begin(), group.end(), 0.0);
  BOOST_TEST(sum == 211'692, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(layer("Einwohner").use.method.find("made up") != std::string::npos);
  for (const StatisticPtr& statistic : made().plan.statistics)  // they are no statistics of the city
    BOOST_TEST(statistic->inhabitants, statistic->name);
}

BOOST_AUTO_TEST_CASE(protected_areas_are_named_and_some_measures_lie_in_them) {
  const LayerData& areas = data("Schutzgebiete");
  Places places;
  for (std::size_t i = 0; i < areas.features.size(); ++i) {
    places.shapes.push_back(areas.features.geometry(i));
    places.names.push_back(cell_text(column(areas, "name"), i));
    BOOST_TEST(!places.names.back().empty());
    BOOST_TEST(validity(places.shapes.back()).valid, places.names.back());
  }
  const Conflicts found = conflicts(made().plan, places);
  BOOST_TEST(found.measures.size() >= 5U);
  BOOST_TEST(std::ssize(found.measures) < found.compared / 2);
  BOOST_TEST(found.issues.empty());
}

BOOST_AUTO_TEST_SUITE_END()
