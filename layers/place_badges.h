#pragma once
// Where pills for measures of whole districts and of the city stand. For this folder only.

#include "layers/occupied.h"
#include "layers/scene.h"

namespace smile::layers {

/// Whether the point lies in the district itself.
bool holds(const DistrictShape& shape, Point at);

/// A pill without a name above it: in its district where there is room, else near it with a line that leads back. None
/// where the district is not seen or everything around it is taken.
std::optional<PlacedBadge> place_badge(const Scene& scene, const Camera& camera, const QRectF& view,
                                       const SceneBadge& badge, const TakenRoom& taken);

/// The pill of the whole city: in the upper corner with fewer symbols and less of what the map is about; in the same
/// corner as before, if there is a layout before. Notes, scale bars and legends stand at the lower edge.
std::optional<PlacedBadge> place_city_badge(const Scene& scene, const Camera& camera, const QRectF& view,
                                            const Layout* before, const TakenRoom& taken);

}  // namespace smile::layers
