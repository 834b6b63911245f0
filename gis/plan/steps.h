#pragma once
// What people do with the steps of a presentation, each as one step of undo. All throw Error{not_found} for a step the
// plan doesn't have any more.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/plan/edits.h"

namespace smile {

/// Behind `after`; 0: at the end. Its id is given by the plan.
Edit add_step(Step step, Id after = 0);
/// Several at the end, in this order.
Edit add_steps(std::vector<Step> steps, Text name);
/// Replaces the step of that id.
Edit change_step(Step step, Text name, std::string merge_key = {});
/// Copies in the order of the plan, right behind the last of them.
Edit duplicate_steps(std::vector<Id> steps);
Edit remove_steps(std::vector<Id> steps);
/// In this order; those that are not named stay behind them.
Edit arrange_steps(std::vector<Id> order);
Edit hide_steps(std::vector<Id> steps, bool hidden);
/// A stroke more, or all of them wiped away.
Edit add_mark(Id step, PenMark mark);
Edit wipe_marks(Id step);

/// In the order of the enum, as people choose them.
std::span<const Choice> panel_choices();
std::string_view word(StepPanel);
std::optional<StepPanel> panel_from_word(std::string_view);

const Step* find_step(const Plan& plan, Id id);
/// Those that are presented, in their order.
std::vector<StepPtr> shown_steps(const Plan& plan);
/// Measures of the step that the plan still has.
std::vector<Id> measures_of(const Plan& plan, const Step& step);
/// The plan's map as the step shows it.
Plan as_in_step(const Plan& plan, const Step& step);

Edit set_sheet_settings(SheetSettings settings);

}  // namespace smile
