#pragma once
// How the values of a field are spread, with the limits of the classes: the limits can be dragged.

#include <QColor>
#include <QWidget>
#include <vector>

namespace smile::viewer {

class Histogram : public QWidget {
  Q_OBJECT
public:
  explicit Histogram(QWidget* parent);
  /// values: any order, others than finite ones are left out. limits: one more than colours; rising.
  void show_values(std::vector<double> values);
  void show_limits(std::vector<double> limits, std::vector<QColor> colours);
  const std::vector<double>& limits() const { return limits_; }
  double position_of(double value) const;  ///< in pixels from the left

signals:
  void limits_dragged(const std::vector<double>& limits);
  void drag_ended();

protected:
  QSize sizeHint() const override { return {320, 112}; }
  void paintEvent(QPaintEvent*) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent*) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent*) override { update(); }
  void focusOutEvent(QFocusEvent*) override { update(); }

private:
  QRectF plot() const;
  double value_at(double x) const;
  int limit_at(double x) const;  ///< of the inner ones; -1: none is near
  void move_limit(int index, double value);
  QColor colour_of(double value) const;

  std::vector<int> bars_;
  double low_ = 0, high_ = 1;
  std::vector<double> limits_;
  std::vector<QColor> colours_;
  int dragged_ = -1;
  int current_ = 1;  ///< the limit that the keys move
};

}  // namespace smile::viewer
