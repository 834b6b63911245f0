#include "gis/plan/steps.h"

#include <algorithm>

namespace smile {
namespace {

std::vector<StepPtr>::iterator the_one(std::vector<StepPtr>& steps, Id id) {
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const StepPtr& step) { return step->id == id; });
  if (found == steps.end()) throw Error(ErrorKind::not_found, text("The plan doesn't have that step any more."));
  return found;
}

StepPtr with_new_id(Step step, Plan& plan) {
  step.id = plan.next_id++;
  return std::make_shared<const Step>(std::move(step));
}

/// A changed copy in the place of the step.
template <class Change>
void change_one(Plan& plan, Id id, Change change) {
  StepPtr& step = *the_one(plan.steps, id);
  Step copy = *step;
  change(copy);
  step = std::make_shared<const Step>(std::move(copy));
}

template <class Change>
Edit changed(Id id, Text name, std::string merge_key, Change change) {
  return {std::move(name), std::move(merge_key), [id, change = std::move(change)](const Plan& plan) {
            Plan next = plan;
            change_one(next, id, change);
            return next;
          }};
}

std::int64_t count_of(const std::vector<Id>& ids) {
  return static_cast<std::int64_t>(ids.size());
}

/// In the order of the plan.
std::vector<StepPtr> those(const std::vector<StepPtr>& steps, const std::vector<Id>& ids) {
  std::vector<StepPtr> found;
  std::copy_if(steps.begin(), steps.end(), std::back_inserter(found),
               [&](const StepPtr& step) { return std::find(ids.begin(), ids.end(), step->id) != ids.end(); });
  if (found.size() != ids.size()) throw Error(ErrorKind::not_found, text("The plan doesn't have that step any more."));
  return found;
}

}  // namespace

std::span<const Choice> panel_choices() {
  static constexpr Choice choices[] = {{"none", "Nothing"},
                                       {"people", "Who lives here"},
                                       {"measures", "Measures with their costs"},
                                       {"result", "A result"},
                                       {"costs", "Sum of the costs"}};
  return choices;
}

std::string_view word(StepPanel panel) {
  return panel_choices()[static_cast<std::size_t>(panel)].word;
}

std::optional<StepPanel> panel_from_word(std::string_view word) {
  const auto choices = panel_choices();
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (choices[i].word == word) return static_cast<StepPanel>(i);
  return std::nullopt;
}

Edit add_step(Step step, Id after) {
  Text name = text("New step “{1}”", step.title);
  return {std::move(name), {}, [step = std::move(step), after](const Plan& plan) {
            Plan next = plan;
            const auto place = after == 0 ? next.steps.end() : the_one(next.steps, after) + 1;
            next.steps.insert(place, with_new_id(step, next));
            return next;
          }};
}

Edit add_steps(std::vector<Step> steps, Text name) {
  return {std::move(name), {}, [steps = std::move(steps)](const Plan& plan) {
            Plan next = plan;
            for (const Step& step : steps) next.steps.push_back(with_new_id(step, next));
            return next;
          }};
}

Edit change_step(Step step, Text name, std::string merge_key) {
  const Id id = step.id;
  return changed(id, std::move(name), std::move(merge_key), [step = std::move(step)](Step& old) { old = step; });
}

Edit duplicate_steps(std::vector<Id> ids) {
  Text name = text_n(count_of(ids), "Duplicate a step", "Duplicate {1} steps", count_of(ids));
  return {std::move(name), {}, [ids = std::move(ids)](const Plan& plan) {
            Plan next = plan;
            const std::vector<StepPtr> originals = those(plan.steps, ids);
            std::vector<StepPtr> copies;
            for (const StepPtr& one : originals) copies.push_back(with_new_id(*one, next));
            if (!copies.empty())
              next.steps.insert(the_one(next.steps, originals.back()->id) + 1, copies.begin(), copies.end());
            return next;
          }};
}

Edit remove_steps(std::vector<Id> ids) {
  Text name = text_n(count_of(ids), "Delete a step", "Delete {1} steps", count_of(ids));
  return {std::move(name), {}, [ids = std::move(ids)](const Plan& plan) {
            Plan next = plan;
            for (const Id id : ids) next.steps.erase(the_one(next.steps, id));
            return next;
          }};
}

Edit arrange_steps(std::vector<Id> order) {
  return {text("Move steps"), {}, [order = std::move(order)](const Plan& plan) {
            Plan next = plan;
            auto place = next.steps.begin();
            for (const Id id : order) {
              const auto step = the_one(next.steps, id);
              if (step >= place) std::rotate(place++, step, step + 1);
            }
            return next;
          }};
}

Edit hide_steps(std::vector<Id> ids, bool hidden) {
  const std::int64_t count = count_of(ids);
  Text name = hidden ? text_n(count, "Hide a step", "Hide {1} steps", count)
                     : text_n(count, "Show a step", "Show {1} steps", count);
  return {std::move(name), {}, [ids = std::move(ids), hidden](const Plan& plan) {
            Plan next = plan;
            for (const Id id : ids) change_one(next, id, [hidden](Step& step) { step.hidden = hidden; });
            return next;
          }};
}

Edit add_mark(Id id, PenMark mark) {
  return changed(id, text("Mark on the map"), {}, [mark = std::move(mark)](Step& step) { step.marks.push_back(mark); });
}

Edit wipe_marks(Id id) {
  return changed(id, text("Wipe the marks away"), {}, [](Step& step) { step.marks.clear(); });
}

const Step* find_step(const Plan& plan, Id id) {
  const auto found =
      std::find_if(plan.steps.begin(), plan.steps.end(), [&](const StepPtr& step) { return step->id == id; });
  return found == plan.steps.end() ? nullptr : found->get();
}

std::vector<StepPtr> shown_steps(const Plan& plan) {
  std::vector<StepPtr> shown;
  std::copy_if(plan.steps.begin(), plan.steps.end(), std::back_inserter(shown),
               [](const StepPtr& step) { return !step->hidden; });
  return shown;
}

std::vector<Id> measures_of(const Plan& plan, const Step& step) {
  std::vector<Id> there;
  std::copy_if(step.measures.begin(), step.measures.end(), std::back_inserter(there),
               [&](Id measure) { return find_measure(plan, measure) != nullptr; });
  return there;
}

Plan as_in_step(const Plan& plan, const Step& step) {
  Plan shown = plan;
  shown.style = step.style;
  return shown;
}

Edit set_sheet_settings(SheetSettings settings) {
  return {text("Change how sheets look"), {}, [settings = std::move(settings)](const Plan& plan) {
            Plan next = plan;
            next.sheets = settings;
            return next;
          }};
}

}  // namespace smile
