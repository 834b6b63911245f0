// analyse PLAN similar: districts that are like one of them.

#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/questions/options.h"
#include "gis/store/plan_file.h"
#include "gis/words/numbers.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

using Json = nlohmann::ordered_json;

Json value_of(const Figure& figure) {
  return figure.state == Figure::State::value ? Json(figure.value) : Json();
}

Json figures(const SimilarAnswer& found) {
  Json list = Json::array();
  for (std::size_t k = 0; k < found.figures.size(); ++k)
    list.push_back({{"figure", found.figures[k].choice.key},
                    {"label", str(found.figures[k].choice.label)},
                    {"reference", found.reference.empty() ? Json() : value_of(found.reference[k])},
                    {"from", found.limits[k].low},
                    {"to", found.limits[k].high}});
  return list;
}

Json similar(const SimilarAnswer& found, const Plan& plan) {
  Json list = Json::array();
  for (const SimilarDistrict& one : found.similar) {
    Json values = Json::array();
    for (const Compared& compared : one.figures)
      values.push_back({{"value", value_of(compared.figure)},
                        {"off_percent", compared.off_percent ? Json(*compared.off_percent) : Json()}});
    const District* district = find_district(plan, one.district);
    list.push_back({{"code", district->code}, {"name", district->name}, {"figures", values}});
  }
  return list;
}

Json to_json(const SimilarAnswer& found, const Plan& plan) {
  const District* reference = find_district(plan, found.question.reference);
  const bool tolerant = found.question.between.empty();
  return {{"district", reference ? Json(reference->code) : Json()},
          {"name", reference ? Json(reference->name) : Json()},
          {"level", find_level(plan, found.level)->name},
          {"tolerance_percent", tolerant ? Json(found.question.tolerance_percent) : Json()},
          {"figures", figures(found)},
          {"similar", similar(found, plan)},
          {"compared", found.compared},
          {"suppressed", found.suppressed},
          {"missing", found.missing},
          {"sentences", in_words(sentences_of(found, plan))},
          {"method", str(found.method)},
          {"sources", found.sources}};
}

std::string in_words(const Figure& figure) {
  if (figure.state == Figure::State::suppressed) return say("secret");
  if (figure.state == Figure::State::missing) return "–";
  return figure_in_words(figure.value);
}

std::string off_in_words(const Compared& compared) {
  if (!compared.off_percent) return "–";
  const std::string number = format_number(language(), *compared.off_percent, 1) + " %";
  return *compared.off_percent > 0 ? "+" + number : number;
}

void print(const SimilarAnswer& found, const Plan& plan) {
  print_sentences(sentences_of(found, plan));
  std::cout << "\n" << say("Code") << "\t" << say("District");
  for (const AskedFigure& figure : found.figures) std::cout << "\t" << str(figure.choice.label) << "\t±";
  std::cout << "\n";
  if (const District* reference = find_district(plan, found.question.reference)) {
    std::cout << reference->code << "\t" << reference->name;
    for (const Figure& figure : found.reference) std::cout << "\t" << in_words(figure) << "\t";
    std::cout << "\n";
  }
  for (const SimilarDistrict& one : found.similar) {
    const District* district = find_district(plan, one.district);
    std::cout << district->code << "\t" << district->name;
    for (const Compared& compared : one.figures)
      std::cout << "\t" << in_words(compared.figure) << "\t" << off_in_words(compared);
    std::cout << "\n";
  }
  print_method({found.method}, found.sources);
}

}  // namespace

int analyse_similar(const Call& call) {
  return asked(
      call, [](const Asking& asking) { return answer(similar_question(asking.options()), *asking.plan); },
      [](const SimilarAnswer& found, const Asking& asking) {
        if (asking.call.json())
          print_json(to_json(found, *asking.plan));
        else
          print(found, *asking.plan);
        return Issues{};
      });
}

}  // namespace smile::viewer::command
