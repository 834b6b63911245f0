#pragma once
// A chart in the window.

#include <QWidget>
#include <optional>

#include "layers/chart.h"

namespace smile::viewer {

class ChartView : public QWidget {
  Q_OBJECT
public:
  explicit ChartView(QWidget* parent);
  void show_chart(std::optional<layers::Chart> chart);
  const std::optional<layers::Chart>& chart() const { return chart_; }

protected:
  void paintEvent(QPaintEvent*) override;

private:
  std::optional<layers::Chart> chart_;
};

}  // namespace smile::viewer
