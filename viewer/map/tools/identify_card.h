#pragma once
// The answer of the tool that asks the map: what lies at a place, as a tree of things and their values.

#include "viewer/map/identified.h"
#include "viewer/map/map_card.h"

class QCheckBox;
class QTreeWidget;

namespace smile::viewer {

class IdentifyCard : public MapCard {
public:
  /// `chosen` is told which thing of the place is the current one.
  IdentifyCard(QWidget& map, Place place, std::function<void(std::size_t)> chosen, std::function<void()> closed);

private:
  void fill();
  void fit();

  Place place_;
  QTreeWidget* tree_;
  QCheckBox* all_;
};

}  // namespace smile::viewer
