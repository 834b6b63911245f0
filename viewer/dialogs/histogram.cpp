#include "viewer/dialogs/histogram.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "gis/words/numbers.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

constexpr int bar_count = 48;
constexpr double grip_px = 6;

}  // namespace

Histogram::Histogram(QWidget* parent) : QWidget(parent) {
  setObjectName("histogram");
  setAccessibleName(tr_("Spread of the values"));
  setAccessibleDescription(tr_("Page up and down choose a limit, the arrow keys move it."));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumHeight(96);
}

void Histogram::show_values(std::vector<double> values) {
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  bars_.assign(bar_count, 0);
  low_ = 0, high_ = 1;
  if (!values.empty()) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    low_ = *low, high_ = *high > *low ? *high : *low + 1;
    for (const double value : values)
      ++bars_[static_cast<std::size_t>(std::min(bar_count - 1.0, (value - low_) / (high_ - low_) * bar_count))];
  }
  update();
}

void Histogram::show_limits(std::vector<double> limits, std::vector<QColor> colours) {
  limits_ = std::move(limits);
  colours_ = std::move(colours);
  current_ = std::clamp(current_, 1, std::max(1, static_cast<int>(limits_.size()) - 2));
  update();
}

QRectF Histogram::plot() const {
  return QRectF(rect()).adjusted(8, 8, -8, -20);
}

double Histogram::position_of(double value) const {
  return plot().left() + (value - low_) / (high_ - low_) * plot().width();
}

double Histogram::value_at(double x) const {
  return low_ + std::clamp((x - plot().left()) / plot().width(), 0.0, 1.0) * (high_ - low_);
}

int Histogram::limit_at(double x) const {
  int best = -1;
  double least = grip_px;
  for (std::size_t i = 1; i + 1 < limits_.size(); ++i)
    if (const double off = std::abs(position_of(limits_[i]) - x); off <= least) least = off, best = static_cast<int>(i);
  return best;
}

QColor Histogram::colour_of(double value) const {
  for (std::size_t i = 0; i < colours_.size() && i + 1 < limits_.size(); ++i)
    if (value < limits_[i + 1] || i + 2 == limits_.size()) return colours_[i];
  return palette().mid().color();
}

void Histogram::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRectF area = plot();
  painter.fillRect(rect(), palette().base());
  const int most = bars_.empty() ? 0 : *std::max_element(bars_.begin(), bars_.end());
  const double width = area.width() / bar_count;
  for (int i = 0; i < bar_count && most > 0; ++i) {
    // By the root, so that a few large values are seen beside thousands of small ones.
    const double height = area.height() * std::sqrt(static_cast<double>(bars_[static_cast<std::size_t>(i)]) / most);
    const QRectF bar(area.left() + i * width, area.bottom() - height, std::max(1.0, width - 1), height);
    painter.fillRect(bar, colour_of(low_ + (i + 0.5) / bar_count * (high_ - low_)));
    if (height > 0) painter.fillRect(QRectF(bar.left(), bar.top(), bar.width(), 1), palette().dark());
  }
  painter.setPen(palette().dark().color());
  painter.drawLine(area.bottomLeft(), area.bottomRight());
  for (std::size_t i = 1; i + 1 < limits_.size(); ++i) {
    const bool current = hasFocus() && static_cast<int>(i) == current_;
    painter.setPen(QPen(current ? palette().highlight().color() : palette().text().color(), current ? 2.5 : 1.2));
    const double x = std::round(position_of(limits_[i])) + 0.5;
    painter.drawLine(QPointF(x, area.top() - 4), QPointF(x, area.bottom() + 3));
  }
  painter.setPen(palette().text().color());
  const QRectF foot(area.left(), area.bottom() + 3, area.width(), 16);
  const int decimals = high_ - low_ < 10 ? 2 : 0;
  painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, q(format_number(language(), low_, decimals)));
  painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, q(format_number(language(), high_, decimals)));
}

void Histogram::move_limit(int index, double value) {
  const auto i = static_cast<std::size_t>(index);
  const double step = (high_ - low_) / 1000;
  limits_[i] = std::clamp(value, limits_[i - 1] + step, std::max(limits_[i - 1] + step, limits_[i + 1] - step));
  update();
  emit limits_dragged(limits_);
}

void Histogram::mousePressEvent(QMouseEvent* event) {
  dragged_ = limit_at(event->position().x());
  if (dragged_ > 0) current_ = dragged_;
  update();
}

void Histogram::mouseMoveEvent(QMouseEvent* event) {
  if (dragged_ > 0) return move_limit(dragged_, value_at(event->position().x()));
  setCursor(limit_at(event->position().x()) > 0 ? Qt::SplitHCursor : Qt::ArrowCursor);
}

void Histogram::mouseReleaseEvent(QMouseEvent*) {
  if (std::exchange(dragged_, -1) > 0) emit drag_ended();
}

void Histogram::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(limits_.size()) - 2;
  if (last < 1) return QWidget::keyPressEvent(event);
  const double step = (high_ - low_) / 100;
  if (event->key() == Qt::Key_PageUp)
    current_ = std::min(last, current_ + 1);
  else if (event->key() == Qt::Key_PageDown)
    current_ = std::max(1, current_ - 1);
  else if (event->key() == Qt::Key_Right)
    move_limit(current_, limits_[static_cast<std::size_t>(current_)] + step);
  else if (event->key() == Qt::Key_Left)
    move_limit(current_, limits_[static_cast<std::size_t>(current_)] - step);
  else
    return QWidget::keyPressEvent(event);
  update();
}

}  // namespace smile::viewer
