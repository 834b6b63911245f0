// The one program: a verb runs without a window, anything else opens the viewer.

#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "viewer/command/command.h"
#include "viewer/window/run.h"

int main(int argc, char** argv) {
  using namespace smile;
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (viewer::command::is_command(arguments)) return viewer::command::run(arguments);
  std::optional<std::filesystem::path> plan;
  for (const std::string& argument : arguments)
    if (!argument.empty() && argument.front() != '-' && !plan) plan = argument;
  return viewer::run_viewer(argc, argv, plan);
}
