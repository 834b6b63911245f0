#pragma once
// What can be done with pictures under the map: files and map services.

#include <QIcon>
#include <QString>

#include "gis/plan/plan.h"

class QMenu;

namespace smile::viewer {

class MainWindow;

/// A picture becomes a layer at once, OpenStreetMap and timetables hold places; everything else goes to the import assistant (as a layer, if `layer`).
void bring_in(MainWindow& window, const QString& file, bool layer = false);
/// Adds the pictures of a file; asks for their coordinate system where nothing says it.
void add_raster(MainWindow& window, const QString& file, const QString& crs = {});
void add_map_service(MainWindow& window);

/// The sentence above the map, with the step that helps: find the file, or ask the service again.
void offer_help(MainWindow& window, Id layer, const QString& sentence);

// --- in the list of layers ---
QIcon raster_icon(const MapLayer& layer);
/// "Map service tile.example.org", or its file.
QString raster_words(const MapLayer& layer);
bool comes_from_file(const MainWindow& window, Id layer);  ///< even if it once came from a map service
/// Try again, take offline, from the service again: what suits this layer; nothing for features.
void add_raster_actions(QMenu& menu, MainWindow& window, Id layer);
/// Of a picture its extent, found off the window's thread; of a service the city.
void zoom_to_raster(MainWindow& window, const MapLayer& layer);

}  // namespace smile::viewer
