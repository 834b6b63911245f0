#include "viewer/dialogs/raster_style_dialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>

#include "viewer/dialogs/scale_range.h"
#include "viewer/document.h"
#include "viewer/layer_store.h"
#include "viewer/panels/inspector_form.h"
#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"
#include "viewer/window/main_window.h"

namespace smile::viewer {
namespace {

class RasterStyleDialog : public QDialog {
public:
  RasterStyleDialog(MainWindow& window, Id layer) : QDialog(&window), window_(window), id_(layer) {
    setObjectName("raster_style");
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr_("Style of the layer"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* form = new QWidget(this);
    make_fact_form(*form);
    add_words(*form);
    add_look(*form);
    column->addWidget(form);
    column->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr_("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    column->addWidget(buttons);
    connect(window.document(), &Document::plan_changed, this, [this] { show_layer(); });
    connect(this, &QDialog::finished, window.document(), &Document::seal);
    connect(window.layers(), &QObject::destroyed, this, &QDialog::close);  // another plan, language or theme
    setMinimumWidth(400);
    show_layer();
  }

private:
  void add_words(QWidget& form) {
    name_ = new QLineEdit(&form);
    add_form_row(form, tr_("Name"), name_);
    connect(name_, &QLineEdit::editingFinished, this,
            [this] { change([this](MapLayer& layer) { layer.name = name_->text().trimmed().toStdString(); }); });
    credit_ = new QLineEdit(&form);
    credit_->setPlaceholderText(QStringLiteral("© …"));
    add_form_row(form, tr_("Source line"), credit_);
    connect(credit_, &QLineEdit::editingFinished, this,
            [this] { change([this](MapLayer& layer) { layer.credit = credit_->text().trimmed().toStdString(); }); });
  }

  void add_look(QWidget& form) {
    opacity_ = new QSlider(Qt::Horizontal, &form);
    opacity_->setObjectName("raster_opacity");
    opacity_->setRange(10, 100);
    opacity_->setPageStep(10);
    opacity_->setAccessibleName(tr_("Opacity"));
    add_form_row(form, tr_("Opacity"), opacity_);
    connect(opacity_, &QSlider::valueChanged, this, [this](int percent) {
      change_settings([percent](LayerSettings& settings) { settings.opacity = percent / 100.0; });
    });
    connect(opacity_, &QSlider::sliderReleased, window_.document(), &Document::seal);
    grey_ = new QCheckBox(tr_("In shades of grey"), &form);
    grey_->setObjectName("raster_grey");
    grey_->setToolTip(tr_("So that districts and measures stand out."));
    add_form_row(form, tr_("Colours"), grey_);
    connect(grey_, &QCheckBox::toggled, this,
            [this](bool on) { change([on](MapLayer& layer) { layer.style.grey = on; }); });
    range_ = new ScaleRange(&form);
    range_->setObjectName("raster_range");
    add_form_row(form, tr_("Shown"), range_);
    connect(range_, &ScaleRange::changed, this, [this](double closest, double farthest) {
      change_settings([closest, farthest](LayerSettings& settings) {
        settings.closest = closest;
        settings.farthest = farthest;
      });
    });
  }

  void show_layer() {
    const PlanPtr plan = window_.document()->plan();
    const MapLayer* layer = find_layer(*plan, id_);
    if (layer == nullptr) {
      QMetaObject::invokeMethod(this, &QDialog::close, Qt::QueuedConnection);
      return;
    }
    showing_ = true;
    if (!name_->hasFocus()) name_->setText(q(layer->name));
    if (!credit_->hasFocus()) credit_->setText(q(layer->credit)), credit_->setCursorPosition(0);
    grey_->setChecked(layer->style.grey);
    for (const LayerSettings& settings : plan->style.layers)
      if (layer_of_key(settings.layer) == id_) {
        opacity_->setValue(static_cast<int>(settings.opacity * 100 + 0.5));
        range_->show_range(settings.closest, settings.farthest);
      }
    showing_ = false;
  }

  template <class Change>
  void change(Change how) {
    const PlanPtr plan = window_.document()->plan();
    const MapLayer* layer = find_layer(*plan, id_);
    if (showing_ || layer == nullptr) return;
    MapLayer next = *layer;
    how(next);
    if (next == *layer || next.name.empty()) return;
    window_.document()->apply(change_layer(next, text("Style of layer “{1}”", next.name)));
  }

  template <class Change>
  void change_settings(Change how) {
    const PlanPtr plan = window_.document()->plan();
    const MapLayer* layer = find_layer(*plan, id_);
    if (showing_ || layer == nullptr) return;
    MapStyle style = plan->style;
    for (LayerSettings& settings : style.layers)
      if (layer_of_key(settings.layer) == id_) how(settings);
    if (style == plan->style) return;
    Edit edit = set_style(style, text("Style of layer “{1}”", layer->name));
    edit.merge_key = "raster style " + std::to_string(id_);
    window_.document()->apply(edit);
  }

  MainWindow& window_;
  Id id_;
  bool showing_ = false;
  QLineEdit* name_ = nullptr;
  QLineEdit* credit_ = nullptr;
  QSlider* opacity_ = nullptr;
  QCheckBox* grey_ = nullptr;
  ScaleRange* range_ = nullptr;
};

}  // namespace

void open_raster_style(MainWindow& window, Id layer) {
  (new RasterStyleDialog(window, layer))->show();
}

}  // namespace smile::viewer
