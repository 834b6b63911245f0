#include "layers/pdf_paths.h"

#include <libdeflate.h>

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainterPath>
#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace smile::layers {
namespace {

constexpr double farthest = 1e6;  // dots: a page ends long before
constexpr int fine_steps = 8;     // of a dot: signs and the outlines of letters are small

int dot(double at) {
  const double near = std::clamp(at, -farthest, farthest);
  return static_cast<int>(near < 0 ? near - 0.5 : near + 0.5);  // several times faster than std::lround
}

struct Dot {
  int x = 0, y = 0;
  bool operator==(const Dot&) const = default;
};

class PathRecorder final : public QPaintEngine {
public:
  /// Writes in this part of a dot. rest: paints what is no path in a plain colour; nullptr: nothing else may be
  /// painted.
  PathRecorder(int steps, QPainter* rest)
      : QPaintEngine(AllFeatures), steps_(steps), rest_(rest), transform_(QTransform::fromScale(steps, steps)) {}

  int steps() const { return steps_; }
  bool only_paths() const { return only_paths_; }
  std::string take_operators() { return std::move(out_) + "Q\n"; }
  std::set<std::pair<int, int>> alphas() const { return alphas_; }

  bool begin(QPaintDevice*) override {
    out_ = "q\n";
    return true;
  }
  bool end() override { return true; }
  Type type() const override { return User; }

  void updateState(const QPaintEngineState& wanted) override {
    const DirtyFlags dirty = wanted.state();
    look_changed_ = true;
    if (dirty & DirtyTransform) transform_ = wanted.transform() * QTransform::fromScale(steps_, steps_);
    if (dirty & DirtyPen) pen_ = wanted.pen();
    if (dirty & DirtyBrush) brush_ = wanted.brush();
    if (dirty & DirtyOpacity) opacity_ = wanted.opacity();
    if (dirty & DirtyCompositionMode) expect(wanted.compositionMode() == QPainter::CompositionMode_SourceOver);
    if (dirty & DirtyClipRegion) {
      expect(wanted.clipRegion().rectCount() <= 1);
      clip(wanted.clipOperation(), wanted.clipRegion().boundingRect());
    }
    if (dirty & DirtyClipPath) {
      const QRectF box = wanted.clipPath().boundingRect();
      QPainterPath whole;
      whole.addRect(box);
      expect(wanted.clipPath() == whole);
      clip(wanted.clipOperation(), box);
    }
    if (dirty & DirtyClipEnabled) clip_enabled_ = wanted.isClipEnabled() && wanted.clipOperation() != Qt::NoClip;
  }

  void drawPath(const QPainterPath& path) override {
    if (!is_plain(true)) return pass_on([&] { rest_->drawPath(path); });
    if (!begin_shape(true)) return;
    for (int i = 0; i < path.elementCount(); ++i) {
      const QPainterPath::Element element = path.elementAt(i);
      if (element.isMoveTo()) {
        end_of_subpath(false);
        move(element);
      } else if (element.isLineTo()) {
        line(element);
      } else {
        curve(element, path.elementAt(i + 1), path.elementAt(i + 2));
        i += 2;
      }
    }
    end_of_subpath(false);
    paint(path.fillRule() == Qt::OddEvenFill);
  }

  void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
    if (!is_plain(mode != PolylineMode)) return pass_on([&] { pass_on_polygon(points, count, mode); });
    if (count < 2 || !begin_shape(mode != PolylineMode)) return;
    move(points[0]);
    for (int i = 1; i < count; ++i) line(points[i]);
    end_of_subpath(mode != PolylineMode);
    paint(mode == OddEvenMode);
  }
  using QPaintEngine::drawPolygon;

  void drawLines(const QLineF* lines, int count) override {
    if (!is_plain(false)) return pass_on([&] { rest_->drawLines(lines, count); });
    if (!begin_shape(false)) return;
    for (int i = 0; i < count; ++i) {
      // What goes on where the last one ended is the same stroke.
      if (i == 0 || lines[i].p1() != lines[i - 1].p2()) {
        end_of_subpath(false);
        move(lines[i].p1());
      }
      line(lines[i].p2());
    }
    end_of_subpath(false);
    paint(false);
  }
  using QPaintEngine::drawLines;

