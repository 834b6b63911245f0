#pragma once
// The measures of a plan as a table: rows are made once per measure and kept while it doesn't change, so that an edit
// among thousands costs little. Filtered and sorted here, by the values themselves.

#include <QAbstractTableModel>
#include <QCollator>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "gis/analysis/which_district.h"
#include "gis/plan/fields.h"
#include "gis/plan/plan.h"
#include "gis/plan/pursued.h"

namespace smile::viewer {

/// What is shown; all conditions hold together.
struct MeasureFilter {
  enum class Place { any, none, city, district };
  QString text;  ///< each word is found somewhere in the measure
  std::optional<Block> block;
  std::optional<Phase> phase;
  Place place = Place::any;
  Id district = 0;  ///< with Place::district
  bool operator==(const MeasureFilter&) const = default;
};

struct MeasureSums {
  int shown = 0;
  int total = 0;
  int unplaced = 0;     ///< of the shown
  CostOfMeasures cost;  ///< of the shown
};

class MeasuresModel : public QAbstractTableModel {
  Q_OBJECT
public:
  explicit MeasuresModel(QObject* parent = nullptr);

  void set_plan(PlanPtr plan);
  void set_filter(const MeasureFilter& filter);
  const MeasureFilter& filter() const { return filter_; }
  MeasureSums sums() const;

  Id measure_at(int row) const;
  int row_of(Id measure) const;  ///< -1: not shown
  /// Name of a column in files of settings: a field's key, or "symbol", "place", "districts", "scenario" (whether the
  /// measure is in the one that is shown, with a box to tick).
  static QString column_key(int column);
  static int column_of(const QString& key);
  QString cell_for_spreadsheet(int row, int column) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  /// Ticking a box changes nothing here: it is told, and shown when the plan has changed.
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  /// Column -1: the order of the list. What has no value stands last in both directions.
  void sort(int column, Qt::SortOrder order) override;

signals:
  void ticked(smile::Id measure, bool in);

private:
  struct Row {
    MeasurePtr measure;
    QString districts;
    std::vector<Id> district_ids;
    QString haystack;  ///< all words of the measure, case folded
  };
  using RowPtr = std::shared_ptr<const Row>;
  struct Order;

  RowPtr make_row(const MeasurePtr& measure) const;
  std::vector<RowPtr> rows_for(const Plan& next, bool keep) const;
  bool accepts(const Row& row, const QStringList& words) const;
  std::vector<std::size_t> accepted() const;
  bool stays_arranged(const std::vector<RowPtr>& next) const;
  QStringList filter_words() const;
  bool sorts_by_number() const;
  const Scenario* scenario() const { return plan_ ? find_scenario(*plan_, plan_->style.scenario) : nullptr; }
  bool in_scenario(const Row& row) const;
  std::optional<std::int64_t> number_of(const Row& row) const;  ///< of the column sorted by
  Order make_order() const;
  void arrange();
  const Row& shown(int row) const { return *rows_[shown_[static_cast<std::size_t>(row)]]; }
  QString display(const Row& row, int column) const;

  PlanPtr plan_;
  std::vector<RowPtr> rows_;        ///< all, in the order of the plan
  std::vector<std::size_t> shown_;  ///< indices into rows_
  std::vector<Id> shown_ids_;
  std::unordered_map<Id, int> row_by_id_;
  MeasureFilter filter_;
  int sort_column_ = -1;
  Qt::SortOrder sort_order_ = Qt::AscendingOrder;
};

}  // namespace smile::viewer
