#include "gis/formats/feature_values.h"

#include <cassert>

namespace smile {
namespace {

void append_ends(std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& ends, std::size_t base) {
  for (const std::uint32_t end : ends) all.push_back(end + static_cast<std::uint32_t>(base));
}

/// Null, and what a null has in the list that suits the column.
void append_null(ValueColumn& column) {
  switch (column.kind) {
    case ValueColumn::Kind::integer:
    case ValueColumn::Kind::boolean:
      column.integers.push_back(0);
      break;
    case ValueColumn::Kind::real:
      column.reals.push_back(0);
      break;
    default:
      column.ends.push_back(column.bytes.size());
  }
  column.null.push_back(true);
}

void append_value(ValueColumn& column, const FeatureValue& value) {
  append_null(column);
  if (std::holds_alternative<std::monostate>(value)) return;
  column.null.back() = false;
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    column.integers.back() = *number;
  } else if (const auto* real = std::get_if<double>(&value)) {
    column.reals.back() = *real;
  } else {
    const std::string& words = std::get<std::string>(value);
    column.bytes += words;
    column.ends.back() = column.bytes.size();
    column.null.back() = words.empty();
  }
}

}  // namespace

void add_column(FeatureColumns& table, std::string name, ValueColumn::Kind kind) {
  ValueColumn& column = table.columns.emplace_back();
  column.name = std::move(name);
  column.kind = kind;
}

void append_shape(FeatureColumns& table, const Geometry& shape) {
  Geometry& all = table.shapes;
  const std::size_t points = all.points.size();
  const std::size_t paths = all.path_ends.size();
  all.points.insert(all.points.end(), shape.points.begin(), shape.points.end());
  append_ends(all.path_ends, shape.path_ends, points);
  append_ends(all.part_ends, shape.part_ends, paths);
  table.kinds.push_back(shape.points.empty() ? GeometryKind::none : shape.kind);
  table.point_ends.push_back(static_cast<std::uint32_t>(all.points.size()));
  table.path_ends.push_back(static_cast<std::uint32_t>(all.path_ends.size()));
  table.part_ends.push_back(static_cast<std::uint32_t>(all.part_ends.size()));
}

void append_values(FeatureColumns& table, const Geometry& shape, std::span<const FeatureValue> values) {
  assert(values.size() == table.columns.size());
  append_shape(table, shape);
  for (std::size_t i = 0; i < values.size(); ++i) append_value(table.columns[i], values[i]);
}

void append_values(LayerData& data, const Geometry& shape, const std::vector<FeatureValue>& values) {
  append_values(data.features, shape, std::span(values));
  data.box.add(bounds(shape));
}

}  // namespace smile
