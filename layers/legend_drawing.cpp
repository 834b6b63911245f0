// The legend as it stands on paper: districts' classes, building blocks, phases.

#include <QFontMetricsF>
#include <algorithm>

#include "gis/words/numbers.h"
#include "gis/words/words.h"
#include "layers/clip.h"
#include "layers/furniture.h"
#include "layers/label.h"
#include "layers/page.h"
#include "layers/page_parts.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

constexpr double row_height = 17.5;

/// Writes downwards in one column, or in two beside each other where there is width for them.
class Column {
public:
  Column(QPainter& painter, const QRectF& area, Theme theme, Language language)
      : painter_(painter), area_(area), colours_(palette(theme)), language_(language), y_(area.top()) {
    constexpr double gutter = 36;
    if (area.width() < 420) return;
    area_.setWidth((area.width() - gutter) / 2);
    left_of_next_ = area_.right() + gutter;
  }

  /// Starts a part of that many rows; false if there is no room for it.
  bool start(std::size_t rows) {
    if (has_room(height_of(rows))) return true;
    if (left_of_next_ == 0) return has_room(20 + 2 * row_height);
    area_.moveLeft(left_of_next_);
    left_of_next_ = 0;
    y_ = area_.top();
    return true;
  }
  /// A part of that many rows has room as a whole, here or in the next column.
  bool fits(std::size_t rows) const { return has_room(height_of(rows)) || left_of_next_ != 0; }
  double used() const { return y_ - area_.top(); }
  bool has_room(double height) const { return y_ + height <= area_.bottom(); }
  void gap(double height) { y_ += height; }

  void heading(const QString& text) {
    const QFont font = map_font(12, QFont::Bold);
    write(area_.left(), y_ + 12, font, QFontMetricsF(font).elidedText(text, Qt::ElideRight, area_.width()),
          colours_.label);
    y_ += 20;
  }

  /// count: -1 for none. A long label takes a second line.
  void row(const QString& label, int count, double height = row_height) {
    const QFont font = map_font(11);
    const QFontMetricsF metrics(font);
    const QString number = count < 0 ? QString() : QString::fromStdString(format_integer(language_, count));
    const double right = area_.right() - metrics.horizontalAdvance(number);
    const double left = area_.left() + 34;
    const double baseline = y_ + height / 2 + metrics.capHeight() / 2;
    write(right, baseline, font, number, colours_.quiet);
    const QStringList lines = wrapped(label, font, right - left - 8, 2);
    for (qsizetype i = 0; i < lines.size(); ++i)
      write(left, baseline + 13 * static_cast<double>(i), font, lines[i], colours_.label);
    y_ += height + (lines.size() > 1 ? 13 : 0);
  }

  void small(const QString& text) {
    const QFont font = map_font(10);
    for (const QString& line : wrapped(text, font, area_.width(), 4)) {
      if (!has_room(13)) return;
      write(area_.left(), y_ + 10, font, line, colours_.quiet);
      y_ += 13;
    }
  }

  static double height_of(std::size_t rows) { return 20 + row_height * static_cast<double>(rows); }

  /// Where the key of the next row stands.
  QRectF key(double height = row_height) const { return {area_.left(), y_ + 2.5, 24, height - 5}; }

private:
  void write(double x, double baseline, const QFont& font, const QString& text, const QColor& ink) {
    painter_.setFont(font);
    painter_.setPen(ink);
    painter_.drawText(QPointF(x, baseline), text);
  }

  QPainter& painter_;
  QRectF area_;
  const Palette& colours_;
  Language language_;
  double y_;
  double left_of_next_ = 0;  ///< 0: there is no further column
};

void draw_classes(QPainter& painter, Column& column, const Legend& legend, Theme theme, Language language) {
  if (legend.classes.empty() || !column.start(legend.classes.size())) return;
  column.heading(legend.figure.isEmpty() ? QString::fromStdString(in(language, text("Districts"))) : legend.figure);
  for (const LegendClass& entry : legend.classes) {
    if (!column.has_room(row_height)) return;
    draw_swatch(painter, column.key(), entry, theme);
    column.row(entry.label, entry.districts);
  }
  column.gap(4);
  column.small(legend.method);
  column.gap(12);
}

void draw_blocks(QPainter& painter, Column& column, const Legend& legend, Theme theme, Language language) {
  if (legend.symbols.empty() || !column.start(legend.symbols.size() + (legend.of_districts > 0 ? 1 : 0))) return;
  column.heading(QString::fromStdString(in(language, text("Measures by building block"))));
  for (const LegendSymbol& entry : legend.symbols) {
    if (!column.has_room(row_height)) return;
    draw_symbol(painter, column.key().center(),
                {entry.block, Phase::decided, legend.measure_classes.empty() ? QColor() : palette(Theme::light).quiet},
                13, false);
    column.row(entry.label, entry.measures);
  }
  if (legend.of_districts > 0 && column.has_room(row_height)) {
    draw_badge_key(painter, column.key().center(), theme);
    column.row(badge_key_words(language), legend.of_districts);
  }
  if (!legend.scenario.isEmpty()) column.gap(4), column.small(legend.scenario);
  column.gap(12);
}

void draw_measure_colours(QPainter& painter, Column& column, const Legend& legend, Theme theme) {
  if (legend.measure_classes.empty() || !column.start(legend.measure_classes.size())) return;
  column.heading(legend.measure_colours);
  for (const LegendClass& entry : legend.measure_classes) {
    if (!column.has_room(row_height)) return;
    draw_swatch(painter, column.key(), entry, theme);
    column.row(entry.label, entry.districts);
  }
  column.gap(12);
}

