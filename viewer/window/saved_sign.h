#pragma once

class QWidget;

namespace smile::viewer {

class Document;

/// "✓ Saved", "Saving …", or "Not saved – try again" as a button.
QWidget* make_saved_sign(Document& document, QWidget* parent);

}  // namespace smile::viewer
