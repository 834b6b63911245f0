#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/exports/codebook.h"
#include "gis/store/plan_file.h"
#include "viewer/command/intake.h"

namespace smile::viewer::command {
namespace {

Plan empty_plan(const Call& call) {
  Plan plan;
  plan.title = call.value("--title").value_or(std::filesystem::path(call.words[0]).stem().string());
  if (const auto currency = call.value("--currency")) plan = set_currency(*currency).apply(plan);
  if (const auto crs = call.value("--plan-crs")) {
    const auto parsed = crs_from_text(*crs);
    if (!parsed) throw Error(ErrorKind::usage, text("“{1}” is no coordinate system; write it as EPSG:25833.", *crs));
    if (is_geographic(*parsed))
      throw Error(ErrorKind::usage,
                  text("“{1}” counts in degrees; a plan needs metres, for example EPSG:25833.", *crs));
    plan.crs = *parsed;
  }
  return plan;
}

int restore(const Call& call, const std::string& folder) {
  const Plan plan = plan_from_shapefiles(folder);
  PlanFile::create(call.words[0], plan, call.has("--overwrite"));
  Intake intake;
  intake.added = static_cast<std::int64_t>(plan.districts.size() + plan.measures.size());
  intake.rows = intake.added;
  for (const MeasurePtr& measure : plan.measures)
    ++(measure->location.placement == Placement::none ? intake.unplaced : intake.placed);
  return report(intake, call);
}

}  // namespace

int run_new(const Call& call) {
  const std::filesystem::path path = call.words[0];
  if (std::filesystem::exists(path) && !call.has("--overwrite"))
    throw Error(ErrorKind::exists,
                text("{1} is there already; choose another name or add --overwrite.", path.string()));
  if (const auto folder = call.value("--from")) return restore(call, *folder);
  Plan plan = empty_plan(call);
  Intake intake;
  if (const auto file = call.value("--districts")) {
    intake = prepare(Kind::districts, *file, call, plan);
    plan = intake.edit.apply(plan);
  }
  PlanFile::create(path, plan, call.has("--overwrite"));
  return report(intake, call);
}

}  // namespace smile::viewer::command
