#include "viewer/panels/step_form.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "gis/plan/steps.h"
#include "viewer/document.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

template <class Field>
Field* add_field(QBoxLayout& column, const char* name, const QString& label, QWidget* parent) {
  auto* words = plain_label(label, parent);
  words->setWordWrap(true);
  auto* field = new Field(parent);
  field->setObjectName(name);
  field->setAccessibleName(label);
  words->setBuddy(field);
  column.addWidget(words);
  column.addWidget(field);
  return field;
}

void write(QPlainTextEdit& field, const std::string& words) {
  if (field.toPlainText() != q(words)) field.setPlainText(q(words));
}

}  // namespace

StepForm::StepForm(Document& document, QWidget* parent) : QWidget(parent), document_(document) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(4);
  title_ = add_field<QLineEdit>(*column, "step_title", tr_("Title: the one message"), this);
  body_ = add_field<QPlainTextEdit>(*column, "step_body", tr_("Text beside the map"), this);
  panel_ = add_field<QComboBox>(*column, "step_panel", tr_("Beside it"), this);
  for (const Choice& choice : panel_choices()) panel_->addItem(tr_(Text{std::string(choice.label), {}}));
  finding_ = add_field<QComboBox>(*column, "step_finding", tr_("Result"), this);
  finding_label_ = findChildren<QLabel*>().back();
  notes_ = add_field<QPlainTextEdit>(*column, "step_notes", tr_("Notes for those who present"), this);
  cut_ = make_problem_line(this);
  cut_->setObjectName("step_cut");
  column->addWidget(cut_);
  for (QPlainTextEdit* field : {body_, notes_}) {
    field->setTabChangesFocus(true);
    field->setFixedHeight(72);
  }
  for (QComboBox* field : {panel_, finding_}) {
    leave_wheel_to_panel(*field);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  }
  connect(title_, &QLineEdit::textEdited, this,
          [this](const QString& words) { change("title", [&](Step& s) { s.title = words.toStdString(); }); });
  connect(body_, &QPlainTextEdit::textChanged, this,
          [this] { change("body", [&](Step& s) { s.body = body_->toPlainText().toStdString(); }); });
  connect(notes_, &QPlainTextEdit::textChanged, this,
          [this] { change("notes", [&](Step& s) { s.notes = notes_->toPlainText().toStdString(); }); });
  connect(panel_, &QComboBox::activated, this,
          [this](int index) { change("panel", [&](Step& s) { s.panel = static_cast<StepPanel>(index); }); });
  connect(finding_, &QComboBox::activated, this, [this](int index) {
    change("finding", [&](Step& s) { s.finding = finding_->itemData(index).toLongLong(); });
  });
  connect(&document, &Document::plan_changed, this, [this] { fill(); });
  fill();
}

void StepForm::show_step(Id step) {
  step_ = step;
  fill();
}

void StepForm::show_cut(bool cut) {
  show_problem(*cut_, cut ? tr_("More than one step can show: say less, or make two steps of it.") : QString());
}

template <class Change>
void StepForm::change(const char* field, Change change) {
  const Step* step = find_step(*document_.plan(), step_);
  if (filling_ || step == nullptr) return;
  Step next = *step;
  change(next);
  if (next == *step) return;
  document_.apply(
      change_step(std::move(next), text("Change a step"), "step " + std::to_string(step_) + " " + std::string(field)));
}

void StepForm::fill_findings(const Step& step) {
  finding_->clear();
  const PlanPtr plan = document_.plan();
  for (auto one = plan->findings.rbegin(); one != plan->findings.rend(); ++one) {
    finding_->addItem(q((*one)->name), static_cast<qlonglong>((*one)->id));
    if ((*one)->id == step.finding) finding_->setCurrentIndex(finding_->count() - 1);
  }
  if (find_finding(*plan, step.finding) == nullptr) finding_->setCurrentIndex(-1);
}

void StepForm::fill() {
  const Step* step = find_step(*document_.plan(), step_);
  setEnabled(step != nullptr && !document_.read_only());
  filling_ = true;
  const Step shown = step != nullptr ? *step : Step{};
  if (title_->text() != q(shown.title)) title_->setText(q(shown.title));
  write(*body_, shown.body);
  write(*notes_, shown.notes);
  panel_->setCurrentIndex(static_cast<int>(shown.panel));
  fill_findings(shown);
  const bool result = shown.panel == StepPanel::result;
  finding_->setVisible(result);
  finding_label_->setVisible(result);
  filling_ = false;
}

}  // namespace smile::viewer
