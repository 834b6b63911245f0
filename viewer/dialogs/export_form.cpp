#include "viewer/dialogs/export_form.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCheckBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableWidget>
#include <QUrl>

#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/panels/issues_list.h"
#include "viewer/panels/issues_view.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

struct FormatWords {
  ExportFormat format;
  QString name;
  QString what_for;
};

std::vector<FormatWords> formats_offered() {
  return {
      {ExportFormat::shapefile, tr_("Shapefile"), tr_("for every GIS; with a codebook that restores the long names")},
      {ExportFormat::gpkg, tr_("GeoPackage"), tr_("one file for QGIS and ArcGIS, names whole, with styles")},
      {ExportFormat::geojson, tr_("GeoJSON"), tr_("for the web, in longitude and latitude")},
      {ExportFormat::csv, tr_("CSV"), tr_("the list as text for every spreadsheet")},
      {ExportFormat::xlsx, tr_("Excel"), tr_("the list as a workbook")}};
}

QString joined(const std::vector<std::string>& names) {
  QStringList list;
  for (const std::string& name : names) list << q(name);
  return list.join(QStringLiteral(", "));
}

/// "points.shp", "points.dbf" → "points.shp .dbf": the parts of one shapefile stand together.
QString grouped(const std::vector<std::string>& names) {
  QStringList groups;
  for (const std::string& name : names) {
    const std::filesystem::path file(name);
    const QString stem = q(file.stem().string()) + '.';
    if (!groups.isEmpty() && groups.back().startsWith(stem))
      groups.back() += ' ' + q(file.extension().string());
    else
      groups << q(name);
  }
  return groups.join(QStringLiteral("  ·  "));
}

QString default_folder(const Document& document, ExportFormat format) {
  const std::filesystem::path plan = document.path();
  return q((plan.parent_path() / (plan.stem().string() + "-" + std::string(word(format)))).string());
}

}  // namespace

ExportForm::ExportForm(Document& document, QWidget* parent)
    : QDialog(parent), document_(document), issues_(new IssuesModel(this)) {
  setObjectName("export_dialog");
  setWindowTitle(tr_("Export"));
  resize(1040, 600);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  auto* row = new QHBoxLayout;
  row->setSpacing(24);
  pages_ = new QStackedWidget(this);
  pages_->addWidget(make_preflight());
  pages_->addWidget(make_result());
  row->addWidget(make_settings());
  row->addWidget(pages_, 1);
  column->addLayout(row, 1);
  strip_ = new TaskStrip(this);
  column->addWidget(strip_);
  column->addLayout(make_buttons());
  connect(strip_, &TaskStrip::busy_changed, this, &ExportForm::update_buttons);
  choose_format(ExportFormat::shapefile);
}

QWidget* ExportForm::make_settings() {
  auto* side = new QWidget(this);
  side->setFixedWidth(320);
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  add_formats(*column);
  add_folder(*column);
  only_selected_ = new QCheckBox(tr_("Only the selected measures"), side);
  only_selected_->setEnabled(!document_.selected_measures().empty());
  connect(only_selected_, &QCheckBox::toggled, this, &ExportForm::check);
  column->addSpacing(8);
  column->addWidget(only_selected_);
  column->addStretch();
  return side;
}

void ExportForm::add_formats(QBoxLayout& column) {
  column.addWidget(make_heading(tr_("Format"), this));
  formats_ = new QButtonGroup(this);
  for (const FormatWords& format : formats_offered()) {
    auto* button = new QRadioButton(format.name, this);
    button->setAccessibleDescription(format.what_for);
    formats_->addButton(button, static_cast<int>(format.format));
    QLabel* what_for = plain_label(format.what_for, this);
    what_for->setWordWrap(true);
    what_for->setContentsMargins(24, 0, 0, 4);
    column.addWidget(button);
    column.addWidget(what_for);
  }
  connect(formats_, &QButtonGroup::idClicked, this, [this](int id) { choose_format(static_cast<ExportFormat>(id)); });
}

