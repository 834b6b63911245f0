// The one program: a verb runs without a window, anything else opens the viewer.

#include <filesystem>
#include <string>
#include <vector>

#include "viewer/command/command.h"
#include "viewer/window/run.h"

int main(int argc, char** argv) {
  using namespace smile::viewer;
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (command::is_command(arguments)) return command::run(arguments);
  command::choose_language(arguments);
  const auto plan = command::plan_named(arguments);
  std::error_code problem;
  if (plan && !std::filesystem::exists(*plan, problem)) return command::refuse_unknown(*plan);
  return run_viewer(argc, argv, plan);
}
