// {"edit":"step"…}: steps of a presentation as JSON lines.

#include <cmath>

#include "gis/plan/edit_json_parts.h"
#include "gis/plan/steps.h"

namespace smile::edit_json {
namespace {

StepPanel panel_from(const Json& edit) {
  const std::string given = text_member(edit, "panel");
  if (const auto panel = panel_from_word(given)) return *panel;
  throw usage(text("“{1}” is no value for “{2}”; say one of: {3}.", given, "panel",
                   in_one_line(panel_choices(), [](const Choice& choice) { return choice.word; })));
}

Id scenario_from_name(const Json& edit, const Plan& plan) {
  if (member(edit, "scenario").is_null()) return 0;
  return scenario_named(text_member(edit, "scenario"), plan).id;
}

Id finding_from(const Json& edit, const Plan& plan) {
  if (member(edit, "finding").is_null()) return 0;
  const std::string name = text_member(edit, "finding");
  const Finding* finding = find_finding(plan, name);
  if (finding == nullptr)
    throw usage(text("The plan has no result “{1}”; it has: {2}.", name,
                     in_one_line(plan.findings, [](const FindingPtr& one) { return one->name; })));
  return finding->id;
}

Box extent_from(const Json& edit) {
  const Json& list = member(edit, "extent");
  if (!list.is_array() || list.size() != 4) throw wrong_value("extent");
  double sides[4];
  for (std::size_t i = 0; i < 4; ++i) {
    if (!list[i].is_number() || !std::isfinite(list[i].get<double>())) throw wrong_value("extent");
    sides[i] = list[i].get<double>();
  }
  if (sides[0] >= sides[2] || sides[1] >= sides[3]) throw wrong_value("extent");
  return {sides[0], sides[1], sides[2], sides[3]};
}

bool flag_from(const Json& edit, const char* key) {
  if (!member(edit, key).is_boolean()) throw wrong_value(key);
  return edit[key].get<bool>();
}

void take_words(Step& step, const Json& edit) {
  if (edit.contains("title")) step.title = text_member(edit, "title");
  if (edit.contains("body")) step.body = text_member(edit, "body");
  if (edit.contains("notes")) step.notes = text_member(edit, "notes");
}

/// A district alone shows itself; a result its map.
void take_view(Step& step, const Json& edit, const Plan& plan) {
  if (edit.contains("district")) {
    step.district = district_of(edit, plan);
    const District* district = find_district(plan, step.district);
    step.ground = district != nullptr ? bounds(district->geometry) : extent(plan);
  }
  if (edit.contains("extent")) step.ground = extent_from(edit);
  if (edit.contains("scenario")) step.style.scenario = scenario_from_name(edit, plan);
  if (edit.contains("measures")) step.measures = measures_of(edit, plan);
  if (edit.contains("panel")) step.panel = panel_from(edit);
  if (edit.contains("hidden")) step.hidden = flag_from(edit, "hidden");
  if (!edit.contains("finding")) return;
  step.finding = finding_from(edit, plan);
  if (!edit.contains("panel") && step.finding != 0) step.panel = StepPanel::result;
  if (const Finding* finding = find_finding(plan, step.finding); finding != nullptr && finding->layer != 0)
    for (LayerSettings& settings : step.style.layers)
      if (settings.layer == layer_key(finding->layer)) settings.visible = true;
}

const Step& step_of(const Json& edit, const Plan& plan) {
  const Json& id = member(edit, "step");
  const Step* step = id.is_number_integer() ? find_step(plan, id.get<Id>()) : nullptr;
  if (step == nullptr) throw usage(text("The plan has no step {1}; list PLAN steps shows their ids.", id.dump()));
  return *step;
}

}  // namespace

Id district_of(const Json& edit, const Plan& plan) {
  if (!edit.contains("district") || edit["district"].is_null()) return 0;
  const std::string name = text_member(edit, "district");
  const District* district = find_district(plan, name);
  if (district == nullptr) throw usage(text("The plan has no district “{1}”.", name));
  return district->id;
}

Edit step_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "step", "title", "body", "notes", "district", "panel", "extent", "measures", "finding",
                    "scenario", "hidden"});
  const bool is_new = !edit.contains("step");
  Step step = is_new ? Step{} : step_of(edit, plan);
  if (is_new) {
    step.title = text_member(edit, "title");
    step.style = plan.style;
    step.ground = extent(plan);
  }
  take_words(step, edit);
  take_view(step, edit, plan);
  return is_new ? add_step(std::move(step)) : change_step(std::move(step), text("Change a step"));
}

Edit remove_step_from(const Json& edit, const Plan& plan) {
  allow_only(edit, {"edit", "step"});
  return remove_steps({step_of(edit, plan).id});
}

}  // namespace smile::edit_json
