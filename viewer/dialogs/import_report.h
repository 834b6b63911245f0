#pragma once
// What an import would do, before it is done: how many come in, what was repaired or guessed, which names are unknown.

#include <QWidget>

#include "gis/intake/districts.h"
#include "gis/plan/plan.h"

class QLabel;

namespace smile::viewer {

class IssuesModel;
class IssuesView;

class ImportReport : public QWidget {
  Q_OBJECT
public:
  explicit ImportReport(QWidget* parent);

  void show_intake(const Intake& intake, const Plan& plan, bool offer_aliases);
  void forget_aliases() { chosen_.clear(); }
  /// Names of the file and the codes of the districts they were said to mean.
  std::vector<std::pair<std::string, std::string>> aliases() const;

signals:
  void aliases_changed();

private:
  void show_facts(const Intake& intake);
  void show_aliases(const Intake& intake, const Plan& plan);

  QLabel* headline_;
  QLabel* places_;
  QWidget* facts_;
  QWidget* aliases_;
  QLabel* aliases_heading_;
  IssuesModel* issues_;
  IssuesView* view_;
  QLabel* details_;
  std::vector<std::pair<std::string, std::string>> chosen_;
};

/// "118 new, 2 changed": what an import does, in one sentence.
QString intake_sentence(const Intake& intake);

}  // namespace smile::viewer
