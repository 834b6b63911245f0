#pragma once

class QDialog;
class QWidget;

namespace smile::viewer {

class Document;

/// Selects measures by what stands in a field. Not modal: map and table are seen with it.
QDialog* open_select_by_value(Document& document, QWidget* parent);

}  // namespace smile::viewer
