// Pictures of the map, on two threads. What did not change since the last picture is not drawn again.

#include <algorithm>
#include <cmath>
#include <cstring>
#include <thread>

#include "layers/map.h"
#include "layers/scene.h"

namespace smile::layers {
namespace {

constexpr int seam = 2;  ///< pixels drawn beyond a band: what is cut there must not show

/// What the ground of a picture depends on, the place of the camera apart.
struct GroundKey {
  std::vector<LevelShapesPtr> levels;
  std::size_t shown = 0;
  std::vector<QColor> colours;
  std::vector<int> class_of;
  std::vector<ContextLayerPtr> context;
  std::vector<LayerSettings> stack;
  RasterSet rasters;
  Theme theme = Theme::light;
  int highlighted_class = -1;
  Id focus_district = 0;
  double metres_per_pixel = 0, ratio = 0;
  bool operator==(const GroundKey&) const = default;
};

GroundKey key_of(const Scene& scene, const RasterSet& rasters, const Camera& camera) {
  const auto& stack = scene.settings.style.layers;
  return {scene.levels,
          scene.shown,
          scene.colours,
          scene.class_of,
          scene.context,
          {stack.begin() + static_cast<std::ptrdiff_t>(ground_begins(scene)), stack.end()},
          rasters,
          scene.settings.theme,
          scene.settings.highlighted_class,
          scene.settings.focus_district,
          camera.metres_per_pixel,
          camera.device_pixel_ratio};
}

/// A rectangle of the picture in device pixels, drawn by a painter of its own over the same memory.
struct Band {
  QImage image;
  QRectF visible;  ///< logical pixels of the whole picture
  Issues issues;
  bool complete = false;

  Band(QImage& whole, const QRect& pixels, double ratio)
      : image(whole.scanLine(pixels.top()) + static_cast<std::ptrdiff_t>(pixels.left()) * 4, pixels.width(),
              pixels.height(), whole.bytesPerLine(), whole.format()),
        visible(pixels.left() / ratio, pixels.top() / ratio, pixels.width() / ratio, pixels.height() / ratio) {
    image.setDevicePixelRatio(ratio);
  }

  void draw(const Scene& scene, const RasterSet& rasters, const Camera& camera, MapDepth depth,
            const std::stop_token& stop) {
    QPainter painter(&image);
    painter.translate(-visible.topLeft());
    complete =
        draw_layers(scene, rasters, painter, camera, visible.adjusted(-seam, -seam, seam, seam), depth, stop, issues);
  }
};

class Render {
public:
  Render(const Scene& scene, const RasterSet& rasters, const Camera& camera, const std::stop_token& stop)
      : scene_(scene),
        rasters_(rasters),
        camera_(camera),
        stop_(stop),
        pixels_((QSizeF(camera.size) * camera.device_pixel_ratio).toSize()) {}

  bool has_room() const { return pixels_.width() > 0 && pixels_.height() > 1; }

  QImage blank() const {
    QImage image(pixels_, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(camera_.device_pixel_ratio);
    return image;
  }

  /// Draws one part of the map into a rectangle; large ones by two threads. False: stopped.
  bool draw(QImage& image, const QRect& where, MapDepth depth) {
    constexpr int worth_two_threads = 300'000;
    if (where.isEmpty()) return true;
    if (where.width() * where.height() < worth_two_threads || where.height() < 2)
      return finish(draw_one(image, where, depth));
    const int middle = where.top() + where.height() / 2;
    Band upper(image, QRect(where.left(), where.top(), where.width(), middle - where.top()),
               camera_.device_pixel_ratio);
    Band lower(image, QRect(where.left(), middle, where.width(), where.bottom() + 1 - middle),
               camera_.device_pixel_ratio);
    {
      const std::jthread other([&] { lower.draw(scene_, rasters_, camera_, depth, stop_); });
      upper.draw(scene_, rasters_, camera_, depth, stop_);
    }
    return finish(std::move(upper)) & finish(std::move(lower));
  }

  Issues issues;

private:
  Band draw_one(QImage& image, const QRect& where, MapDepth depth) {
    Band band(image, where, camera_.device_pixel_ratio);
    band.draw(scene_, rasters_, camera_, depth, stop_);
    return band;
  }

  bool finish(Band band) {
    for (Issue& issue : band.issues)
      if (std::find(issues.begin(), issues.end(), issue) == issues.end()) issues.push_back(std::move(issue));
    return band.complete;
  }

  const Scene& scene_;
  const RasterSet& rasters_;
  const Camera& camera_;
  const std::stop_token& stop_;
  QSize pixels_;
};

/// Copies what two pictures share; `shift` is how far it moves, in pixels.
void copy_shifted(const QImage& from, QImage& to, QPoint shift) {
  const QRect shared = from.rect().translated(shift) & to.rect();
  for (int y = shared.top(); y <= shared.bottom(); ++y)
    std::memcpy(to.scanLine(y) + static_cast<std::ptrdiff_t>(shared.left()) * 4,
                from.constScanLine(y - shift.y()) + static_cast<std::ptrdiff_t>(shared.left() - shift.x()) * 4,
                static_cast<std::size_t>(shared.width()) * 4);
}

}  // namespace

struct RenderMemory::Kept {
  GroundKey key;
  Camera camera;
  QImage ground;
  Issues issues;
  LayoutPtr layout;

