#include "viewer/dialogs/question_form.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <algorithm>

#include "viewer/dialogs/question_choices.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

using Type = QuestionField::Type;

QString numbers_problem(const QString& words, bool several) {
  const QStringList parts = words.split(QRegularExpression("[;\\s]+"), Qt::SkipEmptyParts);
  for (const QString& word : parts) {
    bool read = false;
    const double number = word.toDouble(&read);
    if (!read || !(number > 0)) return tr_(text("“{1}” is no number above 0.", word.toStdString()));
  }
  if (parts.empty()) return tr_("A number is missing.");
  if (!several && parts.size() > 1) return tr_("One number is enough here.");
  return {};
}

QString ages_problem(const QString& words) {
  static const QRegularExpression form("^\\s*(\\d{1,3})\\s*(?:[-–]\\s*(\\d{1,3})|(\\+))\\s*$");
  const auto match = form.match(words);
  const bool fits =
      words.trimmed().isEmpty() ||
      (match.hasMatch() && (!match.captured(3).isEmpty() || match.captured(2).toInt() >= match.captured(1).toInt()));
  return fits ? QString() : tr_("Ages are years from and to: 0-5, or 65+; empty: everybody.");
}

/// "1.000" is a thousand in German, "1,000" in English; elsewhere "," and "." both stand before decimals.
QString number_word(QString word) {
  static const QRegularExpression german("^[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?$");
  static const QRegularExpression english("^[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?$");
  const bool is_german = language() == Language::german;
  if ((is_german ? german : english).match(word).hasMatch()) word.remove(is_german ? '.' : ',');
  return word.replace(',', '.');
}

/// As the core reads numbers and ranges.
QString cleaned(QString words, Type type) {
  words = words.trimmed();
  if (type == Type::text) return words;
  if (type == Type::ages) return words.replace(QChar(0x2013), '-').remove(' ');
  QStringList numbers;
  for (const QString& word : words.split(QRegularExpression("[;\\s]+"), Qt::SkipEmptyParts))
    numbers << number_word(word);
  return numbers.join(';');
}

/// Items with the words they stand for; what was chosen stays chosen.
void fill(QComboBox& box, const Choices& choices) {
  const QSignalBlocker quiet(box);
  const QVariant before = box.currentData();
  box.clear();
  for (const auto& [word, name] : choices) box.addItem(name, word);
  box.setCurrentIndex(box.count() == 0 ? -1 : std::max(0, box.findData(before)));
}

void choose(QComboBox& box, const QString& word) {
  if (const int at = box.findData(word); at >= 0) box.setCurrentIndex(at);
}

}  // namespace

QuestionForm::QuestionForm(const QuestionKind& kind, QWidget* parent)
    : QWidget(parent), kind_(kind), form_(new QFormLayout), problem_(make_problem_line(this)) {
  setObjectName("form_" + q(kind.kind));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(form_);
  column->addStretch(1);  // rows stay together, what is left is below them
  form_->setContentsMargins(0, 0, 0, 0);
  form_->setSpacing(8);
  form_->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  auto* explains = plain_label(tr_(kind.explains), this);
  explains->setWordWrap(true);
  form_->addRow(explains);
  const bool distances = std::any_of(kind.fields.begin(), kind.fields.end(),
                                     [](const QuestionField& field) { return field.type == Type::distances; });
  if (distances) add_presets();
  for (const QuestionField& field : kind.fields) add(field);
  form_->addRow(problem_);
}

void QuestionForm::add_presets() {
  preset_ = new QComboBox(this);
  preset_->setObjectName("preset");
  preset_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  preset_->setAccessibleName(tr_("Rule"));
  preset_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  preset_->addItem(tr_("A question of my own"));
  for (const QuestionPreset& preset : reach_presets()) preset_->addItem(tr_(preset.name));
  form_->addRow(plain_label(tr_("Rule"), this), preset_);
  connect(preset_, &QComboBox::activated, this, [this](int index) {
    if (index > 0) take(reach_presets()[static_cast<std::size_t>(index - 1)].options);
  });
}

void QuestionForm::add_widget(const QuestionField& field, QWidget* widget) {
  widget->setObjectName(q(field.key));
  QString label = tr_(field.label);
  if (!field.unit.empty()) label += " (" + tr_(field.unit) + ")";
  widget->setAccessibleName(label);
  form_->addRow(plain_label(label, this), widget);
}

void QuestionForm::add(const QuestionField& field) {
  switch (field.type) {
    case Type::places:
      return rows_.push_back(places_row(field));
    case Type::kinds:
    case Type::figures:
      return rows_.push_back(list_row(field));
    case Type::distances:
      return add_distances(field);
    case Type::number:
    case Type::count:
    case Type::ages:
    case Type::text:
      return rows_.push_back(line_row(field));
    case Type::word:
      return rows_.push_back(word_row(field));
    default:
      return rows_.push_back(combo_row(field));
  }
}

QuestionForm::Row QuestionForm::line_row(const QuestionField& field) {
  auto* line = new QLineEdit(q(field.usual), this);
  if (!field.hint.empty()) line->setPlaceholderText(tr_(field.hint));
  add_widget(field, line);
  return row_of(*line, field);
}

