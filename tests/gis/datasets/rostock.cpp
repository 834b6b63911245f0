// The embedded city: what it states is what the city states, and the plan made from it is sound.

#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "datasets/datasets.h"
#include "gis/analysis/check.h"
#include "gis/analysis/district_figures.h"
#include "gis/analysis/network.h"
#include "gis/analysis/people.h"
#include "gis/analysis/which_district.h"
#include "gis/geometry/overlay.h"
#include "gis/intake/layers.h"
#include "gis/plan/hierarchy.h"
#include "tests/support/places.h"

using namespace smile;

BOOST_AUTO_TEST_SUITE(rostock)

namespace {

const Plan& plan() {
  static const Plan made = demo_plan();
  return made;
}

Id level(const char* name) {
  const Level* found = find_level(plan(), std::string_view(name));
  BOOST_REQUIRE_MESSAGE(found != nullptr, name);
  return found->id;
}

std::vector<Geometry> geometries(const std::vector<DistrictPtr>& districts) {
  std::vector<Geometry> out;
  for (const DistrictPtr& district : districts) out.push_back(district->geometry);
  return out;
}

struct Stated {
  const char* code;
  const char* name;
  double km2;
  int people_2017, people_2023;
  int ortsteile;
};
constexpr Stated stated[] = {{"A", "Warnemünde", 10.43, 8105, 8512, 2},
                             {"B", "Rostock-Heide", 55.36, 1605, 1721, 5},
                             {"C", "Lichtenhagen", 5.95, 14338, 13897, 1},
                             {"D", "Groß Klein", 2.67, 13509, 13586, 1},
                             {"E", "Lütten Klein", 3.58, 17234, 17079, 1},
                             {"F", "Evershagen", 7.02, 16847, 16529, 1},
                             {"G", "Schmarl", 5.81, 8756, 9267, 1},
                             {"H", "Reutershagen", 5.76, 17978, 17335, 1},
                             {"I", "Hansaviertel", 1.96, 8465, 8058, 1},
                             {"J", "Gartenstadt/Stadtweide", 4.86, 3312, 3208, 1},
                             {"K", "Kröpeliner-Tor-Vorstadt", 3.74, 19342, 19211, 1},
                             {"L", "Südstadt", 5.62, 14998, 15001, 1},
                             {"M", "Biestow", 3.83, 2753, 2616, 1},
                             {"N", "Stadtmitte", 5.30, 19986, 21279, 1},
                             {"O", "Brinckmansdorf", 10.34, 8317, 9146, 1},
                             {"P", "Dierkow-Neu", 2.25, 10916, 11188, 1},
                             {"Q", "Dierkow-Ost", 0.51, 1058, 1010, 1},
                             {"R", "Dierkow-West", 1.01, 1141, 1278, 1},
                             {"S", "Toitenwinkel", 3.70, 14010, 15400, 1},
                             {"T", "Gehlsdorf", 6.56, 4662, 5144, 1},
                             {"U", "Rostock-Ost", 35.11, 1184, 1227, 6}};

double figure(Id district, int year) {
  for (const StatisticPtr& statistic : plan().statistics)
    if (statistic->inhabitants && statistic->year == year)
      if (const auto found = statistic->figures.find(district); found != statistic->figures.end())
        return found->second.value;
  return -1;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_stadtbereiche_have_the_names_areas_and_inhabitants_the_city_states) {
  const auto districts = districts_of(plan(), level("Stadtbereiche"));
  BOOST_REQUIRE(districts.size() == std::size(stated));
  double people = 0;
  for (std::size_t i = 0; i < districts.size(); ++i) {
    const District& district = *districts[i];
    BOOST_TEST(district.code == stated[i].code);
    BOOST_TEST(district.name == stated[i].name);
    BOOST_REQUIRE(district.official_area_m2.has_value());
    BOOST_TEST(*district.official_area_m2 == stated[i].km2 * 1e6, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(district.area_m2 == stated[i].km2 * 1e6, boost::test_tools::tolerance(0.01));
    BOOST_TEST(figure(district.id, 2017) == stated[i].people_2017);
    BOOST_TEST(figure(district.id, 2023) == stated[i].people_2023);
    people += inhabitants(plan(), district.id).value();
  }
  BOOST_TEST(people == 211692);
}

BOOST_AUTO_TEST_CASE(the_ortsteile_lie_in_their_stadtbereich_and_none_has_invented_people) {
  const auto ortsteile = districts_of(plan(), level("Ortsteile"));
  BOOST_REQUIRE(ortsteile.size() == 31U);
  std::map<std::string, int> counts;
  for (std::size_t i = 0; i < ortsteile.size(); ++i) {
    const District& ortsteil = *ortsteile[i];
    BOOST_TEST(ortsteil.code == (i < 9 ? "0" : "") + std::to_string(i + 1));
    const District* parent = find_district(plan(), ortsteil.parent);
    BOOST_REQUIRE(parent != nullptr);
    ++counts[parent->code];
    BOOST_TEST(area(difference(ortsteil.geometry, parent->geometry)) < 1.0);
  }
  for (const Stated& row : stated) BOOST_TEST(counts[row.code] == row.ortsteile);
  for (const DistrictPtr& ortsteil : ortsteile) {
    const District* parent = find_district(plan(), ortsteil->parent);
    if (counts[parent->code] > 1) {
      BOOST_TEST(!inhabitants(plan(), ortsteil->id).has_value());
      BOOST_TEST(!ortsteil->official_area_m2.has_value());
    } else {
      BOOST_TEST(inhabitants(plan(), ortsteil->id).value() == inhabitants(plan(), parent->id).value());
      BOOST_TEST(ortsteil->area_m2 == parent->area_m2, boost::test_tools::tolerance(1e-6));
    }
  }
}

BOOST_AUTO_TEST_CASE(neighbours_share_their_border_exactly) {
  for (const char* name : {"Stadtbereiche", "Ortsteile"}) {
    const auto shapes = geometries(districts_of(plan(), level(name)));
    const Partition partition = measure_partition(shapes);
    BOOST_TEST(partition.overlap_m2 < 0.01);
    BOOST_TEST(partition.gap_m2 < 0.01);
    BOOST_TEST(united(shapes).parts() == 1U);
  }
}

BOOST_AUTO_TEST_CASE(the_pool_has_measures_of_every_kind_with_what_people_ask_for) {
  const Plan& p = plan();
  BOOST_TEST(p.measures.size() == 63U);
  std::set<Placement> placements;
  std::set<Block> blocks;
  std::set<Phase> phases;
  std::set<Persona> personas;
  std::set<std::string> numbers, fields;
  int dates = 0, costs = 0, missing = 0;
  for (const MeasurePtr& measure : p.measures) {
    placements.insert(measure->location.placement);
    blocks.insert(measure->block);
    phases.insert(measure->phase);
    personas.insert(measure->persona);
    numbers.insert(measure->number);
    fields.insert(measure->field_of_action);
    dates += measure->start.has_value() ? 1 : 0;
    costs += measure->cost.low && measure->cost.likely && measure->cost.high ? 1 : 0;
    missing += measure->cost.likely ? 0 : 1;
    BOOST_TEST(!measure->title.empty());
    BOOST_TEST(!measure->summary.empty());
    BOOST_TEST(!measure->lead.empty());
  }
  BOOST_TEST(placements.size() == 7U);
  BOOST_TEST(blocks.size() == 4U);
  BOOST_TEST(!blocks.contains(Block::none));
  BOOST_TEST(phases.size() == 9U);
  BOOST_TEST(!phases.contains(Phase::none));
  BOOST_TEST(personas.size() == 5U);
  BOOST_TEST(!personas.contains(Persona::none));
  BOOST_TEST(numbers.size() == 63U);
  BOOST_TEST(fields.size() >= 10U);
  BOOST_TEST(dates >= 60);
  BOOST_TEST(costs >= 58);
  BOOST_TEST(missing == 2);
}

BOOST_AUTO_TEST_CASE(the_import_and_the_check_have_nothing_to_warn_of) {
  for (const ReportPtr& report : plan().reports)
    for (const Issue& issue : report->issues)
      BOOST_TEST((issue.severity == Severity::note),
                 report->file + ": " + issue.kind + " " + issue.value + " " + in(Language::english, issue.message));
  for (const Issue& issue : check_plan(plan()))
    BOOST_TEST((issue.severity == Severity::note), issue.kind + ": " + in(Language::english, issue.message));
}

BOOST_AUTO_TEST_CASE(every_place_lies_in_the_city) {
  const auto index = district_index(plan());
  for (const MeasurePtr& measure : plan().measures) {
    double sum = 0;
    for (const DistrictShare& share : districts_of_measure(*measure, plan(), *index)) sum += share.share;
    if (measure->location.placement != Placement::none) BOOST_TEST(sum == 1.0, boost::test_tools::tolerance(1e-9));
  }
  const FiguresResult figures = district_figures(plan(), level("Stadtbereiche"));
  BOOST_TEST(figures.outside == 0);
  BOOST_TEST(figures.outside_cost.cents == 0);
  BOOST_TEST(figures.unplaced == 4);
}

BOOST_AUTO_TEST_CASE(it_says_that_its_boundaries_are_schematic) {
  BOOST_TEST(is_schematic(plan()));
  BOOST_TEST(plan().crs.epsg == 25833);
  BOOST_TEST(plan().currency == "EUR");
}

namespace {

const Demo& made() {
  static const Demo demo_made = demo();
  return demo_made;
}

const LayerData& table(const std::string& name) {
  for (const MapLayerPtr& layer : made().plan.layers)
    if (layer->source.layer.ends_with("_" + name)) return *made().tables.at(layer->source.layer);
  BOOST_FAIL("no layer " + name);
  throw 0;
}

Geometry all_of(const LayerData& data) {
  std::vector<Geometry> shapes;
  for (std::size_t i = 0; i < data.features.size(); ++i) shapes.push_back(data.features.geometry(i));
  return united(shapes);
}

}  // namespace

BOOST_AUTO_TEST_CASE(its_layers_are_styled_grouped_and_in_the_plan) {
  const Plan& p = made().plan;
  BOOST_REQUIRE(p.layers.size() == made().tables.size());
  for (const MapLayerPtr& layer : p.layers) {
    BOOST_TEST((layer->source.kind == LayerSource::Kind::plan));
    const LayerData& data = *made().tables.at(layer->source.layer);
    BOOST_TEST(layer->features == static_cast<std::int64_t>(data.features.size()));
    BOOST_TEST(std::count(data.features.kinds.begin(), data.features.kinds.end(), data.kind) == layer->features);
    BOOST_TEST(!layer->credit.empty());
    BOOST_TEST(
        (layer->style.topic != LayerTopic::other || layer->name == "Bahn" || layer->use.kind != LayerUse::Kind::none));
    std::set<std::string> columns;
    for (const ValueColumn& column : data.features.columns) columns.insert(column.name);
    for (const std::string& field : {layer->style.field, layer->style.label_field})
      BOOST_TEST((field.empty() || columns.contains(field)), layer->name + " lacks " + field);
  }
  for (const LayerSettings& settings : p.style.layers)
    BOOST_TEST((layer_of_key(settings.layer) == 0) == settings.group.empty());
  BOOST_TEST(p.bookmarks.size() >= 4U);
  for (const Bookmark& bookmark : p.bookmarks) BOOST_TEST(extent(p).intersects(bookmark.ground), bookmark.name);
}

BOOST_AUTO_TEST_CASE(no_house_stands_in_the_water) {
  const Geometry water = all_of(table("gewaesser"));
  const Geometry houses = all_of(table("gebaeude"));
  BOOST_TEST(area(houses) > 1e6);
  BOOST_TEST(area(intersection(houses, water)) == 0.0);
}

BOOST_AUTO_TEST_CASE(every_street_can_be_reached_from_every_other) {
  std::map<std::pair<double, double>, std::vector<std::size_t>> corners;
  std::size_t streets = 0;
  for (const char* name : {"hauptstrassen", "strassen", "wege"}) {
    const FeatureColumns& features = table(name).features;
    for (std::size_t i = 0; i < features.size(); ++i, ++streets)
      for (const Point& p : features.points_of(i)) corners[{p.x, p.y}].push_back(streets);
  }
  std::vector<std::size_t> root(streets);
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&](std::size_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  for (const auto& [corner, meeting] : corners)
    for (const std::size_t street : meeting) root[find(street)] = find(meeting.front());
  std::set<std::size_t> groups;
  for (std::size_t i = 0; i < streets; ++i) groups.insert(find(i));
  BOOST_TEST(streets > 1500U);
  BOOST_TEST(groups.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_demo_file_shows_its_layers_by_itself) {
  const tests::TemporaryFolder folder;
  create_demo(folder / "demo.gpkg");
  const PlanFile file = PlanFile::open(folder / "demo.gpkg", PlanFile::Mode::read);
  BOOST_TEST(same_content(*file.plan(), made().plan));
  const LoadedLayers loaded = load_layers(*file.plan(), place_of(file.path()));
  BOOST_TEST(loaded.issues.empty());
  const auto& stack = made().plan.style.layers;
  const auto shown = std::count_if(stack.begin(), stack.end(), [](const LayerSettings& settings) {
    return layer_of_key(settings.layer) != 0 && settings.visible;
  });
  BOOST_TEST(std::ssize(made().plan.layers) - shown ==
             3);  // network, inhabitants and protection are there to count with
  BOOST_TEST(static_cast<std::ptrdiff_t>(loaded.layers.size()) == shown);
}

BOOST_AUTO_TEST_CASE(everybody_lives_in_a_home_and_can_walk_to_everybody) {
  const MapLayer* homes = population_layer(made().plan);
  BOOST_REQUIRE(homes != nullptr);
  BOOST_TEST(std::abs(people_of(*homes, table("einwohner")).total() - 211'692) < 1e-6);
  const WalkNetwork network = network_of(table("wegenetz"));
  BOOST_TEST(connectivity(network).largest_share > 0.99);  // nobody walks along the motorway
  BOOST_TEST(network.edges.size() > 1000U);
}

BOOST_AUTO_TEST_CASE(each_run_gives_the_same_plan) {
  BOOST_TEST(same_content(plan(), demo_plan()));
}

BOOST_AUTO_TEST_CASE(the_catalogue_names_every_file_that_is_embedded) {
  const auto catalogue = nlohmann::json::parse(embedded_file("catalogue.json"));
  const auto& set = catalogue["sets"][0];
  std::set<std::string> named = {"catalogue.json"};
  for (const auto& file : set["files"]) {
    named.insert(file["file"].get<std::string>());
    BOOST_TEST(!embedded_file(file["file"].get<std::string>()).empty());
  }
  BOOST_TEST(named.size() == embedded_files().size());
  BOOST_TEST(set["official"]["files"].size() == 3U);
  BOOST_TEST(embedded_file("no such file").empty());
}

BOOST_AUTO_TEST_SUITE_END()
