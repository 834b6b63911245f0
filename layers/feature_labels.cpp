#include "layers/feature_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <mutex>
#include <unordered_map>

#include "gis/jobs/side_by_side.h"

namespace smile::layers {
namespace {

constexpr int longest_text = 60;  ///< letters; more is no label

const ValueColumn* column_named(const FeatureColumns& features, const std::string& name) {
  const auto found = std::find_if(features.columns.begin(), features.columns.end(),
                                  [&](const ValueColumn& column) { return column.name == name; });
  return found == features.columns.end() ? nullptr : &*found;
}

GroundBox box_of(const std::vector<GroundPoint>& points) {
  GroundBox box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const GroundPoint& p : points) {
    box.min_x = std::min(box.min_x, p.x), box.max_x = std::max(box.max_x, p.x);
    box.min_y = std::min(box.min_y, p.y), box.max_y = std::max(box.max_y, p.y);
  }
  return box;
}

double length_of(const std::vector<GroundPoint>& points) {
  double length = 0;
  for (std::size_t i = 1; i < points.size(); ++i)
    length += std::hypot(static_cast<double>(points[i].x - points[i - 1].x),
                         static_cast<double>(points[i].y - points[i - 1].y));
  return length;
}

/// Joins the pieces of one name where exactly two of them meet. The points stay where they are until a chain is made.
class Chains {
public:
  void add(std::span<const GroundPoint> path) {
    if (path.size() < 2) return;
    pieces_.push_back({path, false});
  }

  std::vector<std::vector<GroundPoint>> run() {
    for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
      ends_.push_back({key(pieces_[i].path.front()), i});
      ends_.push_back({key(pieces_[i].path.back()), i});
    }
    std::sort(ends_.begin(), ends_.end());
    std::vector<std::vector<GroundPoint>> chains;
    for (Piece& piece : pieces_) {
      if (piece.used) continue;
      piece.used = true;
      std::vector<GroundPoint> chain(piece.path.begin(), piece.path.end());
      extend(chain);
      std::reverse(chain.begin(), chain.end());
      extend(chain);
      chains.push_back(std::move(chain));
    }
    return chains;
  }

private:
  /// Ends within a few decimetres are the same crossing.
  using Crossing = std::pair<std::int64_t, std::int64_t>;
  struct Piece {
    std::span<const GroundPoint> path;
    bool used = false;
  };
  static Crossing key(GroundPoint p) { return {std::llround(p.x * 2), std::llround(p.y * 2)}; }

  void extend(std::vector<GroundPoint>& chain) {
    while (true) {
      const auto [first, end] = std::equal_range(ends_.begin(), ends_.end(), std::pair(key(chain.back()), 0U),
                                                 [](const auto& a, const auto& b) { return a.first < b.first; });
      const auto next = std::find_if(first, end, [&](const auto& one) { return !pieces_[one.second].used; });
      if (next == end || end - first > 2) return;
      Piece& piece = pieces_[next->second];
      piece.used = true;
      if (key(piece.path.front()) == key(chain.back()))
        chain.insert(chain.end(), piece.path.begin() + 1, piece.path.end());
      else
        chain.insert(chain.end(), piece.path.rbegin() + 1, piece.path.rend());
    }
  }

  std::vector<Piece> pieces_;
  std::vector<std::pair<Crossing, std::uint32_t>> ends_;  ///< by crossing, by piece
};

/// The widest piece of a horizontal cut that lies inside the rings (even–odd).
std::pair<float, float> widest_cut(const FeatureShapes::Step& step, std::size_t first, std::size_t end, float y) {
  std::vector<float> crossings;
  for (std::size_t i = first; i < end; ++i) {
    const auto ring = step.path(i);
    for (std::size_t k = 1; k < ring.size(); ++k)
      if ((ring[k - 1].y <= y) != (ring[k].y <= y))
        crossings.push_back(ring[k - 1].x +
                            (y - ring[k - 1].y) / (ring[k].y - ring[k - 1].y) * (ring[k].x - ring[k - 1].x));
  }
  std::sort(crossings.begin(), crossings.end());
  std::pair<float, float> widest{0, 0};
  for (std::size_t i = 1; i < crossings.size(); i += 2)
    if (crossings[i] - crossings[i - 1] > widest.second - widest.first) widest = {crossings[i - 1], crossings[i]};
  return widest;
}

