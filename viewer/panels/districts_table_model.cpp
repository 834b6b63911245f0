#include "viewer/panels/districts_table_model.h"

#include <QCollator>
#include <algorithm>
#include <numeric>
#include <optional>

#include "gis/words/numbers.h"
#include "viewer/panels/table_text.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

int block_count() {
  return static_cast<int>(block_choices().size());
}

int measures_of_block(const DistrictFigures& figures, int column) {
  return figures.by_block[static_cast<std::size_t>(column - DistrictsModel::first_block + 1)];
}

std::optional<double> number_of(const DistrictFigures& figures, int column) {
  switch (column) {
    case DistrictsModel::inhabitants:
      return figures.inhabitants;
    case DistrictsModel::area:
      return figures.area_m2;
    case DistrictsModel::measures:
      return figures.measures;
    case DistrictsModel::cost:
      return static_cast<double>(figures.cost.cents);
    case DistrictsModel::cost_per_head:
      return figures.cost_per_head;
    default:
      return measures_of_block(figures, column);
  }
}

/// Missing figures come after all others.
bool less(std::optional<double> a, std::optional<double> b, bool descending) {
  if (!a || !b) return a.has_value() && !b.has_value();
  return descending ? *b < *a : *a < *b;
}

}  // namespace

DistrictsModel::DistrictsModel(QObject* parent) : QAbstractTableModel(parent) {}

void DistrictsModel::set_figures(PlanPtr plan, FiguresResult figures) {
  beginResetModel();
  plan_ = std::move(plan);
  figures_ = std::move(figures);
  arrange();
  endResetModel();
}

void DistrictsModel::sort(int column, Qt::SortOrder order) {
  sort_column_ = column;
  sort_order_ = order;
  beginResetModel();
  arrange();
  endResetModel();
}

void DistrictsModel::arrange() {
  order_.resize(figures_.districts.size());
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  if (sort_column_ < 0) return;
  const bool descending = sort_order_ == Qt::DescendingOrder;
  QCollator collator(QLocale(language() == Language::german ? QLocale::German : QLocale::English));
  collator.setNumericMode(true);
  const auto words = [&](std::size_t i) {
    const District* district = find_district(*plan_, figures_.districts[i].district);
    return district == nullptr ? QString() : q(sort_column_ == code ? district->code : district->name);
  };
  std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
    if (sort_column_ <= name)
      return descending ? collator.compare(words(b), words(a)) < 0 : collator.compare(words(a), words(b)) < 0;
    return less(number_of(figures_.districts[a], sort_column_), number_of(figures_.districts[b], sort_column_),
                descending);
  });
}

Id DistrictsModel::district_at(int row) const {
  return row >= 0 && row < rowCount() ? at(row).district : 0;
}

int DistrictsModel::row_of(Id district) const {
  for (int row = 0; row < rowCount(); ++row)
    if (at(row).district == district) return row;
  return -1;
}

int DistrictsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(order_.size());
}

int DistrictsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : first_block + block_count();
}

QString DistrictsModel::display(int row, int column) const {
  const DistrictFigures& figures = at(row);
  const District* district = find_district(*plan_, figures.district);
  switch (column) {
    case code:
      return district == nullptr ? QString() : q(district->code);
    case name:
      return district == nullptr ? QString() : q(district->name);
    case inhabitants:
      return figures.inhabitants ? q(format_number(language(), *figures.inhabitants)) : tr_("no data");
    case area:
      return q(format_area(language(), figures.area_m2));
    case measures:
      return q(format_integer(language(), figures.measures));
    case cost:
      return q(format_money(language(), figures.cost.cents, plan_->currency));
    case cost_per_head:
      return figures.cost_per_head ? q(format_number(language(), *figures.cost_per_head, 2)) : tr_("no data");
    default:
      return q(format_integer(language(), measures_of_block(figures, column)));
  }
}

QString DistrictsModel::cell_for_spreadsheet(int row, int column) const {
  const DistrictFigures& figures = at(row);
  switch (column) {
    case inhabitants:
      return figures.inhabitants ? spreadsheet_number(language(), *figures.inhabitants, 0) : QString();
    case area:
      return spreadsheet_number(language(), figures.area_m2 / 1e6, 3);
    case cost:
      return spreadsheet_money(language(), figures.cost);
    case cost_per_head:
      return figures.cost_per_head ? spreadsheet_number(language(), *figures.cost_per_head, 2) : QString();
    case code:
    case name:
      return display(row, column);
    default:
      return QString::number(column == measures ? figures.measures : measures_of_block(figures, column));
  }
}

QVariant DistrictsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  if (role == Qt::DisplayRole) return display(index.row(), index.column());
  if (role == Qt::TextAlignmentRole && index.column() > name)
    return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
  return {};
}

QVariant DistrictsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>((section > name ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole && role != Qt::UserRole) return {};
  switch (section) {
    case code:
      return tr_("Code");
    case name:
      return tr_("Name");
    case inhabitants:
      return tr_("Inhabitants");
    case area:
      return role == Qt::UserRole ? tr_("Area in km²") : tr_("Area");
    case measures:
      return tr_("Measures");
    case cost:
      return plan_ && role == Qt::UserRole ? tr_(text("Cost in {1}", plan_->currency)) : tr_("Cost");
    case cost_per_head:
      return plan_ ? tr_(text("{1} per head", plan_->currency)) : tr_("Cost per head");
    default:
      return q(say(block_choices()[static_cast<std::size_t>(section - first_block)].label));
  }
}

}  // namespace smile::viewer
