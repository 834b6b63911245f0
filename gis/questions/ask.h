#pragma once
// Every question the program can ask of a plan, by one door: options in, a finding out. Command line, window, sheets
// and "count again" all come through here.

#include <optional>
#include <string>
#include <vector>

#include "gis/formats/layer_data.h"
#include "gis/jobs/progress.h"
#include "gis/plan/plan.h"
#include "gis/plan/plan_place.h"

namespace smile {

/// What was found, on the map: features in the plan's system, and how they look.
struct FoundLayer {
  MapLayer layer;  ///< source and number are open
  LayerData data;
  double opacity = 1;  ///< of the layer: what lies below may have to be seen
};

struct Answer {
  Finding finding;                ///< without id and layer; its name is a proposal
  std::optional<FoundLayer> map;  ///< nothing where there is nothing to show
};

/// The kinds ask() knows, in the order they are offered.
std::vector<std::string> question_kinds();

/// Throws Error{usage} for a question of an unknown kind or options that can't be read, {needs_answer} where the plan
/// lacks what it takes, {not_found}, {cancelled}.
Answer ask(const Question& question, const Plan& plan, const PlanPlace& place, const Progress& progress = {});

/// Gives an answer its question, its day and the fingerprint of what it rests on. ask() has done so.
Answer finished(Answer answer, const Question& question, const Plan& plan);

/// Fingerprint of all that the answer rests on in the plan: layers named, people, network, measures, districts,
/// statistics, as far as the kind of question looks at them. Cheap: no features are read.
std::string basis_of(const Question& question, const Plan& plan);
/// The plan has moved on since the finding was made.
bool outdated(const Finding& finding, const Plan& plan);

/// As somebody would type it, names instead of ids: "catchment --places Spielplätze --distance 200".
std::string as_command(const Question& question, const Plan& plan);

}  // namespace smile
