#include "layers/step_panel.h"

#include <algorithm>
#include <cmath>

#include "gis/analysis/district_profile.h"
#include "gis/analysis/step_facts.h"
#include "gis/plan/fields.h"
#include "gis/plan/hierarchy.h"
#include "gis/plan/pursued.h"
#include "gis/plan/steps.h"
#include "gis/questions/ask.h"
#include "gis/questions/district_results.h"
#include "gis/words/numbers.h"
#include "layers/ages_chart.h"
#include "layers/finding_chart.h"

namespace smile::layers {
namespace {

/// The district between its neighbours in the list; all of the level where none is meant.
BarChart districts_chart(const Plan& plan, const Statistic& statistic, Id focus) {
  BarChart chart;
  chart.head.title = say("Inhabitants by district");
  chart.series = {say("Inhabitants")};
  for (const DistrictPtr& district : districts_of(plan, statistic.level)) {
    const auto figure = statistic.figures.find(district->id);
    chart.rows.push_back(
        {district->name, {figure == statistic.figures.end() ? Figure{} : figure->second}, district->id == focus});
  }
  std::stable_sort(chart.rows.begin(), chart.rows.end(), [](const BarRow& a, const BarRow& b) {
    if (a.focus != b.focus) return a.focus;  // never among those without room
    return a.values.front().value > b.values.front().value;
  });
  return chart;
}

Id level_of(const Plan& plan, const Step& step) {
  if (const District* district = find_district(plan, step.district)) return district->level;
  if (find_level(plan, step.style.level) != nullptr) return step.style.level;
  const Level* level = coarsest_level(plan);
  return level != nullptr ? level->id : 0;
}

std::string people_words(double people) {
  return str(text("{1} inhabitants", format_number(language(), std::round(people))));
}

/// Of the district; else of all districts together, where each has a figure.
std::optional<double> people_meant(const Plan& plan, const Step& step) {
  if (step.district != 0) return inhabitants(plan, step.district);
  double sum = 0;
  const std::vector<DistrictPtr> districts = districts_of(plan, level_of(plan, step));
  for (const DistrictPtr& district : districts) {
    const auto people = inhabitants(plan, district->id);
    if (!people) return std::nullopt;
    sum += *people;
  }
  return districts.empty() ? std::nullopt : std::optional(sum);
}

StepPanelWords people_panel(const Plan& plan, const Step& step) {
  StepPanelWords out;
  if (const auto people = people_meant(plan, step)) out.large = people_words(*people);
  const LevelAges ages = ages_around(plan, step.district);
  const Statistic* all = inhabitants_of(plan, level_of(plan, step));
  if (!ages.groups.empty())
    out.chart = ages_chart(ages.groups, people_by_age(ages, plan, step.district), ages.of_each_group.front()->year);
  else if (all != nullptr)
    out.chart = districts_chart(plan, *all, step.district);
  return out;
}

std::string cost_words(const Measure& measure, const Plan& plan) {
  if (!is_pursued(measure)) return say("rejected");
  return measure.cost.likely ? whole_money_in_words(*measure.cost.likely, plan.currency) : say("no cost said");
}

void say_without_cost(StepPanelWords& out, int count) {
  if (count > 0)
    out.small.push_back(str(text_n(count, "{1} measure says no cost.", "{1} measures say no cost.", count)));
}

/// What is for the whole city is not counted to a district.
void say_how_many(StepPanelWords& out, const std::vector<LocalMeasure>& meant, const District* district) {
  const std::int64_t all = std::ssize(meant);
  if (district == nullptr) {
    out.large = str(text_n(all, "One measure in the idea pool", "{1} measures in the idea pool", all));
    return;
  }
  const std::int64_t for_city = std::count_if(meant.begin(), meant.end(), [](const LocalMeasure& local) {
    return local.measure->location.placement == Placement::city;
  });
  const std::int64_t own = all - for_city;
  out.large = own == 0 ? str(text("No measure is for {1} alone", district->name))
                       : str(text_n(own, "One measure in {2}", "{1} measures in {2}", own, district->name));
  if (for_city > 0)
    out.small.push_back(str(text_n(for_city, "One is for the whole city.", "{1} are for the whole city.", for_city)));
}

StepPanelWords measures_panel(const Plan& plan, const Step& step) {
  StepPanelWords out;
  const std::vector<LocalMeasure> meant = measures_meant(plan, step);
  const bool pointed_out = !measures_of(plan, step).empty();
  if (!pointed_out && !meant.empty()) say_how_many(out, meant, find_district(plan, step.district));
  for (const LocalMeasure& local : meant)
    out.rows.push_back({local.measure->number, title_in_words(local), cost_words(*local.measure, plan)});
  return out;
}

StepPanelWords costs_panel(const Plan& plan, const Step& step) {
  StepPanelWords out;
  const BlockCosts costs = costs_by_block(measures_meant(plan, step));
  if (costs.measures == 0) return out;
  out.large = str(text("about {1}", format_rough_money(language(), costs.all.cents, plan.currency)));
  out.small.push_back(str(text_n(costs.measures, "One measure", "{1} measures together", costs.measures)));
  if (costs.in_part > 0)
    out.small.push_back(str(text_n(costs.in_part, "Of one of them only the part that lies here is counted.",
                                   "Of {1} of them only the part that lies here is counted.", costs.in_part)));
  say_without_cost(out, costs.without_cost);
  BarChart chart;
  chart.head.title = say("Costs by building block");
  chart.head.unit = plan.currency;
  chart.series = {say("Costs by building block")};
  const auto add = [&](const std::string& name, Money money) {
    if (money.cents != 0)
      chart.rows.push_back({name, {{Figure::State::value, static_cast<double>(money.cents) / 100}}, false});
  };
  for (const Choice& choice : block_choices())
    add(say(choice.label), costs.by_block[static_cast<std::size_t>(*block_from_word(choice.word))]);
  add(say("no building block"), costs.by_block[0]);
  if (chart.rows.size() > 1) out.chart = std::move(chart);
  return out;
}

/// The figure of the district beside the city's; false where the result has no row for it.
bool tell_of_district(StepPanelWords& out, const Plan& plan, const Finding& finding, Id district) {
  const auto here = result_in(finding, plan, district);
  if (!here) return false;
  const bool nobody_missed = finding.question.kind == "gaps" && here->here == "0";
  out.large = nobody_missed        ? say("Everybody here is reached")
              : here->city.empty() ? here->here
                                   : str(text("{1} here, {2} in the whole city", here->here, here->city));
  out.small.push_back(nobody_missed && !here->city.empty()
                          ? str(text("{1}: {2} in the whole city", str(here->figure), here->city))
                          : str(here->figure));
  return true;
}

/// The level whose districts a result counts, "Ortsteile": their names may be those of another level too. "": unknown.
std::string level_counted(const Finding& finding, const Plan& plan) {
  if (finding.tables.empty()) return {};
  for (const Id id : finding.tables.front().districts)
    if (const District* district = find_district(plan, id)) return find_level(plan, district->level)->name;
  return {};
}

/// The district, or those of a finer level that lie in it.
std::vector<std::string> names_meant(const Finding& finding, const Plan& plan, Id district) {
  std::vector<std::string> names;
  for (const Id id : finding.tables.front().districts)
    if (id == district || lies_in(plan, id, district)) names.push_back(find_district(plan, id)->name);
  return names;
}

/// Its first sentence is the message; in a district its figure there is, and its row is the one that is spoken of.
StepPanelWords result_panel(const Plan& plan, const Step& step) {
  StepPanelWords out;
  const Finding* finding = find_finding(plan, step.finding);
  if (finding == nullptr) return out;
  const bool told = step.district != 0 && tell_of_district(out, plan, *finding, step.district);
  if (!told && !finding->sentences.empty()) out.large = str(finding->sentences.front());
  if (outdated(*finding, plan)) out.small.push_back(say("Outdated: the plan has changed since this was counted."));
  out.chart = chart_of(*finding);
  if (!out.chart) return out;
  std::visit([](auto& chart) { chart.head.source.clear(); }, *out.chart);
  const auto head_levels = [&](auto& chart) {
    chart.head.title = level_counted(*finding, plan), chart.head.unit.clear();
  };
  if (told) std::visit(head_levels, *out.chart);  // what the figures are is said above already
  const District* district = find_district(plan, step.district);
  auto* bars = std::get_if<BarChart>(&*out.chart);
  if (bars == nullptr || district == nullptr) return out;
  const std::vector<std::string> meant = names_meant(*finding, plan, district->id);
  for (BarRow& row : bars->rows) row.focus = std::find(meant.begin(), meant.end(), row.label) != meant.end();
  std::stable_partition(bars->rows.begin(), bars->rows.end(), [](const BarRow& row) { return row.focus; });
  return out;
}

}  // namespace

StepPanelWords words_of_panel(const Plan& plan, const Step& step) {
  switch (step.panel) {
    case StepPanel::people:
      return people_panel(plan, step);
    case StepPanel::measures:
      return measures_panel(plan, step);
    case StepPanel::result:
      return result_panel(plan, step);
    case StepPanel::costs:
      return costs_panel(plan, step);
    case StepPanel::none:
      break;
  }
  return {};
}

}  // namespace smile::layers
