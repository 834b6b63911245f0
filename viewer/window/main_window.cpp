#include "viewer/window/main_window.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QTimer>
#include <QToolBar>

#include "layers/raster.h"
#include "viewer/layer_store.h"
#include "viewer/map/context_menu.h"
#include "viewer/map/map_view.h"
#include "viewer/panels/plan_issues.h"
#include "viewer/raster_store.h"
#include "viewer/tasks.h"
#include "viewer/text.h"
#include "viewer/window/docks.h"
#include "viewer/window/layer_budget.h"
#include "viewer/window/layer_commands.h"
#include "viewer/window/look.h"
#include "viewer/window/opening.h"
#include "viewer/window/present_commands.h"
#include "viewer/window/raster_commands.h"
#include "viewer/window/settings.h"
#include "viewer/window/start_page.h"
#include "viewer/window/status_bar.h"
#include "viewer/window/swipe_menu.h"
#include "viewer/window/toolbar.h"

namespace smile::viewer {

MainWindow::MainWindow() : tasks_(new Tasks(this)) {
  setObjectName("window");
  setAcceptDrops(true);
  setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AllowNestedDocks);
  setTabPosition(Qt::BottomDockWidgetArea, QTabWidget::North);
  setContextMenuPolicy(Qt::NoContextMenu);
  connect(tasks_, &Tasks::failed, this, &MainWindow::show_problem);
  build();
  if (restoreGeometry(kept_geometry())) return;
  if (const QScreen* screen = this->screen()) resize(screen->availableSize());
  setWindowState(Qt::WindowMaximized);
}

MainWindow::~MainWindow() {
  delete tasks_;  // their results speak to this window
  tasks_ = nullptr;
  take_down();
}

QAction* MainWindow::action(const char* id) const {
  return actions_[id];
}

// --- what is shown ---

void MainWindow::build() {
  status_ = new StatusBar(*tasks_, this);
  setStatusBar(status_);
  actions_.make(*this);
  strip_ = new MessageStrip(this);
  if (document_)
    build_plan();
  else
    build_start();
  actions_.fill_menus(*this);
  update_actions();
  update_title();
}

void MainWindow::take_down() {
  delete status_;
  status_ = nullptr;
  for (QToolBar* bar : toolbars_) delete bar;
  toolbars_.clear();
  for (QDockWidget* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) delete dock;
  delete takeCentralWidget();
  map_ = nullptr;
  layers_ = nullptr;
  strip_ = nullptr;
  menuBar()->clear();
  while (QMenu* menu = findChild<QMenu*>()) delete menu;
  actions_.clear();
}

QWidget* MainWindow::with_strip(QWidget* content) {
  auto* page = new QWidget(this);
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(strip_);
  column->addWidget(content, 1);
  return page;
}

void MainWindow::build_start() {
  auto* start = new StartPage(recent_plans(), this);
  connect(start, &StartPage::wants_new, this, [this] { new_plan(*this); });
  connect(start, &StartPage::wants_open, this, [this] { ask_for_plan(*this); });
  connect(start, &StartPage::wants_demo, this, [this] { open_demo(*this); });
  connect(start, &StartPage::wants_plan, this, [this](const QString& file) { open_plan(*this, file.toStdString()); });
  setCentralWidget(with_strip(start));
}

void MainWindow::build_plan() {
  map_ = new MapView(*document_, this);
  map_->set_theme(current_theme());
  map_->set_snaps(kept_snapping());
  action("snap")->setChecked(map_->snaps());
  map_->set_magnified(for_projector() ? projector_magnification : 1);
  action("projector")->setChecked(for_projector());
  setCentralWidget(with_strip(map_));
  follow_layers();
  toolbars_ << make_toolbar(*this);
  make_docks(*this);
  limit_docks();
  // A layout that was kept fits the window's kept size; the window as it first stands gets ours.
  if (for_projector())
    hide_docks(*this);
  else if (const QByteArray layout = kept_layout(); layout.isEmpty() || !restoreState(layout))
    arrange_docks(*this);
  status_->follow(*map_);
  follow_document();
  map_->setFocus();
}

void MainWindow::follow_layers() {
  layers_ = new LayerStore(*document_, *tasks_, kept_layer_budget(), map_);
  const auto show = [this] { map_->show_layers(layers_->layers()); };
  connect(layers_, &LayerStore::changed, map_, show);
  connect(layers_, &LayerStore::failed, map_,
          [this](Id layer, const QString& sentence) { offer_help(*this, layer, sentence); });
  connect(layers_, &LayerStore::changed, map_, [this] { PlanIssues::of(*document_).show_layers(layers_->issues()); });
  RasterStore& rasters = layers_->rasters();
  connect(&rasters, &RasterStore::pictures_changed, map_,
          [this] { map_->show_rasters(layers_->rasters().pictures()); });
  connect(map_, &MapView::requested, &rasters,
          [this] { layers_->rasters().look(layers::raster_view(map_->picture_camera())); });
  connect(map_, &MapView::swipe_changed, &rasters, [this] {
    const bool layer = map_->swipe().kind == SwipeChoice::Kind::layer;
    layers_->rasters().compare(layer ? map_->swipe().layer : 0);
  });
  show();
}

