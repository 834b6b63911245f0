#pragma once
// A window with a plan of twelve steps, and a presentation of them.

#include <QAction>
#include <QScreen>
#include <QTest>
#include <QWheelEvent>

#include "gis/plan/steps.h"
#include "tests/viewer/window/desk.h"
#include "viewer/map/map_view.h"
#include "viewer/presenter/presenter.h"
#include "viewer/window/main_window.h"
#include "viewer/window/present_commands.h"

namespace smile::tests {

using namespace smile::viewer;

inline Plan plan_with_steps(int count) {
  Plan plan = small_plan();
  for (int i = 1; i <= count; ++i) {
    Step step;
    step.title = "Schritt " + std::to_string(i);
    step.notes = "Notiz " + std::to_string(i);
    step.style = plan.style;
    step.ground = {308000, 6000000, 310000 + 100.0 * i, 6002000};
    step.panel = i % 3 == 0 ? StepPanel::measures : StepPanel::none;
    plan = add_step(step).apply(plan);
  }
  return plan;
}

struct Presented : Desk {
  MainWindow window;
  Presented() {
    window.resize(1280, 800);
    window.show();
    window.show_plan(PlanFile::create(folder / "probe.gpkg", plan_with_steps(12)));
    BOOST_REQUIRE(wait_for([this] { return window.map()->renderer().scene() && window.map()->renderer().idle(); }));
  }
  Document& document() { return *window.document(); }
  PlanPtr plan() { return document().plan(); }
  Presenter& presenter() { return *presenter_of(window); }
  Stage& stage() { return *presenter().stage(); }
  StepView& view() { return stage().view(); }

  void start() {
    window.action("present")->trigger();
    BOOST_REQUIRE(presenter_of(window) != nullptr);
    BOOST_REQUIRE(presenter().running());
    drawn();
  }
  /// Everything that is wanted is drawn.
  void drawn() {
    BOOST_REQUIRE(
        wait_for([this] { return presenter().pictures().idle() && presenter().pictures().of(presenter().step()); }));
  }
  void press(int key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&stage(), static_cast<Qt::Key>(key), modifiers);
  }
  void wheel(int delta) {
    const QPoint middle = view().rect().center();
    QWheelEvent event(middle, view().mapToGlobal(middle), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view(), &event);
  }
  static void drag(QWidget& widget, QPoint from, QPoint to) {
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 5; ++i) {
      const QPoint at = from + (to - from) * i / 5;
      QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
      QCoreApplication::sendEvent(&widget, &event);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
  }
  Point bench() { return plan()->measures.front()->location.geometry.points.front(); }
};

}  // namespace smile::tests
