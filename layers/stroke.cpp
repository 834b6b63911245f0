#include "layers/stroke.h"

#include <QPainterPath>

#include <algorithm>

#include "layers/clip.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

void stroke_piece(QPainter& painter, const QPolygonF& line, std::vector<QLineF>& scratch) {
  const QPen pen = painter.pen();
  if (!paints_pixels(painter)) return painter.drawPolyline(line);
  scratch.clear();
  Dashes dashes(3 * pen.widthF(), 1.6 * pen.widthF());
  for (qsizetype i = 1; i < line.size(); ++i)
    if (pen.style() == Qt::SolidLine)
      scratch.emplace_back(line[i - 1], line[i]);
    else
      dashes.add({line[i - 1], line[i]}, scratch);
  painter.setPen(QPen(pen.brush(), pen.widthF(), Qt::SolidLine, pen.capStyle(), Qt::BevelJoin));
  painter.drawLines(scratch.data(), static_cast<int>(scratch.size()));
  painter.setPen(pen);
}

}  // namespace

void Dashes::add(const QLineF& line, std::vector<QLineF>& out) {
  const double length = line.length();
  for (double at = 0; at < length;) {
    const bool inks = along_ < dash_ - 1e-6;  // a rounding error must not become a dash of no length
    const double end = std::min(length, at + (inks ? dash_ : dash_ + gap_) - along_);
    if (inks) out.emplace_back(line.pointAt(at / length), line.pointAt(end / length));
    along_ += end - at;
    if (along_ >= dash_ + gap_ - 1e-6) along_ = 0;
    at = end;
  }
}

void stroke_line(QPainter& painter, const QPolygonF& line, const QRectF& view, std::vector<QLineF>& scratch) {
  if (view.contains(line.boundingRect())) return stroke_piece(painter, line, scratch);
  for (const QPolygonF& piece : clipped_line(line, view)) stroke_piece(painter, piece, scratch);
}

void fill_rings(QPainter& painter, const std::vector<QPolygonF>& rings, const QColor& colour) {
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  if (rings.size() == 1) {
    painter.drawPolygon(rings.front());
    return;
  }
  QPainterPath path;
  for (const QPolygonF& ring : rings) path.addPolygon(ring), path.closeSubpath();
  painter.drawPath(path);
}

}  // namespace smile::layers
