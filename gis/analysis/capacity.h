#pragma once
// How much places hold: seats of a column, the ground they cover, or one each.

#include <optional>
#include <string>
#include <vector>

#include "gis/analysis/places.h"

namespace smile {

/// as_used: by the layer's own word (LayerUse::capacity_field), else the ground of areas.
enum class CapacityBy : std::uint8_t { as_used, field, area, count };

struct AskedCapacity {
  CapacityBy by = CapacityBy::as_used;
  std::string field;  ///< of CapacityBy::field
  bool operator==(const AskedCapacity&) const = default;
};

/// By place; nothing where nobody knows. A capacity of 0 is known.
using Capacities = std::vector<std::optional<double>>;

/// What as_used comes to for this layer.
AskedCapacity capacity_used(const AskedCapacity& asked, const MapLayer& layer);

/// Of each place that places_of() makes of the layer. Empty cells, figures below 0 (how tables write "secret") and
/// points without an area are unknown. Areas in m², planar in the system of the data, repaired where they are invalid.
/// Throws Error{usage} for a column that isn't there or holds words, with those that hold numbers.
Capacities capacity_of(const MapLayer& layer, const LayerData& data, const AskedCapacity& asked);
/// The same of measures: 1 each, or the ground of their areas; a column is unknown of them.
Capacities capacity_of(const Places& measures, const AskedCapacity& asked);

}  // namespace smile
