#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "gis/analysis/check.h"
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

}  // namespace

int run_check(const Call& call) {
  const std::string& path = call.words[0];
  Issues issues;
  if (!call.has("--as") && is_plan(path)) {
    issues = check_plan(*PlanFile::open(path, PlanFile::Mode::read).plan());
  } else {
    const auto as = call.value("--as");
    issues = prepare(as ? kind_from_word(*as) : guess_kind(path), path, call, Plan{}).report.issues;
  }
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
