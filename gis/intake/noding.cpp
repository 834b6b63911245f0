#include "gis/intake/noding.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <span>
#include <unordered_map>

#include "gis/formats/feature_values.h"
#include "gis/geometry/nearest.h"

namespace smile {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t between_checks = 1024;

// --- from coordinates to shared vertices ---

/// Places that were met, by squares a good deal larger than what counts as the same place.
class Places {
public:
  /// most: that will be met.
  Places(std::vector<Point>& vertices, std::size_t most) : vertices_(vertices) { first_.reserve(most); }

  /// The number of the first place within 1 mm, or a new one.
  std::uint32_t number(Point p) {
    for (const double dx : {0.0, -same, same})
      for (const double dy : {0.0, -same, same}) {
        const std::uint32_t found = in_square(square({p.x + dx, p.y + dy}), p);
        if (found != none) return found;
      }
    const auto made = static_cast<std::uint32_t>(vertices_.size());
    vertices_.push_back(p);
    next_.push_back(none);
    std::uint32_t& first = first_.try_emplace(square(p), none).first->second;
    next_.back() = first;
    first = made;
    return made;
  }

private:
  static constexpr double same = 0.001;
  static constexpr double width = 0.25;

  static std::uint64_t square(Point p) {
    const auto part = [](double v) {
      return static_cast<std::uint64_t>(static_cast<std::int64_t>(std::floor(v / width)));
    };
    return (part(p.x) << 32U) ^ (part(p.y) & 0xFFFFFFFFU);
  }
  std::uint32_t in_square(std::uint64_t square, Point p) const {
    const auto found = first_.find(square);
    std::uint32_t at = found == first_.end() ? none : found->second;
    while (at != none && distance(vertices_[at], p) > same) at = next_[at];
    return at;
  }

  std::vector<Point>& vertices_;
  std::unordered_map<std::uint64_t, std::uint32_t> first_;
  std::vector<std::uint32_t> next_;
};

/// The column that is called one of these; nullptr without.
const ValueColumn* column_called(const LayerData& data, std::span<const std::string_view> names) {
  const auto is = [](const std::string& name, std::string_view wanted) {
    return std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(),
                      [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
  };
  for (const std::string_view wanted : names)
    for (const ValueColumn& column : data.features.columns)
      if (is(column.name, wanted)) return &column;
  return nullptr;
}

std::string cell_of(const ValueColumn* column, std::size_t row) {
  return column == nullptr || column->null[row] ? std::string() : cell_text(*column, row);
}

// --- from shared vertices to edges ---

/// How often each vertex is met; ends count twice, so that every node has two or more.
std::vector<std::uint8_t> meetings(const SharedLines& lines) {
  std::vector<std::uint8_t> count(lines.vertices.size());
  const auto meet = [&](std::uint32_t vertex) {
    count[vertex] = static_cast<std::uint8_t>(std::min(count[vertex] + 1, 2));
  };
  for (const std::uint32_t vertex : lines.references) meet(vertex);
  std::size_t begin = 0;
  for (const std::size_t end : lines.ends) {
    meet(lines.references[begin]);
    meet(lines.references[end - 1]);
    begin = end;
  }
  return count;
}

class Noder {
public:
  Noder(const SharedLines& lines, const Box& around)
      : lines_(lines), around_(around), meetings_(meetings(lines)), node_(lines.vertices.size(), none) {
    using enum ValueColumn::Kind;
    data_.layer = "network";
    data_.kind = GeometryKind::line;
    for (const auto& [name, kind] :
         {std::pair{"from_node", integer}, {"to_node", integer}, {"length_m", real}, {"name", text}, {"kind", text}})
      add_column(data_.features, name, kind);
  }

  void add_line(std::size_t line) {
    path_.clear();
    for (std::size_t i = line == 0 ? 0 : lines_.ends[line - 1]; i < lines_.ends[line]; ++i) {
      const std::uint32_t vertex = lines_.references[i];
      if (!path_.empty() && path_.back() == vertex) continue;
      path_.push_back(vertex);
      if (path_.size() < 2 || meetings_[vertex] < 2) continue;
      add_edge(line);
      path_ = {vertex};
    }
  }
  LayerData take() { return std::move(data_); }

private:
  void add_edge(std::size_t line) {
    std::vector<Point> points;
    for (const std::uint32_t vertex : path_) points.push_back(lines_.vertices[vertex]);
    const Geometry edge = make_line(std::move(points));
    if (!around_.empty() && !around_.intersects(bounds(edge))) return;
    const std::int64_t millimetres = std::max<std::int64_t>(1, std::llround(length(edge) * 1000));
    const std::int64_t from = node(path_.front()), to = node(path_.back());
    const double metres = static_cast<double>(millimetres) / 1000;
    append_values(data_, edge, {from, to, metres, lines_.names[line], lines_.kinds[line]});
  }
  std::uint32_t node(std::uint32_t vertex) {
    if (node_[vertex] == none) node_[vertex] = nodes_++;
    return node_[vertex];
  }

  const SharedLines& lines_;
  const Box around_;
  const std::vector<std::uint8_t> meetings_;
  std::vector<std::uint32_t> node_;
  std::uint32_t nodes_ = 0;
  std::vector<std::uint32_t> path_;
  LayerData data_;
};

}  // namespace

SharedLines shared_lines(const LayerData& data, const Progress& progress) {
  static constexpr std::array<std::string_view, 4> names = {"name", "strasse", "street", "bezeichnung"};
  static constexpr std::array<std::string_view, 6> kinds = {"kind", "highway", "class", "fclass", "art", "type"};
  const ValueColumn* name = column_called(data, names);
  const ValueColumn* kind = column_called(data, kinds);
  SharedLines lines;
  Places places(lines.vertices, data.features.shapes.points.size());
  for (std::size_t row = 0; row < data.features.size(); ++row) {
    if (row % between_checks == 0) progress.check();
    if (data.features.kinds[row] != GeometryKind::line) continue;
    const Geometry geometry = data.features.geometry(row);
    for (std::size_t i = 0; i < geometry.paths(); ++i) {
      if (geometry.path(i).size() < 2) continue;
      for (const Point& p : geometry.path(i)) lines.references.push_back(places.number(p));
      lines.ends.push_back(lines.references.size());
      lines.names.push_back(cell_of(name, row));
      lines.kinds.push_back(cell_of(kind, row));
    }
  }
  return lines;
}

LayerData noded(const SharedLines& lines, const Box& around, const Progress& progress) {
  Noder noder(lines, around);
  for (std::size_t line = 0; line < lines.size(); ++line) {
    if (line % between_checks == 0) progress.check();
    noder.add_line(line);
  }
  return noder.take();
}

}  // namespace smile
