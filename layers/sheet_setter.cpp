#include "layers/sheet_setter.h"

#include <QFontMetricsF>
#include <algorithm>

#include "layers/label.h"
#include "layers/palette.h"

namespace smile::layers {
namespace {

constexpr double title_line = 17, head_gap = 3;

double title_width(const SheetTable& table) {
  return std::max(table.width(), 120.0);
}

QFont title_font() {
  return map_font(12, QFont::Bold);
}

}  // namespace

QString sheet_words(const Text& sentence) {
  return QString::fromStdString(str(sentence)).simplified();
}

QString sheet_words(const std::string& data) {
  return QString::fromStdString(data).simplified();
}

QRectF SheetSetter::set(QPointF corner, const QString& words, const QFont& font, const QColor& ink, double width,
                        bool right) {
  const QFontMetricsF metrics(font);
  const double advance = text_width(font, words);
  const QPointF at(right ? corner.x() + width - advance : corner.x(), corner.y() + metrics.ascent());
  const QRectF box(at.x(), corner.y(), advance, metrics.ascent() + metrics.descent());
  page_->texts.push_back({box, at, words, font, ink});
  return box;
}

void SheetSetter::paragraph(const QString& words, const QFont& font, const QColor& ink, double step, double indent) {
  for (const QString& line : folded(words, font, area_.width() - indent)) {
    set({area_.left(), y_}, line, font, ink, area_.width() - indent);
    y_ += step;
  }
}

double SheetSetter::height_of_paragraph(const QString& words, const QFont& font, double width, double step) {
  return step * static_cast<double>(folded(words, font, width).size());
}

void SheetSetter::rule(double width, double thick) {
  page_->rules.push_back({{area_.left(), y_}, {area_.left() + width, y_}, thick});
}

double SheetSetter::height_of_head(const SheetTable& table, const QString& title) {
  return height_of_paragraph(title, title_font(), title_width(table), title_line) + table.head_height() + head_gap;
}

void SheetSetter::table_head(const SheetTable& table, const QString& title) {
  const Palette& colours = palette(Theme::light);
  for (const QString& line : folded(title, title_font(), title_width(table))) {
    set({area_.left(), y_}, line, title_font(), colours.label, table.width());
    y_ += title_line;
  }
  double x = area_.left();
  const double bottom = y_ + table.head_height();
  for (const SheetColumn& column : table.columns()) {
    double y = bottom - 3 - sheet_step * static_cast<double>(column.head.size());
    for (const QString& line : column.head) {
      set({x, y}, line, map_font(sheet_pixels - 1), colours.quiet, column.width, column.figures);
      y += sheet_step;
    }
    x += column.width + sheet_column_gap;
  }
  y_ = bottom;
  rule(table.width(), 0.9);
  y_ += head_gap;
}

void SheetSetter::table_row(const SheetTable& table, std::size_t row) {
  if (table.is_total(row)) {
    rule(table.width(), 0.9);
    y_ += head_gap;
  }
  double x = area_.left();
  for (const SheetColumn& column : table.columns()) {
    double y = y_;
    for (const QString& line : table.cell(row, column)) {
      set({x, y}, line, table.font(row), palette(Theme::light).label, column.width, column.figures);
      y += sheet_step;
    }
    x += column.width + sheet_column_gap;
  }
  y_ += table.height(row);
}

std::size_t SheetSetter::table_rows(const SheetTable& table, std::size_t first) {
  std::size_t row = first;
  for (; row < table.rows() && table.height(row) <= room() + 0.01; ++row) table_row(table, row);
  return row;
}

}  // namespace smile::layers
