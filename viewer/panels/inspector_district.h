#pragma once
// The page of the inspector for a district: what is known about it, counted off the window's thread.

#include <QWidget>

#include "gis/analysis/district_figures.h"
#include "gis/plan/plan.h"

class QLabel;

namespace smile::viewer {

class Document;
class Tasks;

class DistrictPage : public QWidget {
  Q_OBJECT
public:
  DistrictPage(Document& document, QWidget* parent);

  void show_district();

private:
  void compute();
  void show_known(const District& district, const Plan& plan);
  void show_figures(Id district, const FiguresResult& result, const Plan& plan);
  void show_statistics(const District& district, const Plan& plan);

  Document& document_;
  Tasks* tasks_;
  QLabel* title_ = nullptr;
  QLabel* subtitle_ = nullptr;
  QWidget* known_ = nullptr;
  QWidget* figures_ = nullptr;
  QLabel* method_ = nullptr;
  QLabel* statistics_heading_ = nullptr;
  QWidget* statistics_ = nullptr;
  PlanPtr computed_from_;
  Id computed_for_ = 0;
};

}  // namespace smile::viewer