void MainWindow::follow_document() {
  Document* document = document_.get();
  connect(document, &Document::plan_changed, map_, [this] {
    update_actions();
    update_title();
  });
  connect(document, &Document::selection_changed, map_, [this] { update_actions(); });
  connect(document, &Document::failed, map_, [this](const QString& sentence) { show_problem(sentence); });
  connect(map_, &MapView::failed, this, &MainWindow::show_problem);
  connect(map_, &MapView::menu_wanted, this,
          [this](QPoint position) { make_map_menu(*map_, position)->popup(map_->mapToGlobal(position)); });
}

void MainWindow::rebuild() {
  if (map_) keep_everything();
  remake();
}

void MainWindow::remake() {
  if (!map_) {
    take_down();
    return build();
  }
  const layers::Camera camera = map_->camera();
  const bool whole = map_->shows_all();
  const SwipeChoice swipe = map_->swipe();
  // A second change may come before the panels of the first were shown: their sizes are not known yet.
  if (wanted_sizes_.empty()) wanted_sizes_ = sizes_of_docks(*this);
  take_down();
  build();
  // The new panels' own wishes must not move the borders the user knows. Qt hears of sizes once the docks are shown.
  // While they are hidden, sizes wait for the usual window.
  QTimer::singleShot(0, map_, [this] {
    if (!for_projector()) give_sizes(*this, std::exchange(wanted_sizes_, {}));
  });
  map_->set_camera(camera);
  if (whole) map_->show_all();
  if (swipe.kind != SwipeChoice::Kind::none) compare(*this, swipe);
}

void MainWindow::show_for_projector(bool on) {
  keep_everything();  // the panels of the usual window; those of the other one are not kept
  set_for_projector(on);
  apply_look(current_theme());
  remake();
}

void MainWindow::show_plan(PlanFile file) {
  if (map_) keep_everything();
  take_down();
  document_.reset();  // waits until the plan before is on disk
  document_ = std::make_unique<Document>(std::move(file));
  remember_plan(document_->path());
  build();
  offer_to_continue(*this);
  emit plan_shown();
}

void MainWindow::close_plan() {
  keep_everything();
  take_down();
  document_.reset();
  build();
}

void MainWindow::show_problem(const QString& sentence) {
  strip_->show_message(MessageStrip::Kind::problem, sentence);
}
void MainWindow::show_note(const QString& sentence) {
  strip_->show_message(MessageStrip::Kind::note, sentence);
}

void MainWindow::update_actions() {
  actions_.update(*this);
}

void MainWindow::update_title() {
  if (!document_) return setWindowTitle("Smile Places");
  const PlanPtr plan = document_->plan();
  const QString title =
      plan->title.empty() ? QFileInfo(q(document_->path().string())).completeBaseName() : q(plan->title);
  setWindowTitle(title + " – Smile Places");
}

// --- layout ---

QByteArray MainWindow::layout_of_docks() const {
  if (!map_ || for_projector()) return {};
  // Qt shows new docks by an event of its own; before it they count as hidden and would be kept so.
  for (QDockWidget* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly))
    QCoreApplication::sendPostedEvents(dock, QEvent::MetaCall);
  return saveState();
}

void MainWindow::keep_everything() const {
  keep_layout(saveGeometry(), layout_of_docks());
}

/// The map keeps at least half of the window.
void MainWindow::limit_docks() {
  for (QDockWidget* dock : findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
    if (dock->isFloating()) continue;
    const bool below = dockWidgetArea(dock) == Qt::BottomDockWidgetArea;
    if (below)
      dock->setMaximumSize(QWIDGETSIZE_MAX, height() / 3);
    else
      dock->setMaximumSize(std::max(240, width() / 4), QWIDGETSIZE_MAX);
  }
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  limit_docks();
  QMainWindow::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  keep_everything();
  tasks_->cancel_all();
  if (document_) document_->wait_until_saved();
  if (!document_ || !document_->save_failed()) return event->accept();
  // What is not on disk would be lost: the sentence says so, and stays.
  event->ignore();
}

// --- files dropped on the window ---

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  QStringList files;
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) files << url.toLocalFile();
  if (files.isEmpty()) return;
  event->acceptProposedAction();
  if (files.size() > 1 && document_ && !document_->read_only()) return add_layers_from_files(*this, files);
  take_file(*this, files.front());
}

}  // namespace smile::viewer
