#pragma once
// What all pages on paper share: the bar with the title, and single lines of text. Only for this folder.

#include <QFont>
#include <QPainter>

#include "gis/words/words.h"
#include "layers/sheet.h"

namespace smile::layers {

inline constexpr int title_pixels = 25;
inline constexpr double title_step = 31;  ///< from one line of the title to the next

QString words(Language language, const Text& sentence);
void write(QPainter& painter, QPointF baseline, const QFont& font, const QString& text, const QColor& ink);
void write_right(QPainter& painter, QPointF baseline, const QFont& font, const QString& text, const QColor& ink);
/// The city's two colours, above a title.
void draw_title_bar(QPainter& painter, const QRectF& area, const SheetColours& colours);
void draw_title(QPainter& painter, const QRectF& area, const QStringList& lines);
/// The words on at most `most` lines of this width; the last line is shortened with "…".
QStringList wrapped(const QString& text, const QFont& font, double width, int most);

}  // namespace smile::layers
