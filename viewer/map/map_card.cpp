#include "viewer/map/map_card.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QKeyEvent>
#include <QToolButton>
#include <algorithm>

#include "viewer/panels/panel_parts.h"
#include "viewer/text.h"

namespace smile::viewer {

MapCard::MapCard(QWidget& map, const QString& title, std::function<void()> closed)
    : QFrame(&map), map_(map), body_(new QVBoxLayout(this)), closed_(std::move(closed)) {
  setObjectName("map_card");
  setAccessibleName(title);
  setAutoFillBackground(true);
  setAttribute(Qt::WA_NoMousePropagation);  // a click on it is none on the map below
  setCursor(Qt::ArrowCursor);
  setMouseTracking(true);
  body_->setContentsMargins(8, 4, 8, 8);
  body_->setSpacing(4);
  build_title_row(title);
  hide();
}

void MapCard::build_title_row(const QString& title) {
  auto* row = new QHBoxLayout;
  row->setSpacing(4);
  QLabel* words = make_heading(title, this);
  words->setContentsMargins(0, 0, 0, 0);
  row->addWidget(words, 1);
  QToolButton* copies = make_tool_button("edit-copy", tr_("Copy this"), this);
  copies->setObjectName("card_copy");
  QToolButton* closes = make_tool_button("window-close", tr_("Close"), this, "dialog-close");
  closes->setObjectName("card_close");
  row->addWidget(copies);
  row->addWidget(closes);
  body_->addLayout(row);
  connect(copies, &QToolButton::clicked, this, &MapCard::copy);
  connect(closes, &QToolButton::clicked, this, &MapCard::close_card);
}

void MapCard::place_at(QPointF position) {
  constexpr int beside = 14;
  constexpr int margin = 8;
  adjustSize();
  resize(size().boundedTo(map_.size() - QSize(2 * margin, 2 * margin)));
  const QPoint at = position.toPoint();
  const bool right = at.x() + beside + width() + margin <= map_.width();
  const int x = right ? at.x() + beside : at.x() - beside - width();
  const auto within = [margin = margin](int value, int room, int size) {
    return std::clamp(value, margin, std::max(margin, room - size - margin));
  };
  move(within(x, map_.width(), width()), within(at.y() - height() / 3, map_.height(), height()));
  show();
  raise();
}

void MapCard::copy() const {
  if (words_) QApplication::clipboard()->setText(words_());
}

void MapCard::close_card() {
  map_.setFocus();
  closed_();
}

void MapCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return close_card();
  if (event->matches(QKeySequence::Copy)) return copy();
  QFrame::keyPressEvent(event);
}

}  // namespace smile::viewer
