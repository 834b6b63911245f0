#pragma once
// A map service taken along in a file: how close, how much that is, progress, and a cross.

#include <QDialog>
#include <filesystem>

#include "gis/intake/rasters.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;

namespace smile::viewer {

class Document;
class TaskStrip;

class OfflineDialog : public QDialog {
  Q_OBJECT
public:
  OfflineDialog(Document& document, Id layer, QWidget* parent);

private:
  QWidget* make_form();
  void make_buttons(QBoxLayout& column);
  const MapLayer* layer() const;
  double closest() const;
  void measure();
  void show_size(const PackageSize& size);
  void choose_file();
  void show_file();
  void take();
  void update_buttons();

  Document& document_;
  Id id_;
  std::filesystem::path file_;
  bool fits_ = false;
  QComboBox* scale_ = nullptr;
  QLabel* size_ = nullptr;
  QLabel* file_name_ = nullptr;
  QPushButton* choose_ = nullptr;
  TaskStrip* strip_ = nullptr;
  QPushButton* take_ = nullptr;
};

void open_offline_dialog(QWidget* parent, Document& document, Id layer);

}  // namespace smile::viewer
