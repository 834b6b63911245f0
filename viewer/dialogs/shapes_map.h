#pragma once
// A small map that answers one question: does the file lie in the city? The plan's districts in grey, the file above.

#include <QPainterPath>
#include <QWidget>

#include "viewer/dialogs/import_source.h"

namespace smile::viewer {

class ShapesMap : public QWidget {
  Q_OBJECT
public:
  explicit ShapesMap(QWidget* parent);

  void show_shapes(const SourceShapes& shapes);
  QSize sizeHint() const override { return {280, 200}; }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QTransform ground_to_widget() const;

  QPainterPath city_;
  QPainterPath file_;
  std::vector<QPointF> points_;
  QRectF extent_;
};

}  // namespace smile::viewer
