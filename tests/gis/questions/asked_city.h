#pragma once
// A plan file of the city of four squares with people by age, and layers of places to ask about.

#include <string>
#include <vector>

#include "gis/analysis/people.h"
#include "gis/questions/ask.h"
#include "gis/store/plan_file.h"
#include "tests/support/places.h"
#include "tests/support/square_city.h"

namespace smile::tests {

struct AskedCity {
  TemporaryFolder folder;
  PlanFile file = PlanFile::create(folder / "plan.gpkg", square_city());

  struct At {
    double x, y;
    std::vector<std::string> cells;
  };

  /// 100 people in K, 60 in L, 40 in M; a tenth, a fifth and a quarter of them under 6.
  void people() {
    MapLayer population;
    population.name = "Einwohner";
    population.use.kind = LayerUse::Kind::population;
    population.use.total_field = "ew";
    population.use.age_groups = {{"u6", 0, 5}, {"ue6", 6, oldest_age}};
    take(population, {"ew", "u6", "ue6"},
         {{301000, 6005000, {"100", "10", "90"}},
          {301000, 5995000, {"60", "12", "48"}},
          {315000, 6005000, {"40", "10", "30"}}});
  }
  /// Its id as options write it.
  std::string places(const std::string& name, const std::vector<At>& list, const LayerUse& use = {}) {
    MapLayer layer;
    layer.name = name;
    layer.use = use;
    take(layer, {"plaetze"}, list);
    return std::to_string(file.plan()->layers.back()->id);
  }
  void take(const MapLayer& layer, const std::vector<std::string>& columns, const std::vector<At>& list) {
    LayerData data;
    data.kind = GeometryKind::point;
    for (const std::string& name : columns) {
      data.features.columns.emplace_back().name = name;
      data.features.columns.back().kind = ValueColumn::Kind::integer;
    }
    for (const At& one : list) append_feature(data.features, make_point({one.x, one.y}), one.cells);
    const Crs crs = file.plan()->crs;
    const Edit edit = add_taken(layer, file.take_features(data, layer.name, crs), crs);
    file.save(std::make_shared<const Plan>(edit.apply(*file.plan())));
  }
  Answer answer(const Question& question) { return ask(question, *file.plan(), place_of(file.path())); }
  /// The sentence it is refused with; "" where it isn't.
  std::string refused(const Question& question) {
    try {
      answer(question);
    } catch (const Error& error) {
      return str(error.sentence());
    }
    return {};
  }
};

inline std::string in_one(const std::vector<Text>& sentences, Language language = Language::english) {
  std::string out;
  for (const Text& sentence : sentences) out += (out.empty() ? "" : " ") + in(language, sentence);
  return out;
}

inline bool says(const std::vector<Text>& sentences, const std::string& words) {
  return in_one(sentences).find(words) != std::string::npos;
}

}  // namespace smile::tests
