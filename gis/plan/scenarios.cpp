#include "gis/plan/scenarios.h"

#include <algorithm>

namespace smile {
namespace {

Scenario& the_one(std::vector<Scenario>& scenarios, Id id) {
  const auto found = std::find_if(scenarios.begin(), scenarios.end(), [&](const Scenario& s) { return s.id == id; });
  if (found == scenarios.end())
    throw Error(ErrorKind::not_found, text("The plan doesn't have that scenario any more."));
  return *found;
}

/// Through set_scenarios(), so that what it makes sure of holds for every change.
template <class Change>
Edit changed(Text name, Change change) {
  return {std::move(name), {}, [change](const Plan& plan) {
            std::vector<Scenario> scenarios = plan.scenarios;
            change(plan, scenarios);
            return set_scenarios(std::move(scenarios), {}).apply(plan);
          }};
}

Plan shown(Plan plan, Id scenario) {
  plan.style.scenario = scenario;
  return plan;
}

}  // namespace

Edit add_scenario(Scenario scenario) {
  scenario.id = 0;
  Text name = text("New scenario “{1}”", scenario.name);
  return {std::move(name), {}, [scenario = std::move(scenario)](const Plan& plan) {
            std::vector<Scenario> scenarios = plan.scenarios;
            scenarios.push_back(scenario);
            Plan next = set_scenarios(std::move(scenarios), {}).apply(plan);
            const Id id = next.scenarios.back().id;
            return shown(std::move(next), id);
          }};
}

Edit rename_scenario(Id id, std::string name) {
  return changed(text("Rename a scenario to “{1}”", name),
                 [id, name](const Plan&, std::vector<Scenario>& scenarios) { the_one(scenarios, id).name = name; });
}

Edit duplicate_scenario(Id id) {
  return {text("Duplicate a scenario"), {}, [id](const Plan& plan) {
            std::vector<Scenario> scenarios = plan.scenarios;
            Scenario& original = the_one(scenarios, id);
            const auto behind = (&original - scenarios.data()) + 1;
            Scenario copy{0, free_scenario_name(plan, original.name), original.measures};
            scenarios.insert(scenarios.begin() + behind, std::move(copy));
            Plan next = set_scenarios(std::move(scenarios), {}).apply(plan);
            const Id fresh = next.scenarios[static_cast<std::size_t>(behind)].id;
            return shown(std::move(next), fresh);
          }};
}

Edit remove_scenario(Id id) {
  return changed(text("Delete a scenario"), [id](const Plan&, std::vector<Scenario>& scenarios) {
    const Scenario& gone = the_one(scenarios, id);
    scenarios.erase(scenarios.begin() + (&gone - scenarios.data()));
  });
}

Edit set_scenario_measures(Id id, std::vector<Id> measures) {
  return changed(text("Choose the measures of a scenario"),
                 [id, measures = std::move(measures)](const Plan&, std::vector<Scenario>& scenarios) {
                   the_one(scenarios, id).measures = measures;
                 });
}

Edit switch_measures(Id id, std::vector<Id> measures, bool in) {
  const auto count = static_cast<std::int64_t>(measures.size());
  Text name = in ? text_n(count, "Take a measure into the scenario", "Take {1} measures into the scenario", count)
                 : text_n(count, "Take a measure out of the scenario", "Take {1} measures out of the scenario", count);
  std::sort(measures.begin(), measures.end());
  return changed(
      std::move(name), [id, in, measures = std::move(measures)](const Plan&, std::vector<Scenario>& scenarios) {
        std::vector<Id>& own = the_one(scenarios, id).measures;
        if (in)
          own.insert(own.end(), measures.begin(), measures.end());
        else
          std::erase_if(own, [&](Id measure) { return std::binary_search(measures.begin(), measures.end(), measure); });
      });
}

Edit show_scenario(Id id) {
  return {id != 0 ? text("Show a scenario") : text("Show all measures"), {}, [id](const Plan& plan) {
            std::vector<Scenario> scenarios = plan.scenarios;
            if (id != 0) the_one(scenarios, id);
            return shown(plan, id);
          }};
}

bool is_in(const Scenario& scenario, Id measure) {
  return std::binary_search(scenario.measures.begin(), scenario.measures.end(), measure);
}

std::string free_scenario_name(const Plan& plan, const std::string& name) {
  if (!find_scenario(plan, name)) return name;
  const std::size_t space = name.find_last_of(' ');
  const bool numbered = space != std::string::npos && space + 1 < name.size() &&
                        name.find_first_not_of("0123456789", space + 1) == std::string::npos;
  const std::string stem = numbered ? name.substr(0, space) : name;
  for (int number = 2;; ++number)
    if (const std::string next = stem + " " + std::to_string(number); !find_scenario(plan, next)) return next;
}

Plan as_if_only(const Plan& plan, Id scenario) {
  Plan other = plan;
  other.measures = measures_of(plan, scenario);
  return other;
}

Plan as_if_none(const Plan& plan) {
  Plan other = plan;
  other.measures.clear();
  return other;
}

}  // namespace smile
