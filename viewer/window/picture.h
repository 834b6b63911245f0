#pragma once

namespace smile::viewer {

class MainWindow;

/// What the map shows, with scale bar and sources, into the clipboard.
void copy_picture(MainWindow& window);
/// The map of what is shown as PNG, SVG or PDF, with title and legend.
void export_picture(MainWindow& window);

}  // namespace smile::viewer
