#include "viewer/dialogs/select_by_value.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <algorithm>

#include "gis/analysis/select_measures.h"
#include "viewer/document.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

class SelectByValue : public QDialog {
public:
  SelectByValue(Document& document, QWidget* parent);

private:
  void build_question(QBoxLayout& column);
  void build_buttons(QBoxLayout& column);
  QComboBox* value_box(const char* name, const QString& label);
  void fill_fields();
  void show_field();
  void show_condition();
  void look();
  void select(bool add);
  ValueQuestion question() const;
  bool asks_for_value() const;
  FieldType type() const;

  Document& document_;
  std::vector<AskedField> fields_;
  std::vector<Id> found_;
  QComboBox* field_;
  QComboBox* condition_;
  QComboBox* value_;
  QComboBox* up_to_;
  QLabel* and_;
  QLabel* count_;
  QPushButton* select_ = nullptr;
  QPushButton* add_ = nullptr;
};

SelectByValue::SelectByValue(Document& document, QWidget* parent)
    : QDialog(parent),
      document_(document),
      field_(new QComboBox(this)),
      condition_(new QComboBox(this)),
      value_(value_box("value", tr_("Value"))),
      up_to_(value_box("up_to", tr_("Up to"))),
      and_(plain_label(tr_("and"), this)),
      count_(plain_label({}, this)) {
  setObjectName("select_by_value");
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr_("Select by value"));
  setMinimumWidth(520);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  build_question(*column);
  build_buttons(*column);
  fill_fields();
  connect(&document, &Document::plan_changed, this, [this] { look(); });
}

QComboBox* SelectByValue::value_box(const char* name, const QString& label) {
  auto* box = new QComboBox(this);
  box->setObjectName(name);
  box->setAccessibleName(label);
  box->setEditable(true);
  box->setInsertPolicy(QComboBox::NoInsert);
  box->completer()->setFilterMode(Qt::MatchContains);
  box->completer()->setCompletionMode(QCompleter::PopupCompletion);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  connect(box, &QComboBox::currentTextChanged, this, [this] { look(); });
  return box;
}

void SelectByValue::build_question(QBoxLayout& column) {
  auto* form = new QFormLayout;
  form->setSpacing(8);
  field_->setObjectName("field");
  field_->setMaxVisibleItems(20);
  condition_->setObjectName("condition");
  form->addRow(plain_label(tr_("Field"), this), field_);
  form->addRow(plain_label(tr_("Condition"), this), condition_);
  auto* values = new QHBoxLayout;
  values->setSpacing(8);
  values->addWidget(value_, 1);
  values->addWidget(and_);
  values->addWidget(up_to_, 1);
  form->addRow(plain_label(tr_("Value"), this), values);
  field_->setAccessibleName(tr_("Field"));
  condition_->setAccessibleName(tr_("Condition"));
  column.addLayout(form);
  count_->setObjectName("count");
  count_->setWordWrap(true);
  count_->setMinimumHeight(2 * count_->fontMetrics().lineSpacing());
  column.addWidget(count_);
  connect(field_, &QComboBox::currentIndexChanged, this, [this] { show_field(); });
  connect(condition_, &QComboBox::currentIndexChanged, this, [this] { show_condition(); });
}

void SelectByValue::build_buttons(QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* leave = new QPushButton(tr_("Close"), this);
  add_ = new QPushButton(tr_("Add to the selection"), this);
  add_->setObjectName("add");
  select_ = new QPushButton(tr_("Select"), this);
  select_->setObjectName("select");
  for (QPushButton* button : {leave, add_}) button->setAutoDefault(false);
  select_->setDefault(true);
  row->addWidget(leave);
  row->addStretch();
  row->addWidget(add_);
  row->addWidget(select_);
  column.addLayout(row);
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
  connect(add_, &QPushButton::clicked, this, [this] { select(true); });
  connect(select_, &QPushButton::clicked, this, [this] { select(false); });
}

void SelectByValue::fill_fields() {
  fields_ = asked_fields(*document_.plan());
  const auto phase = std::find_if(fields_.begin(), fields_.end(), [](const AskedField& f) { return f.key == "phase"; });
  const auto usual = static_cast<int>(phase - fields_.begin());
  for (const AskedField& field : fields_) field_->addItem(tr_(field.name), q(field.key));
  field_->setCurrentIndex(usual);
}

FieldType SelectByValue::type() const {
  const auto at = static_cast<std::size_t>(std::max(0, field_->currentIndex()));
  return at < fields_.size() ? fields_[at].type : FieldType::text;
}

void SelectByValue::show_field() {
  const QSignalBlocker quiet_condition(condition_);
  const QSignalBlocker quiet_value(value_);
  const QSignalBlocker quiet_up_to(up_to_);
  condition_->clear();
  for (const Condition condition : conditions_for(type()))
    condition_->addItem(tr_(Text{std::string(label(condition)), {}}), static_cast<int>(condition));
  for (QComboBox* box : {value_, up_to_}) {
    box->clear();
    for (const std::string& value : known_values(*document_.plan(), question().field, language()))
      box->addItem(q(value).simplified());
    box->setCurrentIndex(-1);
    box->clearEditText();
  }
  show_condition();
}

bool SelectByValue::asks_for_value() const {
  const Condition condition = question().condition;
  return condition != Condition::is_empty && condition != Condition::is_given;
}

void SelectByValue::show_condition() {
  const bool two = question().condition == Condition::between;
  value_->setEnabled(asks_for_value());
  and_->setVisible(two);
  up_to_->setVisible(two);
  look();
}

ValueQuestion SelectByValue::question() const {
  return {field_->currentData().toString().toStdString(), static_cast<Condition>(condition_->currentData().toInt()),
          value_->currentText().toStdString(), up_to_->currentText().toStdString(), language()};
}

void SelectByValue::look() {
  if (select_ == nullptr || field_->count() == 0) return;  // still being built
  found_.clear();
  const ValueQuestion asked = question();
  const bool unanswered =
      asks_for_value() && (asked.value.empty() || (asked.condition == Condition::between && asked.up_to.empty()));
  QString words;
  if (unanswered) {
    words = tr_("Type or choose a value.");
  } else {
    try {
      found_ = select_measures(*document_.plan(), asked);
      words = tr_(text_n(static_cast<std::int64_t>(found_.size()), "{1} measure of {2}", "{1} measures of {2}",
                         found_.size(), document_.plan()->measures.size()));
    } catch (const Error& error) {
      words = tr_(error.sentence());
    }
  }
  count_->setText(words);
  select_->setEnabled(!found_.empty());
  add_->setEnabled(!found_.empty());
}

void SelectByValue::select(bool add) {
  std::vector<Id> all = add ? document_.selected_measures() : std::vector<Id>{};
  for (const Id id : found_)
    if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(id);
  document_.select_measures(std::move(all));
}

}  // namespace

QDialog* open_select_by_value(Document& document, QWidget* parent) {
  auto* dialog = new SelectByValue(document, parent);
  dialog->show();
  return dialog;
}

}  // namespace smile::viewer
