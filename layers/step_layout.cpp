#include "layers/step_layout.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "gis/plan/scenarios.h"
#include "gis/plan/steps.h"
#include "layers/furniture.h"
#include "layers/label.h"
#include "layers/paper.h"
#include "layers/sheet.h"
#include "layers/sheet_table.h"

namespace smile::layers {
namespace {

const QColor surround(0x16, 0x18, 0x1C), on_surround(0xFF, 0xFF, 0xFF);
constexpr double card_width = 537, card_margin = 16, card_padding = 24;
constexpr double most_chart = 460;   // high
constexpr double least_chart = 324;  // high: what a chart needs at these letters
constexpr double foot_height = 34;   // sources and the line of progress

/// The city's own dark colour where white letters can be read on it.
QColor band_of(const SheetSettings& settings) {
  const QColor dark(QString::fromStdString(settings.dark));
  return dark.isValid() && contrast(dark, on_surround) >= 4.5 ? dark : surround;
}

/// Breaks between words; what stays is on `most` lines. True: there was more.
bool shortened(QStringList& lines, int most, const QFont& font, double width) {
  if (lines.size() <= most) return false;
  const QString rest = lines.mid(most - 1).join(u' ');
  lines = lines.mid(0, most - 1);
  lines << QFontMetricsF(font).elidedText(rest, Qt::ElideRight, width);
  return true;
}

/// Few bars need no more than the least.
double wanted_height(const Chart& chart) {
  const auto* bars = std::get_if<BarChart>(&chart);
  if (bars == nullptr) return most_chart;
  return std::clamp(140.0 + 26 * static_cast<double>(bars->rows.size()), least_chart, most_chart);
}

Box ground_of(const Plan& plan, const Step& step) {
  if (!step.ground.empty()) return step.ground;
  if (const District* district = find_district(plan, step.district)) return bounds(district->geometry);
  return extent(plan);
}

}  // namespace

QString plain(const std::string& words) {
  return QString::fromStdString(words).simplified();
}
QString plain(const Text& sentence) {
  return plain(str(sentence));
}

StepLayout::StepLayout(const PlanPtr& plan, const Step& step, QSize size, const StepLook& look)
    : plan_(plan), step_(step), look_(look) {
  load_fonts();
  out_.size = size;
  out_.theme = look.theme;
  out_.unit = look.map_only ? 1 : std::min(size.width() / 1280.0, size.height() / 800.0);
  out_.magnified = projector_magnification * out_.unit;
  out_.marks = step.marks;
  if (!look.map_only) words_ = words_of_panel(*plan, step);
  ink_ = palette(look.theme).label;
  quiet_ = palette(look.theme).quiet;
}

StepPicture StepLayout::lay_out() {
  if (!look_.map_only) title();
  progress();
  place_map();
  card();
  legend();
  if (!look_.map_only) sources();
  return std::move(out_);
}

QFont StepLayout::font(double pixels, bool bold) const {
  return map_font(std::max(1, static_cast<int>(std::ceil(u(pixels) - 1e-6))), bold ? QFont::Bold : QFont::Normal);
}

void StepLayout::line(Part part, QPointF corner, const QString& words, const QFont& font, const QColor& ink) {
  const QFontMetricsF metrics(font);
  const QRectF box(corner, QSizeF(metrics.horizontalAdvance(words), metrics.ascent() + metrics.descent()));
  out_.texts.push_back({part, box, corner + QPointF(0, metrics.ascent()), words, font, ink});
}

void StepLayout::title() {
  const QString words = plain(step_.title);
  if (words.isEmpty()) return;
  const double width = out_.size.width() - u(64);
  double pixels = 44;
  while (pixels > least_body && folded(words, font(pixels, true), width).size() > 2) pixels -= 4;
  const QFont large = font(pixels, true);
  QStringList lines = folded(words, large, width);
  out_.cut = shortened(lines, 2, large, width);
  const double step = u(pixels * 1.36);
  top_ = u(28) + step * static_cast<double>(lines.size());
  out_.grounds.push_back({QRectF(0, 0, out_.size.width(), top_), band_of(plan_->sheets), Part::title});
  for (qsizetype i = 0; i < lines.size(); ++i)
    line(Part::title, {u(32), u(14) + step * static_cast<double>(i)}, lines[i], large, on_surround);
}

void StepLayout::progress() {
  if (look_.count <= 0) return;
  const double height = u(5);
  out_.progress = QRectF(0, out_.size.height() - height, out_.size.width(), height);
  out_.done = out_.progress;
  out_.done_colour = sheet_colours(plan_->sheets).bright;
  out_.done.setWidth(out_.size.width() * std::clamp(look_.number / static_cast<double>(look_.count), 0.0, 1.0));
}

/// Where there is nothing to read beside it, the map has everything.
void StepLayout::place_map() {
  const bool card = !look_.map_only && (!step_.body.empty() || !words_.empty());
  const MapSettings settings = map_settings(*plan_, step_, look_.theme);
  const bool explains = !settings.style.choropleth.figure.empty() || !plan_->measures.empty();
  const double taken = card ? u(card_width + card_margin) : 0;
  const double foot = out_.size.height() - u(look_.map_only ? card_margin / 2 : foot_height);
  const double bottom = foot - (explains ? u(legend_step) * legend_lines : 0);
  out_.free = QRectF(QPointF(0, top_), QPointF(out_.size.width() - taken, bottom));
  if (card)
    inner_ = QRectF(QPointF(out_.free.right() + u(card_padding), top_ + u(card_margin + card_padding)),
                    QPointF(out_.size.width() - u(card_margin + card_padding), foot - u(card_padding)));
  const double m = out_.magnified;
  out_.camera = fit(ground_of(*plan_, step_), (out_.free.size() / m).toSize(), 12);
  const double mpp = out_.camera.metres_per_pixel;
  out_.camera.size =
      QSize(static_cast<int>(std::ceil(out_.size.width() / m)), static_cast<int>(std::ceil(out_.size.height() / m)));
  out_.camera.device_pixel_ratio = look_.device_pixel_ratio * m;
  const QPointF off = out_.free.center() / m - QPointF(out_.camera.size.width(), out_.camera.size.height()) / 2;
  out_.camera.centre = {out_.camera.centre.x - off.x() * mpp, out_.camera.centre.y + off.y() * mpp};
  MapSettings all = settings;
  all.label_margins = QMarginsF(0, out_.free.top(), taken, out_.size.height() - bottom) / m;
  const Point low = out_.to_ground(out_.free.bottomLeft()), high = out_.to_ground(out_.free.topRight());
  all.counted = Box{low.x, low.y, high.x, high.y};
  out_.map = std::make_shared<const MapScene>(plan_, std::move(all), look_.layers);
}

void StepLayout::card() {
  if (inner_.isEmpty()) return;
  y_ = inner_.top();
  const std::size_t ground = out_.grounds.size();
  out_.grounds.push_back({});
  const double panel_needs = words_.chart          ? u(least_chart + (words_.large.empty() ? 0 : 60))
                             : words_.rows.empty() ? 0
                                                   : u(200);
  body(inner_.bottom() - panel_needs);
  panel(inner_.bottom());
  out_.grounds[ground] = {QRectF(inner_.topLeft(), QPointF(inner_.right(), y_))
                              .adjusted(-u(card_padding), -u(card_padding), u(card_padding), u(card_padding - 8)),
                          chart_ground(look_.theme), Part::body};
}

void StepLayout::paragraph(Part part, const QString& words, double pixels, bool bold, const QColor& ink,
                           double bottom) {
  const QFont letters = font(pixels, bold);
  const double step = u(pixels * 1.36);
  QStringList lines = folded(words, letters, inner_.width());
  const int most = static_cast<int>((bottom - y_) / step);
  if (most <= 0) {
    out_.cut = out_.cut || !words.isEmpty();
    return;
  }
  out_.cut = shortened(lines, most, letters, inner_.width()) || out_.cut;
  for (const QString& one : lines) {
    line(part, {inner_.left(), y_}, one, letters, ink);
    y_ += step;
  }
}

void StepLayout::body(double bottom) {
  const QStringList paragraphs = QString::fromStdString(step_.body).split(u'\n');
  for (const QString& one : paragraphs) {
    paragraph(Part::body, one.simplified(), least_body, false, ink_, bottom);
    if (!one.simplified().isEmpty()) y_ += u(8);
  }
  if (y_ > inner_.top()) y_ += u(10);
}

void StepLayout::panel(double bottom) {
  const double kept = words_.chart ? u(least_chart) : 0;
  paragraph(Part::panel, plain(words_.large), words_.large.size() < 26 ? 40 : 24, true, ink_, bottom - kept);
  for (const std::string& small : words_.small) paragraph(Part::panel, plain(small), 20, false, quiet_, bottom - kept);
  if (!words_.large.empty()) y_ += u(10);
  rows(bottom);
  chart(bottom);
}

void StepLayout::row(const StepRow& row, const QStringList& lines, double number_width) {
  const QFont letters = font(22), small = font(20);
  const double gap = u(12), step = u(30);
  const QString number = plain(row.number), cost = plain(row.cost);
  line(Part::panel, {inner_.left(), y_}, number, font(22, true), ink_);
  const double cost_at = inner_.right() - QFontMetricsF(small).horizontalAdvance(cost);
  line(Part::panel, {cost_at, y_ + u(2)}, cost, small, quiet_);
  const double left = inner_.left() + (number_width > 0 ? number_width + gap : 0);
  for (const QString& one : lines) {
    line(Part::panel, {left, y_}, one, letters, ink_);
    y_ += step;
  }
  y_ += u(8);
}

/// What finds no room is counted in a last line.
void StepLayout::rows(double bottom) {
  if (words_.rows.empty()) return;
  const QFontMetricsF bold(font(22, true)), small(font(20));
  double number_width = 0, cost_width = 0;
  for (const StepRow& one : words_.rows) {
    number_width = std::max(number_width, bold.horizontalAdvance(plain(one.number)));
    cost_width = std::max(cost_width, small.horizontalAdvance(plain(one.cost)));
  }
  const bool numbered = number_width <= inner_.width() / 4;
  if (!numbered) number_width = 0;
  const double width = inner_.width() - cost_width - u(12) - (number_width > 0 ? number_width + u(12) : 0);
  for (std::size_t i = 0; i < words_.rows.size(); ++i) {
    StepRow one = words_.rows[i];
    if (!numbered) one.number.clear();
    QStringList lines = folded(plain(one.title), font(22), width);
    if (lines.isEmpty()) lines << QString();
    out_.cut = shortened(lines, 3, font(22), width) || out_.cut;
    const double height = u(30) * static_cast<double>(lines.size()) + u(8);
    const bool last = i + 1 == words_.rows.size();
    if (y_ + height + (last ? 0 : u(30)) > bottom) {
      const std::size_t more = words_.rows.size() - i;
      line(Part::panel, {inner_.left(), y_}, plain(text("… {1} more", more)), font(20), quiet_);
      y_ += u(34);
      return;
    }
    row(one, lines, number_width);
  }
}

/// Letters of charts are small; the chart is laid out for a smaller picture and drawn larger.
void StepLayout::chart(double bottom) {
  if (!words_.chart) return;
  QRectF box(inner_.left() - u(6), y_, inner_.width() + u(12), std::min(bottom - y_, u(wanted_height(*words_.chart))));
  if (box.height() < u(least_chart) - 1) {
    out_.cut = true;
    return;
  }
  double scale = 2 * out_.unit;
  for (int tries = 0; tries < 8; ++tries) {
    out_.chart = lay_out_chart(QRectF(QPointF(), box.size() / scale), *words_.chart, look_.theme, language());
    int smallest = 1000;
    for (const ChartText& one : out_.chart->texts) smallest = std::min(smallest, one.font.pixelSize());
    if (smallest * scale >= u(least_letters) - 0.01) break;
    scale = u(least_letters) / smallest;
  }
  out_.chart_box = box;
  out_.chart_scale = scale;
  y_ = box.bottom();
}

/// As many sources as stand whole on one line below map and card; what owners of layers ask to have said comes first.
void StepLayout::sources() {
  const Plan shown = as_in_step(*plan_, step_);
  QStringList all = source_line(shown, language()).split(QStringLiteral(" · "), Qt::SkipEmptyParts);
  const std::vector<std::string> credits = credits_of(shown);
  std::stable_partition(all.begin(), all.end(), [&](const QString& one) {
    return std::find(credits.begin(), credits.end(), one.toStdString()) != credits.end();
  });
  if (const QString schematic = schematic_line(shown, language()); !schematic.isEmpty()) all.prepend(schematic);
  const QFont letters = font(least_letters);
  const QFontMetricsF metrics(letters);
  const double room = out_.size.width() - u(32);
  QString words;
  for (const QString& one : all) {
    const QString longer = words.isEmpty() ? one : words + QStringLiteral(" · ") + one;
    if (metrics.horizontalAdvance(longer) > room)
      out_.sources_left_out = true;
    else
      words = longer;
  }
  if (words.isEmpty()) return;
  line(Part::source, {u(16), out_.size.height() - u(foot_height - 1)}, words, letters, quiet_);
  out_.grounds.push_back({out_.texts.back().box.adjusted(-u(16), 0, u(8), 0), paper(), Part::source});
}

/// The map stays to be felt behind lines of text.
QColor StepLayout::paper() const {
  QColor ground = palette(look_.theme).halo;
  ground.setAlphaF(0.88F);
  return ground;
}

}  // namespace smile::layers
