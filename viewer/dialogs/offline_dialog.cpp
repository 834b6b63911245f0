#include "viewer/dialogs/offline_dialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <algorithm>
#include <cmath>

#include "gis/words/numbers.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/document.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr double scales[] = {50000, 25000, 10000, 5000, 2500, 1000};

/// A name that is free, beside the plan.
std::filesystem::path free_file(const Document& document, const std::string& name) {
  QString stem = q(name).simplified();
  for (const QChar sign : QStringLiteral("/\\:*?\"<>|")) stem.replace(sign, '_');
  const std::filesystem::path folder = document.path().parent_path();
  for (int i = 1;; ++i) {
    const QString file = i == 1 ? stem : stem + ' ' + QString::number(i);
    if (!std::filesystem::exists(folder / (file + ".gpkg").toStdString()))
      return folder / (file + ".gpkg").toStdString();
  }
}

}  // namespace

OfflineDialog::OfflineDialog(Document& document, Id layer_id, QWidget* parent)
    : QDialog(parent), document_(document), id_(layer_id) {
  setObjectName("offline");
  setWindowTitle(tr_("Take the city offline"));
  if (const MapLayer* now = layer()) file_ = free_file(document, now->name);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  QLabel* what = plain_label(
      tr_("The map of the city and a margin around it is written into a file; from then on the plan is drawn from it, "
          "and no server is asked."),
      this);
  what->setWordWrap(true);
  column->addWidget(what);
  column->addWidget(make_form());
  QLabel* terms = make_foot_line(this);
  terms->setText(
      tr_("Not every service allows this: look at its terms of use. Those of OpenStreetMap’s own tiles don’t."));
  column->addWidget(terms);
  column->addStretch();
  strip_ = new TaskStrip(this);
  connect(strip_, &TaskStrip::busy_changed, this, [this] { update_buttons(); });
  connect(this, &QDialog::finished, this, [this] { strip_->delete_when_settled(*this); });
  column->addWidget(strip_);
  make_buttons(*column);
  setMinimumWidth(560);
  show_file();
  measure();
}

QWidget* OfflineDialog::make_form() {
  auto* form = new QWidget(this);
  make_fact_form(*form);
  scale_ = new QComboBox(form);
  scale_->setObjectName("offline_scale");
  for (const double scale : scales) scale_->addItem(tr_(text("1:{1}", scale)), scale);
  scale_->setCurrentIndex(2);
  connect(scale_, &QComboBox::activated, this, [this] { measure(); });
  add_form_row(*form, tr_("Closest scale"), scale_);
  size_ = plain_label({}, form);
  size_->setObjectName("offline_size");
  size_->setWordWrap(true);
  add_form_row(*form, tr_("Size"), size_);
  auto* row = new QWidget(form);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  file_name_ = plain_label({}, row);
  file_name_->setWordWrap(true);
  choose_ = new QPushButton(tr_("Choose …"), row);
  choose_->setAutoDefault(false);
  connect(choose_, &QPushButton::clicked, this, &OfflineDialog::choose_file);
  line->addWidget(file_name_, 1);
  line->addWidget(choose_);
  add_form_row(*form, tr_("File"), row);
  return form;
}

void OfflineDialog::make_buttons(QBoxLayout& column) {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr_("Cancel"));
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
  take_ = buttons->addButton(tr_("Take offline"), QDialogButtonBox::ActionRole);
  take_->setObjectName("take_offline");
  take_->setAutoDefault(false);
  connect(take_, &QPushButton::clicked, this, &OfflineDialog::take);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column.addWidget(buttons);
}

const MapLayer* OfflineDialog::layer() const {
  return find_layer(*document_.plan(), id_);
}

double OfflineDialog::closest() const {
  return scale_->currentData().toDouble();
}

void OfflineDialog::measure() {
  const MapLayer* now = layer();
  if (now == nullptr) return;
  fits_ = false;
  size_->setText(QStringLiteral("…"));
  strip_->start(
      tr_("Counting tiles"),
      [this, plan = document_.plan(), at = *now, scale = closest()](const Progress& progress) -> std::function<void()> {
        return [this, size = size_of(package_of(at, *plan, scale), progress)] { show_size(size); };
      });
}

void OfflineDialog::show_size(const PackageSize& size) {
  fits_ = size.tiles <= most_tiles;
  const double megabytes = std::max(1.0, std::round(static_cast<double>(size.bytes) / 1e6));
  const QString words = tr_(text("{1} tiles in {2} zooms, about {3} MB", size.tiles, size.zooms, megabytes));
  size_->setText(fits_ ? words : words + ": " + tr_("too many for one file; choose a scale further away."));
  update_buttons();
}

void OfflineDialog::choose_file() {
  const QString mbtiles = tr_("MBTiles (*.mbtiles)");
  QString kind = tr_("GeoPackage (*.gpkg)");
  const QString file =
      QFileDialog::getSaveFileName(this, tr_("Take the city offline"), q(file_.string()), kind + ";;" + mbtiles, &kind);
  if (file.isEmpty()) return;
  const bool ends = file.endsWith(".gpkg", Qt::CaseInsensitive) || file.endsWith(".mbtiles", Qt::CaseInsensitive);
  file_ = (ends ? file : file + (kind == mbtiles ? ".mbtiles" : ".gpkg")).toStdString();
  show_file();
}

void OfflineDialog::show_file() {
  std::error_code different;
  const bool plan_itself = std::filesystem::equivalent(file_, document_.path(), different);
  if (plan_itself) file_ = free_file(document_, file_.stem().string());
  file_name_->setText(q(file_.filename().string()));
  file_name_->setToolTip(literal(q(file_.string())));
}

void OfflineDialog::take() {
  const MapLayer* now = layer();
  if (now == nullptr) return;
  strip_->start(tr_("Taking the city offline"),
                [this, plan = document_.plan(), at = *now, scale = closest(),
                 file = file_](const Progress& progress) -> std::function<void()> {
                  write_package(package_of(at, *plan, scale), file, progress);
                  return [this, file] {
                    const MapLayer* then = layer();
                    if (then == nullptr) return;
                    document_.apply(use_offline(*then, file, document_.path().parent_path()));
                    accept();
                  };
                });
}

void OfflineDialog::update_buttons() {
  if (take_ == nullptr) return;
  take_->setEnabled(fits_ && !strip_->busy());
  scale_->setEnabled(!strip_->busy());
  choose_->setEnabled(!strip_->busy());
}

void open_offline_dialog(QWidget* parent, Document& document, Id layer) {
  (new OfflineDialog(document, layer, parent))->open();
}

}  // namespace smile::viewer
