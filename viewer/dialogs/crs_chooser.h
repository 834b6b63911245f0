#pragma once
// In which coordinate system a file is: what it says, the plausible readings, any other code; with the small map and
// one sentence that says where the file then lies.

#include <QWidget>

#include "viewer/dialogs/import_source.h"

class QComboBox;
class QLabel;

namespace smile::viewer {

class ShapesMap;

class CrsChooser : public QWidget {
  Q_OBJECT
public:
  explicit CrsChooser(QWidget* parent);

  void show_source(const SourceData& source, const Plan& plan);

signals:
  /// The user wants the file read so; empty crs: as the file says.
  void chosen(const QString& crs, bool swap_axes);

private:
  void refill(const SourceData& source);
  void show_sentence(const SourceData& source, const Plan& plan);
  void choose();

  QComboBox* systems_;
  ShapesMap* map_;
  QLabel* sentence_;
};

}  // namespace smile::viewer
