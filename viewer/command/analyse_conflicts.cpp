// analyse PLAN conflicts: measures in the areas of a layer.

#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/conflicts.h"
#include "gis/analysis/reach_question.h"
#include "gis/questions/options.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

std::string_view unit_of(GeometryKind kind) {
  return kind == GeometryKind::area ? "m²" : kind == GeometryKind::line ? "m" : "sites";
}

Json to_json(const MeasureConflicts& one, const Plan& plan) {
  Json areas = Json::array();
  for (const Conflict& area : one.areas)
    areas.push_back({{"feature", area.area + 1}, {"name", area.name}, {"amount", area.amount}, {"share", area.share}});
  const Measure* measure = find_measure(plan, one.measure);
  return {{"measure", one.measure}, {"number", measure->number}, {"title", measure->title}, {"unit", unit_of(one.kind)},
          {"whole", one.whole},     {"amount", one.amount},      {"share", one.share},      {"areas", areas}};
}

Json to_json(const ConflictAnswer& found, const Plan& plan) {
  Json list = Json::array();
  for (const MeasureConflicts& one : found.found.measures) list.push_back(to_json(one, plan));
  return {{"layer", found.layer},
          {"areas", found.found.areas},
          {"compared", found.found.compared},
          {"without_place", found.found.without_place},
          {"conflicts", list},
          {"sentences", in_words(sentences_of(found))},
          {"method", str(found.method)},
          {"crs", crs_code(plan.crs)},
          {"sources", found.sources},
          {"issues", command::to_json(found.found.issues)}};
}

std::string amount_in_words(double amount, GeometryKind kind) {
  if (kind == GeometryKind::area) return format_area(language(), amount);
  if (kind == GeometryKind::line) return format_number(language(), amount, amount < 100 ? 1 : 0) + " m";
  return str(text_n(std::llround(amount), "{1} site", "{1} sites", std::llround(amount)));
}

void print(const ConflictAnswer& found, const Plan& plan) {
  print_sentences(sentences_of(found));
  std::cout << "\n"
            << say("Number") << "\t" << say("Measure") << "\t" << say("within") << "\t%\t" << say("Areas") << "\n";
  for (const MeasureConflicts& one : found.found.measures) {
    const Measure* measure = find_measure(plan, one.measure);
    std::cout << measure->number << "\t" << measure->title << "\t" << amount_in_words(one.amount, one.kind) << "\t"
              << share_in_words(one.amount, one.whole) << "\t" << areas_in_words(one) << "\n";
  }
  print_method({found.method}, found.sources);
  print_issues(found.found.issues);
}

}  // namespace

int analyse_conflicts(const Call& call) {
  return asked(
      call,
      [](const Asking& asking) {
        return answer_conflicts(conflict_areas(asking.options()), *asking.plan, asking.place(), terminal_progress());
      },
      [](const ConflictAnswer& found, const Asking& asking) {
        if (asking.call.json())
          print_json(to_json(found, *asking.plan));
        else
          print(found, *asking.plan);
        return found.found.issues;
      });
}

}  // namespace smile::viewer::command
