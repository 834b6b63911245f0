#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/check.h"
#include "gis/formats/gtfs.h"
#include "gis/formats/osm.h"
#include "gis/formats/text_table.h"
#include "gis/store/plan_file.h"
#include "viewer/command/intake.h"

namespace smile::viewer::command {
namespace {

/// A GeoPackage of ours is a plan; any other is a file of districts or measures.
bool is_plan(const std::string& path) {
  if (std::filesystem::path(path).extension() != ".gpkg") return false;
  try {
    PlanFile::open(path, PlanFile::Mode::read);
    return true;
  } catch (const Error& error) {
    return error.kind() != ErrorKind::refused && error.kind() != ErrorKind::unreadable;
  }
}

/// A timetable holds stops; OpenStreetMap everything: without a kind of places its ways are looked at.
std::optional<Issues> check_places(const std::string& path, const Call& call) {
  const auto as = call.value("--as");
  const bool osm = is_osm_file(path);
  if (as ? *as != "places" : !osm && !is_gtfs(path)) return std::nullopt;
  if (osm && !as && !call.has("--kind")) return read_osm_ways(path, {}, terminal_progress()).report.issues;
  return prepare_places(path, call, Plan{}).report.issues;
}

/// A file whose coordinate system can't even be guessed is still looked at: that is what a check is for.
Issues check_file(const std::string& path, const Call& call) {
  const auto as = call.value("--as");
  if (const auto issues = check_places(path, call)) return *issues;
  try {
    return prepare(as ? kind_from_word(*as) : guess_kind(path), path, call, Plan{}).report.issues;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::needs_answer || is_text_table(path)) throw;
    return look_at(path, call);
  }
}

Issues check_plan_file(const std::string& path) {
  const PlanFile file = PlanFile::open(path, PlanFile::Mode::read);
  Issues issues = file.notices();
  const Issues found = check_plan(*file.plan());
  issues.insert(issues.end(), found.begin(), found.end());
  return issues;
}

}  // namespace

int run_check(const Call& call) {
  const std::string& path = call.words[0];
  const bool plan = !call.has("--as") && is_plan(path);
  const Issues issues = plan ? check_plan_file(path) : check_file(path, call);
  if (call.json()) {
    print_json({{"issues", to_json(issues)}});
  } else {
    std::cout << (issues.empty() ? say("Nothing is doubtful.")
                                 : str(text_n(static_cast<std::int64_t>(issues.size()),
                                              "{1} finding:", "{1} findings:", issues.size())))
              << "\n";
    print_issues(issues);
  }
  return exit_code(issues);
}

}  // namespace smile::viewer::command
