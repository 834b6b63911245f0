#pragma once
// Figures per district of one level, computed off the window's thread; says when they are outdated.

class QWidget;

namespace smile::viewer {

class Document;

QWidget* make_districts_table(Document& document, QWidget* parent);

}  // namespace smile::viewer
