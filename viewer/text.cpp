#include "viewer/text.h"

namespace smile::viewer {

QLabel* plain_label(const QString& text, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setText(text);
  return label;
}

// The tag makes sure that Qt reads it as rich text: plain text with entities would show them.
QString literal(const QString& data) {
  return QStringLiteral("<span style='white-space:pre-wrap'>%1</span>").arg(data.toHtmlEscaped());
}

}  // namespace smile::viewer
