#include "viewer/tasks.h"

#include <QStringList>
#include <QThread>
#include <atomic>
#include <boost/test/unit_test.hpp>

#include "tests/viewer/support.h"
#include "viewer/text.h"

using namespace smile;
using namespace smile::tests;
using smile::viewer::Tasks;

BOOST_AUTO_TEST_SUITE(tasks)

BOOST_AUTO_TEST_CASE(the_result_arrives_on_the_thread_of_the_window) {
  Tasks tasks;
  QThread* worked_on = nullptr;
  QThread* arrived_on = nullptr;
  tasks.start("count", [&](const Progress&) {
    worked_on = QThread::currentThread();
    return [&] { arrived_on = QThread::currentThread(); };
  });
  BOOST_TEST(tasks.busy());
  BOOST_TEST(wait_for([&] { return arrived_on != nullptr; }));
  BOOST_TEST((arrived_on == QThread::currentThread()));
  BOOST_TEST((worked_on != arrived_on));
  BOOST_TEST(wait_for([&] { return !tasks.busy(); }));
}

BOOST_AUTO_TEST_CASE(progress_is_told_and_ends_with_an_empty_step) {
  Tasks tasks;
  QStringList steps;
  QObject::connect(&tasks, &Tasks::progressed, [&](const QString& step, double) { steps << step; });
  std::atomic<bool> go_on = false;
  tasks.start("reading", [&](const Progress& progress) {
    progress.report(text("{1} of {2}", 1, 2), 0.5);
    while (!go_on) QThread::msleep(1);
    return [] {};
  });
  BOOST_TEST(wait_for([&] { return steps.contains("1 of 2"); }));
  go_on = true;
  BOOST_TEST(wait_for([&] { return !tasks.busy(); }));
  BOOST_TEST(steps.first() == QString("reading"));
  BOOST_TEST(steps.last().isEmpty());
}

BOOST_AUTO_TEST_CASE(an_error_becomes_a_sentence_and_nothing_follows) {
  Tasks tasks;
  QStringList sentences;
  bool followed = false;
  QObject::connect(&tasks, &Tasks::failed, [&](const QString& sentence) { sentences << sentence; });
  tasks.start("a", [&](const Progress&) -> std::function<void()> {
    throw Error(ErrorKind::refused, text("“{1}” is no shapefile.", "x.shp"));
  });
  tasks.start("b", [&](const Progress&) -> std::function<void()> { throw std::runtime_error("boom"); });
  tasks.start("c", [&](const Progress&) -> std::function<void()> { throw 7; });
  BOOST_TEST(wait_for([&] { return !tasks.busy(); }));
  BOOST_TEST(sentences.size() == 3);
  BOOST_TEST(sentences.contains("“x.shp” is no shapefile."));
  BOOST_TEST(!followed);
}

BOOST_AUTO_TEST_CASE(a_cancelled_task_ends_soon_and_silently) {
  Tasks tasks;
  QStringList sentences;
  bool followed = false;
  QObject::connect(&tasks, &Tasks::failed, [&](const QString& sentence) { sentences << sentence; });
  tasks.start("long", [&](const Progress& progress) -> std::function<void()> {
    while (true) {
      progress.check();
      QThread::msleep(1);
    }
    return [&] { followed = true; };
  });
  tasks.start("deaf", [&](const Progress& progress) -> std::function<void()> {
    while (!progress.stopped()) QThread::msleep(1);
    return [&] { followed = true; };
  });
  tasks.cancel_all();
  BOOST_TEST(wait_for([&] { return !tasks.busy(); }, 2000));
  BOOST_TEST(sentences.isEmpty());
  BOOST_TEST(!followed);
}

BOOST_AUTO_TEST_CASE(leaving_stops_what_still_runs) {
  std::atomic<bool> stopped = false;
  {
    Tasks tasks;
    tasks.start("long", [&](const Progress& progress) -> std::function<void()> {
      while (!progress.stopped()) QThread::msleep(1);
      stopped = true;
      return {};
    });
  }
  BOOST_TEST(stopped);
}

BOOST_AUTO_TEST_SUITE_END()
