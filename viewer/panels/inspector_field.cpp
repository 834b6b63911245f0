#include "viewer/panels/inspector_field.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "layers/symbols.h"
#include "viewer/panels/inspector_values.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QIcon choice_icon(const MeasureField& field, std::string_view word) {
  if (field.key == "block")
    if (const auto block = block_from_word(word)) return layers::symbol_pixmap(*block, Phase::decided, 16, 2);
  return {};
}

QString placeholder_of(FieldType type) {
  switch (type) {
    case FieldType::money:
      return tr_("not known");
    case FieldType::date:
      return tr_("e.g. Q3 2025");
    case FieldType::list:
      return tr_("divided by semicolons");
    default:
      return {};
  }
}

}  // namespace

FieldEditor::FieldEditor(const MeasureField& field, Commit commit, QWidget* parent)
    : QWidget(parent), field_(field), commit_(std::move(commit)) {
  setObjectName("field_" + from_view(field.key));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  if (field.type == FieldType::choice)
    build_choice(*column);
  else if (field.type == FieldType::long_text)
    build_long_text(*column);
  else
    build_line(*column);
  setFocusProxy(column->itemAt(0)->widget());
  focusProxy()->setAccessibleName(q(say(field.label)));
  problem_ = make_problem_line(this);
  column->addWidget(problem_);
}

void FieldEditor::build_line(QVBoxLayout& column) {
  line_ = new QLineEdit(this);
  column.addWidget(line_);
  connect(line_, &QLineEdit::editingFinished, this, &FieldEditor::take_typed);
}

void FieldEditor::build_long_text(QVBoxLayout& column) {
  long_text_ = new QPlainTextEdit(this);
  long_text_->setTabChangesFocus(true);
  long_text_->setFixedHeight(long_text_->fontMetrics().lineSpacing() * 4 + 12);
  long_text_->installEventFilter(this);
  column.addWidget(long_text_);
}

void FieldEditor::build_choice(QVBoxLayout& column) {
  choice_ = new QComboBox(this);
  choice_->addItem(tr_("not said"), QString());
  for (const Choice& choice : field_.choices)
    choice_->addItem(choice_icon(field_, choice.word), q(say(choice.label)), from_view(choice.word));
  choice_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  choice_->setMinimumContentsLength(8);
  choice_->setMaxVisibleItems(12);
  leave_wheel_to_panel(*choice_);
  column.addWidget(choice_);
  connect(choice_, &QComboBox::activated, this, [this] {
    const std::string word = choice_->currentData().toString().toStdString();
    commit_(field_, word.empty() ? Value{} : Value{word});
  });
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event) {
  if (watched == long_text_ && event->type() == QEvent::FocusOut) take_typed();
  return QWidget::eventFilter(watched, event);
}

bool FieldEditor::is_modified() const {
  if (line_ != nullptr) return line_->isModified();
  return long_text_ != nullptr && long_text_->document()->isModified();
}

QString FieldEditor::typed() const {
  return line_ != nullptr ? line_->text() : long_text_->toPlainText();
}

QString FieldEditor::problem() const {
  return problem_->text();
}

void FieldEditor::take_typed() {
  if (!is_modified()) return;
  const Reading reading = read_value(field_, typed());
  show_problem(*problem_, tr_(reading.problem));
  if (!reading.problem.empty()) return;
  if (line_ != nullptr) line_->setModified(false);
  if (long_text_ != nullptr) long_text_->document()->setModified(false);
  commit_(field_, reading.value);
}

void FieldEditor::edit_all() {
  focusProxy()->setFocus(Qt::OtherFocusReason);
  if (line_ != nullptr) line_->selectAll();
}

void FieldEditor::finish() {
  if (choice_ == nullptr) take_typed();
}

void FieldEditor::show_values(const std::vector<const Measure*>& measures, const std::string& currency, bool forget) {
  if (measures.empty()) return;
  if (!forget && is_modified() && (focusProxy()->hasFocus() || !problem_->text().isEmpty())) return;
  const Value first = field_.get(*measures.front());
  const bool several =
      std::any_of(measures.begin(), measures.end(), [&](const Measure* m) { return field_.get(*m) != first; });
  show_problem(*problem_, {});
  if (choice_ != nullptr) return show_choice(first, several);
  set_text(several ? QString() : q(format_value(language(), field_, first, currency)), several);
}

void FieldEditor::set_text(const QString& text, bool several) {
  const QString placeholder = several ? tr_("several values") : placeholder_of(field_.type);
  if (line_ != nullptr) {
    line_->setPlaceholderText(placeholder);
    if (line_->text() != text || line_->isModified()) line_->setText(text);
    line_->setCursorPosition(line_->hasFocus() ? line_->cursorPosition() : 0);
  } else {
    long_text_->setPlaceholderText(placeholder);
    if (long_text_->toPlainText() != text) long_text_->setPlainText(text);
    long_text_->document()->setModified(false);
  }
}

void FieldEditor::show_choice(const Value& value, bool several) {
  const auto* word = std::get_if<std::string>(&value);
  choice_->setPlaceholderText(several ? tr_("several values") : QString());
  choice_->setCurrentIndex(several ? -1 : std::max(0, choice_->findData(word == nullptr ? QString() : q(*word))));
}

}  // namespace smile::viewer
