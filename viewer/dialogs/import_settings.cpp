#include "viewer/dialogs/import_settings.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include "gis/formats/encoding.h"
#include "viewer/dialogs/crs_chooser.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/panels/place_words.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QComboBox* add_list(QWidget& form, const char* name, const QString& label) {
  auto* list = new QComboBox(&form);
  list->setObjectName(name);
  list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  list->setMinimumContentsLength(8);
  leave_wheel_to_panel(*list);
  add_form_row(form, label, list);
  return list;
}

QString layer_label(const LayerInfo& layer) {
  return tr_(text("{1} ({2} features)", layer.name, layer.features));
}

std::string chosen_crs(const QComboBox& list) {
  const int listed = list.findText(list.currentText());
  return (listed >= 0 ? list.itemData(listed).toString() : list.currentText().trimmed()).toStdString();
}

}  // namespace

ImportSettings::ImportSettings(QWidget* parent) : QWidget(parent) {
  setFixedWidth(320);
  make_form(*this);
  build_reading();
  build_meaning();
  crs_ = new CrsChooser(this);
  add_form_line(*this, crs_);
  connect(crs_, &CrsChooser::chosen, this, [this](const QString& crs, bool swap) {
    settings_.crs = crs.toStdString();
    settings_.swap_axes = swap;
    emit read_again(settings_);
  });
}

void ImportSettings::build_reading() {
  layer_ = add_list(*this, "layer", tr_("Layer"));
  encoding_ = add_list(*this, "encoding", tr_("Encoding"));
  for (const std::string& name : known_encodings()) encoding_->addItem(q(name), q(name));
  encoding_note_ = plain_label({}, this);
  encoding_note_->setWordWrap(true);
  add_form_row(*this, {}, encoding_note_);
  delimiter_ = add_list(*this, "delimiter", tr_("Columns divided by"));
  delimiter_->addItem(tr_("Semicolon"), QString(';'));
  delimiter_->addItem(tr_("Comma"), QString(','));
  delimiter_->addItem(tr_("Tab"), QString('\t'));
  delimiter_->addItem(tr_("Bar |"), QString('|'));
  header_row_ = new QSpinBox(this);
  header_row_->setObjectName("header_row");
  header_row_->setRange(1, 999);
  leave_wheel_to_panel(*header_row_);
  add_form_row(*this, tr_("Names stand in row"), header_row_);
  for (QComboBox* list : {layer_, encoding_, delimiter_})
    connect(list, &QComboBox::activated, this, &ImportSettings::ask_again);
  connect(header_row_, &QSpinBox::editingFinished, this, &ImportSettings::ask_again);
}

void ImportSettings::build_meaning() {
  level_ = add_list(*this, "level_name", tr_("Level"));
  level_->setEditable(true);
  level_->setInsertPolicy(QComboBox::NoInsert);
  year_ = new QLineEdit(this);
  year_->setObjectName("year");
  year_->setPlaceholderText(tr_("from the file"));
  add_form_row(*this, tr_("Year"), year_);
  numbers_ = add_list(*this, "numbers", tr_("Number style"));
  numbers_->addItem(QStringLiteral("1.234,50"), true);
  numbers_->addItem(QStringLiteral("1,234.50"), false);
  dates_ = add_list(*this, "dates", tr_("03/04/2025 is"));
  dates_->addItem(tr_("3 April"), true);
  dates_->addItem(tr_("4 March"), false);
  table_crs_ = add_list(*this, "table_crs", tr_("Coordinates"));
  table_crs_->setEditable(true);
  table_crs_->setInsertPolicy(QComboBox::NoInsert);
  table_crs_->addItem(tr_("as they look, cell by cell"), QString());
  table_crs_->lineEdit()->setCursorPosition(0);
  for (const int code : {25833, 25832, 5650, 31468, 4326, 3857}) {
    const Crs crs = crs_from_epsg(code);
    table_crs_->addItem(q(crs_code(crs) + " · " + crs_name(crs)), q(crs_code(crs)));
  }
}

void ImportSettings::show_source(const SourceData& source, const ImportChoices& choices, const Plan& plan) {
  settings_ = source.settings;
  show_reading(source);
  show_meaning(source, choices, plan);
  const bool geodata = !is_text_table(source.settings.file);
  set_row_visible(*this, crs_, geodata);
  if (geodata) crs_->show_source(source, plan);
}

