#pragma once
// The export dialog: format and folder left, the pre-flight right, the result in its place once it is written.

#include <QDialog>

#include "gis/exports/export.h"

class QBoxLayout;
class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace smile::viewer {

class Document;
class IssuesModel;
class IssuesView;
class TaskStrip;

class ExportForm : public QDialog {
  Q_OBJECT
public:
  ExportForm(Document& document, QWidget* parent);

  void set_folder(const QString& folder);
  void choose_format(ExportFormat format);

private:
  QWidget* make_settings();
  void add_formats(QBoxLayout& column);
  void add_folder(QBoxLayout& column);
  QWidget* make_preflight();
  QWidget* make_result();
  QLayout* make_buttons();
  ExportSettings settings() const;
  void check();
  void take_preflight(const Preflight& preflight);
  void show_issues(const Preflight& preflight);
  void show_names(const Preflight& preflight);
  void write();
  void take_result(const ExportResult& result);
  void update_buttons();

  Document& document_;
  Preflight preflight_;
  bool checked_ = false;
  IssuesModel* issues_;

  QButtonGroup* formats_ = nullptr;
  QLineEdit* folder_ = nullptr;
  QCheckBox* only_selected_ = nullptr;
  QCheckBox* overwrite_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QLabel* files_ = nullptr;
  QLabel* names_heading_ = nullptr;
  QTableWidget* names_ = nullptr;
  QLabel* issues_heading_ = nullptr;
  IssuesView* issues_view_ = nullptr;
  QLabel* result_title_ = nullptr;
  QLabel* result_files_ = nullptr;
  TaskStrip* strip_ = nullptr;
  QPushButton* write_ = nullptr;
  QPushButton* open_ = nullptr;
};

}  // namespace smile::viewer
