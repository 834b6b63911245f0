#pragma once
// Figures per district as a table: sorted by the values themselves, what is not known last.

#include <QAbstractTableModel>
#include <vector>

#include "gis/analysis/district_figures.h"
#include "gis/plan/plan.h"

namespace smile::viewer {

class DistrictsModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Column { code, name, inhabitants, area, measures, cost, cost_per_head, first_block };
  explicit DistrictsModel(QObject* parent = nullptr);

  /// Figures that were computed from this plan.
  void set_figures(PlanPtr plan, FiguresResult figures);
  Id district_at(int row) const;
  int row_of(Id district) const;
  QString cell_for_spreadsheet(int row, int column) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

private:
  const DistrictFigures& at(int row) const { return figures_.districts[order_[static_cast<std::size_t>(row)]]; }
  QString display(int row, int column) const;
  void arrange();

  PlanPtr plan_;
  FiguresResult figures_;
  std::vector<std::size_t> order_;
  int sort_column_ = -1;
  Qt::SortOrder sort_order_ = Qt::AscendingOrder;
};

}  // namespace smile::viewer
