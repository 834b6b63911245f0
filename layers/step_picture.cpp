#include "layers/step_picture.h"

#include <algorithm>
#include <cmath>

#include "gis/plan/steps.h"
#include "layers/context.h"
#include "layers/furniture.h"
#include "layers/step_layout.h"
#include "layers/symbols.h"

namespace smile::layers {
namespace {

void draw_key(QPainter& painter, const StepKey& key, Theme theme) {
  if (const auto* block = std::get_if<Block>(&key.sign)) {
    draw_symbol(painter, key.box.center(), {*block, Phase::decided, QColor()}, key.box.height() * 0.8, false);
  } else if (const auto* swatch = std::get_if<LegendClass>(&key.sign)) {
    draw_swatch(painter, key.box, *swatch, theme);
  } else if (const auto* feature = std::get_if<StepKey::Feature>(&key.sign)) {
    painter.setOpacity(feature->opacity);
    draw_sample(painter, key.box, feature->kind, feature->paint);
    painter.setOpacity(1);
  }
}

void draw_marks(QPainter& painter, const StepPicture& picture) {
  for (const PenMark& mark : picture.marks) {
    QPolygonF line;
    for (const Point p : mark.line) line << picture.to_picture(p);
    draw_mark(painter, line, mark, picture.unit);
  }
}

}  // namespace

MapSettings map_settings(const Plan& plan, const Step& step, Theme theme) {
  MapSettings settings;
  settings.style = step.style;
  settings.theme = theme;
  settings.language = language();
  settings.selected_measures = measures_of(plan, step);
  settings.focus_district = find_district(plan, step.district) != nullptr ? step.district : 0;
  return settings;
}

StepPicture lay_out_step(const PlanPtr& plan, const Step& step, QSize size, const StepLook& look) {
  return StepLayout(plan, step, size, look).lay_out();
}

StepPicture without_words(StepPicture picture, bool with_sources) {
  const auto stays = [with_sources](StepText::Part part) {
    return part == StepText::Part::legend || (with_sources && part == StepText::Part::source);
  };
  std::erase_if(picture.texts, [&](const StepText& one) { return !stays(one.part); });
  std::erase_if(picture.grounds, [&](const StepGround& one) { return !stays(one.under); });
  picture.chart.reset();
  picture.progress = picture.done = QRectF();
  return picture;
}

void draw_mark(QPainter& painter, const QPolygonF& line, const PenMark& mark, double unit) {
  if (line.isEmpty()) return;
  const QColor colour(QString::fromStdString(mark.colour));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour.isValid() ? colour : Qt::red, std::max(1.0, mark.width * unit), Qt::SolidLine,
                      Qt::RoundCap, Qt::RoundJoin));
  if (line.size() == 1)
    painter.drawPoint(line.front());
  else
    painter.drawPolyline(line);
}

Issues draw_map(QPainter& painter, const StepPicture& picture, const RasterSet& rasters, MapDepth depth) {
  painter.save();
  painter.setClipRect(QRectF(QPointF(), QSizeF(picture.size)), Qt::IntersectClip);
  painter.scale(picture.magnified, picture.magnified);
  Issues issues = picture.map->draw(painter, picture.camera, rasters, depth);
  painter.scale(1 / picture.magnified, 1 / picture.magnified);
  if (depth != MapDepth::ground) draw_marks(painter, picture);
  painter.restore();
  return issues;
}

void draw_words(QPainter& painter, const StepPicture& picture) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const StepGround& ground : picture.grounds) painter.fillRect(ground.box, ground.fill);
  for (const StepKey& key : picture.keys) draw_key(painter, key, picture.theme);
  for (const StepText& one : picture.texts) {
    painter.setFont(one.font);
    painter.setPen(one.ink);
    painter.drawText(one.baseline, one.text);
  }
  if (picture.chart) {
    painter.save();
    painter.translate(picture.chart_box.topLeft());
    painter.scale(picture.chart_scale, picture.chart_scale);
    draw(painter, *picture.chart);
    painter.restore();
  }
  painter.fillRect(picture.progress, QColor(0x4A, 0x4C, 0x52));
  painter.fillRect(picture.done, picture.done_colour);
  painter.restore();
}

Issues draw(QPainter& painter, const StepPicture& picture, const RasterSet& rasters, MapDepth depth) {
  Issues issues = draw_map(painter, picture, rasters, depth);
  if (depth != MapDepth::ground) draw_words(painter, picture);
  return issues;
}

QImage step_image(const StepPicture& picture, const RasterSet& rasters, std::stop_token stop) {
  const double ratio = picture.camera.device_pixel_ratio / picture.magnified;
  Frame frame = render(*picture.map, picture.camera, stop, nullptr, rasters);
  if (frame.image.isNull()) return {};
  QImage image((QSizeF(picture.size) * ratio).toSize(), QImage::Format_RGB32);
  frame.image.setDevicePixelRatio(1);
  {
    QPainter painter(&image);
    painter.drawImage(QPointF(), frame.image);
    painter.scale(ratio, ratio);  // a painter takes no ratio below 1 from its image
    draw_marks(painter, picture);
    draw_words(painter, picture);
  }
  image.setDevicePixelRatio(ratio);
  return image;
}

}  // namespace smile::layers