  void drawPixmap(const QRectF& box, const QPixmap& picture, const QRectF& part) override {
    pass_on([&] { rest_->drawPixmap(box, picture, part); });
  }
  void drawImage(const QRectF& box, const QImage& picture, const QRectF& part,
                 Qt::ImageConversionFlags flags) override {
    pass_on([&] { rest_->drawImage(box, picture, part, flags); });
  }
  void drawTiledPixmap(const QRectF& box, const QPixmap& picture, const QPointF& origin) override {
    pass_on([&] { rest_->drawTiledPixmap(box, picture, origin); });
  }
  void drawTextItem(const QPointF& baseline, const QTextItem& text) override {
    pass_on([&] { rest_->drawTextItem(baseline, text); });
  }

private:
  struct Look {
    QRgb colour = 0;
    int width = -1;  ///< hundredths
    int cap = -1, join = -1;
    std::string dashes;
  };

  void expect(bool known) { only_paths_ = only_paths_ && known; }

  /// Of what is to be drawn now.
  bool is_plain(bool closed) const {
    const Qt::BrushStyle fill = closed ? brush_.style() : Qt::NoBrush;
    return (fill == Qt::NoBrush || fill == Qt::SolidPattern) &&
           (!strokes() || pen_.brush().style() == Qt::SolidPattern);
  }

  template <class Draw>
  void pass_on(Draw draw) {
    expect(rest_ != nullptr);
    if (rest_ == nullptr) return;
    const QTransform to_dots = QTransform::fromScale(1.0 / steps_, 1.0 / steps_);
    if (clip_enabled_ != rest_clip_enabled_ || (clip_enabled_ && clip_ != rest_clip_)) {
      rest_->setWorldTransform(to_dots);
      if (clip_enabled_)
        rest_->setClipRect(clip_);
      else
        rest_->setClipping(false);
      rest_clip_ = clip_;
      rest_clip_enabled_ = clip_enabled_;
    }
    rest_->setWorldTransform(transform_ * to_dots);
    rest_->setPen(pen_);
    rest_->setBrush(brush_);
    rest_->setOpacity(opacity_);
    draw();
  }
  void pass_on_polygon(const QPointF* points, int count, PolygonDrawMode mode) {
    if (mode == PolylineMode)
      rest_->drawPolyline(points, count);
    else
      rest_->drawPolygon(points, count, mode == OddEvenMode ? Qt::OddEvenFill : Qt::WindingFill);
  }

  void clip(Qt::ClipOperation operation, const QRectF& box) {
    expect(transform_.type() <= QTransform::TxScale);
    const QRectF mapped = transform_.mapRect(box);
    clip_enabled_ = operation != Qt::NoClip;
    clip_ = operation == Qt::IntersectClip ? clip_.intersected(mapped) : mapped;
  }

  void number(int value) {
    char digits[12];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out_.append(digits, end);
    out_ += ' ';
  }
  /// Hundredths.
  void fraction(int hundredths) {
    if (hundredths % 100 == 0) return number(hundredths / 100);
    char digits[24];
    const int length = std::snprintf(digits, sizeof digits, "%d.%02d ", hundredths / 100, hundredths % 100);
    out_.append(digits, static_cast<std::size_t>(length));
  }
  void colour(QRgb rgb, const char* operation) {
    for (const int part : {qRed(rgb), qGreen(rgb), qBlue(rgb)}) {
      const int thousandths = (part * 1000 + 127) / 255;
      char digits[8];
      std::snprintf(digits, sizeof digits, thousandths == 1000 ? "1 " : ".%03d ", thousandths);
      out_ += digits;
    }
    out_ += operation;
  }

  bool strokes() const { return pen_.style() != Qt::NoPen; }

  /// Brings the page's state to that of the painter. False: nothing will be seen.
  bool begin_shape(bool closed) {
    fills_ = closed && brush_.style() != Qt::NoBrush;
    if (!only_paths_ || (!fills_ && !strokes())) return false;
    if (clip_enabled_ != page_clip_enabled_ || (clip_enabled_ && clip_ != page_clip_)) set_clip();
    if (clip_enabled_ && clip_.isEmpty()) return false;
    if (look_changed_ || fills_ != filled_before_) {
      if (fills_) set_fill();
      if (strokes()) set_stroke();
      set_alpha();
      look_changed_ = false;
      filled_before_ = fills_;
    }
    moved_ = seen_ = false;
    return true;
  }

