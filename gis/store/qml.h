#pragma once
// Private to this room: the pieces of a QGIS style (QML), as text.

#include <string>
#include <utility>
#include <vector>

#include "gis/database/sqlite.h"

namespace smile::store {

using Properties = std::vector<std::pair<std::string, std::string>>;

std::string escaped(const std::string& text);
std::string number(double value);
/// "r,g,b,a" of "#RRGGBB" or "#RRGGBBAA".
std::string rgba(const std::string& colour);

/// expressions: properties that follow the row.
std::string symbol_layer(const std::string& layer_class, const Properties& properties,
                         const Properties& expressions = {}, int pass = 0);
/// type: "fill", "line" or "marker"; name: its number in the renderer.
std::string symbol_of(const std::string& type, int name, const std::string& layers);
/// The same of one layer.
std::string symbol(const std::string& type, int name, const std::string& layer_class, const Properties& properties,
                   const Properties& expressions = {});

struct LabelLook {
  std::string field;
  std::string size;
  std::string colour;
  int placement;  ///< 0 around a point, 1 over it, 2 along a line
  bool capitals;
  double farthest = 0;  ///< shown from 1:farthest on; 0: always
};

std::string labeling(const LabelLook& look);

/// How a whole layer is shown: from 1:closest to 1:farthest; 0: without limit.
struct Showing {
  double opacity = 1;
  double closest = 0;
  double farthest = 0;
};
std::string document(const std::string& renderer, const std::string& labels, const Showing& showing = {});

/// Our row of layer_styles for a table. One that a planner made default in QGIS stays default.
void put_style(database::Connection& connection, const std::string& table, bool spatial, const std::string& qml);

}  // namespace smile::store
