#pragma once
// A table of a finding for a view: figures as people read them, sorted by what they are.

#include <QAbstractTableModel>

#include "gis/plan/finding.h"

namespace smile::viewer {

class FindingModel : public QAbstractTableModel {
  Q_OBJECT
public:
  explicit FindingModel(QObject* parent);
  /// A table of the same columns keeps order and selection: figures that follow a drag.
  void show_table(const FindingTable& table);
  const FindingTable& table() const { return table_; }
  Id district_at(int row) const;
  Id measure_at(int row) const;
  QString cell(int row, int column) const;
  QString cell_for_spreadsheet(int row, int column) const;  ///< without thousands separators

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

private:
  std::size_t row_of(int row) const { return order_[static_cast<std::size_t>(row)]; }
  void put_in_order();

  FindingTable table_;
  std::vector<std::size_t> order_;
  int sorted_by_ = -1;
  Qt::SortOrder sort_order_ = Qt::AscendingOrder;
};

}  // namespace smile::viewer
