#include "viewer/dialogs/reach_dialog.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDialog>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <cmath>

#include "gis/analysis/reach_question.h"
#include "gis/intake/network.h"
#include "gis/intake/population.h"
#include "gis/words/numbers.h"
#include "viewer/dialogs/places_dialog.h"
#include "viewer/dialogs/reach_form.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

QString people(double count) {
  return q(format_number(language(), std::round(count)));
}

class ReachDialog : public QDialog {
public:
  ReachDialog(Document& document, QWidget* parent);

private:
  void build_data_row(QBoxLayout& column);
  void build_answer(QBoxLayout& column);
  void build_buttons(QBoxLayout& column);
  void follow_plan();
  void ask();
  void show_answer(const ReachAnswer& answer);
  void fill_table(const ReachAnswer& answer);
  void copy_table();
  void show_gaps();
  template <class Read>
  void add_data(const QString& title, const QString& filter, Read read);
  void update_buttons();

  Document& document_;
  ReachForm* form_;
  QLabel* needs_;
  QPushButton* add_people_ = nullptr;
  QPushButton* add_network_ = nullptr;
  QPushButton* add_places_ = nullptr;
  QLabel* sentences_ = nullptr;
  QLabel* outdated_ = nullptr;
  QTableWidget* table_ = nullptr;
  QLabel* foot_ = nullptr;
  TaskStrip* strip_;
  QPushButton* ask_ = nullptr;
  QPushButton* copy_ = nullptr;
  QPushButton* gaps_ = nullptr;
  std::optional<ReachAnswer> answer_;
};

ReachDialog::ReachDialog(Document& document, QWidget* parent)
    : QDialog(parent),
      document_(document),
      form_(new ReachForm(this)),
      needs_(plain_label({}, this)),
      strip_(new TaskStrip(this)) {
  setObjectName("reach_dialog");
  setWindowTitle(tr_("Whom do these places reach?"));
  resize(640, 620);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  column->addWidget(form_);
  build_data_row(*column);
  build_answer(*column);
  column->addWidget(strip_);
  build_buttons(*column);
  connect(form_, &ReachForm::changed, this, [this] { update_buttons(); });
  connect(strip_, &TaskStrip::busy_changed, this, [this] { update_buttons(); });
  connect(&document, &Document::plan_changed, this, [this] { follow_plan(); });
  follow_plan();
}

/// What the question needs can be added where it is missed.
void ReachDialog::build_data_row(QBoxLayout& column) {
  needs_->setObjectName("needs");
  needs_->setWordWrap(true);
  column.addWidget(needs_);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  add_people_ = new QPushButton(tr_("Add where people live…"), this);
  add_people_->setObjectName("add_people");
  add_network_ = new QPushButton(tr_("Add streets to walk along…"), this);
  add_network_->setObjectName("add_network");
  add_places_ = new QPushButton(tr_("Add places…"), this);
  add_places_->setObjectName("add_places");
  for (QPushButton* button : {add_people_, add_network_, add_places_})
    button->setAutoDefault(false), row->addWidget(button);
  row->addStretch();
  column.addLayout(row);
  connect(add_places_, &QPushButton::clicked, this, [this] { open_places_dialog(document_, this); });
  connect(add_people_, &QPushButton::clicked, this, [this] {
    add_data(tr_("Add where people live"),
             tr_("Census grids, blocks, points with counts (*.gpkg *.geojson *.shp *.csv "
                 "*.xlsx *.zip);;All files (*)"),
             [](const std::string& file, const Plan& plan, const Document& document, const Progress& progress) {
               PopulationIntake read = intake_population(file, {}, plan, progress);
               const auto tables = document.take_features(read.data, read.layer.name, read.crs, progress);
               return together(text("Add layer “{1}”", read.layer.name),
                               {add_taken(read.layer, tables, read.crs), add_report(read.report)});
             });
  });
  connect(add_network_, &QPushButton::clicked, this, [this] {
    add_data(tr_("Add streets to walk along"),
             tr_("OpenStreetMap and lines (*.pbf *.osm *.gpkg *.geojson *.shp *.zip);;All files (*)"),
             [](const std::string& file, const Plan& plan, const Document& document, const Progress& progress) {
               const NetworkIntake read = intake_network(file, {}, plan, document.path().parent_path(), progress);
               const auto tables = document.take_features(read.edges, read.layer.name, read.crs, progress);
               return together(text("Add layer “{1}”", read.layer.name),
                               {add_taken(read.layer, tables, read.crs), add_report(read.report)});
             });
  });
}

