#pragma once
// "Places people walk to": any geodata, OpenStreetMap or a timetable becomes a layer that can be asked about.

#include <QString>

class QDialog;
class QWidget;

namespace smile::viewer {

class Document;

/// file: chosen already; "": asked for. Stays open, because one file of OpenStreetMap holds several kinds.
QDialog* open_places_dialog(Document& document, QWidget* parent, const QString& file = {});

}  // namespace smile::viewer
