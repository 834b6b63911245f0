// analyse PLAN density: where places or people lie close together.

#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/questions/options.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const DensityAnswer& found, const Plan& plan) {
  Json districts = Json::array();
  for (const DistrictDensity& one : found.districts) {
    const District* district = find_district(plan, one.district);
    districts.push_back(
        {{"code", district->code}, {"name", district->name}, {"highest", one.highest}, {"mean", one.mean}});
  }
  const District* densest = find_district(plan, found.district);
  return {{"counts", found.people ? "people" : "places"},
          {"counted", found.counted},
          {"radius_m", found.question.radius_m},
          {"cell_m", found.question.cell_m},
          {"columns", found.grid.columns},
          {"rows", found.grid.rows},
          {"highest_per_km2", found.highest},
          {"x", found.at.x},
          {"y", found.at.y},
          {"district", densest ? Json(densest->name) : Json()},
          {"dense_m2", found.dense_m2},
          {"districts", districts},
          {"sentences", in_words(sentences_of(found, plan))},
          {"method", in_words(found.method)},
          {"crs", crs_code(plan.crs)},
          {"sources", found.sources}};
}

std::string per_km2(double density) {
  return format_number(language(), density, density < 100 ? 1 : 0);
}

void print(const DensityAnswer& found, const Plan& plan) {
  print_sentences(sentences_of(found, plan));
  if (found.districts.empty()) return print_method(found.method, found.sources);
  std::cout << "\n"
            << say("Code") << "\t" << say("District") << "\t" << say("highest per km²") << "\t" << say("mean per km²")
            << "\n";
  for (const DistrictDensity& one : found.districts) {
    const District* district = find_district(plan, one.district);
    std::cout << district->code << "\t" << district->name << "\t" << per_km2(one.highest) << "\t" << per_km2(one.mean)
              << "\n";
  }
  print_method(found.method, found.sources);
}

}  // namespace

int analyse_density(const Call& call) {
  return asked(
      call,
      [](const Asking& asking) {
        return answer(density_question(asking.options()), *asking.plan, asking.place(), terminal_progress());
      },
      [](const DensityAnswer& found, const Asking& asking) {
        if (asking.call.json())
          print_json(to_json(found, *asking.plan));
        else
          print(found, *asking.plan);
        return Issues{};
      });
}

}  // namespace smile::viewer::command
