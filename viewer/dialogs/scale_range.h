#pragma once
// From which scale to which a layer is shown: two lists of the usual scales.

#include <QWidget>

class QComboBox;

namespace smile::viewer {

class ScaleRange : public QWidget {
  Q_OBJECT
public:
  explicit ScaleRange(QWidget* parent);
  /// 1:closest … 1:farthest; 0: without limit.
  void show_range(double closest, double farthest);

signals:
  void changed(double closest, double farthest);

private:
  QComboBox* closest_;
  QComboBox* farthest_;
};

}  // namespace smile::viewer
