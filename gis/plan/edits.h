#pragma once
// Every change of a plan is an Edit: a name people read in the undo menu, and a pure function Plan → Plan.
// An edit that can't be applied throws Error{usage or not_found} and the plan stays as it was.

#include <functional>
#include <string>
#include <vector>

#include "gis/plan/fields.h"
#include "gis/plan/plan.h"

namespace smile {

struct Edit {
  Text name;              ///< "Move “Mitfahrbank”"
  std::string merge_key;  ///< edits with the same non-empty key that follow each other are one step of undo (a drag)
  std::function<Plan(const Plan&)> apply;
};

// --- measures ---
/// Ids are given by the plan (a measure's id of 0 is replaced). Returns with the measures at the end of the list.
Edit add_measures(std::vector<Measure> measures);
/// One value for one or several measures. A change of phase is appended to the history with `on`.
Edit set_field(std::vector<Id> measures, std::string key, Value value, Date on = today());
Edit place(Id measure, Location location);
/// Moves every site, line or area by (dx, dy) in plan units. merge_key makes a drag one step.
Edit move_measure(Id measure, double dx, double dy, std::string merge_key = {});
Edit remove_measures(std::vector<Id> measures);
Edit duplicate_measures(std::vector<Id> measures);
/// Replaces measures that have the same id: what an import does that updates.
Edit replace_measures(std::vector<Measure> measures);

// --- districts, statistics, the plan ---
/// Adds or replaces the level of that name with its districts; finds parents by geometry (see hierarchy.h). Ids of the
/// districts are given by the plan. If the plan has no CRS yet it takes `crs`; otherwise the districts must be in the
/// plan's.
Edit set_level(std::string level, std::vector<District> districts, Crs crs);
Edit add_statistics(std::vector<Statistic> statistics);  ///< replaces those with the same level, name and year
Edit add_alias(Alias alias);
Edit add_source(Source source);
Edit add_report(Report report);
Edit keep_mapping(ColumnMapping mapping);
Edit set_title(std::string title);
Edit set_currency(std::string iso_4217);
Edit set_style(MapStyle style, Text name);

// --- layers of context ---
/// Gets its id from the plan and comes into the stack of the map where its topic belongs. If the plan has no CRS yet it
/// takes `crs`.
Edit add_layer(MapLayer layer, Crs crs);
/// Replaces the layer of that id: another name, source or style.
Edit change_layer(MapLayer layer, Text name, std::string merge_key = {});
/// What analyses take from the layer from now on. A plan has one network in use: another layer that was it is none any
/// more.
Edit use_layer(Id id, LayerUse use);
Edit remove_layer(Id id, const std::string& name);

/// All bookmarks of the plan, as they are to be.
Edit set_bookmarks(std::vector<Bookmark> bookmarks, Text name);

// --- scenarios and findings ---
/// All scenarios of the plan, as they are to be. Those without an id get one; measures stand in them once, rising.
/// Throws Error{usage} for an empty name or one that another has, {not_found} for a measure the plan has not.
Edit set_scenarios(std::vector<Scenario> scenarios, Text name);
/// Keeps what an analysis found, in place of what had the same name.
Edit keep_finding(Finding finding);
Edit rename_finding(Id finding, std::string name);
Edit remove_finding(Id finding);

/// Several edits as one step.
Edit together(Text name, std::vector<Edit> edits);

}  // namespace smile
