#include "viewer/panels/inspector_form.h"

#include <QEvent>
#include <QFormLayout>

#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int label_width = 120;

QFormLayout& form_of(QWidget& widget) {
  return *static_cast<QFormLayout*>(widget.layout());
}

QLabel* make_row_label(const QString& text, QWidget& widget) {
  QLabel* label = plain_label(text, &widget);
  label->setFixedWidth(label_width);
  label->setWordWrap(true);
  label->setContentsMargins(0, 4, 0, 0);
  label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  QPalette palette = label->palette();
  QColor colour = palette.color(QPalette::WindowText);
  colour.setAlphaF(0.78F);  // quieter than the values, still 4.5:1
  palette.setColor(QPalette::WindowText, colour);
  label->setPalette(palette);
  return label;
}

/// Beside a label a field needs room to show its words; in a narrow panel it stands below.
class WrapWhenNarrow : public QObject {
public:
  explicit WrapWhenNarrow(QWidget& form) : QObject(&form) { form.installEventFilter(this); }
  bool eventFilter(QObject* form, QEvent* event) override {
    constexpr int narrow = 300;
    if (event->type() == QEvent::Resize) {
      auto& widget = static_cast<QWidget&>(*form);
      form_of(widget).setRowWrapPolicy(widget.width() < narrow ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
    }
    return false;
  }
};

/// A form guesses the height of a text that wraps before it knows its width: some rows get too much, others are cut. A
/// label that has its width says what it needs.
class HeightKeeper : public QObject {
public:
  explicit HeightKeeper(QLabel& label) : QObject(&label) { label.installEventFilter(this); }
  bool eventFilter(QObject* watched, QEvent* event) override {
    auto& label = static_cast<QLabel&>(*watched);
    if (event->type() == QEvent::Resize) label.setMinimumHeight(label.heightForWidth(label.width()));
    return false;
  }
};

}  // namespace

void make_fact_form(QWidget& widget) {
  auto* form = new QFormLayout(&widget);
  form->setContentsMargins(0, 0, 0, 0);
  form->setHorizontalSpacing(8);
  form->setVerticalSpacing(4);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
  form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
}

void make_form(QWidget& widget) {
  make_fact_form(widget);
  new WrapWhenNarrow(widget);
}

void add_form_row(QWidget& widget, const QString& label, QWidget* editor) {
  QLabel* name = make_row_label(label, widget);
  name->setBuddy(editor);
  if (editor->accessibleName().isEmpty()) editor->setAccessibleName(label);
  form_of(widget).addRow(name, editor);
}

void add_form_line(QWidget& widget, QWidget* line) {
  if (auto* label = qobject_cast<QLabel*>(line); label != nullptr && label->wordWrap()) new HeightKeeper(*label);
  form_of(widget).addRow(line);
}

void set_row_label(QWidget& widget, QWidget* editor, const QString& label) {
  if (auto* shown = qobject_cast<QLabel*>(form_of(widget).labelForField(editor))) shown->setText(label);
}

void set_row_visible(QWidget& widget, QWidget* editor, bool visible) {
  form_of(widget).setRowVisible(editor, visible);
}

void show_problem_row(QWidget& widget, QLabel& line, const QString& sentence) {
  show_problem(line, sentence);
  set_row_visible(widget, &line, !sentence.isEmpty());
}

void add_fact(QWidget& widget, const QString& label, const QString& value) {
  QLabel* fact = plain_label(value, &widget);
  fact->setWordWrap(true);
  fact->setContentsMargins(0, 4, 0, 0);
  fact->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
  new HeightKeeper(*fact);
  add_form_row(widget, label, fact);
}

void clear_form(QWidget& widget) {
  while (form_of(widget).rowCount() > 0) form_of(widget).removeRow(0);
}

}  // namespace smile::viewer
