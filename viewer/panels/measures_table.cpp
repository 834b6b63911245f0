#include "viewer/panels/measures_table.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

#include "gis/plan/scenarios.h"
#include "gis/words/numbers.h"
#include "viewer/dialogs/import_assistant.h"
#include "viewer/document.h"
#include "viewer/fresh_measure.h"
#include "viewer/panels/empty_state.h"
#include "viewer/panels/measures_table_view.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/place_words.h"
#include "viewer/scenario_steps.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

using Place = MeasureFilter::Place;

constexpr const char* no_block = "none";

/// Filter line, table, and the sums of what is shown.
class MeasuresTable : public QWidget {
public:
  MeasuresTable(Document& document, QWidget* parent);

private:
  void build_filter_row();
  void build_scenario_chooser(QBoxLayout& row);
  void show_scenario_name();
  void build_actions(QBoxLayout& row);
  void build_pages();
  void refill_districts();
  void apply_filter();
  void plan_changed();
  void show_sums();
  void add_measure();
  void clear_filter();

  Document& document_;
  MeasuresModel* model_;
  MeasuresView* view_ = nullptr;
  QLineEdit* text_ = nullptr;
  QComboBox* block_ = nullptr;
  QComboBox* phase_ = nullptr;
  QComboBox* place_ = nullptr;
  QToolButton* scenario_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QLabel* sums_ = nullptr;
  std::vector<DistrictPtr> listed_districts_;
};

MeasuresTable::MeasuresTable(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), model_(new MeasuresModel(this)) {
  setObjectName("measures_table");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  view_ = new MeasuresView(document, *model_, this);
  build_filter_row();
  build_pages();
  sums_ = make_foot_line(this);
  sums_->setObjectName("measures_sums");
  column->addWidget(sums_);
  connect(&document_, &Document::plan_changed, this, &MeasuresTable::plan_changed);
  connect(&document_, &Document::selection_changed, this, &MeasuresTable::show_sums);
  plan_changed();
}

void MeasuresTable::build_filter_row() {
  QBoxLayout* row = add_tool_row(*this);
  text_ = make_filter_field(tr_("Filter measures"), this);
  block_ = make_choice_filter(tr_("All blocks"), block_choices(), this);
  phase_ = make_choice_filter(tr_("All phases"), phase_choices(), this);
  place_ = make_filter_combo(tr_("All places"), this);
  block_->addItem(tr_("Without building block"), QString::fromLatin1(no_block));
  block_->setAccessibleName(tr_("Building block"));
  phase_->setAccessibleName(tr_("Phase"));
  place_->setAccessibleName(tr_("Place"));
  row->addWidget(text_);
  for (QComboBox* combo : {block_, phase_, place_}) {
    row->addWidget(combo);
    connect(combo, &QComboBox::currentIndexChanged, this, &MeasuresTable::apply_filter);
  }
  connect(text_, &QLineEdit::textChanged, this, &MeasuresTable::apply_filter);
  build_scenario_chooser(*row);
  row->addStretch();
  build_actions(*row);
}

/// Whose measures the map shows is chosen where they are listed and ticked.
void MeasuresTable::build_scenario_chooser(QBoxLayout& row) {
  scenario_ = new QToolButton(this);
  scenario_->setObjectName("scenario_chooser");
  scenario_->setPopupMode(QToolButton::InstantPopup);
  scenario_->setToolButtonStyle(Qt::ToolButtonTextOnly);
  scenario_->setFocusPolicy(Qt::StrongFocus);
  scenario_->setMaximumWidth(220);
  auto* menu = new QMenu(scenario_);
  menu->setObjectName("scenario_choices");
  connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill_scenario_menu(*menu, document_, window()); });
  scenario_->setMenu(menu);
  row.addWidget(scenario_);
  show_scenario_name();
}

void MeasuresTable::show_scenario_name() {
  const PlanPtr plan = document_.plan();
  const Scenario* scenario = find_scenario(*plan, plan->style.scenario);
  const QString words = scenario ? tr_(text("Scenario “{1}”", scenario->name)) : tr_("Scenario: all measures");
  scenario_->setText(scenario_->fontMetrics().elidedText(words, Qt::ElideRight, 190).replace('&', "&&") +
                     "   ");  // room for the arrow
  scenario_->setAccessibleName(words);
  scenario_->setToolTip(
      literal(tr_("Whose measures the map and the districts show; Space or Ctrl+K takes the selected ones in or out")));
}

void MeasuresTable::build_actions(QBoxLayout& row) {
  const auto add = [&](const char* name, const char* icon, const QString& label, auto&& action) {
    QToolButton* button = make_tool_button(icon, label, this, "edit-copy");
    button->setObjectName(name);
    connect(button, &QToolButton::clicked, this, action);
    row.addWidget(button);
    return button;
  };
  QToolButton* fresh = add("new_measure", "list-add", tr_("New measure"), [this] { add_measure(); });
  QToolButton* twin = add("duplicate_measures", "edit-duplicate", tr_("Duplicate the selected measures"),
                          [this] { view_->duplicate_selected(); });
  QToolButton* gone =
      add("delete_measures", "edit-delete", tr_("Delete the selected measures"), [this] { view_->delete_selected(); });
  add("copy_measures", "document-export-table", tr_("Copy for a spreadsheet"), [this] { view_->copy(); });
  QToolButton* columns = make_tool_button("view-column", tr_("Choose columns"), this, "table");
  auto* menu = new QMenu(columns);
  connect(menu, &QMenu::aboutToShow, this, [this, menu] {
    menu->clear();
    view_->fill_column_menu(*menu);
  });
  columns->setMenu(menu);
  columns->setPopupMode(QToolButton::InstantPopup);
  row.addWidget(columns);
  const auto enable = [this, fresh, twin, gone] {
    const bool writable = !document_.read_only();
    fresh->setEnabled(writable);
    twin->setEnabled(writable && !document_.selected_measures().empty());
    gone->setEnabled(writable && !document_.selected_measures().empty());
  };
  connect(&document_, &Document::selection_changed, this, enable);
  enable();
}

