// What somebody typed after `analyse`, as a question of the core.

#include <algorithm>

#include "gis/questions/options.h"
#include "viewer/command/analyse.h"

namespace smile::viewer::command {
namespace {

constexpr std::string_view of_scenario = "scenario:";

/// "measures", "scenario:Name", or a layer's name.
std::string place_word(const Plan& plan, const std::string& given) {
  if (given == "measures" && std::none_of(plan.layers.begin(), plan.layers.end(),
                                          [&](const MapLayerPtr& layer) { return layer->name == given; }))
    return given;
  if (given.starts_with(of_scenario))
    return std::string(of_scenario) + std::to_string(scenario_named(plan, given.substr(of_scenario.size())).id);
  return std::to_string(layer_named(plan, given).id);
}

/// "all", "none", or a scenario's name.
std::string measures_word(const Plan& plan, const std::string& given) {
  if ((given == "all" || given == "none") && !find_scenario(plan, given)) return given;
  return std::string(of_scenario) + std::to_string(scenario_named(plan, given).id);
}

std::string as_ids(const Plan& plan, const std::string& key, const std::string& value) {
  if (names_places(key)) return place_word(plan, value);
  return names_measures(key) ? measures_word(plan, value) : value;
}

/// Options of the command rather than of the question.
bool of_question(const std::string& option) {
  static constexpr std::string_view others[] = {"--json", "--language", "--layer-name", "--keep", "--overwrite"};
  return std::find(std::begin(others), std::end(others), option) == std::end(others);
}

}  // namespace

Question question_of(const Call& call, const Plan& plan) {
  Question question{call.words[1], {}};
  for (const auto& [option, value] : call.options) {
    if (!of_question(option)) continue;
    const std::string key = option.substr(2);
    std::string& words = question.options[key];
    words += (words.empty() ? "" : ";") + as_ids(plan, key, value);
  }
  return question;
}

}  // namespace smile::viewer::command
