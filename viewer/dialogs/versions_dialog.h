#pragma once
// Named versions of the plan: keep one, go back to one.

class QWidget;

namespace smile::viewer {

class Document;

/// Opens above `parent` and returns.
void open_versions_dialog(QWidget* parent, Document& document);

}  // namespace smile::viewer
