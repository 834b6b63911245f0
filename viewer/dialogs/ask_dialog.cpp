#include "viewer/dialogs/ask_dialog.h"

#include <QBoxLayout>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>

#include "gis/analysis/people.h"
#include "gis/intake/network.h"
#include "gis/intake/population.h"
#include "viewer/answers.h"
#include "viewer/dialogs/places_dialog.h"
#include "viewer/dialogs/question_choices.h"
#include "viewer/dialogs/question_form.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

class AskDialog : public QDialog {
public:
  AskDialog(Document& document, QWidget* parent, const Question& question);

private:
  void build_kinds(QBoxLayout& row);
  void build_data_row(QBoxLayout& column);
  void build_buttons(QBoxLayout& column);
  void follow_plan();
  void ask();
  template <class Read>
  void add_data(const QString& title, const QString& filter, Read read);
  void update_buttons();
  QuestionForm* form() const { return static_cast<QuestionForm*>(pages_->currentWidget()); }

  Document& document_;
  QListWidget* kinds_;
  QStackedWidget* pages_;
  QLabel* needs_;
  QPushButton* add_people_ = nullptr;
  QPushButton* add_network_ = nullptr;
  QPushButton* add_places_ = nullptr;
  TaskStrip* strip_;
  QPushButton* ask_ = nullptr;
};

AskDialog::AskDialog(Document& document, QWidget* parent, const Question& question)
    : QDialog(parent),
      document_(document),
      kinds_(new QListWidget(this)),
      pages_(new QStackedWidget(this)),
      needs_(plain_label({}, this)),
      strip_(new TaskStrip(this)) {
  setObjectName("ask_dialog");
  setWindowTitle(tr_("Ask a question"));
  resize(760, 540);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  build_kinds(*row);
  column->addLayout(row, 1);
  build_data_row(*column);
  column->addWidget(strip_);
  build_buttons(*column);
  connect(strip_, &TaskStrip::busy_changed, this, [this] { update_buttons(); });
  connect(&document, &Document::plan_changed, this, [this] { follow_plan(); });
  follow_plan();
  if (question.kind.empty()) return;
  const auto found = kinds_->findItems(QString(), Qt::MatchContains);
  for (QListWidgetItem* item : found)
    if (item->data(Qt::UserRole).toString() == q(question.kind)) kinds_->setCurrentItem(item);
  form()->take(question.options);
}

void AskDialog::build_kinds(QBoxLayout& row) {
  kinds_->setObjectName("kinds");
  kinds_->setAccessibleName(tr_("Questions"));
  kinds_->setFixedWidth(200);
  kinds_->setSpacing(2);
  for (const QuestionKind& kind : offered_questions()) {
    auto* item = new QListWidgetItem(tr_(kind.name), kinds_);
    item->setData(Qt::UserRole, q(kind.kind));
    item->setToolTip(literal(tr_(kind.explains)));
    auto* form = new QuestionForm(kind, pages_);
    pages_->addWidget(form);
    connect(form, &QuestionForm::changed, this, [this] { update_buttons(); });
  }
  row.addWidget(kinds_);
  row.addWidget(pages_, 1);
  connect(kinds_, &QListWidget::currentRowChanged, this, [this](int at) {
    pages_->setCurrentIndex(at);
    update_buttons();
  });
  kinds_->setCurrentRow(0);
}

/// What questions need can be added where it is missed.
void AskDialog::build_data_row(QBoxLayout& column) {
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
  connect(add_places_, &QPushButton::clicked, this, [this] { open_places_dialog(document_, this); });
  row->addStretch();
  column.addLayout(row);
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

void AskDialog::build_buttons(QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* leave = new QPushButton(tr_("Close"), this);
  ask_ = new QPushButton(tr_("Ask"), this);
  ask_->setObjectName("ask");
  leave->setAutoDefault(false);
  ask_->setDefault(true);
  row->addWidget(leave);
  row->addStretch();
  row->addWidget(ask_);
  column.addLayout(row);
  connect(leave, &QPushButton::clicked, this, &QDialog::close);
  connect(ask_, &QPushButton::clicked, this, [this] { ask(); });
}

void AskDialog::follow_plan() {
  const PlanPtr plan = document_.plan();
  for (int i = 0; i < pages_->count(); ++i) static_cast<QuestionForm*>(pages_->widget(i))->show_plan(*plan);
  const bool has_people = population_layer(*plan) != nullptr;
  needs_->setText(
      document_.read_only() ? tr_("The plan is open for reading only: answers can't be kept.")
      : has_people
          ? QString()
          : tr_("The plan does not know yet where people live: a census grid, blocks or points with counts say so."));
  needs_->setVisible(!needs_->text().isEmpty());
  add_people_->setVisible(!has_people && !document_.read_only());
  add_network_->setVisible(!has_network(*plan) && !document_.read_only());
  add_places_->setVisible(!document_.read_only());
  update_buttons();
}

void AskDialog::ask() {
  const auto question = form()->question();
  if (!question) return;
  keep_asking(document_, *strip_, *question, {}, [this] { accept(); });
}

template <class Read>
void AskDialog::add_data(const QString& title, const QString& filter, Read read) {
  const QString file = QFileDialog::getOpenFileName(this, title, last_folder(), filter);
  if (file.isEmpty()) return;
  keep_folder(file);
  strip_->start(title,
                [this, read, file = file.toStdString(),
                 plan = document_.plan()](const Progress& progress) -> std::function<void()> {
                  return [this, edit = read(file, *plan, document_, progress)] { document_.apply(edit); };
                });
}

void AskDialog::update_buttons() {
  const bool busy = strip_->busy();
  if (ask_) ask_->setEnabled(!busy && form() && form()->question().has_value() && !document_.read_only());
  for (QPushButton* button : {add_people_, add_network_, add_places_})
    if (button) button->setEnabled(!busy);
}

}  // namespace

QDialog* open_ask_dialog(Document& document, QWidget& owner, const Question& question) {
  auto* open = owner.window()->findChild<QDialog*>("ask_dialog");
  if (open && question.kind.empty()) {
    open->raise();
    open->activateWindow();
    return open;
  }
  delete open;
  auto* dialog = new AskDialog(document, owner.window(), question);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  // At once: its threads must have ended before the plan goes.
  QObject::connect(&owner, &QObject::destroyed, dialog, [dialog] { delete dialog; });
  dialog->show();
  return dialog;
}

}  // namespace smile::viewer
