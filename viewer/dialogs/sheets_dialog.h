#pragma once
// District sheets: how they are to be left, the pages as they will be right, and out as PDF, pictures or on a printer.

#include <QDialog>
#include <QTimer>
#include <filesystem>
#include <memory>
#include <optional>

#include "layers/sheets.h"
#include "viewer/dialogs/sheets_form.h"

class QBoxLayout;
class QLabel;
class QPrinter;
class QPushButton;
class QStackedWidget;

namespace smile::viewer {

class Document;
class SheetPreview;
class TaskStrip;
class Tasks;

class SheetsDialog : public QDialog {
  Q_OBJECT
public:
  SheetsDialog(Document& document, QWidget* parent);

  /// The pages are as plan and settings say.
  bool is_laid_out() const { return laid_out_ && !stale_; }
  const std::vector<layers::SheetPage>& pages() const { return laid_out_->pages; }
  SheetPreview& preview() const { return *preview_; }
  /// One PDF, or with an ending of .png a picture for each page. overwrite: somebody was asked.
  void save(const std::filesystem::path& file, bool overwrite);
  void print_on(const std::shared_ptr<QPrinter>& printer);

protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  struct LaidOut {
    layers::SheetContent content;
    SheetChoice choice;
    std::vector<layers::SheetPage> pages;
  };
  using LaidOutPtr = std::shared_ptr<const LaidOut>;
  static LaidOut laid_out(const PlanPtr& plan, const PlanPlace& place, const SheetChoice& choice,
                          const LaidOutPtr& before, const Progress& progress);
  QWidget* make_side();
  QWidget* make_pages();
  void add_buttons(QBoxLayout& column);
  void add_undo_keys();
  void follow();
  void lay_out();
  void take(LaidOutPtr laid_out);
  int page_to_show() const;
  std::optional<int> page_of_selected() const;
  void follow_selection();
  void ask_and_save(const QString& ending, const QString& filter);
  void ask_and_print();
  void take_written(const QString& sentence, const QString& file, const Issues& issues);
  void update_buttons();

  Document& document_;
  SheetsForm* form_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  SheetPreview* preview_ = nullptr;
  TaskStrip* laying_out_ = nullptr;
  TaskStrip* writing_ = nullptr;
  QLabel* issue_ = nullptr;
  QLabel* note_ = nullptr;
  QPushButton* open_ = nullptr;
  QPushButton* again_ = nullptr;
  QPushButton* save_pdf_ = nullptr;
  QPushButton* save_pictures_ = nullptr;
  QPushButton* print_ = nullptr;
  QString written_;
  QTimer wait_;  ///< while somebody types or drags, nothing is laid out
  LaidOutPtr laid_out_;
  Tasks* letting_go_;
  bool stale_ = true;
};

/// Does not hold the window; there is one at a time. owner: shown as long as the plan is, the dialog goes with it.
SheetsDialog* open_sheets_dialog(Document& document, QWidget& owner);

}  // namespace smile::viewer
