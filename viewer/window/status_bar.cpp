#include "viewer/window/status_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QProgressBar>
#include <QToolButton>
#include <cmath>

#include "gis/words/numbers.h"
#include "viewer/map/coordinates.h"
#include "viewer/map/map_view.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/scale_box.h"

namespace smile::viewer {
namespace {

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
      scale_(new ScaleBox(this)),
      position_(new QToolButton(this)),
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
  build_position();
  hint_->setMinimumWidth(1);  // a long hint is cut before it widens the window
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

void StatusBar::build_position() {
  position_->setObjectName("position");
  position_->setAutoRaise(true);
  position_->setToolTip(tr_("Copy these coordinates"));
  position_->setAccessibleName(tr_("Coordinates under the pointer"));
  position_->setVisible(false);
  connect(position_, &QToolButton::clicked, this, &StatusBar::copy_position);
}

void StatusBar::follow(MapView& map) {
  map_ = &map;
  scale_->follow(map);
  connect(&map, &MapView::pointer_moved, this, &StatusBar::show_position);
  connect(&map, &MapView::hint_changed, hint_, &QLabel::setText);
}

void StatusBar::show_position(Point ground) {
  const auto at = longitude_latitude(ground, map_->document().plan()->crs);
  position_->setVisible(at.has_value());
  if (!at) return;
  ground_ = ground;
  position_->setText(position_words(ground, *at));
}

void StatusBar::copy_position() const {
  if (ground_) QApplication::clipboard()->setText(copied_coordinates(*ground_, map_->document().plan()->crs));
}

void StatusBar::show_progress(const QString& step, double share) {
  const bool runs = !step.isEmpty();
  for (QWidget* widget : std::initializer_list<QWidget*>{step_, bar_, cancel_}) widget->setVisible(runs);
  step_->setText(step);
  bar_->setRange(0, share < 0 ? 0 : 1000);
  bar_->setValue(static_cast<int>(std::lround(share * 1000)));
}

}  // namespace smile::viewer
