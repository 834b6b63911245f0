// analyse PLAN reach: how many kinds of places people have near.

#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/questions/options.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double people) {
  return std::round(people * 1000) / 1000;
}

Json to_json(const DistrictKinds& row, const KindsAnswer& found) {
  Json kinds = Json::array();
  for (std::size_t k = 0; k < found.kinds.size(); ++k)
    kinds.push_back({{"kind", found.kinds[k]},
                     {"people", rounded(row.by_kind[k])},
                     {"share", row.people > 0 ? Json(row.by_kind[k] / row.people) : Json()}});
  return {{"people", rounded(row.people)},
          {"index", row.index ? Json(*row.index) : Json()},
          {"with_all", rounded(row.all)},
          {"with_none", rounded(row.none)},
          {"kinds", std::move(kinds)}};
}

Json to_json(const KindsAnswer& found, const Finding& finding, const Plan& plan) {
  const KindsSettings& settings = found.question.settings;
  Json out = {{"distance_m", settings.distance_m},
              {"speed_kmh", settings.speed_kmh > 0 ? Json(settings.speed_kmh) : Json()},
              {"by", settings.by == DistanceBy::walk ? "walk" : "line"},
              {"ages", {{"from", settings.ages.from}, {"to", settings.ages.to}}}};
  out.update(to_json(found.reached.everybody, found));
  for (std::size_t k = 0; k < found.kinds.size(); ++k) out["kinds"][k]["places"] = found.places[k];
  Json districts = Json::array();
  for (const DistrictKinds& row : found.reached.districts) {
    const District* district = find_district(plan, row.district);
    Json one = {{"code", district ? Json(district->code) : Json()}, {"name", district ? Json(district->name) : Json()}};
    one.update(to_json(row, found));
    districts.push_back(std::move(one));
  }
  out["districts"] = std::move(districts);
  out["sentences"] = in_words(finding.sentences);
  out["method"] = in_words(finding.method);
  out["crs"] = crs_code(plan.crs);
  out["sources"] = finding.sources;
  return out;
}

}  // namespace

int analyse_reach(const Call& call) {
  return asked(
      call,
      [](const Asking& asking) {
        return answer(kinds_question(asking.options()), *asking.plan, asking.place(), terminal_progress());
      },
      [](const KindsAnswer& found, const Asking& asking) {
        const Finding finding = told(found, asking.options()).finding;
        if (asking.call.json())
          print_json(to_json(found, finding, *asking.plan));
        else
          print_finding(finding);
        return Issues{};
      });
}

}  // namespace smile::viewer::command
