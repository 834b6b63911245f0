#pragma once
// How a plan comes into the window.

#include <filesystem>
#include <future>
#include <memory>

#include "gis/store/plan_file.h"

class QMenu;
class QString;

namespace smile::viewer {

class MainWindow;

void new_plan(MainWindow& window);
void ask_for_plan(MainWindow& window);
/// On a task's thread; a plan that is in use or can't be written is offered for reading.
void open_plan(MainWindow& window, const std::filesystem::path& plan, PlanFile::Mode mode = PlanFile::Mode::write);
/// A plan being read before there is a window: while Qt makes fonts and icons ready.
struct OpeningPlan {
  std::filesystem::path plan;
  std::shared_ptr<std::future<PlanFile>> file;
};
OpeningPlan begin_to_open(const std::filesystem::path& plan);
void open_plan(MainWindow& window, const OpeningPlan& opening);
/// A new copy of the demo city in the documents folder, opened.
void open_demo(MainWindow& window);
/// A file that was dropped: a plan is opened, everything else goes to the import assistant.
void take_file(MainWindow& window, const QString& file);
void save_copy(MainWindow& window);
QMenu* make_recent_menu(MainWindow& window);

}  // namespace smile::viewer
