#pragma once
// Hand-over: format, folder, and the pre-flight that says what will be written and what a format can't hold.

class QWidget;

namespace smile::viewer {

class Document;
class Tasks;

/// Opens above `parent` and returns.
void open_export_dialog(QWidget* parent, Document& document, Tasks& tasks);

}  // namespace smile::viewer