void ExportForm::add_folder(QBoxLayout& column) {
  column.addWidget(make_heading(tr_("Folder"), this));
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  folder_ = new QLineEdit(this);
  folder_->setObjectName("folder");
  folder_->setAccessibleName(tr_("Folder"));
  auto* choose = new QPushButton(tr_("Choose …"), this);
  choose->setAutoDefault(false);
  row->addWidget(folder_, 1);
  row->addWidget(choose);
  column.addLayout(row);
  connect(folder_, &QLineEdit::editingFinished, this, &ExportForm::check);
  connect(choose, &QPushButton::clicked, this, [this] {
    const QString folder = QFileDialog::getExistingDirectory(this, tr_("Folder for the files"), folder_->text());
    if (!folder.isEmpty()) set_folder(folder);
  });
}

QWidget* ExportForm::make_preflight() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(make_heading(tr_("What will be written"), page));
  files_ = plain_label({}, page);
  files_->setObjectName("files");
  files_->setWordWrap(true);
  column->addWidget(files_);
  overwrite_ = new QCheckBox(page);
  overwrite_->setObjectName("overwrite");
  overwrite_->hide();
  column->addWidget(overwrite_);
  connect(overwrite_, &QCheckBox::toggled, this, &ExportForm::update_buttons);
  names_heading_ = make_heading(tr_("Names in the files"), page);
  names_ = new QTableWidget(0, 3, page);
  names_->setObjectName("short_names");
  names_->setAccessibleName(names_heading_->text());
  names_->setHorizontalHeaderLabels({tr_("Field"), tr_("Name in the file"), tr_("Key")});
  names_->setFrameShape(QFrame::NoFrame);
  names_->setShowGrid(false);
  names_->setEditTriggers(QTableWidget::NoEditTriggers);
  names_->setSelectionMode(QTableWidget::NoSelection);
  names_->verticalHeader()->hide();
  names_->verticalHeader()->setDefaultSectionSize(24);
  names_->horizontalHeader()->setStretchLastSection(true);
  names_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  column->addWidget(names_heading_);
  column->addWidget(names_, 1);
  issues_heading_ = make_heading(tr_("What the format can’t hold, and what is done instead"), page);
  issues_view_ = new IssuesView(*issues_, page);
  column->addWidget(issues_heading_);
  column->addWidget(issues_view_, 1);
  column->addStretch();
  return page;
}

QWidget* ExportForm::make_result() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  result_title_ = make_title(page);
  result_title_->setObjectName("result");
  result_files_ = plain_label({}, page);
  result_files_->setWordWrap(true);
  result_files_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  open_ = new QPushButton(QIcon::fromTheme("folder-open"), tr_("Open the folder"), page);
  column->addWidget(result_title_);
  column->addWidget(result_files_);
  column->addWidget(open_, 0, Qt::AlignLeft);
  column->addStretch();
  connect(open_, &QPushButton::clicked, this,
          [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder_->text())); });
  return page;
}

QLayout* ExportForm::make_buttons() {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* leave = new QPushButton(tr_("Close"), this);
  leave->setAutoDefault(false);
  write_ = new QPushButton(tr_("Export"), this);
  write_->setObjectName("write");
  write_->setDefault(true);
  row->addStretch();
  row->addWidget(leave);
  row->addWidget(write_);
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
  connect(write_, &QPushButton::clicked, this, &ExportForm::write);
  return row;
}

void ExportForm::set_folder(const QString& folder) {
  folder_->setText(folder);
  check();
}

void ExportForm::choose_format(ExportFormat format) {
  QStringList proposed;
  for (const FormatWords& words : formats_offered()) proposed << default_folder(document_, words.format);
  formats_->button(static_cast<int>(format))->setChecked(true);
  // A folder the user chose stays; a proposed one follows the format.
  if (folder_->text().isEmpty() || proposed.contains(folder_->text()))
    folder_->setText(default_folder(document_, format));
  check();
}

