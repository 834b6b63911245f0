#include "layers/sheet.h"

#include <QFontMetricsF>

#include "layers/furniture.h"
#include "layers/label.h"
#include "layers/page_parts.h"
#include "layers/raster.h"
#include "layers/scene.h"

namespace smile::layers {
namespace {

void draw_scale(QPainter& painter, const SheetMap& map, Language language) {
  const Palette& colours = palette(Theme::light);
  const QRectF& area = map.scale;
  draw_scale_bar(painter, {area.left(), area.bottom() - 16}, map.camera.metres_per_pixel, area.width() - 60, language,
                 colours.label, Qt::white);
  draw_north_arrow(painter, {area.right() - 12, area.center().y()}, std::min(46.0, area.height()), colours.label,
                   Qt::white);
  if (map.round_scale > 0)
    write(painter, {area.left(), area.bottom() - 1}, map_font(10),
          words(language, text("Scale 1:{1}", map.round_scale)), colours.quiet);
}

/// How many features the whole city has says nothing about the page.
Legend legend_of_page(const MapScene& scene, const Camera& camera) {
  Legend legend = legend_at(scene.legend(), camera.scale_denominator());
  for (LegendLayer& layer : legend.layers)
    for (FeaturePaint& paint : layer.paints) paint.features = -1;
  return legend;
}

}  // namespace

struct SheetDrawing::ReadyMap {
  ReadyMap(const SheetMap& map, Language language)
      : map_(map), language_(language), scene_(map.plan, map.settings, map.layers) {
    if (!map.folder.empty()) rasters_ = load_rasters(*map.plan, map.folder, raster_view(map.camera), {});
  }

  Issues draw(QPainter& painter, MapDepth depth) const {
    painter.save();
    painter.setClipRect(map_.box);
    painter.translate(map_.box.topLeft());
    Issues issues = scene_.draw(painter, map_.camera, rasters_.rasters, depth);
    painter.restore();
    if (depth == MapDepth::ground) return issues;
    issues.insert(issues.end(), rasters_.issues.begin(), rasters_.issues.end());
    explain(painter);
    return issues;
  }

private:
  void explain(QPainter& painter) const {
    painter.setPen(QPen(palette(Theme::light).border, 0.7));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(map_.box);
    Legend legend = legend_of_page(scene_, map_.camera);
    if (!map_.signs.isEmpty()) {
      draw_signs(&painter, map_.signs, legend, language_);
      legend.symbols.clear(), legend.phase_symbols.clear();
    }
    if (!map_.legend.isEmpty()) draw_legend(painter, map_.legend, legend, Theme::light, language_);
    if (!map_.scale.isEmpty()) draw_scale(painter, map_, language_);
  }

  const SheetMap& map_;
  Language language_;
  MapScene scene_;
  LoadedRasters rasters_;
};

SheetColours sheet_colours(const SheetSettings& settings) {
  SheetColours colours;
  if (const QColor dark(QString::fromStdString(settings.dark)); dark.isValid()) colours.dark = dark;
  if (const QColor bright(QString::fromStdString(settings.bright)); bright.isValid()) colours.bright = bright;
  return colours;
}

QImage logo_of(const SheetSettings& settings) {
  return QImage::fromData(QByteArray::fromBase64(QByteArray::fromStdString(settings.logo)));
}

SheetDrawing::SheetDrawing(const SheetPage& page, Language language) : page_(page), language_(language) {
  for (const SheetMap& map : page.maps) maps_.push_back(std::make_unique<const ReadyMap>(map, language));
}
SheetDrawing::~SheetDrawing() = default;

Issues SheetDrawing::draw(QPainter& painter, MapDepth depth) const {
  painter.save();
  painter.scale(page_.zoom, page_.zoom);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  Issues issues;
  for (const auto& map : maps_) {
    const Issues found = map->draw(painter, depth);
    issues.insert(issues.end(), found.begin(), found.end());
  }
  if (depth != MapDepth::ground) {
    if (!page_.title.isEmpty()) draw_title_bar(painter, page_.title, page_.colours);
    if (!page_.logo.isNull()) painter.drawImage(page_.logo_box, page_.logo);
    for (const SheetRule& rule : page_.rules) {
      painter.setPen(QPen(palette(Theme::light).border, rule.width));
      painter.drawLine(rule.from, rule.to);
    }
    for (const SheetText& one : page_.texts) write(painter, one.baseline, one.font, one.text, one.ink);
    for (const SheetChart& one : page_.charts) draw_chart(painter, one.box, one.chart, Theme::light, language_);
  }
  painter.restore();
  return issues;
}

Issues draw(QPainter& painter, const SheetPage& page, Language language) {
  return SheetDrawing(page, language).draw(painter);
}

}  // namespace smile::layers
