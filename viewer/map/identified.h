#pragma once
// What is known about a place of the map, in words.

#include <QString>
#include <utility>
#include <vector>

#include "layers/map.h"

namespace smile::viewer {

/// One thing at a place: where it is at all, a measure, or a feature of a layer of context.
struct Identified {
  QString heading;
  std::vector<std::pair<QString, QString>> rows;  ///< name and value; a value nobody knows is ""
  Geometry shape;                                 ///< to be shown on the map; empty for the place itself
};

/// First the place with its districts and their inhabitants, then what lies there from above: measures, features of the
/// layers that are seen. At most `most` things; `more` counts the others.
struct Place {
  std::vector<Identified> things;
  std::size_t more = 0;
};
Place identify(const layers::MapScene& scene, const layers::Camera& camera, QPointF position, std::size_t most = 20);

/// As text for the clipboard: headings and lines of name, tab, value. Without what nobody knows.
QString words_of(const Place& place);

}  // namespace smile::viewer
