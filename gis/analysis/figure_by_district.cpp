// The figures districts can be coloured by.

#include <algorithm>

#include "gis/analysis/district_figures.h"

namespace smile {
namespace {

constexpr std::string_view statistic_prefix = "statistic:";

Figure known(double value) {
  return {Figure::State::value, value};
}

Figure figure_of(const Statistic* statistic, Id district) {
  if (statistic == nullptr) return {};
  const auto found = statistic->figures.find(district);
  return found == statistic->figures.end() ? Figure{} : found->second;
}

const Statistic* find_statistic(const Plan& plan, std::string_view key) {
  if (!key.starts_with(statistic_prefix)) return nullptr;
  const std::string id(key.substr(statistic_prefix.size()));
  const auto found = std::find_if(plan.statistics.begin(), plan.statistics.end(),
                                  [&](const StatisticPtr& s) { return std::to_string(s->id) == id; });
  return found == plan.statistics.end() ? nullptr : found->get();
}

Figure density(const District& district, const Statistic* people) {
  Figure figure = figure_of(people, district.id);
  const double area_m2 = district.official_area_m2.value_or(district.area_m2);
  if (figure.state != Figure::State::value) return figure;
  return area_m2 > 0 ? known(figure.value / area_m2 * 1e6) : Figure{};
}

Figure of_measures(const DistrictFigures& figures, const std::string& figure) {
  if (figure == "measures") return known(figures.measures);
  if (figure == "cost") return known(static_cast<double>(figures.cost.cents) / 100);
  return figures.cost_per_head ? known(*figures.cost_per_head) : Figure{};
}

Text label_of(const Statistic& statistic) {
  return statistic.year == 0 ? text("{1}", statistic.name)
                             : text("{1} ({2})", statistic.name, std::to_string(statistic.year));
}

Text label_of_inhabitants(const Plan& plan, Id level) {
  const int year = inhabitants_of(plan, level)->year;
  return year == 0 ? text("Inhabitants") : text("Inhabitants {1}", std::to_string(year));
}

Id level_or_coarsest(const Plan& plan, Id level) {
  const Level* coarsest = coarsest_level(plan);
  return level != 0 || coarsest == nullptr ? level : coarsest->id;
}

}  // namespace

bool counts_measures(const std::string& figure) {
  return figure == "measures" || figure == "cost" || figure == "cost_per_head";
}

std::map<Id, Figure> figure_by_district(const Plan& plan, const std::string& figure, Id level) {
  std::map<Id, Figure> out;
  level = level_or_coarsest(plan, level);
  if (counts_measures(figure)) {
    for (const DistrictFigures& figures : district_figures(plan, level).districts)
      out.emplace(figures.district, of_measures(figures, figure));
    return out;
  }
  const Statistic* people = inhabitants_of(plan, level);
  const Statistic* statistic = figure == "inhabitants" ? people : find_statistic(plan, figure);
  if (figure != "density" && figure != "inhabitants" && (statistic == nullptr || statistic->level != level)) return out;
  for (const DistrictPtr& district : plan.districts)
    if (district->level == level)
      out.emplace(district->id, figure == "density" ? density(*district, people) : figure_of(statistic, district->id));
  return out;
}

std::vector<FigureChoice> figures_to_choose(const Plan& plan, Id level) {
  level = level_or_coarsest(plan, level);
  std::vector<FigureChoice> choices = {
      {"measures", text("Measures"), {}},
      {"cost", text("Costs"), plan.currency},
  };
  if (inhabitants_of(plan, level) != nullptr) {
    choices.push_back({"cost_per_head", text("Costs per head"), plan.currency});
    choices.push_back({"inhabitants", label_of_inhabitants(plan, level), "people"});
    choices.push_back({"density", text("Population density"), "people/km²"});
  }
  for (const StatisticPtr& statistic : plan.statistics)
    if (statistic->level == level)
      choices.push_back({std::string(statistic_prefix) + std::to_string(statistic->id), label_of(*statistic), {}});
  return choices;
}

}  // namespace smile
