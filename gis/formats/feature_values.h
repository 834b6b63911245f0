#pragma once
// Features made of values that are known already: what analyses and intakes put together themselves needs no way
// through text.

#include <span>
#include <string>
#include <variant>
#include <vector>

#include "gis/formats/layer_data.h"

namespace smile {

/// Of the kind its column has; nothing and empty text: null.
using FeatureValue = std::variant<std::monostate, std::int64_t, double, std::string>;

void add_column(FeatureColumns& table, std::string name, ValueColumn::Kind kind);
/// A shape alone: every column still waits for its value.
void append_shape(FeatureColumns& table, const Geometry& shape);
/// One feature at the end: a value for each column.
void append_values(FeatureColumns& table, const Geometry& shape, std::span<const FeatureValue> values);
/// The same, and the box grows.
void append_values(LayerData& data, const Geometry& shape, const std::vector<FeatureValue>& values);

}  // namespace smile