QuestionForm::Row QuestionForm::row_of(QLineEdit& line, const QuestionField& field) {
  connect(&line, &QLineEdit::textEdited, this, &QuestionForm::changed);
  const bool may_be_empty = !field.hint.empty();
  return {field, [](const Plan&) {}, [&line](const QString& words) { line.setText(QString(words).replace(";", "; ")); },
          [&line, type = field.type] { return cleaned(line.text(), type); },
          [may_be_empty, type = field.type](const QString& words) {
            if (type == Type::ages) return ages_problem(words);
            if (type == Type::text) return words.isEmpty() && !may_be_empty ? tr_("A word is missing.") : QString();
            return words.isEmpty() && may_be_empty ? QString() : numbers_problem(words, type == Type::distances);
          }};
}

/// A row that is said only while that unit is chosen, and chooses it when it is filled.
QuestionForm::Row QuestionForm::only_with(QComboBox& unit, int chosen, Row row) {
  const auto counts = [&unit, chosen] { return unit.currentIndex() == chosen; };
  row.set = [&unit, chosen, set = row.set](const QString& words) {
    unit.setCurrentIndex(chosen);
    set(words);
  };
  row.value = [counts, value = row.value] { return counts() ? value() : QString(); };
  row.problem = [counts, problem = row.problem](const QString& words) { return counts() ? problem(words) : QString(); };
  return row;
}

/// Metres, or minutes at a speed: what is not chosen is neither seen nor said.
void QuestionForm::add_distances(const QuestionField& field) {
  auto* parts = new QWidget(this);
  auto* row = new QHBoxLayout(parts);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  auto* unit = new QComboBox(parts);
  unit->addItems({tr_(field.unit), tr_("minutes")});
  const auto add_line = [&](const char* key, Type type, const std::string& usual, int chosen) {
    auto* line = new QLineEdit(q(usual), parts);
    line->setObjectName(key);
    QuestionField said = field;
    said.key = key, said.type = type;
    rows_.push_back(only_with(*unit, chosen, row_of(*line, said)));
    return line;
  };
  auto* metres = add_line("distance", field.type, field.usual, 0);
  metres->setToolTip(tr_("One or several distances in metres: 300; 600"));
  auto* minutes = add_line("minutes", field.type, "5", 1);
  minutes->setToolTip(tr_("One or several times in minutes: 5; 10"));
  auto* speed = add_line("speed", Type::number, "5", 1);
  speed->setToolTip(tr_("How fast people walk, km/h"));
  for (QLineEdit* line : {metres, minutes, speed}) line->setAccessibleName(line->toolTip());
  auto* at = plain_label(tr_("at"), parts);
  auto* per_hour = plain_label(tr_("km/h"), parts);
  row->addWidget(metres, 3), row->addWidget(minutes, 3), row->addWidget(unit);
  row->addWidget(at), row->addWidget(speed, 1), row->addWidget(per_hour);
  QuestionField whole = field;
  whole.key = "far", whole.unit = {};
  add_widget(whole, parts);
  unit->setObjectName("distance_unit");
  unit->setAccessibleName(tr_("Metres or minutes"));
  const auto show_unit = [this, unit, metres, in_minutes = std::vector<QWidget*>{minutes, at, speed, per_hour}] {
    metres->setVisible(unit->currentIndex() == 0);
    for (QWidget* part : in_minutes) part->setVisible(unit->currentIndex() == 1);
    emit changed();
  };
  connect(unit, &QComboBox::currentIndexChanged, this, show_unit);
  show_unit();
}

QuestionForm::Row QuestionForm::combo_row(const QuestionField& field) {
  auto* box = new QComboBox(this);
  box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  add_widget(field, box);
  connect(box, &QComboBox::currentIndexChanged, this, &QuestionForm::changed);
  const auto set = [box, type = field.type](const QString& word) {
    const int at = box->findData(word);
    const auto* model = qobject_cast<QStandardItemModel*>(box->model());
    if (at >= 0 && (type != Type::by || model->item(at)->isEnabled())) box->setCurrentIndex(at);
  };
  const auto show = [box, field, set](const Plan& plan) {
    const bool first = box->count() == 0;
    fill(*box, choices_for(field, plan));
    box->setEnabled(box->count() > 0);
    if (field.type == Type::by) {
      const bool walk = has_network(plan);
      qobject_cast<QStandardItemModel*>(box->model())->item(1)->setEnabled(walk);
      if (!walk) box->setCurrentIndex(0);
      box->setToolTip(walk ? QString() : tr_("The plan has no network to walk along yet."));
    }
    if (first && !field.usual.empty()) set(q(field.usual));
  };
  return {field, show, set, [box] { return box->currentData().toString(); },
          [field](const QString& word) {
            return word.isEmpty() && field.type == Type::areas ? tr_("The plan has no layer of areas yet.")
                   : word.isEmpty() && field.type == Type::statistic
                       ? tr_("No statistic of the plan is known for two years.")
                       : QString();
          }};
}

