#include "layers/page.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "gis/plan/date.h"
#include "gis/words/issue.h"
#include "gis/words/numbers.h"
#include "layers/furniture.h"
#include "layers/label.h"
#include "layers/page_parts.h"
#include "layers/raster.h"
#include "layers/scene.h"

namespace smile::layers {
namespace {

/// The legend of a page speaks of what is on the page.
MapSettings map_settings(const Plan& plan, const PaperSettings& settings, const Camera& camera) {
  MapSettings map;
  map.style = plan.style;
  map.language = settings.language;
  map.focus_district = settings.district;
  map.counted = camera.ground();
  return map;
}

QString title_of(const Plan& plan, const PaperSettings& settings) {
  const std::string title = settings.title.empty() ? plan.title : settings.title;
  return title.empty() ? words(settings.language, text("Map of the measures"))
                       : QString::fromStdString(title).simplified();
}

Box box_to_show(const Plan& plan, const PaperSettings& settings) {
  if (settings.extent) return *settings.extent;
  if (settings.district == 0) return extent(plan);
  const District* district = find_district(plan, settings.district);
  if (district == nullptr) throw Error(ErrorKind::not_found, text("The plan has no such district."));
  return bounds(district->geometry);
}

Camera camera_for(const Plan& plan, const PaperSettings& settings, const QRectF& map, double ratio) {
  Camera camera = fit(box_to_show(plan, settings), map.size().toSize(),
                      settings.extent      ? 0
                      : is_schematic(plan) ? 32
                                           : 14);
  camera.device_pixel_ratio = ratio;
  if (settings.scale) camera.metres_per_pixel = *settings.scale * 0.0254 / 96;
  return camera;
}

LoadedRasters rasters_of(const Plan& plan, const PaperSettings& settings, const Camera& camera,
                         const Progress& progress) {
  if (settings.folder.empty()) return {};
  return load_rasters(plan, settings.folder, raster_view(camera), progress);
}

/// 1:n with n to two digits: what a fitted map can promise.
double honest_scale(double n) {
  const double step = std::pow(10.0, std::floor(std::log10(n)) - 1);
  return std::round(n / step) * step;
}

}  // namespace

QSizeF page_size(const PaperSettings& settings) {
  return QSizeF(settings.width_mm, settings.height_mm) * pixels_per_mm;
}

std::optional<Date> state_of(const Plan& plan) {
  std::optional<Date> newest;
  const auto note = [&newest](const std::optional<Date>& date) {
    if (date && (!newest || sort_key(*newest) < sort_key(*date))) newest = date;
  };
  for (const ReportPtr& report : plan.reports) note(parse_date(report->when.substr(0, 10)));
  for (const MeasurePtr& measure : plan.measures)
    for (const PhaseChange& change : measure->phase_history)
      if (change.date.precision == DatePrecision::day) note(change.date);
  return newest;
}

PageLayout page_layout(QSizeF size, int title_lines) {
  const double margin = std::min(12 * pixels_per_mm, size.width() / 12);
  PageLayout out;
  out.page = QRectF(QPointF(), size);
  const QRectF inner = out.page.adjusted(margin, margin, -margin, -margin);
  out.title = QRectF(inner.topLeft(), QSizeF(inner.width(), 48 + title_step * title_lines));
  out.foot = QRectF(inner.left(), inner.bottom() - 34, inner.width(), 34);
  const QRectF body(inner.left(), out.title.bottom(), inner.width(), out.foot.top() - out.title.bottom() - 8);
  if (size.width() >= size.height()) {
    const double side = std::clamp(inner.width() / 4, 150.0, 250.0);
    out.map = body.adjusted(0, 0, -side - 20, 0);
    out.facts = QRectF(body.right() - side, body.top(), side, body.height() - 74);
    out.bottom = QRectF(body.right() - side, body.bottom() - 62, side, 62);
  } else {
    const double height = std::min(300.0, body.height() * 0.36);
    out.map = body.adjusted(0, 0, 0, -height - 14);
    out.facts = QRectF(body.left(), body.bottom() - height, body.width() * 0.72, height);
    out.bottom = QRectF(body.left() + body.width() * 0.77, body.bottom() - 62, body.width() * 0.23, 62);
  }
  out.map = QRectF(out.map.toRect());  // whole pixels: the camera's size is whole
  return out;
}

Page::Page(PlanPtr plan, const PaperSettings& settings, QSizeF size, double device_pixel_ratio,
           const Progress& progress)
    : plan_(plan),
      settings_(settings),
      title_(title_of(*plan, settings)),
      title_lines_(wrapped(title_, map_font(title_pixels, QFont::Bold), size.width() - 24 * pixels_per_mm, 2)),
      layout_(page_layout(size, static_cast<int>(title_lines_.size()))),
      camera_(camera_for(*plan, settings, layout_.map, device_pixel_ratio)),
      scene_(plan, map_settings(*plan, settings, camera_), settings.layers),
      rasters_(rasters_of(*plan, settings, camera_, progress)) {}

Issues Page::draw(QPainter& painter, MapDepth depth) const {
  if (depth != MapDepth::above) painter.fillRect(layout_.page, Qt::white);
  painter.save();
  painter.setClipRect(layout_.map);
  painter.translate(layout_.map.topLeft());
  Issues issues = scene_.draw(painter, camera_, rasters_.rasters, depth);
  painter.restore();
  if (depth == MapDepth::ground) return issues;
  issues.insert(issues.begin(), rasters_.issues.begin(), rasters_.issues.end());
  draw_frame(painter);
  draw_title(painter);
  draw_facts(painter);
  draw_bottom(painter);
  draw_foot(painter);
  return issues;
}

/// SVG can't clip: what reaches over the map's edge (half a symbol, a stroke) disappears under the paper.
void Page::draw_frame(QPainter& painter) const {
  const QRectF& page = layout_.page;
  const QRectF& map = layout_.map;
  painter.setRenderHint(QPainter::Antialiasing);
  for (const QRectF& paper : {QRectF(page.left(), page.top(), page.width(), map.top() - page.top()),
                              QRectF(page.left(), map.bottom(), page.width(), page.bottom() - map.bottom()),
                              QRectF(page.left(), map.top(), map.left() - page.left(), map.height()),
                              QRectF(map.right(), map.top(), page.right() - map.right(), map.height())})
    painter.fillRect(paper, Qt::white);
  painter.setPen(QPen(palette(Theme::light).border, 0.7));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(map);
}

QString Page::subtitle() const {
  if (!settings_.message.empty()) return QString::fromStdString(settings_.message).simplified();
  const Language language = settings_.language;
  const std::int64_t shown = scene_.legend().measures;
  const std::int64_t unplaced = scene_.legend().unplaced;
  const Scenario* scenario = shown_scenario(scene_.scene());
  const std::size_t counted = scenario != nullptr ? scenario->measures.size() : plan_->measures.size();
  const std::int64_t elsewhere = static_cast<std::int64_t>(counted) - shown - unplaced;
  const District* district = find_district(*plan_, settings_.district);
  QStringList parts;
  if (district != nullptr) parts << QString::fromStdString(district->name);
  if (scenario != nullptr) parts << words(language, text("Scenario “{1}”", scenario->name));
  if (!plan_->measures.empty())
    parts << words(language, district != nullptr
                                 ? text_n(shown, "{1} measure here", "{1} measures here", shown)
                                 : text_n(shown, "{1} measure on the map", "{1} measures on the map", shown));
  if (elsewhere > 0) parts << words(language, text("{1} elsewhere", elsewhere));
  if (unplaced > 0) parts << words(language, text("{1} without a place yet", unplaced));
  if (!scene_.legend().figure.isEmpty())
    parts << words(language, text("districts by: {1}", scene_.legend().figure.toStdString()));
  return parts.join(QStringLiteral(" · "));
}

double Page::scale() const {
  return settings_.scale ? *settings_.scale : honest_scale(camera_.scale_denominator());
}

void Page::draw_title(QPainter& painter) const {
  const QRectF& area = layout_.title;
  const Palette& colours = palette(Theme::light);
  draw_title_bar(painter, area, sheet_colours(plan_->sheets));
  smile::layers::draw_title(painter, area, title_lines_);
  const double y = area.top() + 9 + title_step * static_cast<double>(title_lines_.size());
  const QFont small = map_font(13);
  const QString below = QFontMetricsF(small).elidedText(subtitle(), Qt::ElideRight, area.width());
  write(painter, {area.left(), y + 17}, small, below, colours.quiet);
}

void Page::draw_facts(QPainter& painter) const {
  draw_legend(painter, layout_.facts, legend_at(scene_.legend(), camera_.scale_denominator()), Theme::light,
              settings_.language);
}

void Page::draw_bottom(QPainter& painter) const {
  const Palette& colours = palette(Theme::light);
  const QRectF& area = layout_.bottom;
  painter.setPen(QPen(colours.border, 0.7));
  painter.drawLine(area.topLeft(), area.topRight());
  draw_scale_bar(painter, {area.left(), area.bottom() - 20}, camera_.metres_per_pixel, area.width() - 90,
                 settings_.language, colours.label, Qt::white);
  draw_north_arrow(painter, {area.right() - 12, area.center().y() + 4}, 46, colours.label, Qt::white);
  const QString said =
      words(settings_.language, settings_.scale ? text("Scale 1:{1}", scale()) : text("Scale about 1:{1}", scale()));
  if (!settings_.pixels) write(painter, {area.left(), area.bottom()}, map_font(11), said, colours.quiet);
}

void Page::draw_foot(QPainter& painter) const {
  const Palette& colours = palette(Theme::light);
  const QRectF& area = layout_.foot;
  painter.setPen(QPen(colours.border, 0.7));
  painter.drawLine(area.topLeft(), area.topRight());
  const QFont font = map_font(10);
  QString state;
  if (const auto date = settings_.date ? settings_.date : state_of(*plan_))
    state = words(settings_.language, text("As of {1}", format_date(settings_.language, *date)));
  write_right(painter, {area.right(), area.top() + 14}, font, state, colours.quiet);
  const double room = area.width() - QFontMetricsF(font).horizontalAdvance(state) - 24;
  const QString sources = source_line(*plan_, settings_.language);
  const QString line =
      sources.isEmpty() ? QString() : words(settings_.language, text("Sources: {1}", sources.toStdString()));
  double y = area.top();
  for (const QString& one : wrapped(line, font, room, 2))
    write(painter, {area.left(), y += 14}, font, one, colours.quiet);
  const QString schematic = schematic_line(*plan_, settings_.language);
  if (schematic.isEmpty()) return;
  const QFont strong = map_font(11, QFont::Bold);
  const QPointF at = layout_.map.bottomLeft() + QPointF(10, -10);
  const QRectF ground(at.x() - 6, at.y() - 13, QFontMetricsF(strong).horizontalAdvance(schematic) + 12, 19);
  painter.fillRect(ground, QColor(255, 255, 255, 225));
  write(painter, at, strong, schematic, colours.label);
}

}  // namespace smile::layers
