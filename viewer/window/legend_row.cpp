#include "viewer/window/legend_row.h"

#include <QBoxLayout>
#include <QPainter>

#include "gis/words/numbers.h"
#include "layers/symbols.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

QPixmap empty_picture(QSize size, double ratio) {
  QPixmap picture(size * ratio);
  picture.setDevicePixelRatio(ratio);
  picture.fill(Qt::transparent);
  return picture;
}

/// Of several colours the one that tells most.
layers::FeaturePaint sign_of(const MapLayer& layer, layers::Theme theme) {
  layers::FeaturePaint paint = layers::plain_paint(layer, theme);
  const LayerStyle& style = layer.style;
  if (style.method == StyleMethod::categories && !style.categories.empty())
    paint.fill = QColor(q(style.categories.front().colour));
  else if (style.method == StyleMethod::heat_map)
    paint.fill = layers::ramp(theme, 4, style.ramp.empty() ? layers::heat_ramp : style.ramp)[2];
  else if (style.method == StyleMethod::classes)
    paint.fill = layers::ramp(theme, 4, style.ramp)[2];
  else
    return paint;
  paint.edge = layers::edge_of(paint.fill, theme);
  return paint;
}

}  // namespace

QPixmap class_swatch(const layers::LegendClass& one, double ratio) {
  QPixmap picture = empty_picture({24, 16}, ratio);
  QPainter painter(&picture);
  const QRectF box(0.5, 0.5, 23, 15);
  painter.setOpacity(one.opacity);
  painter.fillRect(box, one.fill);
  if (one.no_data) painter.fillRect(box, QBrush(QColor(128, 128, 128), Qt::BDiagPattern));
  painter.setOpacity(1);
  painter.setPen(QColor(128, 128, 128, 160));
  painter.drawRect(box);
  return picture;
}

QPixmap phase_swatch(layers::PhaseFill fill, double ratio) {
  QPixmap picture = empty_picture({20, 20}, ratio);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  layers::draw_phase_key(painter, QPointF(10, 10), fill, 14);
  return picture;
}

QPixmap badge_swatch(layers::Theme theme, double ratio) {
  QPixmap picture = empty_picture({24, 20}, ratio);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  layers::draw_badge_key(painter, QPointF(12, 10), theme);
  return picture;
}

QPixmap feature_swatch(GeometryKind kind, const layers::FeaturePaint& paint, double ratio, double opacity) {
  const int circle = kind == GeometryKind::point ? static_cast<int>(paint.width) + 3 : 0;
  const QSize size(std::max(24, circle), std::max(20, circle));
  QPixmap picture = empty_picture(size, ratio);
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setOpacity(opacity);
  layers::draw_sample(painter, QRectF(2.5, size.height() / 2.0 - 5.5, size.width() - 5, 11), kind, paint);
  return picture;
}

QPixmap layer_swatch(const MapLayer& layer, layers::Theme theme, double ratio) {
  return feature_swatch(layer.kind, sign_of(layer, theme), ratio);
}

LegendRow::LegendRow(const QPixmap& picture, const QString& words, int count, QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(4, 3, 8, 3);
  row->setSpacing(8);
  auto* sign = plain_label({}, this);
  sign->setPixmap(picture);
  sign->setFixedWidth(std::max(24, static_cast<int>(picture.width() / picture.devicePixelRatio())));
  sign->setAlignment(Qt::AlignCenter);
  const QString number = count < 0 ? QString() : q(format_integer(language(), count));
  QLabel* how_many = plain_label(number, this);
  how_many->setObjectName("quiet");
  row->addWidget(sign);
  QLabel* label = plain_label(words, this);
  label->setWordWrap(true);
  row->addWidget(label, 1);
  row->addWidget(how_many);
  setAccessibleName(number.isEmpty() ? words : words + ", " + number);
}

void LegendRow::on_hover(std::function<void(bool)> told) {
  told_ = std::move(told);
  setFocusPolicy(Qt::TabFocus);
}

void LegendRow::tell(bool over) {
  if (!told_ || over == over_) return;
  over_ = over;
  update();
  told_(over);
}

void LegendRow::enterEvent(QEnterEvent* event) {
  tell(true);
  QWidget::enterEvent(event);
}

void LegendRow::leaveEvent(QEvent* event) {
  tell(false);
  QWidget::leaveEvent(event);
}

void LegendRow::focusInEvent(QFocusEvent* event) {
  tell(true);
  QWidget::focusInEvent(event);
}

void LegendRow::focusOutEvent(QFocusEvent* event) {
  tell(false);
  QWidget::focusOutEvent(event);
}

void LegendRow::paintEvent(QPaintEvent* event) {
  QWidget::paintEvent(event);
  if (!over_) return;
  QPainter painter(this);
  QColor veil = palette().highlight().color();
  veil.setAlpha(40);
  painter.fillRect(rect(), veil);
}

}  // namespace smile::viewer
