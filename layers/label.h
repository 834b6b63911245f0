#pragma once
// Text on the map: one set of styles, halos, sizes. Images are cached where pixels are painted; elsewhere text stays
// text.

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QSizeF>
#include <QStringList>

namespace smile::layers {

/// district: spaced capitals; number: a measure's number, and on the scale bar; badge: signs for whole districts;
/// note: the line of sources; north: the letter on the arrow; street, place, water: names on layers of context.
enum class TextStyle : std::uint8_t { district, number, badge, note, north, street, place, water };

/// Letters of district names stand this share of the size apart. Only they use the weight 600, which is how the SVG
/// writer finds them again.
inline constexpr double district_spacing = 0.06;
QFont label_font(TextStyle style);
/// A font of the map family in logical pixels, without hinting: the same widths at every resolution.
QFont map_font(int pixels, int weight = QFont::Normal, bool italic = false);

/// Of a line in a font of map_font(). Tables ask for the same words again and again. Cached; safe on any thread.
double text_width(const QFont& font, const QString& text);

/// Size of the lines set above each other, without halo. Cached; safe on any thread.
QSizeF label_size(TextStyle style, const QStringList& lines);
/// Draws lines centred in a box of label_size() around `centre`, with a halo.
void draw_label(QPainter& painter, QPointF centre, TextStyle style, const QStringList& lines, const QColor& ink,
                const QColor& halo);

/// The outlines of letters, laid around them as vectors: in whole steps of a sixteenth of a pixel, which take half the
/// digits in a PDF.
void stroke_halo(QPainter& painter, QPainterPath outline, const QColor& halo, double width);

/// A district's name as it is set: in capitals, on one line or on two of about the same length (nothing if it can't be
/// parted).
QStringList name_on_one_line(const QString& name);
QStringList name_on_two_lines(const QString& name);

}  // namespace smile::layers
