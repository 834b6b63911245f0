#pragma once
// A map on paper: how it is to be left, the page as it will be right, and a file to write it to.

#include <QDialog>
#include <QImage>
#include <QTimer>

#include "viewer/dialogs/map_export_form.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace smile::viewer {

class SheetPageView;
class TaskStrip;

class MapExportDialog : public QDialog {
  Q_OBJECT
public:
  MapExportDialog(MapOnScreen seen, QWidget* parent);

  const MapExportForm& form() const { return *form_; }
  /// The page stands as it is chosen.
  bool is_drawn() const { return drawn_; }
  const QImage& picture() const { return picture_; }

signals:
  void file_named(const smile::PlanPtr& plan, const smile::layers::PaperSettings& settings, const std::string& file);

protected:
  void showEvent(QShowEvent* event) override;

private:
  QWidget* make_preview();
  void add_buttons(QBoxLayout& column);
  void follow();
  void draw();
  void take(const QImage& picture, const layers::PaperSettings& settings, double scale);
  void ask_and_save();

  const MapOnScreen seen_;
  MapExportForm* form_ = nullptr;
  SheetPageView* view_ = nullptr;
  QLabel* size_ = nullptr;
  TaskStrip* drawing_ = nullptr;
  QPushButton* save_ = nullptr;
  QTimer wait_;  ///< while somebody types, nothing is drawn
  QImage picture_;
  bool drawn_ = false;
};

}  // namespace smile::viewer
