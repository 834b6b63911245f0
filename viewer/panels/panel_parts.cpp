#include "viewer/panels/panel_parts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>

#include "viewer/tasks.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QString from_view(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

QBoxLayout* add_tool_row(QWidget& panel) {
  auto* row = new QHBoxLayout;
  row->setContentsMargins(8, 4, 8, 4);
  row->setSpacing(8);
  static_cast<QVBoxLayout*>(panel.layout())->addLayout(row);
  return row;
}

QLineEdit* make_filter_field(const QString& placeholder, QWidget* parent) {
  auto* field = new QLineEdit(parent);
  field->setObjectName("filter");
  field->setPlaceholderText(placeholder);
  field->setAccessibleName(placeholder);
  field->setClearButtonEnabled(true);
  field->setMinimumWidth(160);
  field->setMaximumWidth(280);
  return field;
}

QComboBox* make_filter_combo(const QString& everything, QWidget* parent) {
  auto* combo = new QComboBox(parent);
  combo->addItem(everything);
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumContentsLength(14);
  combo->setMaxVisibleItems(24);
  return combo;
}

QComboBox* make_choice_filter(const QString& everything, std::span<const Choice> choices, QWidget* parent) {
  QComboBox* combo = make_filter_combo(everything, parent);
  for (const Choice& choice : choices) combo->addItem(q(say(choice.label)), from_view(choice.word));
  return combo;
}

QToolButton* make_tool_button(const char* icon, const QString& label, QWidget* parent, const char* fallback) {
  auto* button = new QToolButton(parent);
  button->setIcon(QIcon::fromTheme(icon, QIcon::fromTheme(fallback)));
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::TabFocus);
  button->setToolTip(label);
  button->setText(label);
  button->setAccessibleName(label);
  return button;
}

QLabel* make_foot_line(QWidget* parent) {
  QLabel* line = plain_label({}, parent);
  line->setContentsMargins(8, 4, 8, 4);
  line->setWordWrap(true);
  line->setTextInteractionFlags(Qt::TextSelectableByMouse);
  QFont font = line->font();
  font.setPointSizeF(font.pointSizeF() * 0.92);
  line->setFont(font);
  return line;
}

Tasks& tasks_near(QWidget& widget) {
  for (QObject* owner : {static_cast<QObject*>(widget.window()), static_cast<QObject*>(&widget)})
    if (auto* tasks = owner->findChild<Tasks*>()) return *tasks;
  return *new Tasks(&widget);
}

}  // namespace smile::viewer
