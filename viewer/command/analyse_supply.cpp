// analyse PLAN supply: how much of some places there is for those who need them.

#include <cmath>
#include <nlohmann/json.hpp>

#include "gis/questions/options.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

Json known(const std::optional<double>& figure) {
  return figure ? Json(*figure) : Json();
}

double rounded(double people) {
  return std::round(people * 1000) / 1000;
}

Json to_json(const DistrictSupply& row, const SupplySettings& settings) {
  Json out = {{"people", rounded(row.people)},
              {"places", row.places},
              {"places_of_unknown_capacity", row.unknown},
              {"capacity", known(row.capacity)},
              {"ratio", known(row.ratio)}};
  if (settings.target) {
    out["need"] = known(row.need);
    out["missing"] = known(row.missing);
    out["coverage"] = known(row.coverage);
  }
  if (settings.distance_m > 0) {
    out["reached"] = rounded(row.reached);
    out["reached_share"] = row.people > 0 ? Json(row.reached / row.people) : Json();
    out["capacity_in_reach"] = known(row.in_reach);
  }
  return out;
}

Json group_to_json(const SupplyAnswer& found, std::size_t group, const Plan& plan) {
  const SupplySettings& settings = found.question.groups[group];
  Json out = {{"ages", {{"from", settings.ages.from}, {"to", settings.ages.to}}},
              {"target", known(settings.target)},
              {"per", settings.per},
              {"distance_m", settings.distance_m > 0 ? Json(settings.distance_m) : Json()}};
  out.update(to_json(found.groups[group].all, settings));
  Json districts = Json::array();
  for (const DistrictSupply& row : found.groups[group].districts) {
    const District* district = find_district(plan, row.district);
    Json one = {{"code", district ? Json(district->code) : Json()}, {"name", district ? Json(district->name) : Json()}};
    one.update(to_json(row, settings));
    districts.push_back(std::move(one));
  }
  out["districts"] = std::move(districts);
  return out;
}

Json to_json(const SupplyAnswer& found, const Finding& finding, const Plan& plan) {
  Json groups = Json::array();
  for (std::size_t group = 0; group < found.groups.size(); ++group) groups.push_back(group_to_json(found, group, plan));
  const bool walk = found.question.groups.front().by == DistanceBy::walk;
  return {{"unit", found.unit},
          {"by", walk ? "walk" : "line"},
          {"places", found.places},
          {"places_of_unknown_capacity", found.unknown},
          {"groups", std::move(groups)},
          {"sentences", in_words(finding.sentences)},
          {"method", in_words(finding.method)},
          {"crs", crs_code(plan.crs)},
          {"sources", finding.sources}};
}

}  // namespace

int analyse_supply(const Call& call) {
  return asked(
      call,
      [](const Asking& asking) {
        return answer(supply_question(asking.options()), *asking.plan, asking.place(), terminal_progress());
      },
      [](const SupplyAnswer& found, const Asking& asking) {
        const Finding finding = told(found, asking.options()).finding;
        if (asking.call.json())
          print_json(to_json(found, finding, *asking.plan));
        else
          print_finding(finding);
        return Issues{};
      });
}

}  // namespace smile::viewer::command
