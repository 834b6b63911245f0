#pragma once
// A place of the map as numbers people can take elsewhere.

#include <QString>
#include <optional>
#include <string_view>

#include "gis/crs/crs.h"

namespace smile::viewer {

/// WGS84; std::nullopt for a system without a way there. For the GUI thread.
std::optional<Point> longitude_latitude(Point ground, const Crs& crs);
/// "54.088712, 12.140512" and below it "EPSG:25833: 310123.4, 5996400.1": latitude first, points as decimal signs, as
/// web maps and the program's own field for coordinates read it.
QString copied_coordinates(Point ground, const Crs& crs);

/// "1:25 000", "1:25.000", "25000": the 25000. std::nullopt if it is no scale between 1:10 and 1:10,000,000.
std::optional<double> scale_from_text(std::string_view text);
/// "1:25,000" with three significant digits: more are not true of a screen.
QString scale_words(double denominator);

}  // namespace smile::viewer
