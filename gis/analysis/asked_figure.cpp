#include "gis/analysis/asked_figure.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "gis/analysis/needed.h"
#include "gis/words/numbers.h"

namespace smile {
namespace {

constexpr std::string_view statistic_prefix = "statistic:";

/// The key of the newest statistic of that name on the level; "" without one.
std::string key_by_name(const Plan& plan, const std::string& name, Id level) {
  const Statistic* newest = nullptr;
  for (const StatisticPtr& statistic : plan.statistics)
    if (statistic->level == level && statistic->name == name && (newest == nullptr || statistic->year >= newest->year))
      newest = statistic.get();
  return newest == nullptr ? std::string() : std::string(statistic_prefix) + std::to_string(newest->id);
}

const FigureChoice* find(const std::vector<FigureChoice>& choices, const std::string& key) {
  const auto found =
      std::find_if(choices.begin(), choices.end(), [&](const auto& choice) { return choice.key == key; });
  return found == choices.end() ? nullptr : &*found;
}

std::vector<Id> levels_to_look_at(const Plan& plan, Id level) {
  if (level != 0) return {level};
  std::vector<Id> levels;
  for (auto one = plan.levels.rbegin(); one != plan.levels.rend(); ++one) levels.push_back(one->id);
  return levels;
}

std::string in_words(const Source& source) {
  std::string words = source.what;
  for (const std::string& part : {source.holder, source.licence, source.date})
    if (!part.empty()) words += (words.empty() ? "" : ", ") + part;
  return words;
}

/// The statistic a figure is or rests on; nullptr: none.
const Statistic* statistic_of(const Plan& plan, const AskedFigure& figure) {
  const std::string& key = figure.choice.key;
  if (key == "density" || key == "inhabitants" || key == "cost_per_head") return inhabitants_of(plan, figure.level);
  const auto found = std::find_if(plan.statistics.begin(), plan.statistics.end(), [&](const StatisticPtr& statistic) {
    return key == std::string(statistic_prefix) + std::to_string(statistic->id);
  });
  return found == plan.statistics.end() ? nullptr : found->get();
}

/// As it can be asked for: a statistic that is known for many years once, by its name.
std::string key_to_say(const Plan& plan, const FigureChoice& choice) {
  for (const StatisticPtr& statistic : plan.statistics)
    if (choice.key == std::string(statistic_prefix) + std::to_string(statistic->id)) return statistic->name;
  return name_of(choice);
}

[[noreturn]] void refuse(const Plan& plan, const std::string& key, const std::vector<Id>& levels) {
  std::vector<std::string> known;
  for (const Id level : levels)
    for (const FigureChoice& choice : figures_to_choose(plan, level))
      if (const std::string name = key_to_say(plan, choice); std::find(known.begin(), known.end(), name) == known.end())
        known.push_back(name);
  std::string list;
  for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
  if (key.empty()) throw Error(ErrorKind::usage, text("Say which figure: --figure KEY, one of {1}.", list));
  throw Error(ErrorKind::not_found, text("The districts have no figure “{1}”; they have: {2}.", key, list));
}

}  // namespace

std::string name_of(const FigureChoice& choice) {
  return choice.key + " (" + str(choice.label) + ")";
}

AskedFigure asked_figure(const Plan& plan, const std::string& key, Id level) {
  if (plan.districts.empty()) throw needs_districts();
  const std::vector<Id> levels = levels_to_look_at(plan, level);
  for (const Id one : levels) {
    const auto choices = figures_to_choose(plan, one);
    const FigureChoice* choice = find(choices, key);
    if (choice == nullptr) choice = find(choices, key_by_name(plan, key, one));
    if (choice != nullptr) return {*choice, one, figure_by_district(plan, choice->key, one)};
  }
  refuse(plan, key, levels);
}

std::string figure_in_words(double value) {
  const double size = std::abs(value);
  const bool whole = value == std::round(value);
  return format_number(language(), value, whole || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

std::vector<std::string> sources_of(const Plan& plan, const AskedFigure& figure) {
  std::vector<std::string> sources;
  const auto add = [&](const std::string& what, const std::string& file) {
    std::string words = file;
    for (const Source& source : plan.sources)
      if (source.what == what) words = in_words(source);  // the newest
    if (!words.empty() && std::find(sources.begin(), sources.end(), words) == sources.end()) sources.push_back(words);
  };
  if (const Level* level = find_level(plan, figure.level)) add(level->name, "");
  if (const Statistic* statistic = statistic_of(plan, figure))
    add(statistic->name, std::filesystem::path(statistic->source).filename().string());
  return sources;
}

}  // namespace smile
