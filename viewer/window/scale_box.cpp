#include "viewer/window/scale_box.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QToolTip>

#include "viewer/map/coordinates.h"
#include "viewer/map/map_view.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr double usual[] = {1000, 2500, 5000, 10000, 25000, 50000, 100000};

}  // namespace

ScaleBox::ScaleBox(QWidget* parent) : QComboBox(parent) {
  setObjectName("scale");
  setAccessibleName(tr_("Scale of the map"));
  setToolTip(tr_("Scale of the map; type another one, for example 1:25,000"));
  setEditable(true);
  setInsertPolicy(QComboBox::NoInsert);
  setCompleter(nullptr);
  setFrame(false);
  setSizeAdjustPolicy(QComboBox::AdjustToContents);
  for (const double denominator : usual) addItem(scale_words(denominator), denominator);
  setCurrentIndex(-1);
  setEnabled(false);
  connect(this, &QComboBox::textActivated, this, [this](const QString& words) { take(words); });
}

void ScaleBox::follow(MapView& map) {
  map_ = &map;
  setEnabled(true);
  connect(&map, &MapView::camera_changed, this, [this] {
    if (!lineEdit()->hasFocus()) show_scale();  // what is being typed stays
  });
  connect(&map, &QObject::destroyed, this, [this] { map_ = nullptr; });
  show_scale();
}

void ScaleBox::show_scale() {
  if (map_ != nullptr) setEditText(scale_words(map_->camera().scale_denominator()));
}

void ScaleBox::take(const QString& words) {
  if (map_ == nullptr) return;
  const auto denominator = scale_from_text(words.toStdString());
  if (!denominator) {
    const Text problem = text("“{1}” is no scale; write it as 1:25,000.", words.toStdString());
    QToolTip::showText(mapToGlobal(QPoint(0, -height())), literal(tr_(problem)), this);
    return lineEdit()->selectAll();
  }
  map_->setFocus();
  map_->zoom_to_scale(*denominator);
  show_scale();
}

void ScaleBox::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return take(currentText());
  if (event->key() != Qt::Key_Escape || map_ == nullptr) return QComboBox::keyPressEvent(event);
  map_->setFocus();
  show_scale();
}

void ScaleBox::wheelEvent(QWheelEvent* event) {
  event->ignore();  // passing over it changes nothing
}

void ScaleBox::focusOutEvent(QFocusEvent* event) {
  QComboBox::focusOutEvent(event);
  if (event->reason() != Qt::PopupFocusReason) show_scale();
}

}  // namespace smile::viewer