/// Layers of a geodata file, or sheets of a spreadsheet: one list, since a file has either.
void ImportSettings::show_layers(const SourceData& source) {
  layer_->clear();
  for (const LayerInfo& layer : source.layers) layer_->addItem(layer_label(layer), q(layer.name));
  if (source.features) layer_->setCurrentIndex(layer_->findData(q(source.features->layer)));
  if (source.table && !source.features) {
    for (const std::string& sheet : source.table->sheets) layer_->addItem(q(sheet), q(sheet));
    layer_->setCurrentIndex(layer_->findData(q(source.table->sheet)));
  }
  set_row_label(*this, layer_, source.layers.empty() ? tr_("Sheet") : tr_("Layer"));
  set_row_visible(*this, layer_, layer_->count() > 1);
}

void ImportSettings::show_reading(const SourceData& source) {
  const bool is_table = is_text_table(source.settings.file);
  show_layers(source);
  const bool bytes = source.table && (source.table->format == "CSV" || source.table->format == "TSV");
  const bool guessed = source.features ? source.features->encoding_guessed : bytes && source.table->encoding_guessed;
  const std::string encoding = source.features ? source.features->report.encoding
                               : source.table  ? source.table->encoding
                                               : "";
  if (encoding_->findData(q(encoding)) < 0 && !encoding.empty()) encoding_->addItem(q(encoding), q(encoding));
  encoding_->setCurrentIndex(encoding_->findData(q(encoding)));
  set_row_visible(*this, encoding_,
                  bytes || guessed || !source.settings.encoding.empty() || (is_table && !source.table));
  encoding_note_->setText(tr_("Guessed: please look whether ä, ö, ü and ß are right."));
  set_row_visible(*this, encoding_note_, guessed && source.settings.encoding.empty());
  set_row_visible(*this, delimiter_, bytes);
  set_row_visible(*this, header_row_, is_table);
  if (!source.table) return;
  delimiter_->setCurrentIndex(delimiter_->findData(QString(QChar::fromLatin1(source.table->delimiter))));
  const QSignalBlocker quiet(header_row_);
  header_row_->setValue(static_cast<int>(source.table->header_row));
}

void ImportSettings::show_meaning(const SourceData& source, const ImportChoices& choices, const Plan& plan) {
  const bool measures = choices.kind == ImportKind::measures;
  const bool districts = choices.kind == ImportKind::districts;
  level_->clear();
  level_->lineEdit()->setPlaceholderText(districts ? tr_("from the file’s name") : tr_("the one that fits best"));
  for (const Level& level : plan.levels) level_->addItem(q(level.name));
  level_->setEditText(q(choices.level));
  set_row_visible(*this, level_, !measures);
  set_row_visible(*this, year_, choices.kind == ImportKind::statistics);
  year_->setText(choices.year ? QString::number(*choices.year) : QString());
  const bool typed_cells = measures && source.table != nullptr && !source.features;
  numbers_->setCurrentIndex(choices.mapping.decimal_comma ? 0 : 1);
  dates_->setCurrentIndex(choices.mapping.day_first ? 0 : 1);
  for (QComboBox* list : {numbers_, dates_, table_crs_}) set_row_visible(*this, list, typed_cells);
}

void ImportSettings::complete(ImportChoices& choices) const {
  choices.level = level_->currentText().trimmed().toStdString();
  choices.mapping.decimal_comma = numbers_->currentData().toBool();
  choices.mapping.day_first = dates_->currentData().toBool();
  bool is_year = false;
  const int year = year_->text().trimmed().toInt(&is_year);
  choices.year = is_year ? std::optional(year) : std::nullopt;
  const std::string crs = chosen_crs(*table_crs_);
  choices.measures_crs = crs.empty() ? std::nullopt : crs_from_text(crs);
}

void ImportSettings::ask_again() {
  SourceSettings next = settings_;
  if (layer_->currentIndex() >= 0 && layer_->count() > 1) next.layer = layer_->currentData().toString().toStdString();
  if (sender() == encoding_) next.encoding = encoding_->currentData().toString().toStdString();
  if (sender() == delimiter_) next.delimiter = delimiter_->currentData().toString().front().toLatin1();
  if (sender() == header_row_) {
    if (settings_.header_row == header_row_->value()) return;
    next.header_row = header_row_->value();
  }
  emit read_again(next);
}

}  // namespace smile::viewer