ExportSettings ExportForm::settings() const {
  ExportSettings settings;
  settings.format = static_cast<ExportFormat>(formats_->checkedId());
  settings.folder = folder_->text().trimmed().toStdString();
  settings.overwrite = overwrite_->isChecked();
  if (only_selected_->isChecked()) settings.measures = document_.selected_measures();
  return settings;
}

void ExportForm::check() {
  checked_ = false;
  pages_->setCurrentIndex(0);
  const PlanPtr plan = document_.plan();
  strip_->start(tr_("Looking what the format can hold"),
                [this, plan, settings = settings()](const Progress&) -> std::function<void()> {
                  return [this, found = preflight(*plan, settings)] { take_preflight(found); };
                });
  update_buttons();
}

void ExportForm::take_preflight(const Preflight& preflight) {
  preflight_ = preflight;
  checked_ = true;
  files_->setText(grouped(preflight.files));
  const std::size_t there = preflight.already_there.size();
  overwrite_->setVisible(there > 0);
  overwrite_->setChecked(false);
  overwrite_->setText(tr_(text_n(static_cast<std::int64_t>(there), "Replace the file that is already there",
                                 "Replace the {1} files that are already there", there)));
  overwrite_->setToolTip(literal(joined(preflight.already_there)));
  show_names(preflight);
  show_issues(preflight);
  update_buttons();
}

/// That a name is shortened stands in the table above already; other notes must not bury a warning.
void ExportForm::show_issues(const Preflight& preflight) {
  std::vector<FoundIssue> found;
  for (const Issue& issue : preflight.issues)
    if (issue.kind != "name_shortened" || preflight.names.empty()) found.push_back({issue, 0});
  const bool any = !found.empty();
  issues_->set_issues(std::move(found));
  if (has_warnings(preflight.issues)) issues_view_->collapse_notes();
  issues_heading_->setVisible(any);
  issues_view_->setVisible(any);
}

void ExportForm::show_names(const Preflight& preflight) {
  QList<std::array<QString, 3>> rows;
  for (const FieldName& name : preflight.names) {
    const std::array<QString, 3> row{q(name.label), q(name.short_name), q(name.field)};
    if (!rows.contains(row)) rows << row;  // the same in the files of points, lines and areas
  }
  names_->setRowCount(static_cast<int>(rows.size()));
  for (int row = 0; row < rows.size(); ++row)
    for (int column = 0; column < 3; ++column)
      names_->setItem(row, column, new QTableWidgetItem(rows[row][static_cast<std::size_t>(column)]));
  names_->setColumnWidth(0, 240);
  names_->setColumnWidth(1, 160);
  names_heading_->setVisible(!rows.isEmpty());
  names_->setVisible(!rows.isEmpty());
}

void ExportForm::write() {
  const PlanPtr plan = document_.plan();
  strip_->start(tr_("Writing"), [this, plan, settings = settings()](const Progress& progress) -> std::function<void()> {
    return [this, result = export_plan(*plan, settings, progress)] { take_result(result); };
  });
}

void ExportForm::take_result(const ExportResult& result) {
  const std::size_t count = result.files.size();
  result_title_->setText(tr_(text_n(static_cast<std::int64_t>(count), "{1} file written to {2}",
                                    "{1} files written to {2}", count, folder_->text().toStdString())));
  std::vector<std::string> names;
  for (const std::filesystem::path& file : result.files) names.push_back(file.filename().string());
  result_files_->setText(grouped(names));
  checked_ = false;
  pages_->setCurrentIndex(1);
  update_buttons();
  open_->setFocus();
}

void ExportForm::update_buttons() {
  const bool blocked = !preflight_.already_there.empty() && !overwrite_->isChecked();
  write_->setEnabled(checked_ && !strip_->busy() && !blocked && !folder_->text().trimmed().isEmpty());
  write_->setToolTip(checked_ && blocked
                         ? tr_("Files are already there: allow to replace them, or choose another folder.")
                         : QString());
}

}  // namespace smile::viewer
