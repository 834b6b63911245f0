#include "viewer/panels/finding_model.h"

#include <QCollator>
#include <QFont>
#include <algorithm>
#include <numeric>

#include "gis/words/numbers.h"
#include "viewer/panels/table_text.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

bool same_shape(const FindingTable& a, const FindingTable& b) {
  const auto same_name = [](const FindingColumn& x, const FindingColumn& y) { return x.name == y.name; };
  return rows_of(a) == rows_of(b) && a.total == b.total &&
         std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(), same_name);
}

}  // namespace

FindingModel::FindingModel(QObject* parent) : QAbstractTableModel(parent) {}

void FindingModel::show_table(const FindingTable& table) {
  if (same_shape(table, table_) && rowCount() > 0) {
    table_ = table;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    return;
  }
  beginResetModel();
  table_ = table;
  order_.resize(rows_of(table_));
  sorted_by_ = -1;
  put_in_order();
  endResetModel();
}

Id FindingModel::district_at(int row) const {
  if (row < 0 || row >= rowCount() || row_of(row) >= table_.districts.size()) return 0;
  return table_.districts[row_of(row)];
}

Id FindingModel::measure_at(int row) const {
  if (row < 0 || row >= rowCount() || row_of(row) >= table_.measures.size()) return 0;
  return table_.measures[row_of(row)];
}

int FindingModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(order_.size());
}
int FindingModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(table_.columns.size());
}

QString FindingModel::cell(int row, int at) const {
  const FindingColumn& column = table_.columns[static_cast<std::size_t>(at)];
  return q(cell_in_words(language(), column, row_of(row)));
}

QString FindingModel::cell_for_spreadsheet(int row, int at) const {
  const FindingColumn& column = table_.columns[static_cast<std::size_t>(at)];
  const std::size_t of = row_of(row);
  if (figure_at(column, of).state == Figure::State::suppressed) return QStringLiteral(".");  // as exports have it
  if (of >= column.figures.size() || !column.figures[of])
    return of < column.words.size() ? q(column.words[of]) : QString();
  return spreadsheet_number(language(), *column.figures[of] * (column.share ? 100 : 1), column.digits);
}

QVariant FindingModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const FindingColumn& column = table_.columns[static_cast<std::size_t>(index.column())];
  if (role == Qt::DisplayRole) return cell(index.row(), index.column());
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::Alignment(column.words.empty() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role == Qt::FontRole && table_.total && row_of(index.row()) + 1 == order_.size()) {
    QFont bold;
    bold.setBold(true);
    return bold;
  }
  return {};
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  const FindingColumn& column = table_.columns[static_cast<std::size_t>(section)];
  if (role == Qt::DisplayRole) return tr_(column.name);
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::Alignment(column.words.empty() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  return {};
}

void FindingModel::sort(int column, Qt::SortOrder order) {
  emit layoutAboutToBeChanged();
  const std::vector<std::size_t> before = order_;
  sorted_by_ = column;
  sort_order_ = order;
  put_in_order();
  const QModelIndexList old = persistentIndexList();
  for (const QModelIndex& one : old) {
    const std::size_t of = before[static_cast<std::size_t>(one.row())];
    const auto now = std::find(order_.begin(), order_.end(), of) - order_.begin();
    changePersistentIndex(one, index(static_cast<int>(now), one.column()));
  }
  emit layoutChanged();
}

/// The total stays at the end; rows without a figure come before it.
void FindingModel::put_in_order() {
  std::iota(order_.begin(), order_.end(), 0U);
  if (sorted_by_ < 0 || sorted_by_ >= columnCount()) return;
  const FindingColumn& column = table_.columns[static_cast<std::size_t>(sorted_by_)];
  const bool down = sort_order_ == Qt::DescendingOrder;
  QCollator words;
  words.setNumericMode(true);
  const auto end = order_.end() - (table_.total && !order_.empty() ? 1 : 0);
  std::stable_sort(order_.begin(), end, [&](std::size_t a, std::size_t b) {
    if (!column.words.empty()) {
      const int order = words.compare(q(column.words[a]), q(column.words[b]));
      return down ? order > 0 : order < 0;
    }
    const auto &x = column.figures[a], &y = column.figures[b];
    if (!x || !y) return x.has_value() && !y.has_value();
    return down ? *x > *y : *x < *y;
  });
}

}  // namespace smile::viewer
