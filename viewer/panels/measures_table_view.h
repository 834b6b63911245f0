#pragma once
// The list of measures itself: a quiet table whose selection is the Document's.

#include <QTableView>

#include "viewer/panels/measures_table_model.h"

class QMenu;

namespace smile::viewer {

class Document;

class MeasuresView : public QTableView {
  Q_OBJECT
public:
  MeasuresView(Document& document, MeasuresModel& model, QWidget* parent);

  /// The selected rows, or all shown ones, as text for a spreadsheet.
  QString spreadsheet() const;
  void copy() const;
  void delete_selected();
  void duplicate_selected();
  /// The columns to choose from, as a menu of its own.
  void fill_column_menu(QMenu& menu);

protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void show_on_map(const QModelIndex& index);
  void follow_scenario();
  void tick(Id measure, bool in);
  void follow_document();
  void tell_document();
  void restore_columns();
  void keep_columns() const;
  void fit_columns();
  void stretch_title();
  std::vector<int> columns_as_shown() const;

  Document& document_;
  MeasuresModel& model_;
  bool following_ = false;
  bool fitting_ = false;
  Id scenario_ = -1;      ///< that the column of boxes was last shown or hidden for
  bool chosen_ = false;   ///< the user has given columns their widths
  int fitted_width_ = 0;  ///< of the view the columns were fitted to
  int fitted_total_ = 0;  ///< measures in the plan then
};

}  // namespace smile::viewer
