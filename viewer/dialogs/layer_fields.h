#pragma once
// What the columns of a layer's table offer to its style.

#include <string>
#include <vector>

#include "gis/formats/layer_data.h"
#include "gis/plan/layer.h"

namespace smile::viewer {

bool holds_numbers(const ValueColumn& column);
/// By feature, in the order of the table; NaN where there is no number.
std::vector<double> numbers_of(const LayerData& data, const std::string& field);
/// The first field that suits a way of styling; "": none.
std::string first_field(const LayerData& data, StyleMethod method);

/// How kinds get their colours.
enum class KindColours { distinct, planzv };
/// The most frequent values of a field, a dozen at most, each with a colour.
std::vector<LayerCategory> frequent_values(const LayerData& data, const std::string& field, KindColours colours);
std::vector<std::size_t> count_values(const LayerData& data, const std::string& field,
                                      const std::vector<LayerCategory>& categories);

/// "0; 2,5; 10" ↔ limits, in the language's numbers. Empty where the words are no two numbers.
std::string limits_text(const std::vector<double>& limits);
std::vector<double> limits_of(const std::string& words);

}  // namespace smile::viewer
