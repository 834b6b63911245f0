#pragma once
// Charts laid out for tests, and what is asked of every one of them.

#include <QImage>
#include <boost/test/unit_test.hpp>

#include "layers/chart.h"
#include "layers/paper.h"

namespace smile::tests {

using namespace smile::layers;

inline Figure value(double v) {
  return {Figure::State::value, v};
}
inline const Figure secret{Figure::State::suppressed, 0};
inline const Figure missing{Figure::State::missing, 0};

inline ChartDrawing laid_out(const Chart& chart, QSizeF size = {600, 380}, Language language = Language::english) {
  return lay_out_chart(QRectF(QPointF(50, 30), size), chart, Theme::light, language);
}

inline std::vector<std::string> texts_of(const ChartDrawing& drawing) {
  std::vector<std::string> out;
  for (const ChartText& text : drawing.texts) out.push_back(text.text.toStdString());
  return out;
}

inline const ChartText* find_text(const ChartDrawing& drawing, const std::string& words) {
  for (const ChartText& text : drawing.texts)
    if (text.text.toStdString() == words) return &text;
  return nullptr;
}
inline bool says(const ChartDrawing& drawing, const std::string& words) {
  return find_text(drawing, words) != nullptr;
}
/// All texts in one line, as a reader meets them.
inline std::string whole_text(const ChartDrawing& drawing) {
  std::string out;
  for (const std::string& text : texts_of(drawing)) out += text + " ";
  return out;
}

/// Filled shapes of that colour.
inline std::vector<QRectF> filled_with(const ChartDrawing& drawing, const QColor& colour) {
  std::vector<QRectF> out;
  for (const ChartShape& shape : drawing.shapes)
    if (shape.fill.isValid() && shape.fill == colour) out.push_back(shape.path.boundingRect());
  return out;
}
inline int dashed_lines(const ChartDrawing& drawing) {
  int count = 0;
  for (const ChartShape& shape : drawing.shapes) count += !shape.dashes.isEmpty() && !shape.path.isEmpty();
  return count;
}

inline int overlaps(const ChartDrawing& drawing) {
  int count = 0;
  for (std::size_t i = 0; i < drawing.texts.size(); ++i)
    for (std::size_t k = i + 1; k < drawing.texts.size(); ++k) {
      const QRectF common = drawing.texts[i].box & drawing.texts[k].box;
      if (common.width() <= 0.01 || common.height() <= 0.01) continue;
      ++count;
      BOOST_TEST_MESSAGE("“" << drawing.texts[i].text.toStdString() << "” over “" << drawing.texts[k].text.toStdString()
                             << "”");
    }
  return count;
}

inline bool all_inside(const ChartDrawing& drawing, const QRectF& area) {
  for (const ChartText& text : drawing.texts)
    if (!area.contains(text.box)) {
      BOOST_TEST_MESSAGE("outside: “" << text.text.toStdString() << "”");
      return false;
    }
  for (const ChartShape& shape : drawing.shapes) {
    const double half = shape.edge.isValid() ? shape.width / 2 : 0;
    const QRectF taken = shape.path.boundingRect().adjusted(-half, -half, half, half);
    if (!shape.path.isEmpty() && !area.contains(taken)) {
      BOOST_TEST_MESSAGE("a shape outside: " << taken.left() << " " << taken.top() << " " << taken.right() << " "
                                             << taken.bottom());
      return false;
    }
  }
  return true;
}

/// The chart on a sheet that is larger on every side.
inline QImage on_larger_sheet(const Chart& chart, const QRectF& area, Theme theme, double ratio = 1) {
  QImage image((QSizeF(area.right(), area.bottom()) + QSizeF(60, 60)).toSize() * ratio, QImage::Format_RGB32);
  image.setDevicePixelRatio(ratio);
  image.fill(chart_ground(theme));
  QPainter painter(&image);
  draw_chart(painter, area, chart, theme, Language::german);
  return image;
}
/// Pixels that are not ground, outside of the rectangle.
inline int ink_outside(const QImage& image, const QRectF& area, Theme theme) {
  const QRgb ground = chart_ground(theme).rgb();
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const QPointF at = QPointF(x + 0.5, y + 0.5) / image.devicePixelRatio();
      count += !area.contains(at) && image.pixel(x, y) != ground;
    }
  return count;
}

inline ChartHead head_of(const std::string& title) {
  return {title, "inhabitants", "Source: City, 2023", {}};
}

}  // namespace smile::tests
