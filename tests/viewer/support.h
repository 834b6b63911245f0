#pragma once
// A small plan and a document over it, for every test of the viewer.

#include <QCoreApplication>
#include <QElapsedTimer>
#include <functional>

#include "gis/plan/edits.h"
#include "gis/store/plan_file.h"
#include "tests/support/places.h"
#include "viewer/document.h"

namespace smile::tests {

inline Measure named(std::string title, std::string number = {}) {
  Measure measure;
  measure.title = std::move(title);
  measure.number = std::move(number);
  measure.block = Block::places;
  measure.phase = Phase::idea;
  return measure;
}

inline Measure named_at(std::string title, double x, double y) {
  Measure measure = named(std::move(title));
  measure.location = {Placement::point, make_point({x, y}), {}, {}};
  return measure;
}

inline District square(std::string code, std::string name, double x, double y, double side) {
  District district;
  district.code = std::move(code);
  district.name = std::move(name);
  district.geometry = make_area({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
  district.area_m2 = side * side;
  return district;
}

inline Plan applied(const Plan& plan, const Edit& edit) {
  return edit.apply(plan);
}

/// Two districts side by side near Rostock (EPSG:25833), 2 km each, and two measures.
inline Plan small_plan() {
  Plan plan;
  plan.title = "Probe";
  plan = applied(plan,
                 set_level("Stadtbereiche",
                           {square("A", "Westen", 308000, 6000000, 2000), square("B", "Osten", 310000, 6000000, 2000)},
                           crs_from_epsg(25833)));
  return applied(plan, add_measures({named_at("Mitfahrbank", 309000, 6001000), named("Bürgerrat", "2")}));
}

/// Runs the event loop until the condition holds; false after `milliseconds`.
inline bool wait_for(const std::function<bool()>& condition, int milliseconds = 10000) {
  QElapsedTimer clock;
  clock.start();
  while (!condition()) {
    if (clock.elapsed() > milliseconds) return false;
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
  }
  return true;
}

}  // namespace smile::tests
