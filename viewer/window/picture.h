#pragma once

#include <string>

#include "layers/paper.h"

namespace smile::viewer {

class MainWindow;

/// What the map shows, with scale bar and sources, into the clipboard.
void copy_picture(MainWindow& window);
/// A dialog for the map as PNG, SVG or PDF, with title and legend.
void export_picture(MainWindow& window);
/// Over what is there: whoever named the file was asked.
void write_picture(MainWindow& window, const PlanPtr& plan, const layers::PaperSettings& settings,
                   const std::string& file);

}  // namespace smile::viewer
