#include "viewer/text.h"

namespace smile::viewer {

QLabel* plain_label(const QString& text, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setText(text);
  return label;
}

QString literal(const QString& data) { return data.toHtmlEscaped(); }

}  // namespace smile::viewer
