#pragma once
// The results the plan keeps: a list, and the chosen one in full. An answer about reach follows the measures while they
// move.

class QWidget;

namespace smile::viewer {

class Document;
class MapView;

QWidget* make_results_panel(Document& document, MapView& map, QWidget* parent);

}  // namespace smile::viewer
