#pragma once
// "Whom do these places reach?": the question, its answer in sentences and by district, and who is missed as a layer.

class QDialog;
class QWidget;

namespace smile::viewer {

class Document;

/// Does not hold the window: the map can be moved and measures edited beside it. The answer says when the plan has
/// moved on.
QDialog* open_reach_dialog(Document& document, QWidget* parent);

}  // namespace smile::viewer
