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
constexpr double two_columns_from = 420;

/// Writes downwards in one column, or in two beside each other where there is width for them.
class Column {
public:
  /// painter: nullptr to see how high it gets.
  Column(QPainter* painter, const QRectF& area, Theme theme, Language language)
      : painter_(painter), area_(area), colours_(palette(theme)), language_(language), y_(area.top()) {
    constexpr double gutter = 36;
    if (area.width() < two_columns_from) return;
    area_.setWidth((area.width() - gutter) / 2);
    left_of_next_ = area_.right() + gutter;
  }

  template <class Draw>
  void paint(Draw draw) const {
    if (painter_ != nullptr) draw(*painter_);
  }
  QPainter* painter() const { return painter_; }

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
  QRectF rest() const { return {area_.left(), y_, area_.width(), area_.bottom() - y_}; }
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
  void write(double x, double baseline, const QFont& font, const QString& text, const QColor& ink) const {
    paint([&](QPainter& painter) {
      painter.setFont(font);
      painter.setPen(ink);
      painter.drawText(QPointF(x, baseline), text);
    });
  }

  QPainter* painter_;
  QRectF area_;
  const Palette& colours_;
  Language language_;
  double y_;
  double left_of_next_ = 0;  ///< 0: there is no further column
};

void draw_classes(Column& column, const Legend& legend, Theme theme, Language language) {
  if (legend.classes.empty() || !column.start(legend.classes.size())) return;
  column.heading(legend.figure.isEmpty() ? QString::fromStdString(in(language, text("Districts"))) : legend.figure);
  for (const LegendClass& entry : legend.classes) {
    if (!column.has_room(row_height)) return;
    column.paint([&](QPainter& on) { draw_swatch(on, column.key(), entry, theme); });
    column.row(entry.label, entry.districts);
  }
  column.gap(4);
  column.small(legend.method);
  column.gap(12);
}

void draw_blocks(Column& column, const Legend& legend, Theme theme, Language language) {
  if (legend.symbols.empty() || !column.start(legend.symbols.size() + (legend.of_districts > 0 ? 1 : 0))) return;
  column.heading(QString::fromStdString(in(language, text("Measures by building block"))));
  for (const LegendSymbol& entry : legend.symbols) {
    if (!column.has_room(row_height)) return;
    const QColor colour = legend.measure_classes.empty() ? QColor() : palette(Theme::light).quiet;
    column.paint([&](QPainter& on) {
      draw_symbol(on, column.key().center(), {entry.block, Phase::decided, colour}, 13, false);
    });
    column.row(entry.label, entry.measures);
  }
  if (legend.of_districts > 0 && column.has_room(row_height)) {
    column.paint([&](QPainter& on) { draw_badge_key(on, column.key().center(), theme); });
    column.row(badge_key_words(language), legend.of_districts);
  }
  if (!legend.scenario.isEmpty()) column.gap(4), column.small(legend.scenario);
  column.gap(12);
}

void draw_measure_colours(Column& column, const Legend& legend, Theme theme) {
  if (legend.measure_classes.empty() || !column.start(legend.measure_classes.size())) return;
  column.heading(legend.measure_colours);
  for (const LegendClass& entry : legend.measure_classes) {
    if (!column.has_room(row_height)) return;
    column.paint([&](QPainter& on) { draw_swatch(on, column.key(), entry, theme); });
    column.row(entry.label, entry.districts);
  }
  column.gap(12);
}

void draw_key(QPainter& painter, const QRectF& box, const LegendLayer& layer, const FeaturePaint& paint) {
  painter.setOpacity(layer.opacity);
  draw_sample(painter, box, layer.kind, paint);
  painter.setOpacity(1);
}

/// Layers of one look share a part; one with classes has a part of its own. What finds no room is named or counted.
class ContextLegend {
public:
  ContextLegend(Column& column, const Legend& legend, Language language)
      : column_(column),
        legend_(legend),
        language_(language),
        to_come_(static_cast<std::ptrdiff_t>(legend.layers.size())) {}

  void draw() {
    const auto of_one_look = [](const LegendLayer& layer) {
      return layer.paints.size() == 1 && layer.paints.front().label.isEmpty();
    };
    const auto plain = std::count_if(legend_.layers.begin(), legend_.layers.end(), of_one_look);
    if (plain > 0 && column_.start(static_cast<std::size_t>(plain))) {
      column_.heading(QString::fromStdString(in(language_, text("Map"))));
      for (const LegendLayer& layer : legend_.layers)
        if (of_one_look(layer)) rows(layer, true);
      column_.gap(12);
    } else {
      left_out_ += plain;
      to_come_ -= plain;
    }
    for (const LegendLayer& layer : legend_.layers)
      if (!of_one_look(layer)) part(layer);
    if (left_out_ > 0)
      column_.small(QString::fromStdString(
          in(language_, text_n(left_out_, "… and {1} layer more", "… and {1} layers more", left_out_))));
  }

private:
  /// Below a layer there has to be room to count those that follow.
  double reserve() const { return to_come_ > 0 || left_out_ > 0 ? 14 : 0; }

