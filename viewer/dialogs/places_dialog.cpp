#include "viewer/dialogs/places_dialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "gis/formats/osm.h"
#include "gis/intake/place_kinds.h"
#include "gis/intake/places.h"
#include "gis/store/taken_layer.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

class PlacesDialog : public QDialog {
public:
  PlacesDialog(Document& document, QWidget* parent, const QString& file);

private:
  void build_fields(QBoxLayout& column);
  void build_buttons(QBoxLayout& column);
  QLineEdit* add_line(QFormLayout& form, const char* name, const QString& label, const QString& placeholder);
  void choose_file();
  void take(const QString& file);
  std::optional<PlacesOptions> options();
  void add();
  void show_added(const PlacesIntake& places);
  void update_buttons();

  Document& document_;
  QLineEdit* file_ = nullptr;
  QComboBox* kind_ = nullptr;
  QLineEdit* name_ = nullptr;
  QLineEdit* capacity_ = nullptr;
  QLineEdit* where_ = nullptr;
  QLineEdit* crs_ = nullptr;
  QLabel* added_;
  TaskStrip* strip_;
  QPushButton* add_ = nullptr;
};

PlacesDialog::PlacesDialog(Document& document, QWidget* parent, const QString& file)
    : QDialog(parent), document_(document), added_(plain_label({}, this)), strip_(new TaskStrip(this)) {
  setObjectName("places_dialog");
  setWindowTitle(tr_("Add places people walk to"));
  resize(560, 340);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(8);
  build_fields(*column);
  added_->setObjectName("added");
  added_->setWordWrap(true);
  column->addWidget(added_);
  column->addStretch();
  column->addWidget(strip_);
  build_buttons(*column);
  connect(strip_, &TaskStrip::busy_changed, this, [this] { update_buttons(); });
  if (!file.isEmpty()) take(file);
  update_buttons();
}

QLineEdit* PlacesDialog::add_line(QFormLayout& form, const char* name, const QString& label,
                                  const QString& placeholder) {
  auto* line = new QLineEdit(this);
  line->setObjectName(name);
  line->setAccessibleName(label);
  line->setPlaceholderText(placeholder);
  form.addRow(plain_label(label, this), line);
  return line;
}

void PlacesDialog::build_fields(QBoxLayout& column) {
  auto* form = new QFormLayout;
  form->setSpacing(8);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  file_ = new QLineEdit(this);
  file_->setObjectName("file");
  file_->setAccessibleName(tr_("File"));
  file_->setPlaceholderText(tr_("Geodata, OpenStreetMap, or a timetable in GTFS"));
  auto* choose = new QPushButton(tr_("Choose…"), this);
  choose->setAutoDefault(false);
  row->addWidget(file_, 1);
  row->addWidget(choose);
  form->addRow(plain_label(tr_("File"), this), row);
  kind_ = new QComboBox(this);
  kind_->setObjectName("kind");
  kind_->setAccessibleName(tr_("Kind of places"));
  kind_->setEditable(true);
  kind_->addItem(tr_("as the file's name says"), QString());
  for (const PlaceKind& kind : place_kinds()) kind_->addItem(q(say(kind.name)), q(std::string(kind.word)));
  form->addRow(plain_label(tr_("Kind of places"), this), kind_);
  name_ = add_line(*form, "name", tr_("Name of the layer"), tr_("by the kind or the file"));
  capacity_ = add_line(*form, "capacity", tr_("Size or seats"), tr_("column; found by itself"));
  where_ = add_line(*form, "where", tr_("Only where"), tr_("all; or column=value, several with a semicolon"));
  crs_ = add_line(*form, "crs", tr_("Coordinate system of the file"), tr_("as the file says; or EPSG:25833"));
  column.addLayout(form);
  connect(choose, &QPushButton::clicked, this, [this] { choose_file(); });
  connect(file_, &QLineEdit::textChanged, this, [this] { update_buttons(); });
}

