#pragma once
// A map of its own over the small plan, and a mouse for it.

#include <QTest>
#include <QWheelEvent>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "tests/viewer/support.h"
#include "viewer/map/map_view.h"

namespace smile::tests {

using viewer::MapView;

struct Shown {
  Shown() : Shown(small_plan()) {}
  explicit Shown(const Plan& plan) : document(PlanFile::create(folder / "probe.gpkg", plan)), map(document, nullptr) {
    map.resize(800, 600);
    map.show();
    settle();
    if (!document.plan()->measures.empty()) bench = document.plan()->measures.front()->id;
  }
  void settle() {
    BOOST_REQUIRE(wait_for([&] { return map.renderer().scene() != nullptr && map.renderer().idle(); }));
  }
  QPoint at(Point p) const { return map.camera().to_screen(p).toPoint(); }
  Point where() const { return find_measure(*document.plan(), bench)->location.geometry.points.front(); }
  const Measure& newest() const { return *document.plan()->measures.back(); }
  void click(Point p, Qt::KeyboardModifiers keys = {}) { QTest::mouseClick(&map, Qt::LeftButton, keys, at(p)); }
  void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
    QTest::mousePress(&map, Qt::LeftButton, keys, from);
    for (int i = 1; i <= 5; ++i) move(from + (to - from) * i / 5, keys);
    QTest::mouseRelease(&map, Qt::LeftButton, keys, to);
  }
  /// QTest::mouseMove carries no button.
  void move(QPoint to, Qt::KeyboardModifiers keys = {}, Qt::MouseButtons buttons = Qt::LeftButton) {
    QMouseEvent event(QEvent::MouseMove, to, map.mapToGlobal(to), Qt::NoButton, buttons, keys);
    QCoreApplication::sendEvent(&map, &event);
  }
  void wheel(QPoint position, int delta) {
    QWheelEvent event(position, map.mapToGlobal(position), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&map, &event);
  }

  TemporaryFolder folder;
  viewer::Document document;
  MapView map;
  Id bench = 0;
};

inline void close_to(Point a, Point b, double metres) {
  BOOST_TEST(std::hypot(a.x - b.x, a.y - b.y) <= metres);
}

/// The same with a layer of parks.
struct WithLayer : Shown {
  WithLayer() : Shown(plan_with_layer()) {}

  static Plan plan_with_layer() {
    MapLayer layer;
    layer.name = "Parks";
    layer.kind = GeometryKind::area;
    layer.style.topic = LayerTopic::green;
    return add_layer(layer, {}).apply(small_plan());
  }
  Id layer() const { return document.plan()->layers.front()->id; }
  /// Shows the layer with these areas, each with its name, its kind and an empty cell.
  void show_features(const std::vector<std::pair<std::string, Geometry>>& features) {
    auto data = std::make_shared<LayerData>();
    data->kind = GeometryKind::area;
    data->features.columns.resize(3);
    data->features.columns[0].name = "name";
    data->features.columns[1].name = "art";
    data->features.columns[2].name = "leer";
    for (const auto& [name, shape] : features) append_feature(data->features, shape, {name, "Wiese", ""});
    for (const Point& p : data->features.shapes.points) data->box.add(p);
    map.show_layers({{layer(), data}});
    settle();
  }
};

}  // namespace smile::tests
