#pragma once
// Pictures of the ground on the map.

#include <QPainter>
#include <QRectF>

#include "gis/intake/rasters.h"
#include "layers/camera.h"

namespace smile::layers {

/// What has to be read for a camera: its ground in its device pixels, at most 8000 of them in a direction.
RasterView raster_view(const Camera& camera);

/// Draws what lies in `visible` (logical pixels). The last picture wins; older ones show only where it does not reach,
/// so that nothing shines through twice.
void draw_rasters(QPainter& painter, const std::vector<RasterImagePtr>& pictures, const Camera& camera,
                  const QRectF& visible);

}  // namespace smile::layers
