#pragma once
#include <filesystem>
#include <optional>

namespace smile::viewer {

/// Opens the window, with a plan if one is given, and returns when it is closed.
int run_viewer(int argc, char** argv, std::optional<std::filesystem::path> plan);

}  // namespace smile::viewer
