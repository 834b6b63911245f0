#include "layers/clip.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace smile::layers {
namespace {

/// One side of the rectangle: what is inside, and where a segment crosses it.
struct HalfPlane {
  bool vertical;  ///< compares x
  double at;
  bool keep_above;

  double depth(QPointF p) const { return ((vertical ? p.x() : p.y()) - at) * (keep_above ? 1 : -1); }
  QPointF crossing(QPointF a, QPointF b) const {
    const double t = depth(a) / (depth(a) - depth(b));
    QPointF p = a + (b - a) * t;
    (vertical ? p.rx() : p.ry()) = at;
    return p;
  }
};

QPolygonF cut(const QPolygonF& ring, const HalfPlane& side) {
  QPolygonF out;
  out.reserve(ring.size() + 4);
  for (qsizetype i = 0, n = ring.size(); i < n; ++i) {
    const QPointF a = ring[i == 0 ? n - 1 : i - 1];
    const QPointF b = ring[i];
    const bool a_in = side.depth(a) >= 0;
    const bool b_in = side.depth(b) >= 0;
    if (a_in != b_in) out.append(side.crossing(a, b));
    if (b_in) out.append(b);
  }
  return out;
}

/// Narrows [t0, t1] to where p + t·d is on the inner side; false if nothing is left.
bool narrow(double depth, double change, double& t0, double& t1) {
  if (change == 0) return depth >= 0;
  const double t = -depth / change;
  if (change > 0)
    t0 = std::max(t0, t);
  else
    t1 = std::min(t1, t);
  return t0 <= t1;
}

bool clip_segment(QPointF a, QPointF b, const QRectF& to, double& t0, double& t1) {
  const QPointF d = b - a;
  return narrow(a.x() - to.left(), d.x(), t0, t1) && narrow(to.right() - a.x(), -d.x(), t0, t1) &&
         narrow(a.y() - to.top(), d.y(), t0, t1) && narrow(to.bottom() - a.y(), -d.y(), t0, t1);
}

QPointF turned(QPointF p) {
  return QPointF(p.x() - p.y(), p.x() + p.y()) * (std::numbers::sqrt2 / 2);
}
QPointF turned_back(QPointF p) {
  return QPointF(p.x() + p.y(), p.y() - p.x()) * (std::numbers::sqrt2 / 2);
}

void add_crossings(const QPolygonF& ring, double spacing, double phase, double first,
                   std::vector<std::vector<double>>& rows) {
  for (qsizetype i = 0, n = ring.size(); i < n; ++i) {
    QPointF a = turned(ring[i]);
    QPointF b = turned(ring[(i + 1) % n]);
    if (a.y() > b.y()) std::swap(a, b);
    const double from = std::ceil((a.y() - phase) / spacing);
    for (double k = from; k * spacing + phase < b.y(); ++k) {
      const double t = (k * spacing + phase - a.y()) / (b.y() - a.y());
      rows[static_cast<std::size_t>(k - first)].push_back(a.x() + t * (b.x() - a.x()));
    }
  }
}

}  // namespace

QPolygonF clipped_ring(const QPolygonF& ring, const QRectF& to) {
  const QRectF box = ring.boundingRect();
  if (to.contains(box)) return ring;
  if (!to.intersects(box)) return {};
  QPolygonF out = ring;
  for (const HalfPlane& side : {HalfPlane{true, to.left(), true}, HalfPlane{true, to.right(), false},
                                HalfPlane{false, to.top(), true}, HalfPlane{false, to.bottom(), false}})
    out = cut(out, side);
  return out;
}

std::vector<QPolygonF> clipped_line(std::span<const QPointF> line, const QRectF& to) {
  const auto inside = [&to](QPointF p) {
    return p.x() >= to.left() && p.x() <= to.right() && p.y() >= to.top() && p.y() <= to.bottom();
  };
  if (line.size() > 1 && std::all_of(line.begin(), line.end(), inside))
    return {QPolygonF(QList<QPointF>(line.begin(), line.end()))};
  std::vector<QPolygonF> out;
  bool open = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    double t0 = 0;
    double t1 = 1;
    if (!clip_segment(line[i - 1], line[i], to, t0, t1)) {
      open = false;
      continue;
    }
    const QPointF d = line[i] - line[i - 1];
    if (!open || t0 > 0) out.push_back(QPolygonF{line[i - 1] + d * t0});
    out.back().append(t1 < 1 ? line[i - 1] + d * t1 : line[i]);
    open = t1 >= 1;
  }
  return out;
}

std::vector<QLineF> hatching(const std::vector<QPolygonF>& rings, double spacing, double phase) {
  double low = INFINITY;
  double high = -INFINITY;
  for (const QPolygonF& ring : rings)
    for (const QPointF& p : ring) low = std::min(low, turned(p).y()), high = std::max(high, turned(p).y());
  std::vector<QLineF> out;
  if (!(high > low)) return out;
  const double first = std::ceil((low - phase) / spacing);
  std::vector<std::vector<double>> rows(static_cast<std::size_t>(std::max(0.0, (high - phase) / spacing - first)) + 2);
  for (const QPolygonF& ring : rings) add_crossings(ring, spacing, phase, first, rows);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::sort(rows[r].begin(), rows[r].end());
    const double y = (first + static_cast<double>(r)) * spacing + phase;
    for (std::size_t i = 0; i + 1 < rows[r].size(); i += 2)
      out.emplace_back(turned_back({rows[r][i], y}), turned_back({rows[r][i + 1], y}));
  }
  return out;
}

}  // namespace smile::layers
