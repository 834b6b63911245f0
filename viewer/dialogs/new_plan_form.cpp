#include "viewer/dialogs/new_plan_form.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

#include "gis/store/plan_file.h"
#include "viewer/dialogs/crs_chooser.h"
#include "viewer/dialogs/import_report.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/inspector_plan.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// A name for a file: letters and digits of the title, the rest as "-".
QString file_name_of(const QString& title) {
  QString name;
  for (const QChar c : title.trimmed().toLower())
    if (c.isLetterOrNumber())
      name += c;
    else if (!name.isEmpty() && !name.endsWith('-'))
      name += '-';
  while (name.endsWith('-')) name.chop(1);
  return (name.isEmpty() ? QStringLiteral("plan") : name.left(60)) + QStringLiteral(".gpkg");
}

QWidget* with_button(QLineEdit* field, QPushButton* button, QWidget* parent) {
  auto* both = new QWidget(parent);
  auto* row = new QHBoxLayout(both);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  button->setAutoDefault(false);
  row->addWidget(field, 1);
  row->addWidget(button);
  both->setFocusProxy(field);
  return both;
}

}  // namespace

NewPlanForm::NewPlanForm(QWidget* parent) : QDialog(parent) {
  setObjectName("new_plan_dialog");
  setWindowTitle(tr_("New plan"));
  resize(600, 240);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  form_ = new QWidget(this);
  make_form(*form_);
  column->addWidget(form_, 1);
  build_fields();
  build_districts();
  problem_ = make_problem_line(this);
  strip_ = new TaskStrip(this);
  column->addWidget(problem_);
  column->addWidget(strip_);
  column->addLayout(make_buttons());
  connect(strip_, &TaskStrip::busy_changed, this, &NewPlanForm::update_buttons);
  propose_file();
  update_buttons();
  fit_height();
}

/// Sentences that wrap ask for their height only once their width is known.
void NewPlanForm::fit_height() {
  const int needed = layout()->totalHeightForWidth(width());
  if (needed > height()) resize(width(), needed);
}

void NewPlanForm::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  fit_height();
}

void NewPlanForm::build_fields() {
  title_ = new QLineEdit(form_);
  title_->setObjectName("title");
  title_->setPlaceholderText(tr_("e.g. Idea pool of the smart city"));
  add_form_row(*form_, tr_("Title"), title_);
  place_ = new QLineEdit(form_);
  place_->setObjectName("place");
  auto* choose = new QPushButton(tr_("Choose …"), form_);
  add_form_row(*form_, tr_("Where"), with_button(place_, choose, form_));
  place_->setAccessibleName(tr_("Where"));
  currency_ = new QComboBox(form_);
  currency_->setObjectName("currency");
  currency_->setEditable(true);
  currency_->addItems(likely_currencies());
  add_form_row(*form_, tr_("Currency"), currency_);
  connect(title_, &QLineEdit::textChanged, this, &NewPlanForm::propose_file);
  connect(place_, &QLineEdit::textEdited, this, [this] { place_chosen_ = true; });
  connect(choose, &QPushButton::clicked, this, &NewPlanForm::choose_place);
}

void NewPlanForm::build_districts() {
  districts_ = new QLineEdit(form_);
  districts_->setObjectName("districts");
  districts_->setReadOnly(true);
  districts_->setPlaceholderText(tr_("optional: a file with the areas of the districts"));
  auto* choose = new QPushButton(tr_("Choose …"), form_);
  add_form_row(*form_, tr_("Districts"), with_button(districts_, choose, form_));
  districts_->setAccessibleName(tr_("Districts"));
  crs_ = new CrsChooser(form_);
  add_form_row(*form_, tr_("The file is in"), crs_);
  set_row_visible(*form_, crs_, false);
  plan_crs_ = plain_label(tr_("The first districts or places decide the plan’s coordinate system."), form_);
  plan_crs_->setObjectName("plan_crs");
  plan_crs_->setWordWrap(true);
  add_form_row(*form_, tr_("Coordinates"), plan_crs_);
  connect(choose, &QPushButton::clicked, this, [this] {
    const QString file = QFileDialog::getOpenFileName(
        this, tr_("Choose a file"), {},
        tr_("Geodata") + " (*.shp *.gpkg *.geojson *.json *.kml *.gml *.fgb *.dxf *.zip);;" + tr_("All files") +
            " (*)");
    if (!file.isEmpty()) set_districts(file);
  });
  connect(crs_, &CrsChooser::chosen, this, [this](const QString& crs, bool swap) {
    SourceSettings settings = source_->settings;
    settings.crs = crs.toStdString();
    settings.swap_axes = swap;
    read(settings);
  });
}