/// "": none.
QString label_text(const std::string& cell) {
  const QString text = QString::fromStdString(cell).simplified();
  return text.size() > longest_text ? QString() : text;
}

std::vector<NamedLine> lines_of(const QString& text, Chains& chains) {
  std::vector<NamedLine> lines;
  for (std::vector<GroundPoint>& chain : chains.run()) {
    const GroundBox box = box_of(chain);
    const double length = length_of(chain);
    lines.push_back({text, std::move(chain), box, static_cast<float>(length)});
  }
  return lines;
}

FeatureLabels labels_of(const FeatureShapes& shapes, const ValueColumn& column) {
  FeatureLabels labels;
  std::unordered_map<std::string, Chains> by_name;
  const FeatureShapes::Step& exact = shapes.at(0);
  for (std::uint32_t i = 0; i < shapes.size(); ++i) {
    const std::string cell = cell_text(column, shapes.row(i));
    if (cell.empty()) continue;
    if (shapes.kind(i) == GeometryKind::line) {
      for (std::size_t k = exact.first_path(i); k < exact.ends[i]; ++k) by_name[cell].add(exact.path(k));
      continue;
    }
    const QString text = label_text(cell);
    if (text.isEmpty()) continue;
    if (shapes.kind(i) == GeometryKind::point) labels.points.push_back({text, i});
    if (shapes.kind(i) == GeometryKind::area) {
      labels.areas.push_back(widest_place(shapes, i));
      labels.areas.back().text = text;
    }
  }
  std::vector<std::pair<QString, Chains*>> names;
  for (auto& [name, chains] : by_name)
    if (const QString text = label_text(name); !text.isEmpty()) names.emplace_back(text, &chains);
  std::vector<std::vector<NamedLine>> lines(names.size());
  side_by_side(names.size(), [&](std::size_t i) { lines[i] = lines_of(names[i].first, *names[i].second); });
  std::size_t count = 0;
  for (const auto& of_name : lines) count += of_name.size();
  labels.lines.reserve(count);
  for (auto& of_name : lines) std::move(of_name.begin(), of_name.end(), std::back_inserter(labels.lines));
  // By text too: the order of a hash table must not decide what a map looks like.
  std::sort(labels.lines.begin(), labels.lines.end(), [](const NamedLine& a, const NamedLine& b) {
    return a.length != b.length ? a.length > b.length : a.text < b.text;
  });
  std::stable_sort(labels.areas.begin(), labels.areas.end(),
                   [](const NamedArea& a, const NamedArea& b) { return a.width > b.width; });
  return labels;
}

}  // namespace

NamedArea widest_place(const FeatureShapes& shapes, std::uint32_t feature) {
  const FeatureShapes::Step& exact = shapes.at(0);
  const GroundBox& box = shapes.box(feature);
  NamedArea area{{}, {(box.min_x + box.max_x) / 2, (box.min_y + box.max_y) / 2}, 0, box.max_y - box.min_y};
  for (const float share : {0.5F, 0.35F, 0.65F}) {
    const float y = box.min_y + share * area.height;
    const auto [left, right] = widest_cut(exact, exact.first_path(feature), exact.ends[feature], y);
    if (right - left > area.width * 1.1F) area.at = {(left + right) / 2, y}, area.width = right - left;
  }
  return area;
}

FeatureLabelsPtr feature_labels(const FeatureShapesPtr& shapes, const std::string& field) {
  const ValueColumn* column = column_named(shapes->data().features, field);
  if (column == nullptr) return nullptr;
  using Key = std::pair<std::weak_ptr<const FeatureShapes>, std::string>;
  struct Less {
    bool operator()(const Key& a, const Key& b) const {
      if (a.first.owner_before(b.first)) return true;
      return !b.first.owner_before(a.first) && a.second < b.second;
    }
  };
  static std::mutex mutex;
  static std::map<Key, std::weak_ptr<const FeatureLabels>, Less> known;
  {
    const std::lock_guard lock(mutex);
    std::erase_if(known, [](const auto& entry) { return entry.second.expired(); });
    if (const auto found = known.find({shapes, field}); found != known.end())
      if (FeatureLabelsPtr labels = found->second.lock()) return labels;
  }
  auto labels = std::make_shared<const FeatureLabels>(labels_of(*shapes, *column));
  const std::lock_guard lock(mutex);
  known.insert_or_assign(Key{shapes, field}, labels);
  return labels;
}

}  // namespace smile::layers
