#pragma once
// A map service becomes a layer: kind, address, what it offers, credit. Nothing is asked of a server before the button
// is pressed.

#include <QDialog>

#include "gis/formats/map_service.h"
#include "gis/intake/rasters.h"

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace smile::viewer {

class Document;
class TaskStrip;

class MapServiceDialog : public QDialog {
  Q_OBJECT
public:
  MapServiceDialog(Document& document, QWidget* parent);

private:
  QWidget* make_form();
  QWidget* make_address_row(QWidget* form);
  void make_buttons(QBoxLayout& column);
  void kind_from_address();
  void choose_kind();
  void ask();
  void show_layers(const std::vector<ServiceLayer>& layers);
  void filter_layers();
  void add();
  ServiceOptions options() const;
  bool is_tiles() const;
  void update_buttons();

  Document& document_;
  QWidget* form_ = nullptr;
  QComboBox* kind_ = nullptr;
  QLineEdit* address_ = nullptr;
  QPushButton* ask_ = nullptr;
  QWidget* choice_ = nullptr;
  QLineEdit* filter_ = nullptr;
  QListWidget* layers_ = nullptr;
  QLineEdit* zooms_ = nullptr;
  QLineEdit* name_ = nullptr;
  QLineEdit* credit_ = nullptr;
  TaskStrip* strip_ = nullptr;
  QPushButton* add_ = nullptr;
};

void open_map_service_dialog(QWidget* parent, Document& document);

}  // namespace smile::viewer
