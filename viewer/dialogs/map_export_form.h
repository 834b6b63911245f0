#pragma once
// A map on paper as it is to be: which ground, which scale, which paper, which title.

#include <QWidget>
#include <filesystem>
#include <optional>

#include "layers/camera.h"
#include "layers/paper.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace smile::viewer {

/// What the window shows when a map is asked for.
struct MapOnScreen {
  PlanPtr plan;
  std::filesystem::path file;
  layers::Camera camera;
  LayerSet layers;
};

class MapExportForm : public QWidget {
  Q_OBJECT
public:
  MapExportForm(const MapOnScreen& seen, QWidget* parent);

  /// Nothing where the scale that was typed is none.
  std::optional<layers::PaperSettings> settings() const;
  /// "A4"
  QString paper() const;
  /// Says below the field what is wrong with the scale, or nothing.
  void show_problem_of_scale();
  /// For the next map.
  void keep() const;

signals:
  void changed();

private:
  void add_ground(QFormLayout& form);
  void add_scale(QFormLayout& form);
  void add_paper(QFormLayout& form);
  void show_kept();
  std::optional<double> scale() const;

  const MapOnScreen& seen_;
  QComboBox* ground_ = nullptr;
  QComboBox* scale_ = nullptr;
  QLabel* scale_problem_ = nullptr;
  QComboBox* paper_ = nullptr;
  QComboBox* orientation_ = nullptr;
  QComboBox* resolution_ = nullptr;
  QLineEdit* title_ = nullptr;
};

}  // namespace smile::viewer
