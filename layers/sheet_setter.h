#pragma once
// Sets words, tables and rules onto pages of one format, from the top of an area downwards; opens a further page where
// one is full. Only for the files that lay out sheets.

#include <functional>
#include <vector>

#include "gis/words/words.h"
#include "layers/sheet.h"
#include "layers/sheet_table.h"

namespace smile::layers {

/// "" for nothing; one line.
QString sheet_words(const Text& sentence);
QString sheet_words(const std::string& data);

class SheetSetter {
public:
  SheetSetter(SheetPage& page, const QRectF& area) : SheetSetter(page, area, area.top()) {}
  SheetSetter(SheetPage& page, const QRectF& area, double y) : page_(&page), area_(area), y_(y) {}

  SheetPage& page() { return *page_; }
  const QRectF& area() const { return area_; }
  double y() const { return y_; }
  double room() const { return area_.bottom() - y_; }
  void gap(double height) { y_ += height; }

  /// One line at any place; returns its box.
  QRectF set(QPointF corner, const QString& words, const QFont& font, const QColor& ink, double width,
             bool right = false);
  /// Lines of at most the area's width (less `indent` on the right), downwards.
  void paragraph(const QString& words, const QFont& font, const QColor& ink, double step, double indent = 0);
  static double height_of_paragraph(const QString& words, const QFont& font, double width, double step);
  void rule(double width, double thick = 0.7);

  /// The title of a table, its head with a rule.
  void table_head(const SheetTable& table, const QString& title);
  void table_row(const SheetTable& table, std::size_t row);
  /// Rows from `first` on as long as they fit; returns the first that didn't.
  std::size_t table_rows(const SheetTable& table, std::size_t first);
  static double height_of_head(const SheetTable& table, const QString& title);

private:
  SheetPage* page_;
  QRectF area_;
  double y_;
};

}  // namespace smile::layers
