#include "viewer/panels/districts_table.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QPointer>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

#include "gis/plan/pursued.h"
#include "gis/plan/scenarios.h"
#include "gis/words/numbers.h"
#include "viewer/dialogs/import_assistant.h"
#include "viewer/document.h"
#include "viewer/panels/districts_table_model.h"
#include "viewer/panels/empty_state.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/place_words.h"
#include "viewer/panels/table_text.h"
#include "viewer/panels/table_widths.h"
#include "viewer/tasks.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int widest_column = 320;
constexpr int wait_ms = 150;  // figures follow a drag at a calm pace

class DistrictsTable : public QWidget {
public:
  DistrictsTable(Document& document, QWidget* parent);

protected:
  void showEvent(QShowEvent* event) override;

private:
  void build_row();
  void build_view();
  void build_pages();
  void plan_changed();
  void refill_levels();
  void compute();
  void take(const PlanPtr& plan, FiguresResult figures);
  void fit_columns();
  void show_foot();
  void follow_selection();
  void tell_selection();
  void copy();
  Id chosen_level() const { return level_->currentData().toLongLong(); }

  Document& document_;
  DistrictsModel* model_;
  Tasks* tasks_;  ///< of its own: figures are computed again and again, nobody need see that
  QTimer wait_;
  QComboBox* level_ = nullptr;
  QTableView* view_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QLabel* state_ = nullptr;
  QLabel* foot_ = nullptr;
  PlanPtr computed_from_;
  Id computed_level_ = 0;
  Id fitted_level_ = 0;
  FiguresResult figures_;
  bool following_ = false;
};

DistrictsTable::DistrictsTable(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), model_(new DistrictsModel(this)), tasks_(new Tasks(this)) {
  setObjectName("districts_table");
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  build_row();
  build_view();
  build_pages();
  foot_ = make_foot_line(this);
  foot_->setObjectName("districts_method");
  column->addWidget(foot_);
  wait_.setSingleShot(true);
  wait_.setInterval(wait_ms);
  connect(&wait_, &QTimer::timeout, this, &DistrictsTable::compute);
  connect(&document_, &Document::plan_changed, this, &DistrictsTable::plan_changed);
  connect(&document_, &Document::selection_changed, this, &DistrictsTable::follow_selection);
  connect(tasks_, &Tasks::failed, this, [this](const QString& sentence) { state_->setText(sentence); });
  plan_changed();
}

void DistrictsTable::build_row() {
  QBoxLayout* row = add_tool_row(*this);
  level_ = new QComboBox(this);
  level_->setObjectName("level");
  level_->setAccessibleName(tr_("Level of districts"));
  level_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  state_ = plain_label({}, this);
  state_->setObjectName("districts_state");
  QToolButton* copy_button =
      make_tool_button("document-export-table", tr_("Copy for a spreadsheet"), this, "edit-copy");
  row->addWidget(level_);
  row->addWidget(state_);
  row->addStretch();
  row->addWidget(copy_button);
  connect(copy_button, &QToolButton::clicked, this, &DistrictsTable::copy);
  connect(level_, &QComboBox::currentIndexChanged, this, &DistrictsTable::compute);
}

void DistrictsTable::build_view() {
  view_ = new QTableView(this);
  view_->setObjectName("districts_view");
  view_->setAccessibleName(tr_("Districts"));
  view_->setModel(model_);
  make_list_of_rows(*view_, 26);
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DistrictsTable::tell_selection);
  connect(view_, &QTableView::activated, this, [this](const QModelIndex& index) {
    if (const Id id = model_->district_at(index.row()); id != 0) emit document_.show_district(id);
  });
  auto* copy_key = new QShortcut(QKeySequence::Copy, view_, nullptr, nullptr, Qt::WidgetShortcut);
  connect(copy_key, &QShortcut::activated, this, &DistrictsTable::copy);
}

void DistrictsTable::build_pages() {
  pages_ = new QStackedWidget(this);
  pages_->addWidget(view_);
  pages_->addWidget(make_empty_state(
      tr_("No districts yet"), tr_("The districts of the city belong here: a file of areas from the survey office."),
      {{tr_("Import districts …"), [this] { open_import_assistant(window(), document_, tasks_near(*this)); }}},
      pages_));
  static_cast<QVBoxLayout*>(layout())->addWidget(pages_, 1);
}

void DistrictsTable::plan_changed() {
  refill_levels();
  const bool empty = document_.plan()->districts.empty();
  pages_->setCurrentIndex(empty ? 1 : 0);
  level_->setVisible(!empty);
  foot_->setVisible(!empty);
  if (empty) return state_->clear();
  if (computed_from_ && computed_from_ != document_.plan())
    state_->setText(tr_("Outdated: the figures are being counted again …"));
  if (!wait_.isActive()) wait_.start();
}

