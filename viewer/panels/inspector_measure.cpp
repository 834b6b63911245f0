#include "viewer/panels/inspector_measure.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>
#include <unordered_set>

#include "gis/words/numbers.h"
#include "layers/symbols.h"
#include "viewer/document.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/inspector_links.h"
#include "viewer/panels/inspector_place.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QVBoxLayout& column_of(QWidget& page) {
  return *static_cast<QVBoxLayout*>(page.layout());
}

QWidget* add_form(QWidget& page) {
  auto* form = new QWidget(&page);
  make_form(*form);
  column_of(page).addWidget(form);
  return form;
}

void clear_column(QWidget& widget) {
  while (QLayoutItem* item = widget.layout()->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

QString summed_cost(const std::vector<const Measure*>& measures, const std::string& currency) {
  Money sum;
  for (const Measure* measure : measures) sum = sum + measure->cost.likely.value_or(Money{});
  return tr_(text("{1} one-off cost", format_money(language(), sum.cents, currency)));
}

}  // namespace

MeasurePage::MeasurePage(Document& document, QWidget* parent) : QWidget(parent), document_(document) {
  setObjectName("measure_page");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 16);
  column->setSpacing(4);
  build_header();
  build_groups();
  column->addStretch();
}

void MeasurePage::build_header() {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  symbol_ = plain_label({}, this);
  symbol_->setFixedWidth(24);
  symbol_->setAlignment(Qt::AlignTop);
  symbol_->setContentsMargins(0, 2, 0, 0);
  title_ = make_title(this);
  title_->setObjectName("inspector_title");
  row->addWidget(symbol_);
  row->addWidget(title_, 1);
  column_of(*this).addLayout(row);
  subtitle_ = plain_label({}, this);
  subtitle_->setWordWrap(true);
  column_of(*this).addWidget(subtitle_);
}

void MeasurePage::build_groups() {
  add_fields(tr_("What"), {"title", "number", "summary", "block", "field_of_action", "phase"});
  history_ = plain_label({}, this);
  history_->setObjectName("phase_history");
  history_->setWordWrap(true);
  column_of(*this).addWidget(history_);
  add_where();
  add_fields(tr_("Who"), {"lead", "partners", "persona", "target_group", "reach"});
  add_fields(tr_("Money"),
             {"cost", "cost_low", "cost_high", "yearly_cost", "yearly_cost_low", "yearly_cost_high", "funding"});
  add_fields(tr_("When"), {"start", "end"});
  // A field that is new in the table of fields stands here until it is given its group.
  std::vector<std::string> rest;
  for (const MeasureField& field : measure_fields()) {
    const bool placed = std::any_of(editors_.begin(), editors_.end(),
                                    [&](const FieldEditor* editor) { return editor->field().key == field.key; });
    if (!placed) rest.emplace_back(field.key);
  }
  add_fields(tr_("More"), rest);
  links_ = new QWidget(this);
  auto* links = new QVBoxLayout(links_);
  links->setContentsMargins(0, 0, 0, 0);
  links->setSpacing(4);
  column_of(*this).addWidget(links_);
  extra_heading_ = make_heading(tr_("Further columns of the source"), this);
  column_of(*this).addWidget(extra_heading_);
  extra_ = add_form(*this);
}

void MeasurePage::add_fields(const QString& heading, const std::vector<std::string>& keys) {
  column_of(*this).addWidget(make_heading(heading, this));
  QWidget* form = add_form(*this);
  for (const std::string& key : keys) {
    const MeasureField* field = find_field(key);
    if (field == nullptr) continue;
    auto* editor = new FieldEditor(
        *field, [this](const MeasureField& which, const Value& value) { set_field_of_all(which, value); }, form);
    editors_.push_back(editor);
    add_form_row(*form, q(say(field->label)), editor);
  }
}

void MeasurePage::add_where() {
  column_of(*this).addWidget(make_heading(tr_("Where"), this));
  place_ = new PlaceSection(document_, this);
  column_of(*this).addWidget(place_);
}