  void set_clip() {
    out_ += "Q q\n";
    page_clip_ = clip_;
    page_clip_enabled_ = clip_enabled_;
    fill_.reset();
    stroke_ = {};
    alpha_ = {255, 255};
    look_changed_ = true;
    if (!clip_enabled_) return;
    const Dot low{dot(clip_.left()), dot(clip_.top())}, high{dot(clip_.right()), dot(clip_.bottom())};
    for (const int part : {low.x, low.y, high.x - low.x, high.y - low.y}) number(part);
    out_ += "re W n\n";
  }

  void set_fill() {
    const QRgb wanted = brush_.color().rgb() | 0xFF000000U;
    if (fill_ == wanted) return;
    fill_ = wanted;
    colour(wanted, "rg\n");
  }

  double scale() const { return pen_.isCosmetic() ? steps_ : std::sqrt(std::abs(transform_.determinant())); }

  void set_stroke() {
    const QRgb wanted = pen_.color().rgb() | 0xFF000000U;
    if (stroke_.width < 0 || stroke_.colour != wanted) colour(wanted, "RG\n");
    stroke_.colour = wanted;
    const double width = std::max(pen_.widthF() * scale(), static_cast<double>(steps_));
    if (const int now = static_cast<int>(std::lround(width * 100)); now != stroke_.width) {
      stroke_.width = now;
      fraction(now);
      out_ += "w\n";
    }
    const int cap = pen_.capStyle() == Qt::RoundCap ? 1 : pen_.capStyle() == Qt::SquareCap ? 2 : 0;
    if (cap != stroke_.cap) number(stroke_.cap = cap), out_ += "J\n";
    const int join = pen_.joinStyle() == Qt::RoundJoin ? 1 : pen_.joinStyle() == Qt::BevelJoin ? 2 : 0;
    if (join != stroke_.join) number(stroke_.join = join), out_ += "j\n";
    set_dashes(width);
  }

  void set_dashes(double width) {
    std::string dashes = "[";
    if (pen_.style() != Qt::SolidLine)
      for (const double part : pen_.dashPattern()) dashes += std::to_string(dot(part * width)) + " ";
    dashes += "] 0 d\n";
    if (dashes == stroke_.dashes) return;
    stroke_.dashes = dashes;
    out_ += dashes;
  }

  void set_alpha() {
    const auto of = [this](const QColor& colour) { return static_cast<int>(std::lround(colour.alpha() * opacity_)); };
    const std::pair wanted{fills_ ? of(brush_.color()) : alpha_.first, strokes() ? of(pen_.color()) : alpha_.second};
    if (wanted == alpha_) return;
    alpha_ = wanted;
    alphas_.insert(wanted);
    out_ += "/" + name_of_alpha(wanted) + " gs\n";
  }

  Dot on_page(QPointF p) const {
    const QPointF mapped = transform_.map(p);
    return {dot(mapped.x()), dot(mapped.y())};
  }
  void write(Dot p, std::string_view operation) {
    char text[32];
    char* end = std::to_chars(text, text + 12, p.x).ptr;
    *end++ = ' ';
    end = std::to_chars(end, end + 12, p.y).ptr;
    *end++ = ' ';
    end = std::copy(operation.begin(), operation.end(), end);
    out_.append(text, end);
  }

  void move(QPointF p) {
    first_ = last_ = on_page(p);
    moved_ = false;
  }
  void begin_subpath() {
    if (!moved_) write(first_, "m ");
    moved_ = seen_ = true;
  }
  void line(QPointF p) {
    const Dot to = on_page(p);
    if (to == last_) return;
    begin_subpath();
    write(to, "l ");
    last_ = to;
  }
  void curve(QPointF a, QPointF b, QPointF p) {
    begin_subpath();
    for (const QPointF control : {a, b}) write(on_page(control), "");
    write(last_ = on_page(p), "c ");
  }
  void end_of_subpath(bool closed) {
    if (moved_ && (closed || last_ == first_)) out_ += "h ";
    moved_ = false;
  }

