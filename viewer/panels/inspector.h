#pragma once
// What is selected, field by field, else the plan at a glance. Every change is one step of undo.

class QWidget;

namespace smile::viewer {

class Document;

QWidget* make_inspector(Document& document, QWidget* parent);

}  // namespace smile::viewer
