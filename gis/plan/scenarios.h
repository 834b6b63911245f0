#pragma once
// What people do with scenarios, each as one step of undo. All throw Error{not_found} for a scenario the plan doesn't
// have any more, and as set_scenarios().

#include <string>
#include <vector>

#include "gis/plan/edits.h"

namespace smile {

/// Gets its id from the plan, comes last, and its measures are shown from then on.
Edit add_scenario(Scenario scenario);
Edit rename_scenario(Id scenario, std::string name);
/// With the same measures, right behind it, shown from then on; its name is free_scenario_name() of the old one.
Edit duplicate_scenario(Id scenario);
Edit remove_scenario(Id scenario);
/// These measures and no others.
Edit set_scenario_measures(Id scenario, std::vector<Id> measures);
/// Measures come in or go; those that are there, or aren't, stay as they are.
Edit switch_measures(Id scenario, std::vector<Id> measures, bool in);
/// Whose measures maps and tables of districts show and count; 0: all.
Edit show_scenario(Id scenario);

bool is_in(const Scenario& scenario, Id measure);
/// The name, or with a number behind it that no scenario has yet: "Variante", "Variante 2" …
std::string free_scenario_name(const Plan& plan, const std::string& name);

/// The plan as if there were no other measures than those of the scenario; 0: as it is.
Plan as_if_only(const Plan& plan, Id scenario);
/// The same without any measure.
Plan as_if_none(const Plan& plan);

}  // namespace smile
