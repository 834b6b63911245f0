// What needs a program of its own: two screens, and a program that is killed in the middle. This test program starts
// itself for both.

#include <QAbstractButton>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSettings>
#include <fstream>

#include "tests/viewer/presenter/presenting.h"
#include "viewer/presenter/reached.h"

using namespace smile;
using namespace smile::tests;
using namespace smile::viewer;
namespace utf = boost::unit_test;

namespace {

/// What tells a hidden test that it was started by another one: by hand it does nothing.
constexpr const char* given = "SMILE_TEST_PLAN";

/// This program again with one of its hidden tests.
void start_itself(QProcess& process, const char* test, const QString& platform,
                  const std::filesystem::path& plan = {}) {
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("QT_QPA_PLATFORM", platform);
  environment.insert(given, q(plan.string()));
  process.setProcessEnvironment(environment);
  process.setProcessChannelMode(QProcess::MergedChannels);
  process.start(QCoreApplication::applicationFilePath(), {QString("--run_test=") + test});
}

bool ends_well(QProcess& process) {
  const bool well = wait_for([&] { return process.state() == QProcess::NotRunning; }, 60000) &&
                    process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
  if (!well) BOOST_TEST_MESSAGE(process.readAll().toStdString());
  return well;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(presentation_processes)

BOOST_AUTO_TEST_CASE(two_screens_show_stage_and_notes_and_one_goes_on_when_the_other_is_unplugged) {
  const TemporaryFolder folder;
  std::ofstream(folder / "screens.json") << R"({"screens":[{"name":"desk","x":0,"y":0,"width":1280,"height":800},
                        {"name":"projector","x":1280,"y":0,"width":1920,"height":1080}]})";
  QProcess process;
  start_itself(process, "presentation_processes/on_two_screens",
               "offscreen:configfile=" + q((folder / "screens.json").string()));
  BOOST_TEST(ends_well(process));
}

BOOST_FIXTURE_TEST_CASE(on_two_screens, Presented, *utf::disabled()) {
  if (std::getenv(given) == nullptr) return;
  BOOST_REQUIRE(QGuiApplication::screens().size() == 2);
  start();
  BOOST_REQUIRE(presenter().speaker() != nullptr);
  BOOST_TEST(stage().width() == 1920);
  BOOST_TEST(presenter().speaker()->notes().toStdString() == "Notiz 1");
  BOOST_TEST(presenter().speaker()->position().toStdString() == "Step 1 of 12");
  QTest::keyClick(presenter().speaker(), Qt::Key_Right);
  BOOST_TEST(presenter().number() == 2);
  BOOST_TEST(presenter().speaker()->notes().toStdString() == "Notiz 2");
  auto* notes = presenter().speaker()->findChild<QPlainTextEdit*>("speaker_notes");
  BOOST_REQUIRE(notes != nullptr);
  QTest::mouseClick(notes->viewport(), Qt::LeftButton);
  BOOST_TEST(!notes->hasFocus(), "a click into the notes leaves the keys to the clicker");
  presenter().use_screens({QGuiApplication::screens().front()});
  BOOST_TEST(presenter().speaker() == nullptr);
  BOOST_TEST(presenter().number() == 2);
  BOOST_TEST(stage().width() == 1280);
  drawn();
  BOOST_REQUIRE(wait_for([this] { return view().shown()->layout.size.width() == 1280; }));
  press(Qt::Key_Right);
  BOOST_TEST(presenter().number() == 3);
  presenter().use_screens(QGuiApplication::screens());
  BOOST_REQUIRE(presenter().speaker() != nullptr);
  BOOST_TEST(stage().width() == 1920);
  BOOST_TEST(presenter().number() == 3);
}

BOOST_AUTO_TEST_CASE(killed_in_the_middle_it_goes_on_at_the_step_with_everything_drawn) {
  Desk desk;
  const auto file = desk.folder / "killed.gpkg";
  PlanFile::create(file, plan_with_steps(12));
  QProcess process;
  start_itself(process, "presentation_processes/present_until_killed", "offscreen", file);
  QByteArray said;
  BOOST_REQUIRE(wait_for(
      [&] {
        said += process.readAll();
        return said.contains("reached\n") || process.state() == QProcess::NotRunning;
      },
      60000));
  BOOST_REQUIRE_MESSAGE(said.contains("reached\n"), said.toStdString());
  process.kill();
  process.waitForFinished();
  MainWindow window;
  window.show_plan(PlanFile::open(file, PlanFile::Mode::write));
  const PlanPtr plan = window.document()->plan();
  BOOST_TEST(reached_step(file) == plan->steps[6]->id);
  BOOST_TEST(plan->steps[6]->marks.size() == 1U);
  const auto buttons = window.strip().findChildren<QAbstractButton*>();
  const auto go_on =
      std::find_if(buttons.begin(), buttons.end(), [](auto* button) { return button->text() == "Continue at step 7"; });
  BOOST_REQUIRE(go_on != buttons.end());
  (*go_on)->click();
  BOOST_REQUIRE(presenter_of(window) != nullptr);
  BOOST_TEST(presenter_of(window)->number() == 7);
}

/// In the folder of whoever started it.
BOOST_AUTO_TEST_CASE(present_until_killed, *utf::disabled()) {
  const char* file = std::getenv(given);
  if (file == nullptr) return;
  Desk desk;
  QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, q(std::filesystem::path(file).parent_path().string()));
  MainWindow window;
  window.resize(1280, 800);
  window.show();
  window.show_plan(PlanFile::open(file, PlanFile::Mode::write));
  window.action("present")->trigger();
  Presenter& presenter = *presenter_of(window);
  QTest::keyClick(presenter.stage(), Qt::Key_7);
  QTest::keyClick(presenter.stage(), Qt::Key_Return);
  BOOST_REQUIRE(wait_for([&] { return presenter.pictures().of(presenter.step()) != nullptr; }));
  QTest::keyClick(presenter.stage(), Qt::Key_P);
  Presented::drag(presenter.stage()->view(), {100, 300}, {300, 400});
  window.document()->wait_until_saved();
  std::printf("reached\n");
  std::fflush(stdout);
  wait_for([] { return false; }, 60000);
}

BOOST_AUTO_TEST_SUITE_END()
