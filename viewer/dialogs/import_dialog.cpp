#include "viewer/dialogs/import_dialog.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <algorithm>

#include "viewer/dialogs/import_report.h"
#include "viewer/dialogs/import_settings.h"
#include "viewer/dialogs/mapping_table.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/panels/empty_state.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QString from_optional(const std::optional<std::string>& word) {
  return word ? q(*word) : QString();
}

std::vector<TargetChoice> targets_of(ImportKind kind) {
  if (kind == ImportKind::districts)
    return {{"", tr_("not needed")}, {"name", tr_("Name of the district")}, {"code", tr_("Code of the district")}};
  if (kind == ImportKind::statistics)
    return {
        {"", tr_("figures")}, {"key", tr_("Code or name of the district")}, {"inhabitants", tr_("All inhabitants")}};
  if (kind == ImportKind::layer) return {{"", tr_("kept")}};
  std::vector<TargetChoice> targets;
  for (const std::string_view target : all_targets())
    targets.push_back({from_view(target), q(say(target_label(target)))});
  return targets;
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// What a column is taken for: what the user said, else what was guessed.
QString statistics_word(const ImportChoices& choices, const std::string& column) {
  if (choices.key_field ? column == *choices.key_field : contains(choices.guess.keys, column))
    return QStringLiteral("key");
  if (choices.inhabitants ? column == *choices.inhabitants : contains(choices.guess.inhabitants, column))
    return QStringLiteral("inhabitants");
  return {};
}

std::vector<std::string> columns_with(const QStringList& words, const char* word,
                                      const std::vector<std::string>& header) {
  std::vector<std::string> columns;
  for (std::size_t i = 0; i < header.size(); ++i)
    if (words.value(static_cast<qsizetype>(i)) == word) columns.push_back(header[i]);
  return columns;
}

/// A guess that was left as it is stays a guess: the report says so.
void take_statistics(ImportChoices& choices, const QStringList& words, const std::vector<std::string>& header) {
  const std::vector<std::string> keys = columns_with(words, "key", header);
  const std::vector<std::string> people = columns_with(words, "inhabitants", header);
  choices.key_field = keys.empty() || keys == choices.guess.keys ? std::nullopt : std::optional(keys.front());
  choices.inhabitants = people == choices.guess.inhabitants ? std::nullopt
                        : !people.empty()                   ? std::optional(people.front())
                        : !keys.empty() ? std::optional(keys.front())  // has no figures: none is meant
                                        : std::nullopt;
}

}  // namespace

ImportDialog::ImportDialog(Document& document, QWidget* parent) : QDialog(parent), document_(document) {
  setObjectName("import_assistant");
  setWindowTitle(tr_("Import"));
  setAcceptDrops(true);
  resize(1120, 640);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  pages_ = new QStackedWidget(this);
  pages_->addWidget(make_file_page());
  pages_->addWidget(make_reading_page());
  report_ = new ImportReport(this);
  pages_->addWidget(report_);
  column->addWidget(pages_, 1);
  strip_ = new TaskStrip(this);
  column->addWidget(strip_);
  column->addLayout(make_buttons());
  connect(strip_, &TaskStrip::busy_changed, this, &ImportDialog::update_buttons);
  connect(report_, &ImportReport::aliases_changed, this, &ImportDialog::compute_report);
  show_page(file_page);
}

QWidget* ImportDialog::make_file_page() {
  QWidget* page =
      make_empty_state(tr_("Which file?"),
                       tr_("Districts: Shapefile, GeoPackage, GeoJSON, KML, GML, FlatGeobuf, DXF, also inside .zip. "
                           "Measures and statistics: CSV, Excel, OpenDocument or a layer. Drop it here or choose it."),
                       {{tr_("Choose a file …"), [this] { ask_for_file(); }}}, this);
  choose_ = page->findChild<QPushButton*>();
  choose_->setObjectName("choose_file");
  choose_->setAutoDefault(true);  // Return opens the file dialog
  return page;
}

QWidget* ImportDialog::make_reading_page() {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(make_kind_row(page));
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  settings_ = new ImportSettings(page);
  auto* right = new QVBoxLayout;
  right->setSpacing(4);
  mapping_ = new MappingTable(page);
  mapping_note_ = make_foot_line(page);
  mapping_note_->setContentsMargins(0, 4, 0, 0);
  right->addWidget(mapping_, 1);
  right->addWidget(mapping_note_);
  row->addWidget(settings_, 0);
  row->addLayout(right, 1);
  column->addLayout(row, 1);
  connect(settings_, &ImportSettings::read_again, this, &ImportDialog::read);
  connect(mapping_, &MappingTable::mapping_changed, this, &ImportDialog::update_buttons);
  return page;
}

