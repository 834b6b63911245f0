#include "viewer/window/opening.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>
#include <functional>
#include <utility>

#include "datasets/datasets.h"
#include "gis/words/issue.h"
#include "viewer/dialogs/new_plan_dialog.h"
#include "viewer/panels/place_words.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/look.h"
#include "viewer/window/main_window.h"
#include "viewer/window/raster_commands.h"
#include "viewer/window/settings.h"

namespace smile::viewer {
namespace {

std::filesystem::path path_of(const QString& file) {
  return std::filesystem::path(file.toStdString());
}

void offer_reading(MainWindow& window, const std::filesystem::path& plan, const Text& why) {
  window.strip().show_message(MessageStrip::Kind::problem, tr_(why), tr_("Open for reading"),
                              [&window, plan] { open_plan(window, plan, PlanFile::Mode::read); });
}

void show_opened(MainWindow& window, PlanFile file) {
  const bool reading = file.read_only();
  window.show_plan(std::move(file));
  window.tasks().take_news();  // layers that were read while the window was built are in its first picture
  if (reading)
    window.strip().show_message(MessageStrip::Kind::note,
                                tr_("This plan is open for reading only; nothing in its file will be changed."),
                                tr_("Save a copy…"), [&window] { save_copy(window); });
}

bool can_be_read_instead(const Error& error) {
  return error.kind() == ErrorKind::in_use || error.kind() == ErrorKind::read_only;
}

PlanFile read_plan(const std::filesystem::path& plan, PlanFile::Mode mode) {
  PlanFile file = PlanFile::open(plan, mode);
  find_shares(*file.plan());
  return file;
}

void open_with(MainWindow& window, const std::filesystem::path& plan, PlanFile::Mode mode,
               std::function<PlanFile()> read) {
  window.tasks().start(tr_("Opening the plan"),
                       [&window, plan, mode, read = std::move(read)](const Progress&) -> std::function<void()> {
                         try {
                           auto file = std::make_shared<PlanFile>(read());
                           return [&window, file] { show_opened(window, std::move(*file)); };
                         } catch (const Error& error) {
                           if (mode == PlanFile::Mode::read || !can_be_read_instead(error)) throw;
                           return [&window, plan, why = error.sentence()] { offer_reading(window, plan, why); };
                         }
                       });
}

/// Files of the demo get numbers: what was done in one is never lost by looking at a fresh one.
std::filesystem::path free_demo_name() {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  QDir().mkpath(documents);
  for (int i = 1;; ++i) {
    const QString name = i == 1 ? QString("rostock-demo.gpkg") : QString("rostock-demo-%1.gpkg").arg(i);
    if (!QFileInfo::exists(documents + "/" + name)) return path_of(documents + "/" + name);
  }
}

/// "rostock-copy.gpkg"
QString copy_name(const Document& document) {
  return q(document.path().stem().string()) + '-' + tr_("copy") + ".gpkg";
}

}  // namespace

void new_plan(MainWindow& window) {
  if (const auto plan = open_new_plan_dialog(&window, window.tasks())) open_plan(window, *plan);
}

void ask_for_plan(MainWindow& window) {
  const QString file = QFileDialog::getOpenFileName(&window, tr_("Open plan"), last_folder(), tr_("Plans (*.gpkg)"));
  if (file.isEmpty()) return;
  keep_folder(file);
  open_plan(window, path_of(file));
}

void open_plan(MainWindow& window, const std::filesystem::path& plan, PlanFile::Mode mode) {
  open_with(window, plan, mode, [plan, mode] { return read_plan(plan, mode); });
}

OpeningPlan begin_to_open(const std::filesystem::path& plan) {
  auto file = std::async(std::launch::async, [plan] { return read_plan(plan, PlanFile::Mode::write); });
  return {plan, std::make_shared<std::future<PlanFile>>(std::move(file))};
}

void open_plan(MainWindow& window, const OpeningPlan& opening) {
  open_with(window, opening.plan, PlanFile::Mode::write, [file = opening.file] { return file->get(); });
}

void open_demo(MainWindow& window) {
  window.tasks().start(tr_("Building the demo city"), [&window](const Progress&) -> std::function<void()> {
    auto file = std::make_shared<PlanFile>(create_demo(free_demo_name()));
    return [&window, file] {
      const std::string where = file->path().string();
      window.show_plan(std::move(*file));
      window.show_note(tr_(text("This is your own copy of the demo city: {1}", where)));
    };
  });
}

void take_file(MainWindow& window, const QString& file) {
  const bool maybe_plan = file.endsWith(".gpkg", Qt::CaseInsensitive);
  if (maybe_plan && !window.document()) return open_plan(window, path_of(file));
  if (maybe_plan) {
    // A GeoPackage can be a plan or a layer of districts: what opens as a plan is one.
    return window.tasks().start(tr_("Looking at the file"), [&window, file](const Progress&) -> std::function<void()> {
      bool plan = true;
      try {
        PlanFile::open(path_of(file), PlanFile::Mode::read);
      } catch (const Error& error) {
        plan = can_be_read_instead(error);
      }
      return [&window, file, plan] {
        if (plan) return open_plan(window, path_of(file));
        bring_in(window, file);
      };
    });
  }
  if (window.document()) return bring_in(window, file);
  const auto plan = open_new_plan_dialog(&window, window.tasks());
  if (!plan) return;
  QObject::connect(
      &window, &MainWindow::plan_shown, &window, [&window, file] { bring_in(window, file); },
      Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
  open_plan(window, *plan);
}

void save_copy(MainWindow& window) {
  const QString proposed = last_folder() + '/' + copy_name(*window.document());
  const QString file = QFileDialog::getSaveFileName(&window, tr_("Save a copy"), proposed, tr_("Plans (*.gpkg)"));
  if (file.isEmpty()) return;
  keep_folder(file);
  const QString name = file.endsWith(".gpkg", Qt::CaseInsensitive) ? file : file + ".gpkg";
  const Document* document = window.document();
  window.tasks().start(tr_("Saving a copy"), [&window, document, name](const Progress&) -> std::function<void()> {
    document->save_copy(path_of(name), true);  // the file dialog has asked
    return [&window, name] { window.show_note(tr_(text("The copy is in {1}", name.toStdString()))); };
  });
}

QMenu* make_recent_menu(MainWindow& window) {
  auto* menu = new QMenu(tr_("&Recent plans"), &window);
  menu->setIcon(icon("document-open-recent"));
  QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, &window] {
    menu->clear();
    for (const QString& plan : recent_plans())
      menu->addAction(QString(plan).replace('&', "&&"), [&window, plan] { open_plan(window, path_of(plan)); });
    if (menu->isEmpty()) menu->addAction(tr_("No plan has been opened yet"))->setEnabled(false);
  });
  return menu;
}

}  // namespace smile::viewer