QLayout* NewPlanForm::make_buttons() {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* leave = new QPushButton(tr_("Cancel"), this);
  leave->setAutoDefault(false);
  create_ = new QPushButton(tr_("Create the plan"), this);
  create_->setObjectName("create");
  create_->setDefault(true);
  row->addStretch();
  row->addWidget(leave);
  row->addWidget(create_);
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
  connect(create_, &QPushButton::clicked, this, &NewPlanForm::create);
  return row;
}

void NewPlanForm::propose_file() {
  if (place_chosen_) return;
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  place_->setText(folder + '/' + file_name_of(title_->text()));
}

void NewPlanForm::choose_place() {
  const QString file =
      QFileDialog::getSaveFileName(this, tr_("Where the plan is kept"), place_->text(), tr_("Plan") + " (*.gpkg)",
                                   nullptr, QFileDialog::DontConfirmOverwrite);
  if (file.isEmpty()) return;
  place_chosen_ = true;
  place_->setText(file.endsWith(".gpkg") ? file : file + ".gpkg");
}

void NewPlanForm::set_districts(const QString& file) {
  districts_->setText(file);
  SourceSettings settings;
  settings.file = file.toStdString();
  source_.reset();
  read(settings);
}

void NewPlanForm::read(const SourceSettings& settings) {
  intake_.reset();
  const Plan empty;
  strip_->start(tr_(text("Reading {1}", settings.file.filename().string())),
                [this, settings, empty](const Progress& progress) -> std::function<void()> {
                  SourceData source = read_source(settings, empty, progress);
                  if (!source.features) return [this, source] { take_source(source); };
                  const ImportChoices choices = guess_choices(source, ImportKind::districts, empty);
                  return [this, source, intake = compute_intake(source, choices, empty, progress)] {
                    take_source(source);
                    take_intake(intake);
                  };
                });
}

void NewPlanForm::take_source(const SourceData& source) {
  source_ = source;
  crs_->show_source(source, Plan{});
  set_row_visible(*form_, crs_, true);
  if (source.question) strip_->show_failure(tr_(*source.question));
  resize(width(), std::max(height(), 560));
  fit_height();
  update_buttons();
}

void NewPlanForm::take_intake(const Intake& intake) {
  intake_ = intake;
  const Crs crs = intake.edit.apply(Plan{}).crs;
  plan_crs_->setText(tr_(text("{1} ({2}), the zone of the city’s centre.", crs_name(crs), crs_code(crs))) + ' ' +
                     intake_sentence(intake));
  fit_height();
  update_buttons();
}

Plan NewPlanForm::start() const {
  Plan plan;
  plan.title = title_->text().trimmed().toStdString();
  plan.currency = currency_->currentText().trimmed().toUpper().toStdString();
  return intake_ ? intake_->edit.apply(plan) : plan;
}

void NewPlanForm::create() {
  show_problem(*problem_, {});
  try {
    file_ = place_->text().trimmed().toStdString();
    std::filesystem::create_directories(file_.parent_path());
    PlanFile::create(file_, start());
    accept();
  } catch (const Error& error) {
    show_problem(*problem_, tr_(error.sentence()));
  } catch (const std::filesystem::filesystem_error&) {
    show_problem(*problem_, tr_("This folder can’t be made. Choose another place."));
  }
}

void NewPlanForm::update_buttons() {
  const bool districts_settled = districts_->text().isEmpty() || intake_.has_value();
  create_->setEnabled(!strip_->busy() && districts_settled);
}

}  // namespace smile::viewer