/// Several words to choose from, or one typed.
QuestionForm::Row QuestionForm::word_row(const QuestionField& field) {
  auto* box = new QComboBox(this);
  box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  box->setEditable(true);
  box->setInsertPolicy(QComboBox::NoInsert);
  box->setToolTip(tr_(field.hint));
  add_widget(field, box);
  connect(box, &QComboBox::currentTextChanged, this, &QuestionForm::changed);
  const auto show = [box, field](const Plan& plan) {
    if (box->count() == 0) fill(*box, choices_for(field, plan));
  };
  const auto set = [box](const QString& word) {
    const int at = box->findData(word);
    at >= 0 ? box->setCurrentIndex(at) : box->setEditText(word);
  };
  const auto value = [box] {
    const int at = box->findText(box->currentText());
    return at >= 0 ? box->itemData(at).toString() : box->currentText().trimmed();
  };
  return {field, show, set, value, [](const QString&) { return QString(); }};
}

/// A layer, and measures beside it or instead.
QuestionForm::Row QuestionForm::places_row(const QuestionField& field) {
  auto* both = new QWidget(this);
  auto* row = new QHBoxLayout(both);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  auto* layer = new QComboBox(both);
  layer->setObjectName(q(field.key) + "_layer");
  layer->setAccessibleName(tr_(field.label));
  layer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  layer->setMinimumContentsLength(12);
  auto* measures = new QComboBox(both);
  measures->setObjectName(q(field.key) + "_measures");
  measures->setAccessibleName(tr_("and measures"));
  measures->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  measures->setMinimumContentsLength(13);
  row->addWidget(layer, 3);
  row->addWidget(plain_label("+", both));
  row->addWidget(measures, 2);
  add_widget(field, both);
  for (QComboBox* box : {layer, measures}) connect(box, &QComboBox::currentIndexChanged, this, &QuestionForm::changed);
  const auto show = [layer, measures, field](const Plan& plan) {
    const bool first = layer->count() == 0;
    fill(*layer, layer_choices(plan, field));
    fill(*measures, measure_choices(plan));
    if (!first) return;
    layer->setCurrentIndex(layer->count() > 1 && !field.optional ? 1 : 0);
    measures->setCurrentIndex(layer->count() > 1 || field.optional ? 0 : std::min(1, measures->count() - 1));
  };
  const auto set = [layer, measures](const QString& words) {
    layer->setCurrentIndex(0), measures->setCurrentIndex(0);
    for (const QString& word : words.split(';')) choose(*layer, word), choose(*measures, word);
  };
  const auto value = [layer, measures] {
    QStringList words{layer->currentData().toString(), measures->currentData().toString()};
    words.removeAll(QString());
    return words.join(';');
  };
  return {field, show, set, value, [field](const QString& words) {
            return words.isEmpty() && !field.optional ? tr_("Choose a layer of places, or measures.") : QString();
          }};
}

QuestionForm::Row QuestionForm::list_row(const QuestionField& field) {
  auto* list = new QListWidget(this);
  list->setFixedHeight(132);
  add_widget(field, list);
  connect(list, &QListWidget::itemChanged, this, &QuestionForm::changed);
  const auto value = [list] {
    QStringList words;
    for (int i = 0; i < list->count(); ++i)
      if (list->item(i)->checkState() == Qt::Checked) words << list->item(i)->data(Qt::UserRole).toString();
    return words.join(';');
  };
  const auto set = [list](const QString& words) {
    const QStringList wanted = words.split(';');
    for (int i = 0; i < list->count(); ++i)
      list->item(i)->setCheckState(wanted.contains(list->item(i)->data(Qt::UserRole).toString()) ? Qt::Checked
                                                                                                 : Qt::Unchecked);
  };
  const auto show = [list, field, value, set](const Plan& plan) {
    const QSignalBlocker quiet(list);
    const QString before = value();
    list->clear();
    for (const auto& [word, name] : choices_for(field, plan)) {
      auto* item = new QListWidgetItem(name, list);
      item->setData(Qt::UserRole, word);
      item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    }
    set(before);
  };
  return {field, show, set, value, [field](const QString& words) {
            return words.isEmpty() && !field.optional ? tr_("Tick at least one line.") : QString();
          }};
}

void QuestionForm::show_plan(const Plan& plan) {
  for (const Row& row : rows_) row.show_plan(plan);
}

void QuestionForm::take(const std::map<std::string, std::string>& options) {
  for (const Row& row : rows_)
    if (const auto found = options.find(row.field.key); found != options.end()) row.set(q(found->second));
  emit changed();
}

std::optional<Question> QuestionForm::question() {
  Question question{kind_.kind, {}};
  for (const Row& row : rows_) {
    const QString value = row.value(), problem = row.problem(value);
    show_problem(*problem_, problem.isEmpty() ? QString() : tr_(row.field.label) + ": " + problem);
    if (!problem.isEmpty()) return std::nullopt;
    if (!value.isEmpty()) question.options[row.field.key] = value.toStdString();
  }
  return question;
}

}  // namespace smile::viewer
