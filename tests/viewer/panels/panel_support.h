#pragma once
// A document over the small plan, and ways to find and use what a panel shows.

#include <QLabel>
#include <QTest>
#include <QWidget>
#include <memory>

#include "tests/viewer/support.h"

namespace smile::tests {

struct Opened {
  explicit Opened(const Plan& plan = small_plan()) : document(PlanFile::create(folder / "probe.gpkg", plan)) {}
  TemporaryFolder folder;
  viewer::Document document;

  PlanPtr plan() const { return document.plan(); }
  Id measure(std::size_t i) const { return plan()->measures[i]->id; }
  const Measure& at(std::size_t i) const { return *plan()->measures[i]; }
};

inline std::shared_ptr<QWidget> shown(QWidget* widget) {
  widget->resize(1000, 600);
  widget->show();
  return std::shared_ptr<QWidget>(widget);
}

template <class Widget>
Widget& part(const QWidget& of, const char* name) {
  auto* found = of.findChild<Widget*>(name);
  BOOST_REQUIRE_MESSAGE(found != nullptr, "no part " << name);
  return *found;
}

/// All texts of visible labels, to look for a sentence.
inline QString words_on(const QWidget& of) {
  QCoreApplication::processEvents();  // what was just added is shown by the event loop
  QString all;
  for (const QLabel* label : of.findChildren<QLabel*>())
    if (label->isVisibleTo(&of)) all += label->text() + '\n';
  return all;
}

/// Every label shows data as they are, never as HTML.
inline bool all_plain(const QWidget& of) {
  for (const QLabel* label : of.findChildren<QLabel*>())
    if (label->textFormat() != Qt::PlainText && !label->text().isEmpty()) return false;
  return true;
}

}  // namespace smile::tests