void ReachDialog::build_answer(QBoxLayout& column) {
  sentences_ = plain_label({}, this);
  sentences_->setObjectName("sentences");
  sentences_->setWordWrap(true);
  sentences_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  QFont large = sentences_->font();
  large.setPointSizeF(large.pointSizeF() * 1.1);
  sentences_->setFont(large);
  outdated_ = make_problem_line(this);
  outdated_->setObjectName("outdated");
  table_ = new QTableWidget(this);
  table_->setObjectName("reach_table");
  table_->setAccessibleName(tr_("Reached people by district"));
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->verticalHeader()->hide();
  table_->verticalHeader()->setDefaultSectionSize(24);
  foot_ = make_foot_line(this);
  foot_->setObjectName("method");
  column.addWidget(sentences_);
  column.addWidget(outdated_);
  column.addWidget(table_, 1);
  column.addWidget(foot_);
  table_->hide();
  foot_->hide();
  column.addStretch();
}

void ReachDialog::build_buttons(QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* leave = new QPushButton(tr_("Close"), this);
  copy_ = new QPushButton(tr_("Copy the table"), this);
  copy_->setObjectName("copy");
  gaps_ = new QPushButton(tr_("Show who is missed"), this);
  gaps_->setObjectName("gaps");
  gaps_->setToolTip(tr_("A layer of the plan with the homes beyond the last distance"));
  ask_ = new QPushButton(tr_("Count"), this);
  ask_->setObjectName("ask");
  for (QPushButton* button : {leave, copy_, gaps_}) button->setAutoDefault(false);
  ask_->setDefault(true);
  row->addWidget(leave);
  row->addStretch();
  row->addWidget(copy_);
  row->addWidget(gaps_);
  row->addWidget(ask_);
  column.addLayout(row);
  connect(leave, &QPushButton::clicked, this, &QDialog::close);
  connect(copy_, &QPushButton::clicked, this, [this] { copy_table(); });
  connect(gaps_, &QPushButton::clicked, this, [this] { show_gaps(); });
  connect(ask_, &QPushButton::clicked, this, [this] { ask(); });
}

void ReachDialog::follow_plan() {
  const PlanPtr plan = document_.plan();
  form_->show_plan(*plan);
  const bool has_people = population_layer(*plan) != nullptr;
  const bool has_network = std::any_of(plan->layers.begin(), plan->layers.end(), [](const MapLayerPtr& layer) {
    return layer->use.kind == LayerUse::Kind::network;
  });
  needs_->setText(
      has_people
          ? QString()
          : tr_("The plan does not know yet where people live: a census grid, blocks or points with counts say so."));
  needs_->setVisible(!has_people);
  add_people_->setVisible(!has_people && !document_.read_only());
  add_network_->setVisible(!has_network && !document_.read_only());
  add_places_->setVisible(!document_.read_only());
  if (answer_) show_problem(*outdated_, tr_("The plan has changed since: count again."));
  update_buttons();
}

void ReachDialog::ask() {
  const auto question = form_->question();
  if (!question) return;
  const PlanPtr plan = document_.plan();
  const PlanPlace place{document_.path(), !document_.read_only()};
  strip_->start(tr_("Counting whom these places reach"),
                [this, question = *question, plan, place](const Progress& progress) -> std::function<void()> {
                  return [this, found = answer(question, *plan, place, progress)] { show_answer(found); };
                });
}

