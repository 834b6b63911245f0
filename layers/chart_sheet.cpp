#include "layers/chart_sheet.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "gis/words/numbers.h"
#include "layers/clip.h"
#include "layers/label.h"
#include "layers/paper.h"

namespace smile::layers {
namespace {

constexpr int most_accents = 2;  ///< on one letter: more than any language sets

QColor between(const QColor& a, const QColor& b, double t) {
  const auto mix = [t](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * t)); };
  return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

/// A joiner holds emoji and Indic letters together; other signs without a shape only turn or hide text.
bool can_be_set(QChar c) {
  const bool joiner = c.unicode() == 0x200C || c.unicode() == 0x200D;
  const bool shapeless = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
                         c.category() == QChar::Other_NotAssigned;
  return joiner || !shapeless;
}

/// Where a line may end: after each of these pieces.
QStringList pieces(const QString& text) {
  QStringList out{QString()};
  for (const QChar c : text) {
    out.back() += c;
    if (c == u' ' || c == u'-' || c == u'/' || c == u'–') out << QString();
  }
  if (out.back().isEmpty()) out.removeLast();
  return out;
}

QPainterPath marker_path(QPointF c, double r, std::size_t index) {
  QPainterPath path;
  switch (index % 4) {
    case 0:
      path.addEllipse(c, r, r);
      break;
    case 1:
      path.addRect(QRectF(c.x() - r * 0.88, c.y() - r * 0.88, r * 1.76, r * 1.76));
      break;
    case 2:
      path.addPolygon(QPolygonF{
          {c.x(), c.y() - r * 1.25}, {c.x() + r * 1.25, c.y()}, {c.x(), c.y() + r * 1.25}, {c.x() - r * 1.25, c.y()}});
      break;
    default:
      path.addPolygon(QPolygonF{{c.x(), c.y() - r * 1.2}, {c.x() + r * 1.2, c.y() + r}, {c.x() - r * 1.2, c.y() + r}});
  }
  path.closeSubpath();
  return path;
}

}  // namespace

QString chart_words(const std::string& data) {
  const QString text = QString::fromStdString(data).simplified();
  QString out;
  int accents = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
    if (pair) out += text.mid(i++, 2);
    accents = c.isMark() ? accents + 1 : 0;
    if (!pair && !c.isSurrogate() && can_be_set(c) && accents <= most_accents) out += c;
  }
  return out.trimmed().isEmpty() ? QStringLiteral("–") : out.trimmed();
}

Magnitude magnitude_of(double largest) {
  if (largest >= 1e13) return {1e12, text("in trillions")};
  if (largest >= 1e10) return {1e9, text("in billions")};
  if (largest >= 1e7) return {1e6, text("in millions")};
  return {};
}

std::optional<double> drawable(const Figure& figure) {
  const bool number = figure.state == Figure::State::value && std::isfinite(figure.value);
  if (!number) return std::nullopt;
  return std::abs(figure.value) < smallest_figure ? 0 : figure.value;
}

ChartSheet::ChartSheet(const QRectF& area, Theme theme, Language language)
    : theme_(theme),
      language_(language),
      colours_(palette(theme)),
      em_(std::clamp(std::round(6.5 + std::sqrt(area.width() * area.height()) / 120), 9.0, 15.0)) {
  load_fonts();
  const double margin = std::round(em_ * 0.7);
  inner_ = area.adjusted(margin, margin, -margin, -margin);
  body_ = inner_;
  drawing_.ground = chart_ground(theme);
}

int ChartSheet::pixels(ChartSize size) const {
  const double share = size == ChartSize::title ? 1.32 : size == ChartSize::note ? 0.85 : 1;
  return std::max(9, static_cast<int>(std::lround(em_ * share)));
}

QFont ChartSheet::font(const ChartInk& ink) const {
  return map_font(pixels(ink.size), ink.bold ? QFont::Bold : QFont::Normal);
}

double ChartSheet::width(const QString& text, const ChartInk& ink) const {
  return QFontMetricsF(font(ink)).horizontalAdvance(text);
}

QString ChartSheet::elided(const QString& text, double width, const ChartInk& ink) const {
  return QFontMetricsF(font(ink)).elidedText(text, Qt::ElideRight, width);
}

QStringList ChartSheet::folded(const QString& text, double width, int most, const ChartInk& ink) const {
  const QFontMetricsF metrics(font(ink));
  QStringList lines;
  for (const QString& piece : pieces(text)) {
    const bool fits = !lines.isEmpty() && metrics.horizontalAdvance((lines.back() + piece).trimmed()) <= width;
    if (fits || lines.size() == most)
      lines.back() += piece;
    else
      lines << piece;
  }
  for (QString& line : lines) line = metrics.elidedText(line.trimmed(), Qt::ElideRight, width);
  return lines;
}

QString ChartSheet::say(const Text& sentence) const {
  return QString::fromStdString(in(language_, sentence));
}

QString ChartSheet::number(double value, int decimals) const {
  return QString::fromStdString(format_number(language_, value, decimals));
}

QColor ChartSheet::grid() const {
  return between(ground(), quiet(), 0.2);
}

QColor ChartSheet::series(std::size_t index) const {
  const QColor colour = category_colour(index);
  for (double t = 0; t < 1; t += 0.05)
    if (const QColor seen = between(colour, ink(), t); contrast(seen, ground()) >= (theme_ == Theme::dark ? 4 : 3))
      return seen;
  return ink();
}

QColor ChartSheet::tint(const QColor& colour, double strength) const {
  return between(ground(), colour, strength);
}

