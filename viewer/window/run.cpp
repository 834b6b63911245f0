#include "viewer/window/run.h"

#include <QApplication>
#include <QTimer>
#include <cstdlib>

#include "viewer/command/command.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"
#include "viewer/window/opening.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

constexpr int patience_ms = 150;

/// Where no screen is reached, Qt would end the process with a crash: it ends with our sentence instead. Qt's own
/// remarks on its way there would only hide it.
void end_without_screen(QtMsgType type, const QMessageLogContext& /*context*/, const QString& /*message*/) {
  if (type == QtFatalMsg) std::_Exit(command::refuse_without_screen());
}

}  // namespace

int run_viewer(int argc, char** argv, std::optional<std::filesystem::path> plan) {
  const QtMessageHandler usual = qInstallMessageHandler(end_without_screen);
  QApplication application(argc, argv);
  qInstallMessageHandler(usual);
  std::optional<OpeningPlan> opening;
  if (plan) opening = begin_to_open(std::filesystem::absolute(*plan));
  QCoreApplication::setOrganizationName("Smile Places");
  QCoreApplication::setApplicationName("smileplaces");
  QGuiApplication::setDesktopFileName("smileplaces");
  set_language(kept_language());
  learn_system_look();
  apply_look(theme_of(kept_theme()));
  load_qt_words();
  MainWindow window;
  if (opening) {
    // The window comes with its plan, unless that takes long enough to be waited for.
    QObject::connect(&window, &MainWindow::plan_shown, &window, &QWidget::show);
    QTimer::singleShot(patience_ms, &window, &QWidget::show);
    open_plan(window, *opening);
  } else {
    window.show();
  }
  return QApplication::exec();
}

}  // namespace smile::viewer