void ReachDialog::show_answer(const ReachAnswer& answer) {
  answer_ = answer;
  QStringList sentences;
  for (const Text& sentence : sentences_of(answer)) sentences << tr_(sentence);
  sentences_->setText(sentences.join('\n'));
  show_problem(*outdated_, {});
  fill_table(answer);
  QStringList method;
  for (const Text& sentence : answer.method) method << tr_(sentence);
  QStringList sources;
  for (const std::string& source : answer.sources) sources << q(source);
  foot_->setText(method.join(' ') + '\n' + tr_("Sources") + ": " + sources.join(QStringLiteral(" · ")));
  table_->show();
  foot_->show();
  update_buttons();
}

void ReachDialog::fill_table(const ReachAnswer& answer) {
  const PlanPtr plan = document_.plan();
  const auto& settings = answer.question.settings;
  QStringList header{tr_("Code"), tr_("District"), tr_("Inhabitants")};
  for (const double far : settings.distances_m)
    header << tr_(text("within {1} m", format_number(language(), far))) << QStringLiteral("%");
  table_->setColumnCount(static_cast<int>(header.size()));
  table_->setHorizontalHeaderLabels(header);
  table_->setRowCount(static_cast<int>(answer.catchment.districts.size()));
  for (int row = 0; row < table_->rowCount(); ++row) {
    const CatchmentCount& count = answer.catchment.districts[static_cast<std::size_t>(row)];
    const District* district = find_district(*plan, count.district);
    QStringList cells{district ? q(district->code) : QString(), district ? q(district->name) : tr_("outside"),
                      people(count.people)};
    for (const double reached : count.within) cells << people(reached) << q(share_in_words(reached, count.people));
    for (int i = 0; i < cells.size(); ++i) {
      auto* item = new QTableWidgetItem(cells[i]);
      item->setTextAlignment((i < 2 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
      table_->setItem(row, i, item);
    }
  }
  table_->resizeColumnsToContents();
  table_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
}

/// As spreadsheets take it.
void ReachDialog::copy_table() {
  QStringList lines;
  QStringList header;
  for (int i = 0; i < table_->columnCount(); ++i) header << table_->horizontalHeaderItem(i)->text();
  lines << header.join('\t');
  for (int row = 0; row < table_->rowCount(); ++row) {
    QStringList cells;
    for (int i = 0; i < table_->columnCount(); ++i) cells << table_->item(row, i)->text();
    lines << cells.join('\t');
  }
  QApplication::clipboard()->setText(lines.join('\n'));
}

void ReachDialog::show_gaps() {
  const std::string name =
      str(text("Not reached within {1} m", format_number(language(), answer_->question.settings.distances_m.back())));
  const MapLayer layer = layer_of_gaps(*answer_, name);
  const Crs crs = document_.plan()->crs;
  strip_->start(tr_(text("Adding layer “{1}”", name)),
                [this, layer, crs, data = answer_->not_reached](const Progress& progress) -> std::function<void()> {
                  const auto tables = document_.take_features(data, layer.name, crs, progress);
                  return [this, layer, tables, crs] { document_.apply(add_taken(layer, tables, crs)); };
                });
}

template <class Read>
void ReachDialog::add_data(const QString& title, const QString& filter, Read read) {
  const QString file = QFileDialog::getOpenFileName(this, title, last_folder(), filter);
  if (file.isEmpty()) return;
  keep_folder(file);
  strip_->start(title,
                [this, read, file = file.toStdString(),
                 plan = document_.plan()](const Progress& progress) -> std::function<void()> {
                  return [this, edit = read(file, *plan, document_, progress)] { document_.apply(edit); };
                });
}

void ReachDialog::update_buttons() {
  const bool busy = strip_->busy();
  ask_->setEnabled(!busy && form_->question().has_value() && population_layer(*document_.plan()) != nullptr);
  copy_->setEnabled(!busy && answer_.has_value());
  gaps_->setEnabled(!busy && answer_ && answer_->not_reached.features.size() > 0 && !document_.read_only());
  for (QPushButton* button : {add_people_, add_network_, add_places_}) button->setEnabled(!busy);
}

}  // namespace

QDialog* open_reach_dialog(Document& document, QWidget* parent) {
  auto* dialog = new ReachDialog(document, parent);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();
  return dialog;
}

}  // namespace smile::viewer
