#pragma once
// A new plan: title, where it is kept, currency, and districts if there are some.

#include <filesystem>
#include <optional>

class QWidget;

namespace smile::viewer {

class Tasks;

/// Asks, writes the file and returns where it is; nothing when the user leaves. Returns after the dialog is closed.
std::optional<std::filesystem::path> open_new_plan_dialog(QWidget* parent, Tasks& tasks);

}  // namespace smile::viewer
