#include "viewer/map/map_view.h"

#include <cmath>

#include "viewer/map/places.h"
#include "viewer/map/tools/identify_tool.h"
#include "viewer/text.h"

namespace smile::viewer {
namespace {

/// The picture is larger than the widget on every side, so that panning has something to show at once.
constexpr int reserve_pixels = 96;

}  // namespace

MapView::MapView(Document& document, QWidget* parent)
    : QWidget(parent), document_(document), renderer_(new Renderer(this)), tool_(make_tool(*this, ToolKind::select)) {
  setObjectName("map");
  setAccessibleName(tr_("Map"));
  setAccessibleDescription(tr_("Arrow keys move the map, plus and minus zoom, the Home key shows everything."));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMinimumSize(240, 160);
  connect(&document, &Document::plan_changed, this, &MapView::plan_changed);
  connect(&document, &Document::selection_changed, this, [this] {
    request();
    refresh_hint();
  });
  connect(&document, &Document::show_measure, this, [this](Id id) { zoom_to_measures({id}); });
  connect(&document, &Document::show_district, this, &MapView::zoom_to_district);
  connect(renderer_, &Renderer::rendered, this, qOverload<>(&QWidget::update));
  connect(renderer_, &Renderer::scene_changed, this, &MapView::scene_changed);
  connect(renderer_, &Renderer::failed, this, &MapView::failed);
}

MapView::~MapView() = default;

layers::MapSettings MapView::settings() const {
  layers::MapSettings settings;
  settings.style = look_ ? look_->style : document_.plan()->style;
  settings.focus_district = look_ ? look_->focus_district : 0;
  settings.theme = theme_;
  settings.language = language();
  settings.selected_measures = document_.selected_measures();
  if (document_.selected_district() != 0) settings.selected_districts = {document_.selected_district()};
  settings.highlighted_class = highlighted_class_;
  settings.label_margins = (QMarginsF(0, 0, 0, furniture_.height()) + reserve_pixels) / magnified_;
  const QRectF north = furniture_.north_box(camera_.size).translated(reserve_pixels, reserve_pixels);
  settings.no_labels = {QRectF(north.topLeft() / magnified_, north.size() / magnified_)};
  return settings;
}

void MapView::request() {
  if (!framed_ || camera_.size.isEmpty()) return;
  renderer_->request(document_.plan(), settings(), context_, rasters_, picture_camera());
  if (swipe_renderer_) {
    layers::MapSettings right = settings();
    right.style = swiped(right.style, swipe_);
    swipe_renderer_->request(document_.plan(), std::move(right), context_, rasters_, picture_camera());
  }
  emit requested();
  update();
}

/// Larger than the widget, so that panning has something to show at once. A magnified map is a smaller one, drawn with
/// more device pixels: of a size whose pixels are whole ones.
layers::Camera MapView::picture_camera() const {
  constexpr int step = 10;
  layers::Camera camera = camera_;
  camera.size += QSize(2 * reserve_pixels, 2 * reserve_pixels);
  if (magnified_ == 1) return camera;
  const auto whole = [this](int pixels) { return step * static_cast<int>(std::ceil(pixels / magnified_ / step)); };
  camera.size = QSize(whole(camera.size.width()), whole(camera.size.height()));
  camera.metres_per_pixel *= magnified_;
  camera.device_pixel_ratio *= magnified_;
  return camera;
}

void MapView::set_magnified(double factor) {
  if (std::exchange(magnified_, factor) != factor) request();
}

void MapView::set_least_letters(int pixels) {
  furniture_.set_least_letters(pixels);
  request();
}

void MapView::set_camera(const layers::Camera& camera) {
  camera_.centre = camera.centre;
  camera_.metres_per_pixel = camera.metres_per_pixel;
  framed_ = true;
  whole_ = false;
  request();
  emit camera_changed();
}

void MapView::show_layers(const LayerSet& layers) {
  if (context_ == layers) return;
  context_ = layers;
  // A plan of layers alone: they are the whole city, however many have been read.
  const bool follows = (!framed_ || whole_) && extent(*document_.plan()).empty();
  follows ? show_all() : request();
}

void MapView::show_rasters(const RasterSet& rasters) {
  rasters_ = rasters;
  request();
}

void MapView::set_theme(layers::Theme theme) {
  theme_ = theme;
  request();
}

void MapView::show_as(std::optional<layers::MapSettings> look) {
  look_ = std::move(look);
  request();
}

void MapView::highlight_class(int index) {
  if (std::exchange(highlighted_class_, index) != index) request();
}

void MapView::plan_changed() {
  const PlanPtr& plan = document_.plan();
  // Only what came or went can leave the camera over nothing, and a dragged measure is no reason to look for it.
  const bool same_ground = framed_ && !plan->districts.empty() && plan->districts == districts_;
  districts_ = plan->districts;
  if (same_ground) return request();
  const Box city = extent(*plan);
  const bool nothing_seen = !framed_ || (!city.empty() && !camera_.ground().intersects(city));
  if (nothing_seen && !city.empty()) return show_all();
  request();
}

// --- camera ---

void MapView::show_all() {
  Box everything = extent(*document_.plan());
  if (everything.empty())
    for (const auto& [layer, features] : context_)
      if (features) everything.add(features->box);
  zoom_to(everything);
  whole_ = framed_ && !everything.empty();
}

void MapView::zoom_to(const Box& ground) {
  if (ground.empty() || camera_.size.isEmpty()) return request();
  constexpr double at_least_metres = 2500;  // a point is not a view: its surroundings say where it is
  const double grow = std::max(0.0, (at_least_metres - std::max(ground.width(), ground.height())) / 2);
  set_camera(layers::fit(ground.grown(grow), camera_.size, 32));
}

void MapView::zoom_by(double factor) {
  set_camera(layers::zoomed(camera_, factor, QPointF(width() / 2.0, height() / 2.0)));
}

void MapView::zoom_to_scale(double denominator) {
  zoom_by(camera_.metres_per_pixel / layers::metres_per_pixel_at(denominator));
}

void MapView::show_ground(const Box& ground) {
  if (!ground.empty() && !camera_.size.isEmpty()) set_camera(layers::fit(ground, camera_.size, 0));
}

void MapView::zoom_to_measures(const std::vector<Id>& measures) {
  zoom_to(ground_of(measures, *document_.plan()));
}

void MapView::zoom_to_district(Id id) {
  if (const District* district = find_district(*document_.plan(), id)) zoom_to(bounds(district->geometry));
}

void MapView::pan(QPointF by) {
  set_camera(layers::panned(camera_, by));
}

void MapView::resizeEvent(QResizeEvent*) {
  camera_.size = size();
  camera_.device_pixel_ratio = devicePixelRatioF();
  if (divider_) divider_->fit();
  if (whole_) {
    show_all();
  } else if (framed_) {
    request();
    emit camera_changed();
  } else {
    plan_changed();
  }
}

// --- tools ---

void MapView::use(ToolKind kind) {
  if (tool_->kind() == kind && kind == ToolKind::select) return;
  tool_->cancel();
  retired_ = std::move(tool_);
  tool_ = make_tool(*this, kind);
  met_.reset();
  update_cursor();
  refresh_hint();
  emit tool_changed(kind);
  update();
}

void MapView::finish_tool() {
  use(ToolKind::select);
}

void MapView::ask_at(QPointF position) {
  use(ToolKind::identify);
  setFocus();
  static_cast<IdentifyTool&>(*tool_).ask(position);
}

QString MapView::hint() const {
  return tool_->hint();
}

void MapView::refresh_hint() {
  emit hint_changed(tool_->hint());
}

void MapView::update_cursor() {
  if (panning_)
    setCursor(Qt::ClosedHandCursor);
  else
    setCursor(space_held_ ? Qt::OpenHandCursor : tool_->cursor());
}

void MapView::set_snaps(bool on) {
  snaps_ = on;
  forget_met();
}

Point MapView::meet(const QMouseEvent& event, Id except) {
  const Seen seen = seen_at(event.position());
  const bool free = !snaps_ || (event.modifiers() & (Qt::AltModifier | Qt::ControlModifier)) || !seen.scene;
  met_ = free ? std::nullopt : layers::snap(*seen.scene, seen.camera, seen.position, except);
  return met_ ? met_->at : camera_.to_ground(event.position());
}

void MapView::forget_met() {
  met_.reset();
  update();
}

MapView::Seen MapView::seen_at(QPointF position) const {
  const bool right = swipe_renderer_ && position.x() > divider_->x();
  Seen seen{(right ? *swipe_renderer_ : *renderer_).scene(), camera_, position / magnified_};
  seen.camera.metres_per_pixel *= magnified_;
  // Positions are counted from the middle of a size in whole pixels: the shift of the rounded one is taken back.
  seen.camera.size = (QSizeF(camera_.size) / magnified_).toSize();
  const QSizeF rounded = QSizeF(seen.camera.size) - QSizeF(camera_.size) / magnified_;
  seen.position += QPointF(rounded.width(), rounded.height()) / 2;
  return seen;
}

std::vector<Id> MapView::measures_at(QPointF position) const {
  const Seen seen = seen_at(position);
  return seen.scene ? layers::measures_at(*seen.scene, seen.camera, seen.position) : std::vector<Id>{};
}

Id MapView::district_at(QPointF position) const {
  const Seen seen = seen_at(position);
  return seen.scene ? layers::district_at(*seen.scene, seen.camera, seen.position) : 0;
}

// --- two looks side by side ---

void MapView::set_swipe(const SwipeChoice& choice) {
  swipe_ = choice;
  if (choice.kind == SwipeChoice::Kind::none) {
    if (divider_) {
      divider_->hide();
      divider_.release()->deleteLater();  // its own key may be what ends it
    }
    swipe_renderer_.reset();
    setFocus();
  } else if (!swipe_renderer_) {
    swipe_renderer_ = std::make_unique<Renderer>();
    connect(swipe_renderer_.get(), &Renderer::rendered, this, qOverload<>(&QWidget::update));
    connect(swipe_renderer_.get(), &Renderer::failed, this, &MapView::failed);
    divider_ = std::make_unique<SwipeDivider>(
        *this, [this] { update(); }, [this] { set_swipe({}); });
  }
  request();
  emit swipe_changed();
}

// --- painting ---

void MapView::show_reach(std::optional<ReachOverlay> overlay) {
  if (!reach_ && !overlay) return;
  reach_ = std::move(overlay);
  update();
}

void MapView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), layers::palette(theme_).outside);
  paint_pictures(painter);
  if (reach_) smile::viewer::paint(painter, *reach_, camera_, theme_);
  painter.drawImage(QPointF(0, 0), furniture_.picture(*document_.plan(), camera_, theme_));
  painter.save();
  tool_->paint(painter);
  painter.restore();
  paint_met(painter);
  paint_cross(painter);
  if (!hasFocus() || size() == window()->size()) return;  // alone on the screen it needs no mark
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(palette().highlight().color(), 2));
  painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void MapView::paint_pictures(QPainter& painter) const {
  if (!swipe_renderer_) return paint_frame(painter, renderer_->frame());
  const QRectF all(rect());
  const double x = std::round(divider_->x());
  painter.save();
  painter.setClipRect(QRectF(0, 0, x, all.height()));
  paint_frame(painter, renderer_->frame());
  painter.setClipRect(QRectF(x, 0, all.width() - x, all.height()));
  paint_frame(painter, swipe_renderer_->frame());
  painter.restore();
  paint_swipe_words(painter, *this, x, left_words(*document_.plan(), swipe_), swipe_words(*document_.plan(), swipe_));
}

