#include "viewer/panels/measures_table_view.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <algorithm>
#include <cstdlib>

#include "gis/plan/scenarios.h"
#include "viewer/document.h"
#include "viewer/panels/table_text.h"
#include "viewer/panels/table_widths.h"
#include "viewer/scenario_steps.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr const char* columns_setting = "measures_table/columns";

constexpr int looked_at = 200;        // rows that decide how wide a column is
constexpr int narrowest_limit = 152;  // the widest a column may be in a narrow view, and in a wide one
constexpr int widest_limit = 264;
constexpr int least_title = 240;
constexpr int another_width = 64;

int title_column() {
  return MeasuresModel::column_of("title");
}

struct ColumnWidth {
  const char* key;
  int width;
};
// What people look for first; the rest waits in the menu of the header.
constexpr ColumnWidth first_columns[] = {{"scenario", 32}, {"symbol", 32}, {"number", 64},     {"title", 320},
                                         {"block", 112},   {"phase", 112}, {"districts", 184}, {"cost", 120},
                                         {"lead", 168},    {"start", 96},  {"place", 120}};

int scenario_column() {
  return MeasuresModel::column_of("scenario");
}

}  // namespace

MeasuresView::MeasuresView(Document& document, MeasuresModel& model, QWidget* parent)
    : QTableView(parent), document_(document), model_(model) {
  setModel(&model);
  setObjectName("measures_view");
  setAccessibleName(tr_("Measures"));
  make_list_of_rows(*this, 26);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(NoEditTriggers);
  setHorizontalScrollMode(ScrollPerPixel);
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  horizontalHeader()->setSectionsMovable(true);
  horizontalHeader()->setStretchLastSection(false);
  horizontalHeader()->setResizeContentsPrecision(looked_at);
  horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
  restore_columns();

  follow_scenario();

  connect(&document_, &Document::plan_changed, this, &MeasuresView::follow_scenario);
  connect(&model_, &MeasuresModel::ticked, this, &MeasuresView::tick);
  connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, [this](const QPoint& at) {
    QMenu menu(this);
    fill_column_menu(menu);
    menu.exec(horizontalHeader()->mapToGlobal(at));
  });
  connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column) {
    if (fitting_) return;
    chosen_ = true;
    keep_columns();
    if (column != title_column()) stretch_title();
  });
  connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &MeasuresView::keep_columns);
  connect(this, &QTableView::doubleClicked, this, &MeasuresView::show_on_map);
  connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &MeasuresView::tell_document);
  connect(&model_, &QAbstractItemModel::modelReset, this, &MeasuresView::follow_document);
  connect(&model_, &QAbstractItemModel::modelReset, this, &MeasuresView::fit_columns);
  connect(&document_, &Document::selection_changed, this, &MeasuresView::follow_document);
}

void MeasuresView::restore_columns() {
  for (int column = 0; column < model_.columnCount(); ++column) setColumnHidden(column, true);
  int position = 0;
  for (const ColumnWidth& first : first_columns) {
    const int column = MeasuresModel::column_of(first.key);
    if (column < 0) continue;
    setColumnHidden(column, false);
    setColumnWidth(column, first.width);
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), position++);
  }
  // Without a name of the organisation there is no place for settings (tests).
  if (!QCoreApplication::organizationName().isEmpty())
    chosen_ = horizontalHeader()->restoreState(QSettings().value(columns_setting).toByteArray());
  horizontalHeader()->setStretchLastSection(false);
  horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

/// The boxes stand where there is a scenario to be in.
void MeasuresView::follow_scenario() {
  const Id scenario = document_.plan()->style.scenario;
  if (scenario == scenario_) return;
  scenario_ = scenario;
  fitting_ = true;
  setColumnHidden(scenario_column(), scenario == 0);
  setColumnWidth(scenario_column(), 32);
  fitting_ = false;
  stretch_title();
}

/// One of several selected rows stands for all of them.
void MeasuresView::tick(Id measure, bool in) {
  const std::vector<Id>& selected = document_.selected_measures();
  const bool one_of_them = std::find(selected.begin(), selected.end(), measure) != selected.end();
  document_.seal();
  document_.apply(switch_measures(document_.plan()->style.scenario, one_of_them ? selected : std::vector{measure}, in));
}

