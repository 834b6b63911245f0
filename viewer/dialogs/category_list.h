#pragma once
// The kinds of a categorised layer, each with its colour and how many features it has; a double click or Enter changes
// the colour.

#include <QTreeWidget>

#include "gis/plan/layer.h"

namespace smile::viewer {

class CategoryList : public QTreeWidget {
  Q_OBJECT
public:
  explicit CategoryList(QWidget* parent);
  /// counts: by category.
  void show_categories(const std::vector<LayerCategory>& categories, const std::vector<std::size_t>& counts);

signals:
  void colour_wanted(int category);

private:
  std::vector<LayerCategory> shown_;
};

}  // namespace smile::viewer