QLayout* ImportDialog::make_kind_row(QWidget* page) {
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  file_name_ = make_title(page);
  file_name_->setWordWrap(false);
  row->addWidget(file_name_);
  row->addStretch();
  row->addWidget(plain_label(tr_("This file holds"), page));
  kinds_ = new QButtonGroup(this);
  const std::pair<ImportKind, QString> kinds[] = {{ImportKind::measures, tr_("measures")},
                                                  {ImportKind::districts, tr_("districts")},
                                                  {ImportKind::statistics, tr_("statistics of districts")},
                                                  {ImportKind::layer, tr_("a layer of the map")}};
  for (const auto& [kind, label] : kinds) {
    auto* button = new QRadioButton(label, page);
    kinds_->addButton(button, static_cast<int>(kind));
    row->addWidget(button);
  }
  connect(kinds_, &QButtonGroup::idClicked, this, [this](int id) { choose_kind(static_cast<ImportKind>(id)); });
  return row;
}

QLayout* ImportDialog::make_buttons() {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  back_ = new QPushButton(tr_("Back"), this);
  back_->setAutoDefault(false);
  next_ = new QPushButton(this);
  next_->setObjectName("next");
  next_->setDefault(true);
  auto* leave = new QPushButton(tr_("Cancel"), this);
  leave->setAutoDefault(false);
  row->addWidget(back_);
  row->addStretch();
  row->addWidget(leave);
  row->addWidget(next_);
  connect(leave, &QPushButton::clicked, this, &QDialog::reject);
  connect(back_, &QPushButton::clicked, this,
          [this] { show_page(pages_->currentIndex() == report_page ? reading_page : file_page); });
  connect(next_, &QPushButton::clicked, this, [this] {
    if (pages_->currentIndex() == reading_page) return compute_report();
    if (pages_->currentIndex() == report_page) return import();
    ask_for_file();
  });
  return row;
}

void ImportDialog::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.front().isLocalFile()) event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent* event) {
  choose_file(event->mimeData()->urls().front().toLocalFile());
}

void ImportDialog::ask_for_file() {
  const QString file = QFileDialog::getOpenFileName(
      this, tr_("Choose a file"), {},
      tr_("Geodata and tables") +
          " (*.csv *.tsv *.txt *.xlsx *.ods *.shp *.gpkg *.geojson *.json *.kml *.kmz *.gml *.fgb *.dxf *.zip);;" +
          tr_("All files") + " (*)");
  if (!file.isEmpty()) choose_file(file);
}

void ImportDialog::choose_file(const QString& file, std::optional<ImportKind> kind) {
  wanted_kind_ = kind;
  source_.reset();
  report_->forget_aliases();
  SourceSettings settings;
  settings.file = file.toStdString();
  file_name_->setText(q(settings.file.filename().string()));
  read(settings);
}

void ImportDialog::read(const SourceSettings& settings) {
  const PlanPtr plan = document_.plan();
  strip_->start(tr_(text("Reading {1}", settings.file.filename().string())),
                [this, plan, settings](const Progress& progress) -> std::function<void()> {
                  return [this, source = read_source(settings, *plan, progress)] { take_source(source); };
                });
}

void ImportDialog::take_source(const SourceData& source) {
  const bool same_file = source_.has_value() && source_->table && source.table &&
                         source_->table->header == source.table->header &&
                         source_->settings.layer == source.settings.layer;
  if (same_file) choices_ = choices_made();  // what the user decided on stays
  source_ = source;
  const PlanPtr plan = document_.plan();
  const ImportKind kind = wanted_kind_.value_or(guess_kind(source, *plan));
  if (!same_file) choices_ = guess_choices(source, kind, *plan);
  show_choices();
  show_page(reading_page);
  if (source.question) strip_->show_failure(tr_(*source.question));
}

void ImportDialog::choose_kind(ImportKind kind) {
  if (!source_) return;
  choices_ = guess_choices(*source_, kind, *document_.plan());
  show_choices();
}

void ImportDialog::show_choices() {
  const PlanPtr plan = document_.plan();
  kinds_->button(static_cast<int>(choices_.kind))->setChecked(true);
  kinds_->button(static_cast<int>(ImportKind::districts))->setEnabled(!is_text_table(source_->settings.file));
  kinds_->button(static_cast<int>(ImportKind::statistics))->setEnabled(!plan->districts.empty());
  kinds_->button(static_cast<int>(ImportKind::layer))->setEnabled(!is_text_table(source_->settings.file));
  settings_->show_source(*source_, choices_, *plan);
  if (source_->table) mapping_->show_rows(*source_->table);
  mapping_->setVisible(source_->table != nullptr);
  show_mapping();
  update_buttons();
}

