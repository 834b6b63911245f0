// analyse PLAN equity: how evenly a figure is spread over the districts.

#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/questions/options.h"
#include "gis/store/plan_file.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

Json quartiles(const Equity& equity) {
  Json list = Json::array();
  for (const Quartile& quartile : equity.quartiles) {
    const bool any = quartile.districts > 0;
    list.push_back({{"districts", quartile.districts},
                    {"weight", quartile.weight},
                    {"low", any ? Json(quartile.low) : Json()},
                    {"high", any ? Json(quartile.high) : Json()},
                    {"mean", any ? Json(quartile.mean) : Json()},
                    {"share", quartile.share ? Json(*quartile.share) : Json()}});
  }
  return list;
}

Json districts(const Equity& equity, const Plan& plan) {
  Json list = Json::array();
  for (const EquityDistrict& one : equity.districts) {
    const District* district = find_district(plan, one.district);
    list.push_back({{"code", district->code},
                    {"name", district->name},
                    {"value", one.value},
                    {"weight", one.weight},
                    {"quartile", one.quartile}});
  }
  return list;
}

Json to_json(const EquityAnswer& found, const Plan& plan) {
  const Equity& equity = found.equity;
  const bool any = !equity.districts.empty();
  Json curve = Json::array();
  for (const LorenzPoint& point : equity.curve) curve.push_back({point.weight, point.figure});
  Json out = {{"figure", found.figure.choice.key},
              {"label", str(found.figure.choice.label)},
              {"unit", found.figure.choice.unit},
              {"level", find_level(plan, found.figure.level)->name}};
  out["weight"] = word(found.question.weighing);
  out.update({{"gini", equity.gini ? Json(*equity.gini) : Json()},
              {"mean", any ? Json(equity.mean) : Json()},
              {"median", any ? Json(equity.median) : Json()},
              {"lorenz", curve},
              {"quartiles", quartiles(equity)},
              {"districts", districts(equity, plan)},
              {"suppressed", equity.suppressed},
              {"missing", equity.missing},
              {"without_inhabitants", equity.without_inhabitants},
              {"sentences", in_words(sentences_of(found))},
              {"method", str(found.method)},
              {"sources", found.sources}});
  return out;
}

void print(const EquityAnswer& found, const Plan& plan) {
  print_sentences(sentences_of(found));
  std::cout << "\n"
            << say("Quarter") << "\t" << say("Code") << "\t" << say("District") << "\t" << label_in_words(found)
            << "\n";
  for (const EquityDistrict& one : found.equity.districts) {
    const District* district = find_district(plan, one.district);
    std::cout << one.quartile << "\t" << district->code << "\t" << district->name << "\t"
              << value_in_words(found, one.value) << "\n";
  }
  print_method({found.method}, found.sources);
}

}  // namespace

int analyse_equity(const Call& call) {
  return asked(
      call, [](const Asking& asking) { return answer(equity_question(asking.options()), *asking.plan); },
      [](const EquityAnswer& found, const Asking& asking) {
        if (asking.call.json())
          print_json(to_json(found, *asking.plan));
        else
          print(found, *asking.plan);
        return Issues{};
      });
}

}  // namespace smile::viewer::command
