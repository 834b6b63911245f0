#pragma once
// The presentation to take away: a file is asked for, and written while the work goes on.

#include <filesystem>

namespace smile::viewer {

class MainWindow;

/// Where there is no step to show, the panel that makes them is shown instead.
void export_deck(MainWindow& window);
void export_handout(MainWindow& window);
/// Over what is there: whoever named the file was asked.
void write_deck_file(MainWindow& window, const std::filesystem::path& file, bool handout);

}  // namespace smile::viewer
