#pragma once
// What stands on a map beside the map: scale bar, north arrow, the line of sources, the legend.

#include <QPainter>
#include <QString>

#include "layers/legend.h"
#include "layers/map.h"

namespace smile::layers {

/// A round length that is at most `widest` logical pixels long on this map: 1, 2, 5 · 10^k metres.
double round_length(double metres_per_pixel, double widest);
/// "500 m", "2 km".
QString length_text(Language language, double metres);

/// Its lower left corner at `corner`.
void draw_scale_bar(QPainter& painter, QPointF corner, double metres_per_pixel, double widest, Language language,
                    const QColor& ink, const QColor& halo);
void draw_north_arrow(QPainter& painter, QPointF centre, double height, const QColor& ink, const QColor& halo);

/// "Stadtbereiche: Hanse- und Universitätsstadt Rostock, CC0 1.0 (2023) · …"; "" for a plan without sources.
QString source_line(const Plan& plan, Language language);
/// "Boundaries are schematic, not surveyed.", where that is so; else "".
QString schematic_line(const Plan& plan, Language language);

/// Scale bar, north arrow and sources inside the picture's lower edge.
void draw_furniture(QPainter& painter, const Plan& plan, const Camera& camera, const MapSettings& settings);
/// Where they stand in a picture of this size.
std::vector<QRectF> furniture_boxes(QSizeF size);

/// The signs of measures, by building block and by phase, in lines beside each other; returns their height. nullptr:
/// only measures.
double draw_signs(QPainter* painter, const QRectF& area, const Legend& legend, Language language);
/// The key of a class: its colour with an edge, hatched where there is no data.
void draw_swatch(QPainter& painter, const QRectF& box, const LegendClass& entry, Theme theme);
/// Draws the legend downwards from the rectangle's top; returns the height it took.
double draw_legend(QPainter& painter, const QRectF& area, const Legend& legend, Theme theme, Language language);

}  // namespace smile::layers
