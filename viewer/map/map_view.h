#pragma once
// The map in the window: shows the last picture, moved and scaled at once, until the renderer delivers the sharp one.
// Painting only copies pictures; the tool paints its few lines over them.

#include <QWidget>
#include <memory>

#include "layers/snap.h"
#include "viewer/document.h"
#include "viewer/map/furniture.h"
#include "viewer/map/reach_overlay.h"
#include "viewer/map/renderer.h"
#include "viewer/map/swipe.h"
#include "viewer/map/tools/tool.h"

namespace smile::viewer {

class MapView : public QWidget {
  Q_OBJECT
public:
  MapView(Document& document, QWidget* parent);
  ~MapView() override;

  Document& document() const { return document_; }
  const layers::Camera& camera() const { return camera_; }
  void set_camera(const layers::Camera& camera);  ///< size and pixel ratio stay the widget's
  /// The features of the plan's layers of context, as far as they have been read.
  void show_layers(const LayerSet& layers);
  const LayerSet& shown_layers() const { return context_; }
  void show_rasters(const RasterSet& rasters);
  /// From where the picture is drawn: the widget and a reserve around it.
  layers::Camera picture_camera() const;
  void set_theme(layers::Theme theme);
  layers::Theme theme() const { return theme_; }
  /// With the look and the district of these instead of the plan's own; nothing ends it.
  void show_as(std::optional<layers::MapSettings> look);
  /// What is drawn over everything while a measure moves; nothing ends it.
  void show_reach(std::optional<ReachOverlay> overlay);
  const std::optional<ReachOverlay>& shown_reach() const { return reach_; }
  void highlight_class(int index);  ///< of the legend; -1: none
  layers::MapSettings settings() const;

  bool shows_all() const { return whole_; }  ///< and goes on doing so when the window changes its size
  void show_all();
  void zoom_by(double factor);             ///< around the middle
  void zoom_to_scale(double denominator);  ///< around the middle
  void zoom_to(const Box& ground);         ///< with some of its surroundings
  void show_ground(const Box& ground);     ///< exactly, where the widget has its shape
  /// The ground there goes with the pointer, whose button went down before the map was shown, until it is let go.
  void take_hold(QPointF position);
  void let_go();
  void zoom_to_measures(const std::vector<Id>& measures);
  void zoom_to_district(Id district);

  void use(ToolKind kind);
  /// The tool has done its work: back to selecting, after the event at hand.
  void finish_tool();
  Tool& tool() const { return *tool_; }
  void ask_at(QPointF position);  ///< with the tool that asks the map

  /// Left of a divider the plan as it is, right of it with something switched; Kind::none ends it.
  void set_swipe(const SwipeChoice& choice);
  const SwipeChoice& swipe() const { return swipe_; }
  bool swipe_idle() const { return !swipe_renderer_ || swipe_renderer_->idle(); }
  /// Strokes, signs and texts are this much larger than usual (1).
  void set_magnified(double factor);
  /// Of scale bar and sources, logical pixels.
  void set_least_letters(int pixels);

  /// What is drawn at a position: its scene and the camera of the picture there, which a magnified map has of its own.
  /// Null before the first picture.
  struct Seen {
    std::shared_ptr<const layers::MapScene> scene;
    layers::Camera camera;
    QPointF position;  ///< in the camera's pixels
  };
  Seen seen_at(QPointF position) const;

  /// Drawing meets vertices and edges that are near; Alt and Ctrl set the pointer free.
  bool snaps() const { return snaps_; }
  void set_snaps(bool on);
  /// The ground under the pointer: what it meets (not of the measure `except`), else the place itself. What was met is
  /// marked until the next question.
  Point meet(const QMouseEvent& event, Id except = 0);
  const std::optional<layers::Snap>& met() const { return met_; }
  void forget_met();

  std::vector<Id> measures_at(QPointF position) const;
  Id district_at(QPointF position) const;
  const Renderer& renderer() const { return *renderer_; }
  QString hint() const;
  void refresh_hint();  ///< tools call it when what to do has changed

signals:
  void requested();  ///< a picture was asked for, perhaps from another place
  void camera_changed();
  void scene_changed();
  void pointer_moved(smile::Point ground);
  void pointer_left();
  void hint_changed(const QString& hint);
  void tool_changed(smile::viewer::ToolKind kind);
  void menu_wanted(QPoint position);
  void swipe_changed();
  void failed(const QString& sentence);

protected:
  void paintEvent(QPaintEvent*) override;
  void resizeEvent(QResizeEvent*) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void leaveEvent(QEvent*) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

private:
  void plan_changed();
  void request();
  void update_cursor();
  void grip(QPointF position);
  void pan(QPointF by);
  bool navigation_key(const QKeyEvent& event);
  bool nudge_key(const QKeyEvent& event);
  bool click_key(const QKeyEvent& event);
  void follow_by_keys();
  void paint_pictures(QPainter& painter) const;
  void paint_frame(QPainter& painter, const layers::Frame& frame) const;
  void paint_met(QPainter& painter) const;
  void paint_cross(QPainter& painter) const;
  friend class SelectTool;  // pans by dragging empty ground

  LayerSet context_;
  RasterSet rasters_;
  Document& document_;
  Renderer* renderer_;
  Furniture furniture_;
  SwipeChoice swipe_;
  std::unique_ptr<Renderer> swipe_renderer_;  ///< of the right side, while there is one
  std::unique_ptr<SwipeDivider> divider_;
  double magnified_ = 1;
  std::unique_ptr<Tool> tool_;
  std::unique_ptr<Tool> retired_;  ///< kept until the event it may be handling is over
  layers::Camera camera_;
  layers::Theme theme_ = layers::Theme::light;
  std::optional<layers::MapSettings> look_;
  std::optional<ReachOverlay> reach_;
  int highlighted_class_ = -1;
  std::vector<DistrictPtr> districts_;  ///< of the plan when it was last looked for
  bool framed_ = false;                 ///< the camera has been set to something worth seeing
  bool whole_ = false;                  ///< everything is shown, and stays so when the widget grows
  bool snaps_ = true;
  std::optional<layers::Snap> met_;
  bool by_keys_ = false;  ///< the keys draw: a cross in the middle is their pointer
  bool space_held_ = false;
  bool panning_ = false;
  QPointF pan_from_;
};

}  // namespace smile::viewer
