// {"edit":"scenario"…}: scenarios as JSON lines.

#include <algorithm>

#include "gis/plan/edit_json_parts.h"
#include "gis/plan/scenarios.h"

namespace smile::edit_json {
const Scenario& scenario_named(const std::string& name, const Plan& plan) {
  if (const Scenario* scenario = find_scenario(plan, name)) return *scenario;
  if (plan.scenarios.empty()) throw usage(text("The plan has no scenario “{1}”; it has none at all.", name));
  throw usage(text("The plan has no scenario “{1}”; it has: {2}.", name,
                   in_one_line(plan.scenarios, [](const Scenario& one) { return one.name; })));
}

namespace {

/// "all", or a list that may be empty.
std::vector<Id> all_or_some(const Json& edit, const Plan& plan) {
  const Json& list = member(edit, "measures");
  if (list.is_array() && !list.empty()) return measures_of(edit, plan);
  std::vector<Id> ids;
  if (list == "all")
    for (const MeasurePtr& measure : plan.measures) ids.push_back(measure->id);
  else if (!list.is_array())
    throw wrong_value("measures");
  return ids;
}

/// The measures it has after the edit.
std::vector<Id> switched(std::vector<Id> measures, const Json& edit, const Plan& plan) {
  if (edit.contains("on"))
    for (const Id id : measures_of(edit, plan, "on")) measures.push_back(id);
  if (edit.contains("off"))
    for (const Id id : measures_of(edit, plan, "off")) std::erase(measures, id);
  return measures;
}

}  // namespace

Edit scenario_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "name", "measures", "on", "off", "rename"});
  const std::string name = text_member(edit, "name");
  const bool is_new = edit.contains("measures") && !find_scenario(plan, name);
  Scenario scenario = is_new ? Scenario{0, name, {}} : scenario_named(name, plan);
  if (edit.contains("measures")) scenario.measures = all_or_some(edit, plan);
  scenario.measures = switched(std::move(scenario.measures), edit, plan);
  if (edit.contains("rename")) scenario.name = text_member(edit, "rename");
  std::vector<Scenario> scenarios = plan.scenarios;
  if (is_new)
    scenarios.push_back(scenario);
  else
    std::replace_if(
        scenarios.begin(), scenarios.end(), [&](const Scenario& one) { return one.id == scenario.id; }, scenario);
  return set_scenarios(std::move(scenarios),
                       is_new ? text("New scenario “{1}”", name) : text("Change the scenario “{1}”", name));
}

Edit remove_scenario_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "name"});
  return remove_scenario(scenario_named(text_member(edit, "name"), plan).id);
}

Edit show_scenario_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "name"});
  if (member(edit, "name").is_null()) return show_scenario(0);
  return show_scenario(scenario_named(text_member(edit, "name"), plan).id);
}

}  // namespace smile::edit_json
