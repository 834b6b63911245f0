#include "gis/formats/feature_columns.h"

#include <charconv>

#include "gis/formats/feature_values.h"
#include "gis/formats/ogr_cells.h"

namespace smile {
namespace {

std::uint32_t begin_of(const std::vector<std::uint32_t>& ends, std::size_t i) {
  return i == 0 ? 0 : ends[i - 1];
}

/// The part [begin, end) of `ends`, counted from `base`.
std::vector<std::uint32_t> rebased(const std::vector<std::uint32_t>& ends, std::uint32_t begin, std::uint32_t end,
                                   std::uint32_t base) {
  std::vector<std::uint32_t> out(ends.begin() + begin, ends.begin() + end);
  for (std::uint32_t& value : out) value -= base;
  return out;
}

template <class Number>
std::optional<Number> number_in(const std::string& cell) {
  Number number{};
  const auto [end, failed] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return failed == std::errc() && end == cell.data() + cell.size() ? std::optional(number) : std::nullopt;
}

/// A cell that is no number after all is null: its column says it holds numbers.
void append_cell(ValueColumn& column, const std::string& cell) {
  bool null = cell.empty();
  switch (column.kind) {
    case ValueColumn::Kind::integer: {
      const auto number = number_in<std::int64_t>(cell);
      column.integers.push_back(number.value_or(0));
      null = !number;
      break;
    }
    case ValueColumn::Kind::boolean:
      column.integers.push_back(cell == "true" ? 1 : 0);
      break;
    case ValueColumn::Kind::real: {
      const auto number = number_in<double>(cell);
      column.reals.push_back(number.value_or(0));
      null = !number;
      break;
    }
    default:
      column.bytes += cell;
      column.ends.push_back(column.bytes.size());
  }
  column.null.push_back(null);
}

}  // namespace

Geometry FeatureColumns::geometry(std::size_t i) const {
  const std::uint32_t point = begin_of(point_ends, i), path = begin_of(path_ends, i), part = begin_of(part_ends, i);
  return {kinds[i],
          {shapes.points.begin() + point, shapes.points.begin() + point_ends[i]},
          rebased(shapes.path_ends, path, path_ends[i], point),
          rebased(shapes.part_ends, part, part_ends[i], path)};
}

std::size_t FeatureColumns::bytes() const {
  std::size_t sum = shapes.points.capacity() * sizeof(Point) + kinds.capacity();
  for (const auto* ends : {&shapes.path_ends, &shapes.part_ends, &point_ends, &path_ends, &part_ends})
    sum += ends->capacity() * sizeof(std::uint32_t);
  for (const ValueColumn& column : columns)
    sum += column.integers.capacity() * 8 + column.reals.capacity() * 8 + column.bytes.capacity() +
           column.ends.capacity() * 8 + column.null.capacity() / 8;
  return sum;
}

void append_feature(FeatureColumns& columns, const Geometry& geometry, const std::vector<std::string>& cells) {
  append_shape(columns, geometry);
  for (std::size_t i = 0; i < columns.columns.size(); ++i) append_cell(columns.columns[i], cells[i]);
}

std::string cell_text(const ValueColumn& column, std::size_t row) {
  if (column.null[row]) return {};
  switch (column.kind) {
    case ValueColumn::Kind::integer:
      return std::to_string(column.integers[row]);
    case ValueColumn::Kind::boolean:
      return column.integers[row] != 0 ? "true" : "false";
    case ValueColumn::Kind::real:
      return number_cell(column.reals[row]);
    case ValueColumn::Kind::date:
      return std::string(column.text(row).substr(0, 10));
    case ValueColumn::Kind::date_time:
      return std::string(column.text(row).substr(0, 19));
    case ValueColumn::Kind::text:
      break;
  }
  return std::string(column.text(row));
}

}  // namespace smile
