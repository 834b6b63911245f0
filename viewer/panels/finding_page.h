#pragma once
// One result: what it means in sentences, its tables and chart, how it was found.

#include <QTimer>
#include <QWidget>

#include "gis/plan/plan.h"

class QComboBox;
class QLabel;
class QSplitter;
class QTableView;

namespace smile::viewer {

class ChartView;
class Document;
class FindingModel;

class FindingPage : public QWidget {
  Q_OBJECT
public:
  FindingPage(Document& document, QWidget* parent);

  /// state: a line about it ("" none): outdated, or following the map.
  void show_finding(const Finding& finding, const Plan& plan, const QString& state, bool problem);
  QString table_for_spreadsheet() const;

private:
  void build_words(QSplitter& parts);
  void build_table(QSplitter& parts);
  void show_tables(const Finding& finding);
  void show_chart();
  void tell_selection();
  void follow_selection();

  Document& document_;
  QLabel* sentences_ = nullptr;
  QLabel* state_ = nullptr;
  QLabel* method_ = nullptr;
  QComboBox* tables_ = nullptr;
  QTableView* view_ = nullptr;
  FindingModel* model_;
  ChartView* chart_ = nullptr;
  QTimer chart_later_;  ///< a chart follows a drag at a calm pace, figures and map at once
  Finding shown_;
  bool following_ = false;
};

}  // namespace smile::viewer
