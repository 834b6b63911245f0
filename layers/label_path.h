#pragma once
// Text along a line: where its letters stand and how they are turned.

#include <QPointF>
#include <QRectF>
#include <QString>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "layers/label.h"

namespace smile::layers {

/// Letters that stand together: all of a text on a straight line, single ones on a bent line.
struct TurnedText {
  QString text;
  QPointF at;        ///< where its baseline begins
  double angle = 0;  ///< degrees, clockwise on the screen
};

struct LabelPath {
  std::vector<TurnedText> pieces;
  std::vector<QRectF> boxes;  ///< what it covers, in small boxes
  double bend = 0;            ///< degrees between its most different letters
  QPointF middle;
};

/// The best place along a line (logical pixels) for a text: upright, no letter turned by more than 22° against the next
/// nor by more than 75° against any, as straight and as near to the line's middle as possible, and where all its boxes
/// are free. Nothing where it does not fit.
std::optional<LabelPath> text_along(std::span<const QPointF> line, TextStyle style, const QString& text,
                                    const std::function<bool(const QRectF&)>& is_free);

void draw_label_path(QPainter& painter, const LabelPath& path, TextStyle style, const QColor& ink, const QColor& halo);

}  // namespace smile::layers
