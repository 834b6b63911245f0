#include "gis/analysis/capacity.h"

#include <algorithm>
#include <cmath>

#include "gis/geometry/overlay.h"

namespace smile {
namespace {

bool holds_numbers(const ValueColumn& column) {
  return column.kind == ValueColumn::Kind::integer || column.kind == ValueColumn::Kind::real;
}

const ValueColumn& number_column(const MapLayer& layer, const LayerData& data, const std::string& field) {
  std::string known;
  for (const ValueColumn& column : data.features.columns) {
    if (!holds_numbers(column)) continue;
    if (column.name == field) return column;
    known += (known.empty() ? "" : ", ") + column.name;
  }
  throw Error(ErrorKind::usage, text("Layer “{1}” has no column “{2}” with numbers. It has: {3}.", layer.name, field,
                                     known.empty() ? std::string("–") : known));
}

std::optional<double> figure_of(const ValueColumn& column, std::size_t row) {
  if (column.null[row]) return std::nullopt;
  const double figure =
      column.kind == ValueColumn::Kind::integer ? static_cast<double>(column.integers[row]) : column.reals[row];
  return figure >= 0 && std::isfinite(figure) ? std::optional(figure) : std::nullopt;
}

std::optional<double> ground_of(const Geometry& shape) {
  if (shape.kind != GeometryKind::area) return std::nullopt;
  return area(validity(shape).valid ? shape : repaired(shape));
}

}  // namespace

AskedCapacity capacity_used(const AskedCapacity& asked, const MapLayer& layer) {
  if (asked.by != CapacityBy::as_used) return asked;
  if (!layer.use.capacity_field.empty()) return {CapacityBy::field, layer.use.capacity_field};
  return {CapacityBy::area, {}};
}

Capacities capacity_of(const MapLayer& layer, const LayerData& data, const AskedCapacity& asked) {
  const AskedCapacity by = capacity_used(asked, layer);
  const ValueColumn* column = by.by == CapacityBy::field ? &number_column(layer, data, by.field) : nullptr;
  Capacities all;
  for (std::size_t i = 0; i < data.features.size(); ++i) {
    const Geometry shape = data.features.geometry(i);
    if (shape.empty()) continue;
    if (column)
      all.push_back(figure_of(*column, i));
    else
      all.push_back(by.by == CapacityBy::count ? std::optional(1.0) : ground_of(shape));
  }
  return all;
}

Capacities capacity_of(const Places& measures, const AskedCapacity& asked) {
  Capacities all;
  for (const Geometry& shape : measures.shapes) {
    if (asked.by == CapacityBy::field)
      all.emplace_back();
    else
      all.push_back(asked.by == CapacityBy::count ? std::optional(1.0) : ground_of(shape));
  }
  return all;
}

}  // namespace smile
