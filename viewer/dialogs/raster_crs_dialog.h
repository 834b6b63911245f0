#pragma once
// In which coordinate system a picture lies that does not say it.

#include <QString>
#include <functional>

class QWidget;

namespace smile::viewer {

/// Opens and returns; `then` gets "EPSG:n" once one was chosen.
void ask_for_raster_crs(QWidget* parent, const QString& question, std::function<void(const QString&)> then);

}  // namespace smile::viewer