void ImportDialog::show_mapping() {
  if (!source_->table) return mapping_note_->clear();
  QStringList chosen;
  for (std::size_t column = 0; column < source_->table->header.size(); ++column) {
    const QString name = q(source_->table->header[column]);
    if (choices_.kind == ImportKind::measures)
      chosen << (column < choices_.mapping.targets.size() ? q(choices_.mapping.targets[column]) : QString());
    else if (choices_.kind == ImportKind::districts)
      chosen << (name == from_optional(choices_.name_field)   ? QStringLiteral("name")
                 : name == from_optional(choices_.code_field) ? QStringLiteral("code")
                                                              : QString());
    else if (choices_.kind == ImportKind::layer)
      chosen << QString();
    else
      chosen << statistics_word(choices_, source_->table->header[column]);
  }
  const bool measures = choices_.kind == ImportKind::measures;
  mapping_->set_shared_words(measures ? QStringList{from_view(target::extra), from_view(target::ignore)}
                                      : QStringList{""});
  mapping_->set_targets(targets_of(choices_.kind), chosen, !choices_.mapping.from_plan);
  if (choices_.kind == ImportKind::statistics) name_columns_without_figures();
  mapping_note_->setText(measures && choices_.mapping.from_plan
                             ? tr_("The columns are taken as in the last file of this shape.")
                         : choices_.kind == ImportKind::layer
                             ? tr_("The file stays where it is; the plan remembers its place and how the layer looks.")
                         : choices_.kind == ImportKind::statistics
                             ? tr_("In italics: guessed from the header and the values. Change what is wrong.")
                             : tr_("In italics: guessed from the header and the values. Change what "
                                   "is wrong; it is kept for the next file of this shape."));
}

/// "" means figures in a table of figures, but in a column of words nothing is taken.
void ImportDialog::name_columns_without_figures() {
  const std::vector<std::string>& header = source_->table->header;
  const std::vector<std::string>& with = choices_.guess.figures;
  if (with.empty()) return;
  for (std::size_t column = 0; column < header.size(); ++column)
    if (std::find(with.begin(), with.end(), header[column]) == with.end())
      mapping_->header().list_of(static_cast<int>(column))->setItemText(0, tr_("not needed"));
}

ImportChoices ImportDialog::choices_made() const {
  ImportChoices choices = choices_;
  settings_->complete(choices);
  choices.aliases = report_->aliases();
  const QStringList words = mapping_->chosen();
  const auto column_with = [&](const char* word) -> std::optional<std::string> {
    const qsizetype column = words.indexOf(word);
    return column < 0 ? std::nullopt : std::optional(source_->table->header[static_cast<std::size_t>(column)]);
  };
  if (choices.kind == ImportKind::measures) {
    choices.mapping.targets.clear();
    for (const QString& word : words) choices.mapping.targets.push_back(word.toStdString());
  } else if (choices.kind == ImportKind::districts) {
    choices.name_field = column_with("name");
    choices.code_field = column_with("code");
  } else if (choices.kind == ImportKind::layer) {
    choices.plan_folder = document_.path().parent_path();
  } else {
    take_statistics(choices, words, source_->table->header);
  }
  return choices;
}

void ImportDialog::compute_report() {
  if (!source_ || !source_->table) return;
  choices_ = choices_made();
  const PlanPtr plan = document_.plan();
  strip_->start(tr_("Working out what comes in"),
                [this, plan, source = *source_, choices = choices_](const Progress& progress) -> std::function<void()> {
                  return [this, intake = compute_intake(source, choices, *plan, progress)] { take_intake(intake); };
                });
}

void ImportDialog::take_intake(const Intake& intake) {
  intake_ = intake;
  report_->show_intake(intake, *document_.plan(), choices_.kind == ImportKind::statistics);
  show_page(report_page);
}

void ImportDialog::import() {
  if (!intake_ || strip_->busy()) return;
  if (document_.apply(intake_->edit)) accept();
}

void ImportDialog::show_page(Page page) {
  pages_->setCurrentIndex(page);
  update_buttons();
  if (page == file_page) choose_->setFocus();
}

void ImportDialog::update_buttons() {
  const int page = pages_->currentIndex();
  back_->setVisible(page != file_page);
  next_->setText(page == file_page      ? tr_("Choose a file …")
                 : page == reading_page ? tr_("Look at what comes in")
                                        : tr_("Import"));
  next_->setVisible(page != file_page);
  const bool readable = source_ && source_->table && (choices_.kind != ImportKind::districts || source_->features);
  // While a file is read, nobody is asked for one.
  const QList<QLabel*> words = pages_->widget(file_page)->findChildren<QLabel*>();
  words[0]->setText(strip_->busy() ? tr_(text("“{1}” is being read", file_name_->text().toStdString()))
                                   : tr_("Which file?"));
  words[1]->setVisible(!strip_->busy());
  choose_->setVisible(!strip_->busy());
  next_->setEnabled(!strip_->busy() && (page == report_page ? intake_.has_value() : readable));
}

}  // namespace smile::viewer
