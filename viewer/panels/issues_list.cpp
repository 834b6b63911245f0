#include "viewer/panels/issues_list.h"

#include <QIcon>
#include <algorithm>

#include "gis/plan/fields.h"
#include "viewer/panels/table_text.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

const char* icon_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "dialog-error";
    case Severity::warning:
      return "dialog-warning";
    case Severity::note:
      break;
  }
  return "dialog-information";
}

QString cell(const Issue& issue, int column) {
  switch (column) {
    case IssuesModel::message_column:
      return tr_(issue.message);
    case IssuesModel::place_column:
      return issue_place(issue);
    case IssuesModel::value_column:
      return q(issue.value);
    default:
      return tr_(issue.proposal);
  }
}

bool has_words(const Issue& issue, const QStringList& words) {
  QString all;
  for (int column = 0; column < IssuesModel::column_count; ++column) all += cell(issue, column).toCaseFolded() + '\n';
  return std::all_of(words.begin(), words.end(), [&](const QString& word) { return all.contains(word); });
}

}  // namespace

QString severity_label(Severity severity) {
  switch (severity) {
    case Severity::error:
      return tr_("Errors");
    case Severity::warning:
      return tr_("Warnings");
    case Severity::note:
      break;
  }
  return tr_("Notes");
}

QString issue_place(const Issue& issue) {
  QStringList parts;
  if (!issue.file.empty()) parts << q(issue.file).section('/', -1);
  if (issue.row) parts << tr_(text("row {1}", *issue.row));
  // An issue of the plan itself names a field, an issue of a file its column.
  const MeasureField* field = issue.file.empty() ? find_field(issue.column) : nullptr;
  if (field != nullptr)
    parts << q(say(field->label));
  else if (!issue.file.empty() && !issue.column.empty())
    parts << tr_(text("column “{1}”", issue.column));
  return parts.join(QStringLiteral(", "));
}

QString issue_details(const Issue& issue) {
  QStringList lines{tr_(issue.message)};
  if (!issue.proposal.empty()) lines << tr_(issue.proposal);
  QStringList where;
  if (const QString place = issue_place(issue); !place.isEmpty()) where << place;
  if (!issue.value.empty()) where << tr_(text("value “{1}”", issue.value));
  if (!where.isEmpty()) lines << where.join(QStringLiteral(" · "));
  return lines.join('\n');
}

IssuesModel::IssuesModel(QObject* parent) : QAbstractItemModel(parent) {}

void IssuesModel::set_issues(std::vector<FoundIssue> issues) {
  beginResetModel();
  issues_ = std::move(issues);
  regroup();
  endResetModel();
}

void IssuesModel::set_filter(const QString& text, std::int64_t report) {
  beginResetModel();
  filter_ = text;
  report_ = report;
  regroup();
  endResetModel();
}

void IssuesModel::regroup() {
  const QStringList words = filter_.toCaseFolded().split(' ', Qt::SkipEmptyParts);
  groups_.clear();
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    Group group{severity, {}};
    for (std::size_t i = 0; i < issues_.size(); ++i) {
      const FoundIssue& found = issues_[i];
      if (found.issue.severity != severity || (report_ >= 0 && found.report != report_)) continue;
      if (words.isEmpty() || has_words(found.issue, words)) group.issues.push_back(i);
    }
    if (!group.issues.empty()) groups_.push_back(std::move(group));
  }
}

int IssuesModel::shown() const {
  int count = 0;
  for (const Group& group : groups_) count += static_cast<int>(group.issues.size());
  return count;
}

const Issue* IssuesModel::issue_at(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == 0) return nullptr;
  const Group& group = groups_[index.internalId() - 1];
  return &issues_[group.issues[static_cast<std::size_t>(index.row())]].issue;
}

// The internal id of an issue is the number of its group from 1; of a group it is 0.
QModelIndex IssuesModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : quintptr{0});
}

QModelIndex IssuesModel::parent(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == 0) return {};
  return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr{0});
}

int IssuesModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return static_cast<int>(groups_.size());
  if (parent.internalId() != 0 || parent.column() != 0) return 0;
  return static_cast<int>(groups_[static_cast<std::size_t>(parent.row())].issues.size());
}

int IssuesModel::columnCount(const QModelIndex& /*parent*/) const {
  return column_count;
}

QVariant IssuesModel::group_data(const Group& group, int column, int role) const {
  if (column != message_column) return {};
  if (role == Qt::DisplayRole)
    return tr_(text("{1} ({2})", severity_label(group.severity).toStdString(), group.issues.size()));
  if (role == Qt::DecorationRole) return QIcon::fromTheme(icon_name(group.severity));
  if (role == Qt::FontRole) {
    QFont bold;
    bold.setBold(true);
    return bold;
  }
  return {};
}

QVariant IssuesModel::data(const QModelIndex& index, int role) const {
  const Issue* issue = issue_at(index);
  if (issue == nullptr)
    return index.isValid() ? group_data(groups_[static_cast<std::size_t>(index.row())], index.column(), role)
                           : QVariant();
  if (role == Qt::DisplayRole) return cell(*issue, index.column()).replace('\n', ' ');
  if (role == Qt::ToolTipRole) return literal(issue_details(*issue));
  if (role == Qt::AccessibleTextRole && index.column() == message_column)
    return QString(severity_label(issue->severity) + ": " + cell(*issue, message_column));
  return {};
}

QVariant IssuesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case message_column:
      return tr_("What was found");
    case place_column:
      return tr_("Where");
    case value_column:
      return tr_("Value");
    default:
      return tr_("What to do");
  }
}

QString IssuesModel::spreadsheet(const QModelIndexList& rows) const {
  std::vector<QStringList> lines;
  const auto add = [&](const Issue& issue) {
    lines.push_back({severity_label(issue.severity), cell(issue, message_column), q(issue.file),
                     issue.row ? QString::number(*issue.row) : QString(), q(issue.column), q(issue.value),
                     cell(issue, proposal_column)});
  };
  for (const QModelIndex& row : rows)
    if (const Issue* issue = issue_at(row)) add(*issue);
  if (lines.empty())
    for (const Group& group : groups_)
      for (const std::size_t i : group.issues) add(issues_[i].issue);
  return spreadsheet_text(
      {tr_("Severity"), tr_("What was found"), tr_("File"), tr_("Row"), tr_("Column"), tr_("Value"), tr_("What to do")},
      lines);
}

}  // namespace smile::viewer