void MapView::paint_frame(QPainter& painter, const layers::Frame& frame) const {
  if (frame.image.isNull()) return;
  const Box ground = frame.camera.ground();
  QRectF target(camera_.to_screen({ground.min_x, ground.max_y}), camera_.to_screen({ground.max_x, ground.min_y}));
  const bool same_scale = std::abs(frame.camera.metres_per_pixel / (camera_.metres_per_pixel * magnified_) - 1) < 1e-9;
  if (same_scale) {  // whole device pixels: nothing is blurred by a shift
    const double ratio = camera_.device_pixel_ratio;
    target.moveTopLeft({std::round(target.x() * ratio) / ratio, std::round(target.y() * ratio) / ratio});
  }
  painter.setRenderHint(QPainter::SmoothPixmapTransform, !same_scale);
  painter.drawImage(target, frame.image, QRectF(frame.image.rect()));
}

/// A square on a vertex, a cross on an edge.
void MapView::paint_met(QPainter& painter) const {
  if (!met_) return;
  const QPointF at = camera_.to_screen(met_->at);
  painter.setBrush(Qt::NoBrush);
  for (const QPen& pen : {QPen(Qt::white, 5), QPen(QColor("#c2185b"), 2)}) {
    painter.setPen(pen);
    if (met_->vertex) {
      painter.drawRect(QRectF(at.x() - 6, at.y() - 6, 12, 12));
    } else {
      painter.drawLine(at + QPointF(-6, -6), at + QPointF(6, 6));
      painter.drawLine(at + QPointF(-6, 6), at + QPointF(6, -6));
    }
  }
}

/// Where the keys click.
void MapView::paint_cross(QPainter& painter) const {
  if (!by_keys_ || !hasFocus() || tool_->kind() == ToolKind::select) return;
  const QPointF middle(width() / 2.0, height() / 2.0);
  for (const QPen& pen : {QPen(Qt::white, 4), QPen(Qt::black, 1.5)}) {
    painter.setPen(pen);
    painter.drawLine(middle - QPointF(12, 0), middle + QPointF(12, 0));
    painter.drawLine(middle - QPointF(0, 12), middle + QPointF(0, 12));
  }
}

}  // namespace smile::viewer
