#pragma once
#include <QPixmap>
#include <QWidget>
#include <functional>

#include "layers/legend.h"

namespace smile::viewer {

/// A patch of the class's colour, hatched where there are no data.
QPixmap class_swatch(const layers::LegendClass& one, double ratio);

/// How a phase fills a symbol, in no block's colour.
QPixmap phase_swatch(layers::PhaseFill fill, double ratio);

/// Around the signs of measures of whole districts.
QPixmap badge_swatch(layers::Theme theme, double ratio);

/// How features of a layer look, or the sign of a picture (kind none).
QPixmap feature_swatch(GeometryKind kind, const layers::FeaturePaint& paint, double ratio, double opacity = 1);

/// A layer in a list: in its colour, or in one of them.
QPixmap layer_swatch(const MapLayer& layer, layers::Theme theme, double ratio);

/// One line of the legend: picture, words, how many. Tells when the mouse or the focus is on it.
class LegendRow : public QWidget {
public:
  LegendRow(const QPixmap& picture, const QString& words, int count, QWidget* parent);
  void on_hover(std::function<void(bool)> told);

protected:
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void tell(bool over);
  std::function<void(bool)> told_;
  bool over_ = false;
};

}  // namespace smile::viewer
