#pragma once

class QWidget;

namespace smile::viewer {

class Document;

/// The layers of the map as a tree: what is shown, and how opaque. A change is an edit of the plan and can be undone.
QWidget* make_layers_panel(Document& document, QWidget* parent);

}  // namespace smile::viewer