  void paint(bool odd_even) {
    if (!seen_) return;  // all within one dot
    if (fills_)
      out_ += strokes() ? "B" : "f";
    else
      out_ += "S";
    if (fills_ && odd_even) out_ += '*';
    out_ += '\n';
  }

  std::string out_;
  bool only_paths_ = true;
  int steps_;
  QPainter* rest_;
  // What the painter wants …
  QTransform transform_;
  QPen pen_;
  QBrush brush_;
  double opacity_ = 1;
  QRectF clip_;
  bool clip_enabled_ = false;
  bool fills_ = false, filled_before_ = false;
  bool look_changed_ = true;
  // … and what the page has.
  std::optional<QRgb> fill_;
  Look stroke_;
  std::pair<int, int> alpha_{255, 255};
  std::set<std::pair<int, int>> alphas_;
  QRectF page_clip_;
  bool page_clip_enabled_ = false;
  QRectF rest_clip_;
  bool rest_clip_enabled_ = false;
  Dot first_, last_;
  bool moved_ = false;  ///< the subpath has begun on the page
  bool seen_ = false;   ///< the shape has
};

/// A page that only knows its size.
class Paper final : public QPaintDevice {
public:
  Paper(QSize points, int dots_per_inch, PathRecorder& recorder)
      : points_(points), dots_(dots_per_inch), recorder_(recorder) {}
  QPaintEngine* paintEngine() const override { return &recorder_; }

protected:
  int metric(PaintDeviceMetric metric) const override {
    switch (metric) {
      case PdmWidth:
        return points_.width() * dots_ / 72;
      case PdmHeight:
        return points_.height() * dots_ / 72;
      case PdmDpiX:
      case PdmDpiY:
      case PdmPhysicalDpiX:
      case PdmPhysicalDpiY:
        return dots_;
      case PdmDepth:
        return 32;
      case PdmDevicePixelRatio:
        return 1;
      default:
        return QPaintDevice::metric(metric);
    }
  }

private:
  QSize points_;
  int dots_;
  PathRecorder& recorder_;
};

std::string deflated(const std::string& bytes) {
  constexpr int level = 1;  // a fifth of the time of level 6, a twelfth more bytes
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
      libdeflate_alloc_compressor(level), libdeflate_free_compressor);
  if (!compressor) throw std::bad_alloc();
  std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  out.shrink_to_fit();  // all pages are held until they are joined
  return out;
}

/// Points with y upward become dots with y downward.
std::string to_dots(QSize points, int dots_per_inch) {
  const double scale = 72.0 / dots_per_inch;
  std::string digits = std::to_string(std::lround(scale * 1e6));
  digits.insert(0, 6 - std::min<std::size_t>(6, digits.size()), '0');
  return "." + digits + " 0 0 -." + digits + " 0 " + std::to_string(points.height()) + " cm\n";
}

PdfPaths recorded(PathRecorder& recorder, QSize points, int dots_per_inch, const std::function<void(QPainter&)>& draw) {
  Paper paper(points, dots_per_inch, recorder);
  QPainter painter(&paper);
  draw(painter);
  painter.end();
  if (!recorder.only_paths()) return {};
  return {deflated("q " + to_dots(points, dots_per_inch * recorder.steps()) + recorder.take_operators() + "Q\n"),
          recorder.alphas()};
}

}  // namespace

std::string name_of_alpha(std::pair<int, int> alpha) {
  return "Alpha" + std::to_string(alpha.first) + "S" + std::to_string(alpha.second);
}

std::optional<PdfPaths> paths_of(QSize points, int dots_per_inch, const std::function<void(QPainter&)>& draw) {
  PathRecorder recorder(1, nullptr);
  PdfPaths paths = recorded(recorder, points, dots_per_inch, draw);
  return recorder.only_paths() ? std::optional(std::move(paths)) : std::nullopt;
}

PdfPaths paths_of(QSize points, int dots_per_inch, const std::function<void(QPainter&)>& draw, QPainter& rest) {
  PathRecorder recorder(fine_steps, &rest);
  rest.save();
  PdfPaths paths = recorded(recorder, points, dots_per_inch, draw);
  rest.restore();
  assert(recorder.only_paths());
  return paths;
}

}  // namespace smile::layers
