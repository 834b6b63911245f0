#pragma once
// The page of the inspector when nothing is selected: the plan at a glance.

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace smile::viewer {

class Document;
class PlanIssues;

class PlanPage : public QWidget {
  Q_OBJECT
public:
  PlanPage(Document& document, QWidget* parent);

  void show_plan();

private:
  void build_title();
  void build_currency();
  void show_counts();
  void show_sources();
  void take_title();
  void take_currency();

  Document& document_;
  PlanIssues& issues_;
  QLineEdit* title_ = nullptr;
  QComboBox* currency_ = nullptr;
  QWidget* settings_ = nullptr;
  QLabel* problem_ = nullptr;
  QWidget* counts_ = nullptr;
  QWidget* sources_ = nullptr;
};

/// Codes a city in Europe is likely to need; others can be typed.
QStringList likely_currencies();

}  // namespace smile::viewer
