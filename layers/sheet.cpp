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

Issues draw(QPainter& painter, const SheetMap& map, Language language) {
  const MapScene scene(map.plan, map.settings, map.layers);
  LoadedRasters rasters;
  if (!map.folder.empty()) rasters = load_rasters(*map.plan, map.folder, raster_view(map.camera), {});
  painter.save();
  painter.setClipRect(map.box);
  painter.translate(map.box.topLeft());
  Issues issues = scene.draw(painter, map.camera, rasters.rasters);
  issues.insert(issues.end(), rasters.issues.begin(), rasters.issues.end());
  painter.restore();
  painter.setPen(QPen(palette(Theme::light).border, 0.7));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(map.box);
  Legend legend = legend_at(scene.legend(), map.camera.scale_denominator());
  // How many features the whole city has says nothing about the page.
  for (LegendLayer& layer : legend.layers)
    for (FeaturePaint& paint : layer.paints) paint.features = -1;
  if (!map.signs.isEmpty()) {
    draw_signs(&painter, map.signs, legend, language);
    legend.symbols.clear(), legend.phase_symbols.clear();
  }
  if (!map.legend.isEmpty()) draw_legend(painter, map.legend, legend, Theme::light, language);
  if (!map.scale.isEmpty()) draw_scale(painter, map, language);
  return issues;
}

}  // namespace

SheetColours sheet_colours(const SheetSettings& settings) {
  SheetColours colours;
  if (const QColor dark(QString::fromStdString(settings.dark)); dark.isValid()) colours.dark = dark;
  if (const QColor bright(QString::fromStdString(settings.bright)); bright.isValid()) colours.bright = bright;
  return colours;
}

QImage logo_of(const SheetSettings& settings) {
  return QImage::fromData(QByteArray::fromBase64(QByteArray::fromStdString(settings.logo)));
}

Issues draw(QPainter& painter, const SheetPage& page, Language language) {
  painter.save();
  painter.scale(page.zoom, page.zoom);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  Issues issues;
  for (const SheetMap& map : page.maps) {
    const Issues found = draw(painter, map, language);
    issues.insert(issues.end(), found.begin(), found.end());
  }
  if (!page.title.isEmpty()) draw_title_bar(painter, page.title, page.colours);
  if (!page.logo.isNull()) painter.drawImage(page.logo_box, page.logo);
  for (const SheetRule& rule : page.rules) {
    painter.setPen(QPen(palette(Theme::light).border, rule.width));
    painter.drawLine(rule.from, rule.to);
  }
  for (const SheetText& one : page.texts) write(painter, one.baseline, one.font, one.text, one.ink);
  for (const SheetChart& one : page.charts) draw_chart(painter, one.box, one.chart, Theme::light, language);
  painter.restore();
  return issues;
}

}  // namespace smile::layers
