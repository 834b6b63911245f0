#pragma once
// Pictures of steps, drawn ahead on a thread of their own: what is asked for first comes first. A picture of an earlier
// plan is shown until the new one is there.

#include <QImage>
#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <vector>

#include "layers/step_picture.h"

namespace smile::viewer {

class Document;
class LayerStore;

struct StepImage {
  layers::StepPicture layout;
  QImage image;
};

class StepPictures : public QObject {
  Q_OBJECT
public:
  StepPictures(Document& document, LayerStore& layers, QObject* parent);
  ~StepPictures() override;

  /// size: logical pixels.
  void set_look(QSize size, double device_pixel_ratio, layers::Theme theme);
  /// As many of these as there is memory for, in this order.
  void want(std::vector<Id> steps);
  /// Nullptr before the first; may be of an earlier plan.
  const StepImage* of(Id step) const;
  /// All that are wanted are as the plan is.
  bool idle() const;

signals:
  void drawn(smile::Id step);
  void failed(const QString& sentence);

private:
  struct Worker;
  struct Entry;
  void request();
  void take_news();

  Document& document_;
  LayerStore& layers_;
  std::unique_ptr<Worker> worker_;
  std::map<Id, Entry> entries_;
  std::vector<Id> wanted_;
  QSize size_;
  double ratio_ = 1;
  layers::Theme theme_ = layers::Theme::light;
  QTimer wait_;  ///< while a measure is dragged the plan changes with every step of the mouse
};

}  // namespace smile::viewer
