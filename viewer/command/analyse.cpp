#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/district_figures.h"
#include "gis/analysis/needed.h"
#include "gis/plan/fields.h"
#include "gis/plan/pursued.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

double amount(Money money) {
  return static_cast<double>(money.cents) / 100;
}

template <class Counts>
Json counts(const Counts& numbers, std::span<const Choice> choices) {
  Json out = Json::object();
  for (std::size_t i = 0; i < choices.size(); ++i) out[std::string(choices[i].word)] = numbers[i + 1];
  out["none"] = numbers[0];
  return out;
}

Json to_json(const Plan& plan, const FiguresResult& result) {
  Json list = Json::array();
  for (const DistrictFigures& f : result.districts) {
    const District* district = find_district(plan, f.district);
    list.push_back({{"code", district->code},
                    {"name", district->name},
                    {"measures", f.measures},
                    {"cost", amount(f.cost)},
                    {"measures_without_cost", f.measures_without_cost},
                    {"cost_per_head", f.cost_per_head ? Json(*f.cost_per_head) : Json()},
                    {"blocks", counts(f.by_block, block_choices())},
                    {"phases", counts(f.by_phase, phase_choices())},
                    {"inhabitants", f.inhabitants ? Json(*f.inhabitants) : Json()},
                    {"area_m2", f.area_m2}});
  }
  const Level* level = find_level(plan, result.level);
  return {{"level", level ? Json(level->name) : Json()},
          {"currency", plan.currency},
          {"districts", list},
          {"unplaced", result.unplaced},
          {"unplaced_cost", amount(result.unplaced_cost)},
          {"outside", result.outside},
          {"outside_cost", amount(result.outside_cost)},
          {"rejected", result.rejected},
          {"method", str(result.method)},
          {"issues", command::to_json(result.issues)}};
}

void print_table(const Plan& plan, const FiguresResult& result) {
  std::cout << say("Code") << "\t" << say("District") << "\t" << say("Measures") << "\t" << say("Cost") << "\t"
            << say("per head") << "\t" << say("Inhabitants") << "\n";
  for (const DistrictFigures& f : result.districts) {
    const District* district = find_district(plan, f.district);
    const auto per_head =
        f.cost_per_head
            ? format_money(language(), static_cast<std::int64_t>(*f.cost_per_head * 100 + 0.5), plan.currency)
            : std::string("–");
    const auto people = f.inhabitants ? format_number(language(), *f.inhabitants) : std::string("–");
    std::cout << district->code << "\t" << district->name << "\t" << f.measures << "\t"
              << format_money(language(), f.cost.cents, plan.currency) << "\t" << per_head << "\t" << people << "\n";
  }
  std::cout << str(result.method) << "\n";
  if (result.rejected > 0) std::cout << str(rejected_in_words(result.rejected)) << "\n";
}

}  // namespace

namespace {

int analyse_districts(const Call& call) {
  return asked(
      call,
      [](const Asking& asking) {
        if (asking.plan->districts.empty()) throw needs_districts();
        return district_figures(*asking.plan, asking.options().level(), terminal_progress());
      },
      [](const FiguresResult& result, const Asking& asking) {
        if (asking.call.json())
          print_json(to_json(*asking.plan, result));
        else
          print_table(*asking.plan, result);
        return result.issues;
      });
}

}  // namespace

void print_method(const std::vector<Text>& method, const std::vector<std::string>& sources) {
  std::cout << "\n";
  for (std::size_t i = 0; i < method.size(); ++i) std::cout << (i == 0 ? "" : " ") << str(method[i]);
  if (sources.empty()) {
    std::cout << "\n";
    return;
  }
  std::cout << "\n" << say("Sources") << ": ";
  for (std::size_t i = 0; i < sources.size(); ++i) std::cout << (i == 0 ? "" : " · ") << sources[i];
  std::cout << "\n";
}

void print_sentences(const std::vector<Text>& sentences) {
  for (const Text& sentence : sentences) std::cout << str(sentence) << "\n";
}

nlohmann::ordered_json in_words(const std::vector<Text>& sentences) {
  Json list = Json::array();
  for (const Text& sentence : sentences) list.push_back(str(sentence));
  return list;
}

int run_analyse(const Call& call) {
  constexpr std::pair<std::string_view, int (*)(const Call&)> questions[] = {
      {"districts", analyse_districts}, {"catchment", analyse_catchment}, {"gaps", analyse_gaps},
      {"sites", analyse_sites},         {"equity", analyse_equity},       {"similar", analyse_similar},
      {"conflicts", analyse_conflicts}, {"density", analyse_density},     {"supply", analyse_supply},
      {"reach", analyse_reach},         {"compare", analyse_compare},     {"trend", print_answer},
      {"results", analyse_results},     {"again", analyse_again},
  };
  std::string known;
  for (const auto& [name, answer] : questions) {
    if (call.words[1] == name) return answer(call);
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  throw Error(ErrorKind::usage, text("“{1}” is no analysis of this version; say one of {2}.", call.words[1], known));
}

}  // namespace smile::viewer::command
