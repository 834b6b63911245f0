#pragma once
// The one window: a map in the middle, panels around it. What its actions do stands in actions.cpp and the files named
// there.

#include <QMainWindow>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include "layers/camera.h"
#include "viewer/document.h"
#include "viewer/window/actions.h"
#include "viewer/window/message_strip.h"

namespace smile::viewer {

class LayerStore;
class MapView;
class StatusBar;
class Tasks;

class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  MainWindow();
  ~MainWindow() override;

  Document* document() const { return document_.get(); }  ///< nullptr: the start page is shown
  MapView* map() const { return map_; }                   ///< nullptr without a plan
  LayerStore* layers() const { return layers_; }          ///< nullptr without a plan
  Tasks& tasks() const { return *tasks_; }
  MessageStrip& strip() const { return *strip_; }
  QAction* action(const char* id) const;

  void show_plan(PlanFile file);
  void close_plan();
  void show_problem(const QString& sentence);
  void show_note(const QString& sentence);
  /// Makes every widget anew: after a change of language or theme. The plan, the selection and the view stay.
  void rebuild();
  /// Everything large and of high contrast, the map alone; and back to the panels as they were.
  void show_for_projector(bool on);

signals:
  void plan_shown();

protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  void build();
  void take_down();
  void remake();
  void build_plan();
  void build_start();
  QWidget* with_strip(QWidget* content);
  void follow_layers();
  void follow_document();
  void update_actions();
  void update_title();
  void limit_docks();
  void keep_everything() const;
  QByteArray layout_of_docks() const;

  Tasks* tasks_;
  std::unique_ptr<Document> document_;
  MapView* map_ = nullptr;
  LayerStore* layers_ = nullptr;
  StatusBar* status_ = nullptr;
  MessageStrip* strip_ = nullptr;
  QList<QToolBar*> toolbars_;
  ActionTable actions_;
  bool layout_restored_ = false;
  std::vector<std::pair<QString, QSize>> wanted_sizes_;  ///< of docks (DockSizes) that are not shown yet
};

}  // namespace smile::viewer
