#pragma once
// The sign of a measure: colour and shape by block, fill by phase.

#include <QColor>
#include <QIcon>
#include <QPainter>

#include "gis/plan/measure.h"

namespace smile::layers {

QColor block_colour(Block block);
/// size: width in logical pixels (normal 16). selected: larger, with a white and a dark ring.
void draw_symbol(QPainter& painter, QPointF centre, Block block, Phase phase, double size, bool selected);
QPixmap symbol_pixmap(Block block, Phase phase, int size, double device_pixel_ratio);

}  // namespace smile::layers