void draw_key(QPainter& painter, const QRectF& box, const LegendLayer& layer, const FeaturePaint& paint) {
  painter.setOpacity(layer.opacity);
  draw_sample(painter, box, layer.kind, paint);
  painter.setOpacity(1);
}

/// Layers of one look share a part; one with classes has a part of its own.
void draw_context_layers(QPainter& painter, Column& column, const Legend& legend, Language language) {
  const auto draw_rows = [&](const LegendLayer& layer, bool named) {
    for (const FeaturePaint& paint : layer.paints) {
      const double height = layer.kind == GeometryKind::point ? std::max(row_height, paint.width + 5) : row_height;
      if (!column.has_room(height)) return;
      draw_key(painter, column.key(height), layer, paint);
      column.row(named ? layer.name : paint.label, paint.features, height);
    }
    if (!named && !layer.method.isEmpty()) column.gap(4), column.small(layer.method);
  };
  const auto of_one_look = [](const LegendLayer& layer) { return layer.paints.size() == 1; };
  const auto plain = std::count_if(legend.layers.begin(), legend.layers.end(), of_one_look);
  if (plain > 0 && column.start(static_cast<std::size_t>(plain))) {
    column.heading(QString::fromStdString(in(language, text("Map"))));
    for (const LegendLayer& layer : legend.layers)
      if (of_one_look(layer)) draw_rows(layer, true);
    column.gap(12);
  }
  for (const LegendLayer& layer : legend.layers) {
    if (of_one_look(layer)) continue;
    if (!column.fits(layer.paints.size())) {
      // No room for its classes: what is drawn is at least named.
      if (!column.has_room(row_height)) return;
      draw_key(painter, column.key(), layer, layer.paints.front());
      column.row(layer.name, -1);
      continue;
    }
    column.start(layer.paints.size());
    column.heading(layer.name);
    draw_rows(layer, false);
    column.gap(12);
  }
}

void draw_phases(QPainter& painter, Column& column, const Legend& legend, Language language) {
  const std::vector<LegendPhase> entries = phases_by_fill(legend.phase_symbols);
  if (entries.empty() || !column.start(entries.size())) return;
  column.heading(QString::fromStdString(in(language, text("Phase"))));
  for (const LegendPhase& entry : entries) {
    if (!column.has_room(row_height)) return;
    draw_phase_key(painter, column.key().center(), entry.phase, 12);
    column.row(entry.label, entry.measures);
  }
  column.gap(12);
}

/// Items beside each other, as many on a line as there is room for.
class Line {
public:
  Line(QPainter* painter, const QRectF& area) : painter_(painter), area_(area), at_(area.topLeft()) {}

  template <class DrawKey>
  void item(const QString& label, DrawKey draw_key) {
    const QFont font = map_font(11);
    const double width = key_width + QFontMetricsF(font).horizontalAdvance(label);
    if (at_.x() > area_.left() && at_.x() + width > area_.right()) next_line();
    if (painter_ != nullptr) {
      draw_key(*painter_, at_ + QPointF(9, line_height / 2));
      write(*painter_, {at_.x() + key_width, at_.y() + line_height / 2 + 4}, font, label, palette(Theme::light).label);
    }
    at_.rx() += width + 18;
  }
  void next_line() {
    if (at_.x() > area_.left()) at_ = QPointF(area_.left(), at_.y() + line_height);
  }
  double used() const { return at_.y() - area_.top(); }

private:
  static constexpr double key_width = 22, line_height = 18;
  QPainter* painter_;
  QRectF area_;
  QPointF at_;
};

}  // namespace

double draw_signs(QPainter* painter, const QRectF& area, const Legend& legend, Language language) {
  Line line(painter, area);
  const QColor colour = legend.measure_classes.empty() ? QColor() : palette(Theme::light).quiet;
  for (const LegendSymbol& entry : legend.symbols)
    line.item(entry.label, [&](QPainter& on, QPointF centre) {
      draw_symbol(on, centre, {entry.block, Phase::decided, colour}, 13, false);
    });
  if (legend.of_districts > 0)
    line.item(badge_key_words(language),
              [](QPainter& on, QPointF centre) { draw_badge_key(on, centre, Theme::light); });
  line.next_line();
  for (const LegendPhase& entry : phases_by_fill(legend.phase_symbols))
    line.item(entry.label, [&](QPainter& on, QPointF centre) { draw_phase_key(on, centre, entry.phase, 12); });
  line.next_line();
  return line.used();
}

void draw_swatch(QPainter& painter, const QRectF& box, const LegendClass& entry, Theme theme) {
  const Palette& colours = palette(theme);
  painter.setOpacity(entry.opacity);
  painter.setPen(Qt::NoPen);
  painter.setBrush(entry.fill);
  painter.drawRect(box);
  if (entry.no_data) {
    const std::vector<QLineF> lines = hatching({QPolygonF(box)}, 5, 0);
    painter.setPen(QPen(colours.hatch, 1));
    painter.drawLines(lines.data(), static_cast<int>(lines.size()));
  }
  painter.setOpacity(1);
  painter.setPen(QPen(colours.border, 0.6));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(box);
}

double draw_legend(QPainter& painter, const QRectF& area, const Legend& legend, Theme theme, Language language) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  Column column(painter, area, theme, language);
  draw_classes(painter, column, legend, theme, language);
  draw_blocks(painter, column, legend, theme, language);
  draw_measure_colours(painter, column, legend, theme);
  draw_phases(painter, column, legend, language);
  draw_context_layers(painter, column, legend, language);
  painter.restore();
  return column.used();
}

}  // namespace smile::layers
