#pragma once
// The scale of the map: says it, and takes another one.

#include <QComboBox>

namespace smile::viewer {

class MapView;

class ScaleBox : public QComboBox {
public:
  explicit ScaleBox(QWidget* parent);
  void follow(MapView& map);

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

private:
  void show_scale();
  void take(const QString& words);

  MapView* map_ = nullptr;
};

}  // namespace smile::viewer
