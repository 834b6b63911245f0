#pragma once
// Issues as a tree of two levels: errors, warnings, notes, and what belongs to each. Used by the panel and by every
// dialog that shows a report before something happens.

#include <QAbstractItemModel>
#include <QString>
#include <vector>

#include "viewer/panels/plan_issues.h"

namespace smile::viewer {

QString severity_label(Severity severity);
/// "ideenpool.csv, row 17, column “Lage”"; parts that aren't known are left out.
QString issue_place(const Issue& issue);
/// All of an issue in a few lines, for the line below a list and for copying.
QString issue_details(const Issue& issue);

class IssuesModel : public QAbstractItemModel {
  Q_OBJECT
public:
  enum Column { message_column, place_column, value_column, proposal_column, column_count };
  explicit IssuesModel(QObject* parent = nullptr);

  void set_issues(std::vector<FoundIssue> issues);
  /// Only those with all words of the text; report: −1 of all, 0 of the plan, else of that import.
  void set_filter(const QString& text, std::int64_t report);
  int shown() const;
  /// nullptr for the line of a severity.
  const Issue* issue_at(const QModelIndex& index) const;
  QString spreadsheet(const QModelIndexList& rows) const;  ///< of these rows; all shown if there are none

  QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  QModelIndex parent(const QModelIndex& index) const override;
  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
  struct Group {
    Severity severity;
    std::vector<std::size_t> issues;  ///< indices into issues_
  };
  void regroup();
  QVariant group_data(const Group& group, int column, int role) const;

  std::vector<FoundIssue> issues_;
  std::vector<Group> groups_;
  QString filter_;
  std::int64_t report_ = -1;
};

}  // namespace smile::viewer
