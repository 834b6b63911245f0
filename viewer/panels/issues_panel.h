#pragma once
// What is doubtful in the plan and what imports reported. The window title carries the count ("Issues 3") for the
// dock's tab.

class QWidget;

namespace smile::viewer {

class Document;

QWidget* make_issues_panel(Document& document, QWidget* parent);

}  // namespace smile::viewer
