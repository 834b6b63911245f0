#pragma once
// The import assistant: choose a file, look how it is read and what its columns become, look at the report, import.

#include <QDialog>
#include <optional>

#include "viewer/dialogs/import_source.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace smile::viewer {

class Document;
class ImportReport;
class ImportSettings;
class MappingTable;
class TaskStrip;

class ImportDialog : public QDialog {
  Q_OBJECT
public:
  ImportDialog(Document& document, QWidget* parent);

  /// kind: what it is to become; by default what it looks like.
  void choose_file(const QString& file, std::optional<ImportKind> kind = {});

protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  enum Page { file_page, reading_page, report_page };
  QWidget* make_file_page();
  QWidget* make_reading_page();
  QLayout* make_kind_row(QWidget* page);
  QLayout* make_buttons();
  void ask_for_file();
  void read(const SourceSettings& settings);
  void take_source(const SourceData& source);
  void choose_kind(ImportKind kind);
  void show_choices();
  void show_mapping();
  void name_columns_without_figures();
  ImportChoices choices_made() const;
  void compute_report();
  void take_intake(const Intake& intake);
  void import();
  void show_page(Page page);
  void update_buttons();

  Document& document_;
  std::optional<SourceData> source_;
  ImportChoices choices_;
  std::optional<Intake> intake_;
  std::optional<ImportKind> wanted_kind_;

  QStackedWidget* pages_ = nullptr;
  QPushButton* choose_ = nullptr;
  QLabel* file_name_ = nullptr;
  QButtonGroup* kinds_ = nullptr;
  ImportSettings* settings_ = nullptr;
  MappingTable* mapping_ = nullptr;
  QLabel* mapping_note_ = nullptr;
  ImportReport* report_ = nullptr;
  TaskStrip* strip_ = nullptr;
  QPushButton* back_ = nullptr;
  QPushButton* next_ = nullptr;
};

}  // namespace smile::viewer