void PlacesDialog::build_buttons(QBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  auto* leave = new QPushButton(tr_("Close"), this);
  leave->setAutoDefault(false);
  add_ = new QPushButton(tr_("Add"), this);
  add_->setObjectName("add");
  add_->setDefault(true);
  row->addWidget(leave);
  row->addStretch();
  row->addWidget(add_);
  column.addLayout(row);
  connect(leave, &QPushButton::clicked, this, &QDialog::close);
  connect(add_, &QPushButton::clicked, this, [this] { add(); });
}

void PlacesDialog::choose_file() {
  const QString file = QFileDialog::getOpenFileName(
      this, tr_("Add places people walk to"), last_folder(),
      tr_("Geodata, OpenStreetMap, timetables (*.gpkg *.geojson *.json *.shp *.kml *.gml *.fgb *.zip *.pbf *.osm "
          "stops.txt);;All files (*)"));
  if (file.isEmpty()) return;
  keep_folder(file);
  take(file);
}

/// A timetable that lies unpacked is chosen by one of its files.
void PlacesDialog::take(const QString& file) {
  const QFileInfo chosen(file);
  file_->setText(chosen.fileName() == "stops.txt" ? chosen.absolutePath() : file);
}

/// std::nullopt, and said, where something is missing or no condition.
std::optional<PlacesOptions> PlacesDialog::options() {
  PlacesOptions out;
  const int listed = kind_->findText(kind_->currentText());
  out.kind = (listed >= 0 ? kind_->itemData(listed).toString() : kind_->currentText().trimmed()).toStdString();
  out.name = name_->text().trimmed().toStdString();
  out.capacity = capacity_->text().trimmed().toStdString();
  if (const QString crs = crs_->text().trimmed(); !crs.isEmpty()) out.read.crs = crs.toStdString();
  if (out.kind.empty() && where_->text().trimmed().isEmpty() && is_osm_file(file_->text().toStdString())) {
    strip_->show_failure(tr_("OpenStreetMap holds everything there is: choose the kind of places."));
    return std::nullopt;
  }
  for (const QString& condition : where_->text().split(';', Qt::SkipEmptyParts)) {
    const qsizetype equals = condition.indexOf('=');
    if (equals < 1) {
      strip_->show_failure(tr_("A condition is a column, an equals sign and a value: art=Kita."));
      return std::nullopt;
    }
    out.where.emplace_back(condition.left(equals).trimmed().toStdString(),
                           condition.mid(equals + 1).trimmed().toStdString());
  }
  return out;
}

void PlacesDialog::add() {
  const auto chosen = options();
  if (!chosen) return;
  added_->setText({});
  const auto work = [this, chosen = *chosen, file = file_->text().toStdString(),
                     plan = document_.plan()](const Progress& progress) -> std::function<void()> {
    const PlacesIntake places = intake_places(file, chosen, *plan, progress);
    const auto tables = document_.take_features(places.data, places.layer.name, places.crs, progress);
    return [this, places, tables] {
      document_.apply(together(text("Add layer “{1}”", places.layer.name),
                               {add_taken(places.layer, tables, places.crs), add_report(places.report)}));
      show_added(places);
    };
  };
  strip_->start(tr_("Adding places"), work);
}

void PlacesDialog::show_added(const PlacesIntake& places) {
  constexpr std::size_t most = 4;  // all of them stand in the list of issues
  const auto count = std::ssize(places.data.features.kinds);
  QStringList lines{
      tr_(text_n(count, "{1} place in the layer “{2}”.", "{1} places in the layer “{2}”.", count, places.layer.name))};
  const Issues& issues = places.report.issues;
  for (std::size_t i = 0; i < std::min(most, issues.size()); ++i) lines << tr_(issues[i].message);
  added_->setText(lines.join('\n'));
  name_->clear();
}

void PlacesDialog::update_buttons() {
  add_->setEnabled(!strip_->busy() && !file_->text().trimmed().isEmpty() && !document_.read_only());
}

}  // namespace

QDialog* open_places_dialog(Document& document, QWidget* parent, const QString& file) {
  auto* dialog = new PlacesDialog(document, parent, file);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();
  return dialog;
}

}  // namespace smile::viewer
