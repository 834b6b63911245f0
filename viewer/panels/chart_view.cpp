#include "viewer/panels/chart_view.h"

#include <QPainter>

#include "viewer/window/look.h"

namespace smile::viewer {

ChartView::ChartView(QWidget* parent) : QWidget(parent) {
  setMinimumSize(260, 160);
}

void ChartView::show_chart(std::optional<layers::Chart> chart) {
  chart_ = std::move(chart);
  update();
}

void ChartView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), layers::chart_ground(current_theme()));
  if (chart_) layers::draw_chart(painter, QRectF(rect()).adjusted(8, 8, -8, -8), *chart_, current_theme(), language());
}

}  // namespace smile::viewer
