#include "viewer/dialogs/map_export_dialog.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPainter>
#include <QPushButton>
#include <QShowEvent>

#include "layers/page.h"
#include "viewer/dialogs/save_file.h"
#include "viewer/dialogs/sheet_page_view.h"
#include "viewer/dialogs/task_strip.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int pause_ms = 250;

struct DrawnPage {
  QImage picture;
  double scale = 0;
};

DrawnPage drawn_page(const PlanPtr& plan, const layers::PaperSettings& settings, QSize size, double ratio,
                     const Progress& progress) {
  const QSizeF whole = layers::page_size(settings);
  const double zoom = size.width() / whole.width();
  const layers::Page page(plan, settings, whole, zoom * ratio, progress);
  progress.check();
  QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::white);
  image.setDevicePixelRatio(ratio);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(zoom, size.height() / whole.height());
  page.draw(painter);
  return {image, page.scale()};
}

/// "1:25,000 · A4 · 297 × 210 mm"
QString size_words(const layers::PaperSettings& settings, double scale, const QString& paper) {
  const std::string name = paper.toStdString();
  return tr_(settings.scale
                 ? text("1:{1} · {2} · {3} × {4} mm", scale, name, settings.width_mm, settings.height_mm)
                 : text("about 1:{1} · {2} · {3} × {4} mm", scale, name, settings.width_mm, settings.height_mm));
}

}  // namespace

MapExportDialog::MapExportDialog(MapOnScreen seen, QWidget* parent) : QDialog(parent), seen_(std::move(seen)) {
  setObjectName("map_export");
  setWindowTitle(tr_("Map on paper"));
  resize(1060, 620);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 16, 16, 16);
  column->setSpacing(12);
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  form_ = new MapExportForm(seen_, this);
  form_->setFixedWidth(336);
  row->addWidget(form_, 0, Qt::AlignTop);
  row->addWidget(make_preview(), 1);
  column->addLayout(row, 1);
  add_buttons(*column);
  wait_.setSingleShot(true);
  wait_.setInterval(pause_ms);
  connect(&wait_, &QTimer::timeout, this, &MapExportDialog::draw);
  connect(form_, &MapExportForm::changed, this, &MapExportDialog::follow);
  connect(view_, &SheetPageView::sheet_resized, &wait_, qOverload<>(&QTimer::start));
  connect(this, &QDialog::finished, this, [this] {
    wait_.stop();
    drawing_->delete_when_settled(*this);
  });
}

QWidget* MapExportDialog::make_preview() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  view_ = new SheetPageView(box);
  column->addWidget(view_, 1);
  auto* row = new QHBoxLayout;
  size_ = plain_label({}, box);
  size_->setObjectName("map_size");
  drawing_ = new TaskStrip(box);
  drawing_->setObjectName("drawing");
  row->addWidget(size_);
  row->addWidget(drawing_, 1);
  column->addLayout(row);
  return box;
}

void MapExportDialog::add_buttons(QBoxLayout& column) {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
  buttons->button(QDialogButtonBox::Cancel)->setText(tr_("Cancel"));
  buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
  save_ = buttons->addButton(tr_("Save as …"), QDialogButtonBox::ActionRole);
  save_->setObjectName("save_map");
  save_->setAutoDefault(false);  // Enter ends the scale that is typed
  connect(save_, &QPushButton::clicked, this, &MapExportDialog::ask_and_save);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  column.addWidget(buttons);
}

void MapExportDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (!event->spontaneous()) follow();
}

/// The page takes its shape at once, with what was drawn if that has it too.
void MapExportDialog::follow() {
  drawn_ = false;
  drawing_->cancel();
  const auto settings = form_->settings();
  save_->setEnabled(settings.has_value());
  if (settings) {
    const bool upright = settings->height_mm > settings->width_mm;
    const bool same_shape = upright == (picture_.height() > picture_.width());
    view_->show_sheet(layers::page_size(*settings).toSize(), same_shape ? picture_ : QImage());
  }
  wait_.start();
}

void MapExportDialog::draw() {
  form_->show_problem_of_scale();
  const auto settings = form_->settings();
  if (!settings) return;
  drawing_->start(tr_("Drawing the page"),
                  [this, plan = seen_.plan, settings = *settings, size = view_->sheet_size(),
                   ratio = devicePixelRatioF()](const Progress& progress) -> std::function<void()> {
                    const DrawnPage page = drawn_page(plan, settings, size, ratio, progress);
                    return [this, settings, page] { take(page.picture, settings, page.scale); };
                  });
}

void MapExportDialog::take(const QImage& picture, const layers::PaperSettings& settings, double scale) {
  picture_ = picture;
  view_->set_picture(picture);
  size_->setText(size_words(settings, scale, form_->paper()));
  drawn_ = true;
}

void MapExportDialog::ask_and_save() {
  const auto settings = form_->settings();
  if (!settings) return;
  const QString stem = q(seen_.file.stem().string()) + "-" + tr_("map");
  const auto named = ask_save_file(
      this, windowTitle(), stem, {tr_("PDF (*.pdf)"), tr_("Picture (*.png)"), tr_("Drawing for further work (*.svg)")});
  if (!named) return;
  form_->keep();
  emit file_named(seen_.plan, *settings, named->file);
  accept();
}

}  // namespace smile::viewer