  struct Shift {
    QPoint pixels;
    Camera camera;  ///< where the moved ground is seen from: the wanted one, but for a fraction of a pixel
  };
  /// How far the kept ground has to move to fit the camera, in whole device pixels; nothing where it does not fit.
  std::optional<Shift> shift_to(const Camera& wanted) const {
    const QPointF middle = wanted.to_screen(camera.centre) * wanted.device_pixel_ratio;
    const QPointF corner = middle - QPointF(camera.size.width(), camera.size.height()) * camera.device_pixel_ratio / 2;
    const QPointF whole(std::round(corner.x()), std::round(corner.y()));
    constexpr double as_good_as_whole = 0.02;
    if (std::abs(whole.x() - corner.x()) > as_good_as_whole || std::abs(whole.y() - corner.y()) > as_good_as_whole)
      return std::nullopt;
    Camera moved = wanted;
    moved.centre.x -= (whole.x() - corner.x()) * wanted.metres_per_pixel / wanted.device_pixel_ratio;
    moved.centre.y += (whole.y() - corner.y()) * wanted.metres_per_pixel / wanted.device_pixel_ratio;
    return Shift{whole.toPoint(), moved};
  }
};

RenderMemory::RenderMemory() : kept(std::make_unique<Kept>()) {}
RenderMemory::~RenderMemory() = default;

namespace {

/// The ground for this camera: moved, with the edges drawn anew, or drawn anew altogether. False: stopped.
bool draw_ground(Render& render, RenderMemory::Kept& kept, const Scene& scene, const RasterSet& rasters,
                 const Camera& camera) {
  GroundKey key = key_of(scene, rasters, camera);
  QImage ground = render.blank();
  std::optional<RenderMemory::Kept::Shift> shift;
  if (!kept.ground.isNull() && kept.key == key) shift = kept.shift_to(camera);
  const QRect all = ground.rect();
  const QRect shared = shift ? kept.ground.rect().translated(shift->pixels) & all : QRect();
  if (shared == all && shift->pixels == QPoint() && kept.ground.size() == ground.size()) return true;
  Camera drawn_from = camera;
  if (shared.isEmpty() || shared.width() * shared.height() * 2 < all.width() * all.height()) {
    kept.issues.clear();
    if (!render.draw(ground, all, MapDepth::ground)) return false;
  } else {
    drawn_from = shift->camera;
    copy_shifted(kept.ground, ground, shift->pixels);
    const QRect strips[] = {{0, 0, all.width(), shared.top()},
                            {0, shared.bottom() + 1, all.width(), all.bottom() - shared.bottom()},
                            {0, shared.top(), shared.left(), shared.height()},
                            {shared.right() + 1, shared.top(), all.right() - shared.right(), shared.height()}};
    for (const QRect& strip : strips)
      if (!render.draw(ground, strip, MapDepth::ground)) return false;
  }
  kept.issues.insert(kept.issues.end(), render.issues.begin(), render.issues.end());
  kept.key = std::move(key);
  kept.camera = drawn_from;
  kept.ground = std::move(ground);
  return true;
}

}  // namespace

Frame render(const MapScene& map, const Camera& camera, std::stop_token stop, RenderMemory* memory,
             const RasterSet& rasters) {
  const Scene& scene = map.scene();
  Frame frame;
  frame.camera = camera;
  frame.issues = scene.issues;
  Render render(scene, rasters, camera, stop);
  if (!render.has_room() || stop.stop_requested()) return frame;
  if (memory != nullptr) keep_places(scene, memory->kept->layout);
  const LayoutPtr layout = layout_for(scene, camera, stop);  // once for all bands
  if (stop.stop_requested()) return frame;
  QImage image;
  bool complete = false;
  if (memory == nullptr) {
    image = render.blank();
    complete = render.draw(image, image.rect(), MapDepth::whole);
  } else if (draw_ground(render, *memory->kept, scene, rasters, camera)) {
    image = memory->kept->ground.copy();
    complete = render.draw(image, image.rect(), MapDepth::above);
    memory->kept->layout = layout;
    render.issues.insert(render.issues.begin(), memory->kept->issues.begin(), memory->kept->issues.end());
  }
  for (Issue& issue : render.issues)
    if (std::find(frame.issues.begin(), frame.issues.end(), issue) == frame.issues.end())
      frame.issues.push_back(std::move(issue));
  if (complete) frame.image = std::move(image);
  return frame;
}

}  // namespace smile::layers
