#pragma once
// The sign of a measure: colour and shape by block, fill by phase. Nothing is told by colour alone.

#include <QColor>
#include <QIcon>
#include <QImage>
#include <QPainter>

#include "gis/plan/measure.h"

namespace smile::layers {

QColor block_colour(Block block);
/// Of phases that look different: from grey ideas to green results.
QColor phase_colour(Phase phase);
/// How a measure's symbol looks: its shape tells the block, its fill the phase.
struct SymbolLook {
  Block block = Block::none;
  Phase phase = Phase::none;
  QColor colour{};             ///< invalid: the block's
  bool phases_differ = false;  ///< it stands for several measures
};
QColor symbol_colour(const SymbolLook& look);
/// size: width in logical pixels (normal 16). selected: larger, with a white and a dark ring.
void draw_symbol(QPainter& painter, QPointF centre, const SymbolLook& look, double size, bool selected);
QPixmap symbol_pixmap(Block block, Phase phase, int size, double device_pixel_ratio, const QColor& colour = {});

/// How the fill tells the phase; several phases share one.
/// half: several measures in different phases.
enum class PhaseFill : std::uint8_t { hollow, pale, core, full, full_dot, ringed, crossed, half };
PhaseFill phase_fill(Phase phase);
/// A fill in legends: no block's colour, a circle.
void draw_phase_key(QPainter& painter, QPointF centre, PhaseFill fill, double size);

/// The same as draw_symbol from a cache of images, set on whole device pixels: for painters on images. Safe on any
/// thread.
void draw_symbol_image(QPainter& painter, QPointF centre, const SymbolLook& look, double size, bool selected);
/// Half of the width that a symbol of this size takes with its rings.
double symbol_reach(double size, bool selected);
/// True for painters on images, where cached images are faster; false where vectors have to stay vectors.
bool paints_pixels(const QPainter& painter);
/// The logical position nearest to p that lies on whole device pixels.
QPointF on_device_pixel(const QPainter& painter, QPointF p);

}  // namespace smile::layers