void MeasuresTable::build_pages() {
  pages_ = new QStackedWidget(this);
  pages_->addWidget(view_);
  pages_->addWidget(make_empty_state(
      tr_("No measures yet"),
      tr_("The idea pool of the city belongs here: a list from a spreadsheet, or idea by idea."),
      {{tr_("Import a list …"), [this] { open_import_assistant(window(), document_, tasks_near(*this)); }},
       {tr_("New measure"), [this] { add_measure(); }}},
      pages_));
  pages_->addWidget(make_empty_state(tr_("Nothing fits the filter"), tr_("All measures are still in the plan."),
                                     {{tr_("Show all measures"), [this] { clear_filter(); }}}, pages_));
  static_cast<QVBoxLayout*>(layout())->addWidget(pages_, 1);
}

void MeasuresTable::plan_changed() {
  refill_districts();
  model_->set_plan(document_.plan());
  show_scenario_name();
  show_sums();
}

void MeasuresTable::refill_districts() {
  const PlanPtr plan = document_.plan();
  const Level* level = shown_level(*plan);
  std::vector<DistrictPtr> districts = level != nullptr ? districts_of(*plan, level->id) : std::vector<DistrictPtr>{};
  if (place_->count() > 1 && districts == listed_districts_) return;
  listed_districts_ = std::move(districts);
  const QVariant chosen = place_->currentData();
  const QSignalBlocker quiet(place_);
  while (place_->count() > 1) place_->removeItem(1);
  place_->addItem(tr_("Without place"), -1);
  place_->addItem(tr_("Whole city"), -2);
  if (!listed_districts_.empty()) place_->insertSeparator(place_->count());
  for (const DistrictPtr& district : listed_districts_)
    place_->addItem(district_label(*district), static_cast<qlonglong>(district->id));
  place_->setCurrentIndex(std::max(0, place_->findData(chosen)));
  apply_filter();  // the district filtered by may be gone
}

void MeasuresTable::apply_filter() {
  MeasureFilter filter;
  filter.text = text_->text();
  const std::string block = block_->currentData().toString().toStdString();
  filter.block = block == no_block ? std::optional(Block::none) : block_from_word(block);
  filter.phase = phase_from_word(phase_->currentData().toString().toStdString());
  const qlonglong place = place_->currentData().toLongLong();
  filter.place = place == -1 ? Place::none : place == -2 ? Place::city : place > 0 ? Place::district : Place::any;
  filter.district = place > 0 ? place : 0;
  model_->set_filter(filter);
  show_sums();
}

void MeasuresTable::clear_filter() {
  text_->clear();
  for (QComboBox* combo : {block_, phase_, place_}) combo->setCurrentIndex(0);
}

void MeasuresTable::show_sums() {
  const MeasureSums sums = model_->sums();
  pages_->setCurrentIndex(sums.total == 0 ? 1 : sums.shown == 0 ? 2 : 0);
  QStringList parts;
  parts << (sums.shown == sums.total ? tr_(text_n(sums.total, "{1} measure", "{1} measures", sums.total))
                                     : tr_(text("{1} of {2} measures", sums.shown, sums.total)));
  const std::size_t selected = document_.selected_measures().size();
  if (selected > 1) parts << tr_(text("{1} selected", selected));
  parts << tr_(text("{1} one-off cost", format_money(language(), sums.cost.sum.cents, document_.plan()->currency)));
  if (sums.cost.rejected > 0) parts << tr_(text("{1} rejected, not counted", sums.cost.rejected));
  if (sums.cost.without_cost > 0) parts << tr_(text("{1} without cost", sums.cost.without_cost));
  if (sums.unplaced > 0) parts << tr_(text("{1} without place", sums.unplaced));
  if (const Scenario* scenario = find_scenario(*document_.plan(), document_.plan()->style.scenario)) {
    const std::vector<MeasurePtr> own = measures_of(*document_.plan(), scenario->id);
    parts << tr_(text_n(static_cast<std::int64_t>(own.size()), "“{2}”: {1} measure, {3}", "“{2}”: {1} measures, {3}",
                        own.size(), scenario->name,
                        format_money(language(), cost_of(own).sum.cents, document_.plan()->currency)));
  }
  sums_->setText(parts.join(QStringLiteral("   ·   ")));
}

void MeasuresTable::add_measure() {
  clear_filter();
  add_fresh_measure(document_);
}

}  // namespace

QWidget* make_measures_table(Document& document, QWidget* parent) {
  return new MeasuresTable(document, parent);
}

}  // namespace smile::viewer
