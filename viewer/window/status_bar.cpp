#include "viewer/window/status_bar.h"

#include <QProgressBar>
#include <QToolButton>
#include <cmath>

#include "gis/words/issue.h"
#include "gis/words/numbers.h"
#include "viewer/map/map_view.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/look.h"

namespace smile::viewer {
namespace {

/// Three significant digits: more are not true of a screen.
double rounded_scale(double denominator) {
  const double step = std::pow(10, std::floor(std::log10(denominator)) - 2);
  return std::round(denominator / step) * step;
}

QLabel* cell(const char* name, QWidget* parent) {
  QLabel* label = plain_label({}, parent);
  label->setObjectName(name);
  label->setContentsMargins(8, 0, 8, 0);
  return label;
}

}  // namespace

QString position_words(Point ground, Point at) {
  const Language in = language();
  const auto degrees = [in](double value) { return format_number(in, std::abs(value), 4); };
  const Text words =
      text("{1}° {2} {3}° {4}", degrees(at.y), say(at.y < 0 ? "S" : "N"), degrees(at.x), say(at.x < 0 ? "W" : "E"));
  return tr_(words) + q(" · " + format_number(in, ground.x) + " / " + format_number(in, ground.y));
}

StatusBar::StatusBar(Tasks& tasks, QWidget* parent)
    : QStatusBar(parent),
      scale_(cell("scale", this)),
      position_(cell("position", this)),
      hint_(cell("hint", this)),
      step_(cell("step", this)),
      bar_(new QProgressBar(this)),
      cancel_(new QToolButton(this)) {
  setSizeGripEnabled(false);
  bar_->setFixedWidth(160);
  bar_->setTextVisible(false);
  bar_->setAccessibleName(tr_("Progress"));
  cancel_->setObjectName("cancel");
  cancel_->setAutoRaise(true);
  cancel_->setIcon(icon("dialog-cancel"));
  cancel_->setToolTip(tr_("Cancel what is running"));
  cancel_->setAccessibleName(tr_("Cancel what is running"));
  QFont strong = hint_->font();
  strong.setBold(true);
  hint_->setFont(strong);
  addWidget(scale_);
  addWidget(position_);
  addWidget(hint_, 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{step_, bar_, cancel_}) addPermanentWidget(widget);
  show_progress({}, -1);
  connect(&tasks, &Tasks::progressed, this, &StatusBar::show_progress);
  connect(cancel_, &QToolButton::clicked, &tasks, &Tasks::cancel_all);
}

void StatusBar::follow(MapView& map) {
  connect(&map, &MapView::camera_changed, this, [this, &map] { show_scale(map); });
  connect(&map, &MapView::pointer_moved, this, [this, &map](Point ground) { show_position(map, ground); });
  connect(&map, &MapView::pointer_left, position_, &QLabel::clear);
  connect(&map, &MapView::hint_changed, hint_, &QLabel::setText);
  show_scale(map);
}

void StatusBar::show_scale(const MapView& map) {
  scale_->setText(q("1:" + format_number(language(), rounded_scale(map.camera().scale_denominator()))));
}

void StatusBar::show_position(const MapView& map, Point ground) {
  const Crs& crs = map.document().plan()->crs;
  if (!crs.known()) return position_->clear();
  try {
    if (!to_geographic_ || !(crs_ == crs)) {
      to_geographic_ = std::make_unique<Transform>(crs, crs_from_epsg(4326));
      crs_ = crs;
    }
    const auto at = (*to_geographic_)(ground);
    position_->setText(at ? position_words(ground, *at) : QString());
  } catch (const Error&) {
    position_->clear();  // a system without way to longitude and latitude: the map works without
  }
}

void StatusBar::show_progress(const QString& step, double share) {
  const bool runs = !step.isEmpty();
  for (QWidget* widget : std::initializer_list<QWidget*>{step_, bar_, cancel_}) widget->setVisible(runs);
  step_->setText(step);
  bar_->setRange(0, share < 0 ? 0 : 1000);
  bar_->setValue(static_cast<int>(std::lround(share * 1000)));
}

}  // namespace smile::viewer