void MeasurePage::set_field_of_all(const MeasureField& field, const Value& value) {
  if (!measures_.empty()) document_.apply(set_field(measures_, std::string(field.key), value));
}

void MeasurePage::edit_title() {
  for (FieldEditor* editor : editors_)
    if (editor->field().key == "title") editor->edit_all();
}

void MeasurePage::finish() {
  for (FieldEditor* editor : editors_) editor->finish();
}

std::vector<const Measure*> MeasurePage::selected(const Plan& plan) const {
  const std::unordered_set<Id> wanted(document_.selected_measures().begin(), document_.selected_measures().end());
  std::vector<const Measure*> measures;
  for (const MeasurePtr& measure : plan.measures)
    if (wanted.contains(measure->id)) measures.push_back(measure.get());
  return measures;
}

void MeasurePage::show_selection() {
  const PlanPtr plan = document_.plan();
  const std::vector<const Measure*> measures = selected(*plan);
  std::vector<Id> ids;
  for (const Measure* measure : measures) ids.push_back(measure->id);
  const bool others = ids != measures_;
  measures_ = ids;
  if (measures.empty()) return;
  show_header(measures, *plan);
  for (FieldEditor* editor : editors_) {
    editor->show_values(measures, plan->currency, others);
    const bool of_one = editor->field().key == "title" || editor->field().key == "number";
    editor->setEnabled(!document_.read_only() && (measures.size() == 1 || !of_one));
  }
  place_->show_measures(measures);
  place_->setEnabled(!document_.read_only());
  const Measure* single = measures.size() == 1 ? measures.front() : nullptr;
  show_history(single);
  show_links(single);
  show_extra(single);
}

void MeasurePage::show_header(const std::vector<const Measure*>& measures, const Plan& plan) {
  const bool single = measures.size() == 1;
  symbol_->setVisible(single);
  subtitle_->setVisible(!single);
  if (single) {
    symbol_->setPixmap(
        layers::symbol_pixmap(measures.front()->block, measures.front()->phase, 20, devicePixelRatioF()));
    return title_->setText(measures.front()->title.empty() ? tr_("Without title") : q(measures.front()->title));
  }
  title_->setText(tr_(text("{1} measures", measures.size())));
  subtitle_->setText(tr_("A change here is made to all of them.") + '\n' + summed_cost(measures, plan.currency));
}

void MeasurePage::show_history(const Measure* single) {
  QStringList lines;
  if (single != nullptr && single->phase_history.size() > 1)
    for (const PhaseChange& change : single->phase_history) {
      const MeasureField& field = *find_field("phase");
      const std::string word_of(word(change.phase));
      lines << tr_(text("{1} since {2}", format_value(language(), field, Value{word_of}, {}),
                        format_date(language(), change.date)));
    }
  history_->setText(lines.join('\n'));
  history_->setVisible(!lines.isEmpty());
}

void MeasurePage::show_links(const Measure* single) {
  clear_column(*links_);
  const std::vector<std::string> links = single == nullptr ? std::vector<std::string>{} : single->links;
  for (const std::string& link : links) {
    if (!safe_address(q(link))) continue;
    auto* open = new QPushButton(QIcon::fromTheme("internet-web-browser"), {}, links_);
    open->setText(open->fontMetrics().elidedText(q(link), Qt::ElideMiddle, 240).replace('&', QStringLiteral("&&")));
    open->setFlat(true);
    open->setToolTip(literal(q(link)));
    open->setAccessibleName(tr_(text("Open {1}", link)));
    connect(open, &QPushButton::clicked, this, [this, link] { offer_to_open(window(), q(link)); });
    links_->layout()->addWidget(open);
  }
  links_->setVisible(links_->layout()->count() > 0);
}

void MeasurePage::show_extra(const Measure* single) {
  clear_form(*extra_);
  if (single != nullptr)
    for (const auto& [name, value] : single->extra) add_fact(*extra_, q(name), q(value));
  const bool any = single != nullptr && !single->extra.empty();
  extra_heading_->setVisible(any);
  extra_->setVisible(any);
}

}  // namespace smile::viewer