QColor ChartSheet::letters_on(const QColor& fill) const {
  const QColor dark = palette(Theme::light).label;
  return contrast(dark, fill) >= contrast(Qt::white, fill) ? dark : QColor(Qt::white);
}

QRectF ChartSheet::box(QPointF at, ChartAlign align, const QString& text, const ChartInk& ink) const {
  const double wide = width(text, ink);
  const double left = at.x() - (align == ChartAlign::left ? 0 : align == ChartAlign::right ? wide : wide / 2);
  const double high = pixels(ink.size) * 1.2;
  const double inside = std::clamp(left, inner_.left(), std::max(inner_.left(), inner_.right() - wide));
  return {inside, at.y() - high / 2, wide, high};
}

QRectF ChartSheet::text(QPointF at, ChartAlign align, const QString& text, const ChartInk& ink) {
  const QRectF place = box(at, align, text, ink);
  const QFont letters = font(ink);
  const QPointF baseline(place.left(), at.y() + QFontMetricsF(letters).capHeight() / 2);
  drawing_.texts.push_back(
      {place, baseline, text, letters, ink.colour.isValid() ? ink.colour : this->ink(), ink.clears});
  return place;
}

void ChartSheet::fill(const QRectF& rectangle, const QColor& colour, const QColor& edge) {
  QPainterPath path;
  path.addRect(rectangle);
  drawing_.shapes.push_back({path, colour, edge, 1});
}

/// Upright and level lines lie on whole pixels, so that they are crisp at 96 dots per inch.
void ChartSheet::line(QPointF from, QPointF to, const QColor& colour, double width, QList<qreal> dashes) {
  const auto crisp = [](double v) { return std::floor(v) + 0.5; };
  if (from.x() == to.x()) from.setX(crisp(from.x())), to.setX(from.x());
  if (from.y() == to.y()) from.setY(crisp(from.y())), to.setY(from.y());
  QPainterPath path(from);
  path.lineTo(to);
  drawing_.shapes.push_back({path, {}, colour, width, std::move(dashes)});
}

void ChartSheet::hatch(const QRectF& rectangle, const QColor& colour) {
  const QPolygonF ring{rectangle.topLeft(), rectangle.topRight(), rectangle.bottomRight(), rectangle.bottomLeft()};
  QPainterPath path;
  for (const QLineF& stroke : hatching({ring}, 4, 0)) path.moveTo(stroke.p1()), path.lineTo(stroke.p2());
  drawing_.shapes.push_back({path, {}, colour, 1});
  fill(rectangle, {}, colour);
}

void ChartSheet::marker(QPointF centre, double size, std::size_t index, const QColor& colour) {
  drawing_.shapes.push_back({marker_path(centre, size / 2, index), colour, ground(), 1});
}

QRectF ChartSheet::take_top(double height) {
  const QRectF strip(body_.left(), body_.top(), body_.width(), std::min(height, body_.height()));
  body_.setTop(strip.bottom());
  return strip;
}

QRectF ChartSheet::take_bottom(double height) {
  const double taken = std::min(height, body_.height());
  body_.setBottom(body_.bottom() - taken);
  return {body_.left(), body_.bottom(), body_.width(), taken};
}

void ChartSheet::head(const ChartHead& head, const Magnitude& magnitude) {
  const int most = inner_.height() < 22 * em_ ? 1 : 2;  // lines; a title has two anywhere
  const auto lines = [&](const QString& text, const ChartInk& ink) {
    const double step = pixels(ink.size) * 1.3;
    for (const QString& one : folded(text, inner_.width(), ink.size == ChartSize::title ? 2 : most, ink)) {
      const QRectF strip = take_top(step);
      this->text({strip.left(), strip.center().y()}, ChartAlign::left, one, ink);
    }
  };
  if (!head.title.empty()) lines(chart_words(head.title), {ChartSize::title, {}, true, false});
  QStringList unit;
  if (!head.unit.empty()) unit << chart_words(head.unit);
  if (!magnitude.name.empty()) unit << say(magnitude.name);
  if (!unit.isEmpty()) lines(unit.join(QStringLiteral(", ")), {ChartSize::text, quiet(), false, false});
  take_top(em_ * 0.5);
  if (head.source.empty()) return;
  const ChartInk small{ChartSize::note, quiet(), false, false};
  const QStringList source = folded(chart_words(head.source), inner_.width(), std::max(most, 3), small);
  for (qsizetype i = source.size(); i-- > 0;) {
    const QRectF strip = take_bottom(pixels(ChartSize::note) * 1.3);
    text({strip.left(), strip.center().y()}, ChartAlign::left, source[i], small);
  }
  take_bottom(em_ * 0.5);
}

void ChartSheet::upright_title(const QString& text) {
  const ChartInk ink{ChartSize::text, quiet(), false, false};
  const QRectF strip = take_top(line() * 1.45);
  this->text({strip.left(), strip.top() + line() / 2}, ChartAlign::left, elided(text, strip.width()), ink);
}

void ChartSheet::sentence(const std::string& own, const Text& ours) {
  const ChartInk ink{ChartSize::text, quiet(), false, false};
  const QString words = own.empty() ? say(ours) : chart_words(own);
  const int room = std::max(1, static_cast<int>(body_.height() / line()));
  const QStringList lines = folded(words, std::min(body_.width(), em_ * 32), room, ink);
  double y = body_.center().y() - line() * static_cast<double>(lines.size() - 1) / 2;
  for (const QString& one : lines) {
    text({body_.center().x(), y}, ChartAlign::centre, one, ink);
    y += line();
  }
}

}  // namespace smile::layers
