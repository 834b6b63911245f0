#include "viewer/panels/panel_parts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "viewer/tasks.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

class WheelFilter : public QObject {
public:
  using QObject::QObject;
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus()) return false;
    event->ignore();
    return true;
  }
};

}  // namespace

QColor problem_colour(const QWidget& widget) {
  return widget.palette().color(QPalette::Window).lightness() < 128 ? QColor(0xff, 0xb4, 0xab)
                                                                    : QColor(0xa6, 0x1b, 0x14);
}

QIcon untinted(const QPixmap& sign) {
  QIcon icon(sign);
  icon.addPixmap(sign, QIcon::Selected);
  return icon;
}

QString from_view(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

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
  button->setToolTip(literal(label));
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

QLabel* make_problem_line(QWidget* parent) {
  QLabel* line = plain_label({}, parent);
  line->setWordWrap(true);
  QPalette palette = line->palette();
  palette.setColor(QPalette::WindowText, problem_colour(*line));
  line->setPalette(palette);
  line->hide();
  return line;
}

void show_problem(QLabel& line, const QString& sentence) {
  line.setText(sentence);
  line.setVisible(!sentence.isEmpty());
}

QLabel* make_heading(const QString& text, QWidget* parent) {
  QLabel* heading = plain_label(text, parent);
  QFont font = heading->font();
  font.setBold(true);
  heading->setFont(font);
  heading->setContentsMargins(0, 12, 0, 0);
  return heading;
}

QLabel* make_title(QWidget* parent) {
  QLabel* title = plain_label({}, parent);
  QFont font = title->font();
  font.setBold(true);
  font.setPointSizeF(font.pointSizeF() * 1.2);
  title->setFont(font);
  title->setWordWrap(true);
  title->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return title;
}

void leave_wheel_to_panel(QWidget& editor) {
  editor.setFocusPolicy(Qt::StrongFocus);
  editor.installEventFilter(new WheelFilter(&editor));
}

Tasks& tasks_near(QWidget& widget) {
  for (QObject* owner : {static_cast<QObject*>(widget.window()), static_cast<QObject*>(&widget)})
    if (auto* tasks = owner->findChild<Tasks*>()) return *tasks;
  return *new Tasks(&widget);
}

}  // namespace smile::viewer