void DistrictsTable::refill_levels() {
  const PlanPtr plan = document_.plan();
  QStringList names;
  for (const Level& level : plan->levels) names << q(level.name);
  QStringList listed;
  for (int i = 0; i < level_->count(); ++i) listed << level_->itemText(i);
  if (names == listed) return;
  const QVariant chosen = level_->count() > 0 ? level_->currentData() : QVariant();
  const Level* shown = shown_level(*plan);
  const QSignalBlocker quiet(level_);
  level_->clear();
  for (const Level& level : plan->levels) level_->addItem(q(level.name), static_cast<qlonglong>(level.id));
  const int kept = level_->findData(chosen);
  const int first = shown == nullptr ? -1 : level_->findData(static_cast<qlonglong>(shown->id));
  level_->setCurrentIndex(chosen.isValid() && kept >= 0 ? kept : first);
}

void DistrictsTable::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  compute();
}

void DistrictsTable::compute() {
  if (!isVisible() && computed_from_) return;  // behind another tab: counted when it is looked at
  const PlanPtr plan = document_.plan();
  const Id level = chosen_level();
  if (level == 0 || (computed_from_ == plan && computed_level_ == level)) return;
  if (tasks_->busy()) return wait_.start();
  if (!computed_from_) state_->setText(tr_("Counting …"));
  tasks_->start(
      tr_("District figures"), [plan, level, self = QPointer(this)](const Progress& progress) -> std::function<void()> {
        return [plan, self, figures = district_figures(as_if_only(*plan, plan->style.scenario), level, progress)] {
          if (DistrictsTable* alive = self.data()) alive->take(plan, figures);
        };
      });
}

void DistrictsTable::take(const PlanPtr& plan, FiguresResult figures) {
  computed_from_ = plan;
  computed_level_ = figures.level;
  figures_ = std::move(figures);
  following_ = true;
  model_->set_figures(plan, figures_);
  following_ = false;
  fit_columns();
  show_foot();
  follow_selection();
  const bool current = plan == document_.plan() && computed_level_ == chosen_level();
  state_->setText(current ? QString() : tr_("Outdated: the figures are being counted again …"));
  if (!current) wait_.start();
}

/// Once per level: what the user drags wider stays so while figures are counted again.
void DistrictsTable::fit_columns() {
  if (fitted_level_ == computed_level_) return;
  fitted_level_ = computed_level_;
  fit_to_content(*view_, -1, widest_column);
}

void DistrictsTable::show_foot() {
  QStringList parts{tr_(figures_.method)};
  if (const Scenario* scenario = find_scenario(*computed_from_, computed_from_->style.scenario))
    parts.prepend(tr_(text("Only the measures of the scenario “{1}”.", scenario->name)));
  if (figures_.rejected > 0) parts << tr_(rejected_in_words(figures_.rejected));
  if (figures_.unplaced > 0)
    parts << tr_(text_n(figures_.unplaced, "{1} measure without place ({2}) is in no district.",
                        "{1} measures without place ({2}) are in no district.", figures_.unplaced,
                        format_money(language(), figures_.unplaced_cost.cents, computed_from_->currency)));
  if (figures_.outside > 0)
    parts << tr_(text_n(figures_.outside, "{1} measure lies outside all districts ({2}).",
                        "{1} measures lie outside all districts ({2}).", figures_.outside,
                        format_money(language(), figures_.outside_cost.cents, computed_from_->currency)));
  foot_->setText(parts.join(' '));
}

void DistrictsTable::follow_selection() {
  if (following_) return;
  following_ = true;
  const int row = model_->row_of(document_.selected_district());
  if (row < 0)
    view_->clearSelection();
  else
    view_->selectRow(row);
  following_ = false;
}

void DistrictsTable::tell_selection() {
  if (following_) return;
  following_ = true;
  if (const Id id = model_->district_at(view_->currentIndex().row()); id != 0) document_.select_district(id);
  following_ = false;
}

void DistrictsTable::copy() {
  QStringList header;
  std::vector<QStringList> rows;
  for (int column = 0; column < model_->columnCount(); ++column)
    header << model_->headerData(column, Qt::Horizontal, Qt::UserRole).toString();
  for (int row = 0; row < model_->rowCount(); ++row) {
    QStringList cells;
    for (int column = 0; column < model_->columnCount(); ++column) cells << model_->cell_for_spreadsheet(row, column);
    rows.push_back(cells);
  }
  QApplication::clipboard()->setText(spreadsheet_text(header, rows));
}

}  // namespace

QWidget* make_districts_table(Document& document, QWidget* parent) {
  return new DistrictsTable(document, parent);
}

}  // namespace smile::viewer
