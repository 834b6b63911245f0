#pragma once
// A city of four districts with everything that can be asked about: inhabitants (one district's are secret), people on
// a map, candidates, a protected area, measures of every kind of place.

#include <boost/test/unit_test.hpp>

#include "gis/questions/keep.h"
#include "gis/store/plan_file.h"
#include "tests/support/places.h"
#include "tests/support/square_city.h"

namespace smile::tests {

struct Town {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "plan.gpkg", square_city());

  Town() {
    MapLayer population;
    population.name = "Einwohner";
    population.use.kind = LayerUse::Kind::population;
    population.use.total_field = "ew";
    take(population, {make_point({301000, 6005000}), make_point({303000, 6005000}), make_point({306000, 6005000})},
         {"100", "70", "60"});
    MapLayer candidates;
    candidates.name = "Flächen";
    take(candidates, {make_point({301050, 6005000}), make_point({306000, 6005100}), make_point({303000, 6005010})},
         {"0", "0", "0"});
    MapLayer areas;
    areas.name = "Schutz";
    take(areas, {make_area({{311000, 6001000}, {312000, 6001000}, {312000, 6002000}, {311000, 6002000}})}, {"0"});
    statistic("Einwohner", true, {{"K", 1000}, {"L", 3000}, {"M", 4000}});
    statistic("Bäume", false, {{"K", 10}, {"L", 30}, {"M", 20}, {"N", 5}});
    measures();
  }

  std::string id_of(const std::string& layer) const {
    for (const MapLayerPtr& one : file.plan()->layers)
      if (one->name == layer) return std::to_string(one->id);
    return {};
  }
  void apply(const Edit& edit) { file.save(std::make_shared<const Plan>(edit.apply(*file.plan()))); }
  Answer answer(const Question& question) { return ask(question, *file.plan(), place_of(file.path())); }
  /// N's figure is secret where it has none.
  void statistic(const std::string& name, bool inhabitants, const std::map<std::string, double>& values) {
    Statistic made;
    made.level = file.plan()->levels.front().id;
    made.name = name;
    made.inhabitants = inhabitants;
    for (const DistrictPtr& district : file.plan()->districts) {
      const auto value = values.find(district->code);
      made.figures[district->id] =
          value == values.end() ? Figure{Figure::State::suppressed, 0} : Figure{Figure::State::value, value->second};
    }
    apply(add_statistics({made}));
  }

private:
  void take(const MapLayer& layer, const std::vector<Geometry>& shapes, const std::vector<std::string>& people) {
    LayerData data;
    data.kind = shapes.front().kind;
    data.features.columns.emplace_back().name = "ew";
    data.features.columns.back().kind = ValueColumn::Kind::integer;
    for (std::size_t i = 0; i < shapes.size(); ++i) append_feature(data.features, shapes[i], {people[i]});
    const Crs crs = file.plan()->crs;
    apply(add_taken(layer, file.take_features(data, layer.name, crs), crs));
  }
  void measures() {
    const auto measure = [](const char* title, std::int64_t cents, Location location) {
      Measure made;
      made.title = title;
      made.cost.likely = Money{cents};
      made.location = std::move(location);
      return made;
    };
    apply(add_measures(
        {measure("Platz", 500000,
                 {Placement::area,
                  make_area({{311900, 6001400}, {312100, 6001400}, {312100, 6001500}, {311900, 6001500}}),
                  {},
                  {}}),
         measure("Weg", 100000, {Placement::line, make_line({{310500, 6001500}, {311500, 6001500}}), {}, {}}),
         measure("Bank", 20000, {Placement::point, make_point({305000, 6005000}), {}, {}}), measure("Idee", 0, {})}));
  }
};

inline const FindingColumn& column(const FindingTable& table, const std::string& name) {
  for (const FindingColumn& one : table.columns)
    if (str(one.name) == name) return one;
  BOOST_FAIL("no column " << name);
  throw std::logic_error(name);
}

}  // namespace smile::tests