/// When there is something to fit to, and again in a view of another width or with other measures; what the user has
/// chosen stays.
void MeasuresView::fit_columns() {
  const int width = viewport()->width();
  const int total = model_.sums().total;
  const bool same = std::abs(width - fitted_width_) < another_width && total == fitted_total_;
  if (chosen_ || same || model_.rowCount() == 0 || !isVisible()) return;
  fitted_width_ = width;
  fitted_total_ = total;
  fitting_ = true;
  fit_to_content(*this, title_column(), std::clamp(width / 7, narrowest_limit, widest_limit));
  fitting_ = false;
  stretch_title();
}

void MeasuresView::stretch_title() {
  if (isColumnHidden(title_column())) return;
  fitting_ = true;
  stretch_column(*this, title_column(), least_title);
  fitting_ = false;
}

void MeasuresView::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fit_columns();
  stretch_title();
}

void MeasuresView::showEvent(QShowEvent* event) {
  QTableView::showEvent(event);
  fit_columns();
}

void MeasuresView::keep_columns() const {
  if (!QCoreApplication::organizationName().isEmpty())
    QSettings().setValue(columns_setting, horizontalHeader()->saveState());
}

void MeasuresView::fill_column_menu(QMenu& menu) {
  for (int column = 0; column < model_.columnCount(); ++column) {
    if (column == scenario_column()) continue;  // comes and goes with the scenario
    QAction* action = menu.addAction(model_.headerData(column, Qt::Horizontal, Qt::UserRole).toString());
    action->setCheckable(true);
    action->setChecked(!isColumnHidden(column));
    connect(action, &QAction::toggled, this, [this, column](bool shown) {
      setColumnHidden(column, !shown);
      if (shown && columnWidth(column) < 40) setColumnWidth(column, 120);
      stretch_title();
      keep_columns();
    });
  }
}

void MeasuresView::follow_document() {
  if (following_) return;
  following_ = true;
  QItemSelection selection;
  for (const Id id : document_.selected_measures()) {
    const int row = model_.row_of(id);
    if (row >= 0) selection.select(model_.index(row, 0), model_.index(row, model_.columnCount() - 1));
  }
  selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
  if (!selection.isEmpty()) {
    const QModelIndex first = model_.index(selection.first().top(), MeasuresModel::column_of("title"));
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    scrollTo(first);
  }
  following_ = false;
}

void MeasuresView::tell_document() {
  if (following_) return;
  following_ = true;
  std::vector<Id> ids;
  for (const QModelIndex& index : selectionModel()->selectedRows()) ids.push_back(model_.measure_at(index.row()));
  document_.select_measures(std::move(ids));
  following_ = false;
}

void MeasuresView::show_on_map(const QModelIndex& index) {
  if (const Id id = model_.measure_at(index.row()); id != 0) emit document_.show_measure(id);
}

std::vector<int> MeasuresView::columns_as_shown() const {
  std::vector<int> columns;
  for (int position = 0; position < model_.columnCount(); ++position) {
    const int column = horizontalHeader()->logicalIndex(position);
    if (!isColumnHidden(column)) columns.push_back(column);
  }
  return columns;
}

QString MeasuresView::spreadsheet() const {
  const std::vector<int> columns = columns_as_shown();
  QStringList header;
  for (const int column : columns) header << model_.headerData(column, Qt::Horizontal, Qt::UserRole).toString();
  std::vector<QStringList> lines;
  const bool all = !selectionModel()->hasSelection();
  for (int row = 0; row < model_.rowCount(); ++row) {
    if (!all && !selectionModel()->isRowSelected(row, {})) continue;
    QStringList cells;
    for (const int column : columns) cells << model_.cell_for_spreadsheet(row, column);
    lines.push_back(cells);
  }
  return spreadsheet_text(header, lines);
}

void MeasuresView::copy() const {
  QApplication::clipboard()->setText(spreadsheet());
}

void MeasuresView::delete_selected() {
  if (!document_.selected_measures().empty()) document_.apply(remove_measures(document_.selected_measures()));
}

void MeasuresView::duplicate_selected() {
  if (!document_.selected_measures().empty()) document_.apply(duplicate_measures(document_.selected_measures()));
}

void MeasuresView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) return copy();
  if (event->matches(QKeySequence::Delete)) return delete_selected();
  if (event->key() == Qt::Key_Space && can_switch_selected(document_)) return switch_selected(document_);
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return show_on_map(currentIndex());
  QTableView::keyPressEvent(event);
}

}  // namespace smile::viewer
