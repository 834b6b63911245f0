#pragma once
// What is doubtful in the open plan: how its file was found, what a check of the plan finds, what imports reported.
// Checked off the window's thread, a moment after each change; the panels share one per Document.

#include <QObject>
#include <QTimer>
#include <cstdint>
#include <vector>

#include "gis/plan/plan.h"
#include "gis/words/issue.h"

namespace smile::viewer {

class Document;
class Tasks;

struct FoundIssue {
  Issue issue;
  std::int64_t report = 0;  ///< id of the import that reported it, 0: the plan as it stands
  bool operator==(const FoundIssue&) const = default;
};

class PlanIssues : public QObject {
  Q_OBJECT
public:
  static PlanIssues& of(Document& document);

  /// Errors first, then warnings, then notes; in each the plan before the imports.
  const std::vector<FoundIssue>& found() const { return found_; }
  /// Errors and warnings: the number on the tab.
  int count() const;
  /// Imports with issues, newest first. Of several imports of one file only the last counts.
  const std::vector<ReportPtr>& imports() const { return imports_; }

  /// What of the layers can't be shown now.
  void show_layers(const Issues& issues);

signals:
  void changed();

private:
  explicit PlanIssues(Document& document);
  void check();
  void take(const Issues& of_plan, const Plan& plan);

  Document& document_;
  Tasks* tasks_;
  QTimer wait_;
  Issues of_layers_;
  std::vector<FoundIssue> found_;
  std::vector<ReportPtr> imports_;
  bool taken_ = false;  ///< a check has ended
};

}  // namespace smile::viewer