  void rows(const LegendLayer& layer, bool named) {
    to_come_ -= named;
    for (const FeaturePaint& paint : layer.paints) {
      const double height = layer.kind == GeometryKind::point ? std::max(row_height, paint.width + 5) : row_height;
      if (!column_.has_room(height + (named ? reserve() : 0))) {
        left_out_ += named;
        return;
      }
      column_.paint([&](QPainter& on) { draw_key(on, column_.key(height), layer, paint); });
      column_.row(named ? layer.name : paint.label, paint.features, height);
    }
    if (!named && !layer.method.isEmpty()) column_.gap(4), column_.small(layer.method);
  }

  void part(const LegendLayer& layer) {
    --to_come_;
    if (column_.fits(layer.paints.size())) {
      column_.start(layer.paints.size());
      column_.heading(layer.name);
      rows(layer, false);
      column_.gap(12);
    } else if (column_.has_room(row_height + reserve())) {
      column_.paint([&](QPainter& on) { draw_key(on, column_.key(), layer, layer.paints.front()); });
      column_.row(layer.name, -1);
    } else {
      ++left_out_;
    }
  }

  Column& column_;
  const Legend& legend_;
  Language language_;
  std::ptrdiff_t to_come_;  ///< layers
  std::ptrdiff_t left_out_ = 0;
};

void draw_phases(Column& column, const Legend& legend, Language language) {
  const std::vector<LegendPhase> entries = phases_by_fill(legend.phase_symbols);
  if (entries.empty() || !column.start(entries.size())) return;
  column.heading(QString::fromStdString(in(language, text("Phase"))));
  for (const LegendPhase& entry : entries) {
    if (!column.has_room(row_height)) return;
    column.paint([&](QPainter& on) { draw_phase_key(on, column.key().center(), entry.fill, 12); });
    column.row(entry.label, entry.measures);
  }
  column.gap(12);
}

/// Items beside each other, as many on a line as there is room for.
class Line {
public:
  Line(QPainter* painter, const QRectF& area) : painter_(painter), area_(area), at_(area.topLeft()) {}

  template <class DrawKey>
  void item(const QString& label, DrawKey draw_key, double key_width = 22) {
    const QFont font = map_font(11);
    const double width = key_width + QFontMetricsF(font).horizontalAdvance(label);
    if (at_.x() > area_.left() && at_.x() + width > area_.right()) next_line();
    if (painter_ != nullptr) {
      draw_key(*painter_, at_ + QPointF(key_width / 2 - 2, line_height / 2));
      write(*painter_, {at_.x() + key_width, at_.y() + line_height / 2 + 4}, font, label, palette(Theme::light).label);
    }
    at_.rx() += width + 18;
  }
  void next_line() {
    if (at_.x() > area_.left()) at_ = QPointF(area_.left(), at_.y() + line_height);
  }
  double used() const { return at_.y() - area_.top(); }

private:
  static constexpr double line_height = 18;
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
    line.item(
        badge_key_words(language), [](QPainter& on, QPointF centre) { draw_badge_key(on, centre, Theme::light); }, 30);
  line.next_line();
  for (const LegendPhase& entry : phases_by_fill(legend.phase_symbols))
    line.item(entry.label, [&](QPainter& on, QPointF centre) { draw_phase_key(on, centre, entry.fill, 12); });
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

namespace {

/// compact: blocks and phases beside each other instead of a row for each.
double draw_parts(QPainter* painter, const QRectF& area, const Legend& legend, Theme theme, Language language,
                  bool compact) {
  Column column(painter, area, theme, language);
  draw_classes(column, legend, theme, language);
  if (compact && !legend.symbols.empty()) {
    column.heading(QString::fromStdString(in(language, text("Measures"))));
    column.gap(draw_signs(column.painter(), column.rest(), legend, language) + 10);
  } else {
    draw_blocks(column, legend, theme, language);
  }
  draw_measure_colours(column, legend, theme);
  if (!compact) draw_phases(column, legend, language);
  ContextLegend(column, legend, language).draw();
  return column.used();
}

/// What it would take with a row for everything.
double full_height(const QRectF& area, const Legend& legend, Theme theme, Language language) {
  constexpr double endless = 100000;
  return draw_parts(nullptr, {area.topLeft(), QSizeF(area.width(), endless)}, legend, theme, language, false);
}

}  // namespace

double draw_legend(QPainter& painter, const QRectF& area, const Legend& legend, Theme theme, Language language) {
  const bool one_column = area.width() < two_columns_from;
  const bool compact = one_column && full_height(area, legend, theme, language) > area.height();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const double used = draw_parts(&painter, area, legend, theme, language, compact);
  painter.restore();
  return used;
}

}  // namespace smile::layers
