#include "viewer/window/run.h"

#include <QApplication>

#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"
#include "viewer/window/opening.h"
#include "viewer/window/settings.h"

namespace smile::viewer {

int run_viewer(int argc, char** argv, std::optional<std::filesystem::path> plan) {
  QApplication application(argc, argv);
  QCoreApplication::setOrganizationName("Smile Places");
  QCoreApplication::setApplicationName("smileplaces");
  QGuiApplication::setDesktopFileName("smileplaces");
  set_language(kept_language());
  learn_system_look();
  apply_look(theme_of(kept_theme()));
  load_qt_words();
  MainWindow window;
  window.show();
  if (plan) open_plan(window, std::filesystem::absolute(*plan));
  return QApplication::exec();
}

}  // namespace smile::viewer
